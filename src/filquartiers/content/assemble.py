"""Step 4. Drafts become a site: addresses unique, references resolved, the whole frozen."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

from filquartiers.content.addresses import Key, houses_of, key_named, slugs_of, title_of
from filquartiers.content.copies import subjects
from filquartiers.content.naming import FEW, unknown_reference
from filquartiers.content.nodes import TypedEntry
from filquartiers.content.read import (
    TEXT_SUFFIXES,
    OnDisk,
    Source,
    files_in,
    files_of,
    is_broken,
)
from filquartiers.content.remember import Remembered
from filquartiers.model.copies import Original, copies_among
from filquartiers.model.kind import Entry
from filquartiers.model.refusal import Refusal
from filquartiers.model.site import Site
from filquartiers.model.text import closest, folded, slugify
from filquartiers.problems import Gravity, Problem, Where, problem

HOUSE, NETWORK = "maison", "reseau"


@dataclass(frozen=True)
class Loaded:
    """A site, and all that was found while reading it.

    ``files`` are the names of all files of ``content/``. ``houses`` are the names of those
    that each file of text is about, whether or not it could be read to the end.
    """

    site: Site
    problems: tuple[Problem, ...]
    files: frozenset[str]
    houses: Mapping[str, tuple[str, ...]]


def load(
    root: Path,
    kinds: tuple[type[Entry], ...],
    today: date,
    *,
    drafts: bool = False,
    known: Remembered | None = None,
) -> Loaded:
    """Read the whole of ``content/``.

    Args:
        root: the project's folder.
        kinds: the table of kinds.
        today: the day the site is built for.
        drafts: whether entries marked ``brouillon: oui`` are published too.
        known: what the last reading made, for this one to begin with; it is brought up to date.
    """
    known = known or Remembered()
    files = files_in(root)
    assembly = _Assembly(
        kinds, known, copies_among(file.name for file in files if file.suffix in TEXT_SUFFIXES)
    )
    assembly.problems.extend(_outside(root, files, kinds))
    assembly.problems.extend(_odd_names(files))
    for kind in kinds:
        read = known.sources(files_of(root, kind.kind.folder, files))
        for source in sorted(read, key=assembly.is_copy):  # an original comes first, whatever the alphabet
            assembly.take(kind, source)
    known.forget_but(files)
    site = assembly.site(today, drafts=drafts)
    problems = sorted((*assembly.problems, *assembly.waiting()), key=lambda one: one.sort_key)
    names = frozenset(
        file.name.removeprefix("content/") for file in files if not is_broken(file.path) and file.is_within
    )
    return Loaded(site, tuple(problems), names, assembly.houses())


def _outside(root: Path, files: Iterable[OnDisk], kinds: Iterable[type[Entry]]) -> Iterator[Problem]:
    """Texts that no kind reads: outside the folders, or in an unknown one (``fiche/`` for ``fiches/``)."""
    known, unknown = {kind.kind.folder for kind in kinds}, set[str]()
    if not (root / "content").is_dir():
        yield problem("contenu-absent", Where("content"))
    for file in files:
        folder, _, rest = file.name.removeprefix("content/").partition("/")
        if not rest and not (folder in known and file.is_link):
            if file.is_link and file.is_folder:
                yield problem("raccourci-dossier", Where(file.name))
            elif file.suffix in TEXT_SUFFIXES or folder in known:
                yield problem("fichier-hors-dossier", Where(file.name), nom=folder)
        elif rest and file.suffix in TEXT_SUFFIXES and folder not in known:
            unknown.add(folder)
    for folder in sorted(unknown):
        where = Where(f"content/{folder}")
        yield problem("dossier-inconnu", where, nom=folder, proche=closest(folder, known))


def _odd_names(files: Iterable[OnDisk]) -> Iterator[Problem]:
    """Names that other machines would not find: accents typed on a Mac, or on a Windows of long ago."""
    for file in files:
        if file.path != file.name:
            as_typed = unicodedata.normalize("NFC", file.path) == file.name
            yield problem("nom-decompose" if as_typed else "nom-illisible", Where(file.name))


@dataclass
class _Assembly:
    """The drafts by address, and the entries made of them; an entry is converted when first named.

    ``copies`` are the files named as a copy, and their originals, whose ``subjects`` are known once they are
    taken. ``broken`` holds the file behind each address that cannot be read at all, ``leaning`` what each
    entry names that must be mended first.
    """

    kinds: tuple[type[Entry], ...]
    known: Remembered
    copies: Mapping[str, Original]
    subjects: dict[str, frozenset[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    drafts: dict[Key, TypedEntry] = field(default_factory=dict)
    broken: dict[Key, str] = field(default_factory=dict)
    made: dict[Key, Entry | None] = field(default_factory=dict)
    leaning: dict[Key, Key] = field(default_factory=dict)
    underway: list[Key] = field(default_factory=list)

    def take(self, kind: type[Entry], source: Source | Problem) -> None:
        """Parse one source and keep its drafts."""
        parts = [source] if isinstance(source, Problem) else self.known.parse(source, many=kind.kind.many)
        drafts = [part for part in parts if isinstance(part, TypedEntry)]
        faults = [part for part in parts if isinstance(part, Problem)]
        if isinstance(source, Source) and self.copies:
            self.subjects[source.file] = subjects(kind, drafts)
            if (told := self.as_copy(source)) is not None:
                self.problems.append(told)
                if told.gravity is Gravity.WARNING:
                    return
        self.problems.extend(faults)
        for draft in drafts:
            self.keep(kind, draft)
        for fault in blocking(faults):
            if not drafts:
                stem = fault.where.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
                self.broken.setdefault((kind.kind.name, slugify(stem)), fault.where.file)

    def is_copy(self, source: Source | Problem) -> bool:
        """Whether a file, or what is told of it, bears the name of a copy."""
        return (source.where.file if isinstance(source, Problem) else source.file) in self.copies

    def as_copy(self, source: Source) -> Problem | None:
        """What is told of a file named as a copy: a warning when it is left aside, for it says what its
        original says; None for any other file.
        """
        original, surely = self.copies.get(source.file, ("", False))
        if not self.subjects.get(original):
            return None  # no copy, or all there is: the original says nothing that can be read
        names = {"nom": source.file.rpartition("/")[2], "original": original.rpartition("/")[2]}
        mine = self.subjects[source.file]
        if not mine or mine & self.subjects[original]:
            return problem("copie-non-lue", source.where(), **names)
        return problem("copie-lue-a-part", source.where(), **names) if surely else None

    def keep(self, kind: type[Entry], draft: TypedEntry) -> None:
        """File a draft under its address; two of the same address are an error that names both."""
        for slug in slugs_of(kind, draft):
            key = (kind.kind.name, slug)
            if key not in self.drafts:
                self.drafts[key] = draft
                return
        other = self.drafts[key]
        same_file = kind.kind.many and other.file == draft.file
        told = problem(
            "evenement-double" if same_file else "adresse-double",
            draft.fields.where,
            adresse=slug,
            autre=f"ligne {other.fields.where.line}" if same_file else other.file,
        )
        self.problems.append(told)

    def resolve(self, kind: type[Any], text: str) -> object:
        """The entry of ``kind`` named by its file, with or without folder and ending.

        Raises:
            Refusal: no such entry, one that names itself, or one that is itself to be mended.
        """
        key = key_named(kind, text)
        if key in self.underway:
            raise Refusal("reference-circulaire", valeur=text)
        if key not in self.broken and key not in self.drafts:
            raise unknown_reference(kind, text, self.titles(kind))
        entry = self.entry(key)
        if entry is None:
            self.leaning[self.underway[-1]] = key
            raise Refusal("reference-en-attente", valeur=text)
        return entry

    def titles(self, kind: type[Any]) -> dict[str, str]:
        """The addresses of a kind, with the titles typed in their files."""
        sort = kind.kind.name
        readable = {slug: title_of(draft) for (name, slug), draft in self.drafts.items() if name == sort}
        return {slug: "" for name, slug in self.broken if name == sort} | readable

    def entry(self, key: Key) -> Entry | None:
        """The entry at an address, converted once; None when it has errors, which are then told."""
        if key in self.broken:
            return None
        if key not in self.made:
            kind = next(kind for kind in self.kinds if kind.kind.name == key[0])
            self.underway.append(key)
            self.made[key], found = self.known.convert(
                self.drafts[key], kind, key[1], self, self.only_network
            )
            self.underway.pop()
            self.problems.extend(found)
            if blocking(found):
                self.leaning.pop(key, None)  # it has faults of its own to mend
        return self.made[key]

    @cached_property
    def only_network(self) -> str:
        """The address of the network where there is but one; else nothing."""
        known = {slug for name, slug in (*self.drafts, *self.broken) if name == NETWORK}
        return known.pop() if len(known) == 1 else ""

    def waiting(self) -> Iterator[Problem]:
        """For each file to mend, how many others wait for it: one cause, one message."""
        files: dict[str, list[str]] = {}
        for key in self.leaning:
            culprit = key
            while culprit in self.leaning:
                culprit = self.leaning[culprit]
            files.setdefault(self.file(culprit), []).append(self.file(key))
        for file, waiting in sorted(files.items()):
            names = ", ".join(name.removeprefix("content/") for name in sorted(set(waiting))[:FEW])
            rest = ", …" if len(set(waiting)) > FEW else ""
            code = "entrees-en-attente" if len(waiting) > 1 else "entree-en-attente"
            yield problem(code, Where(file), nombre=len(waiting), fichiers=names + rest)

    def file(self, key: Key) -> str:
        """The file behind an address."""
        return self.drafts[key].file if key in self.drafts else self.broken[key]

    def houses(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the houses that each file is about: a file with errors belongs to someone too."""
        titles = {slug: entry.title for (kind, slug), entry in self.made.items() if kind == HOUSE and entry}
        shared = {title for title, count in Counter(titles.values()).items() if count > 1}
        found: dict[str, dict[str, None]] = {}
        for (kind, slug), draft in self.drafts.items():
            for named in (slug,) if kind == HOUSE else houses_of(draft):
                title = titles.get(named, named)
                name = f"{title} ({named})" if title in shared else title
                found.setdefault(draft.file, {})[name] = None
        return MappingProxyType({file: tuple(names) for file, names in found.items()})

    def implied(self, made: list[Entry]) -> Iterator[Entry]:
        """What the entries imply, kind after kind."""
        for kind in self.kinds:
            for entry in made:
                yield from kind.implied_by(entry)

    def site(self, today: date, *, drafts: bool) -> Site:
        """Everything that stands, in reading order."""
        made = [entry for entry in map(self.entry, list(self.drafts)) if entry is not None]
        entries = [entry for entry in chain(made, self.implied(made)) if drafts or not entry.brouillon]
        by_kind = {
            kind.kind.name: tuple(
                sorted((entry for entry in entries if entry.kind.name == kind.kind.name), key=ordered)
            )
            for kind in self.kinds
        }
        return Site(by_kind, self.kinds, today)


def reading_order(entry: Entry) -> tuple[int, str, str]:
    """The rank an editor gave, then the alphabet as readers know it."""
    return (getattr(entry, "ordre", 0) or 0, folded(entry.title), entry.slug)


def ordered(entry: Entry) -> tuple[int, str, str]:
    """As `reading_order`, worked out once."""
    return entry.once(reading_order)


def blocking(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that refuse publication."""
    return tuple(one for one in problems if one.gravity is Gravity.ERROR)

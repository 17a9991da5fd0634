"""Step 4. Drafts become a site: addresses unique, references resolved, the whole frozen."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

from filquartiers.content.addresses import houses_of, slugs_of, title_of
from filquartiers.content.convert import convert
from filquartiers.content.naming import FEW, unknown_reference
from filquartiers.content.nodes import TypedEntry
from filquartiers.content.parse import parse
from filquartiers.content.read import (
    TEXT_SUFFIXES,
    Source,
    every_file,
    is_left_by_editor,
    names_in,
    read_folder,
)
from filquartiers.model.kind import Entry
from filquartiers.model.refusal import Refusal
from filquartiers.model.site import Site
from filquartiers.model.text import closest, folded, slugify
from filquartiers.problems import Gravity, Problem, Where, problem

Key = tuple[str, str]

HOUSE = "maison"
Reader = Callable[[Path, str], Iterable[Source | Problem]]

_ENDING = re.compile(r"\.(md|markdown|ya?ml)$", re.IGNORECASE)


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
    read: Reader = read_folder,
) -> Loaded:
    """Read the whole of ``content/``.

    Args:
        root: the project's folder.
        kinds: the table of kinds.
        today: the day the site is built for.
        drafts: whether entries marked ``brouillon: oui`` are published too.
        read: gives the files of one folder of ``content/``.
    """
    assembly = _Assembly(kinds)
    assembly.problems.extend(_unknown_folders(root, kinds))
    assembly.problems.extend(_split_names(root))
    for kind in kinds:
        for source in read(root, kind.kind.folder):
            assembly.take(kind, source)
    site = assembly.site(today, drafts=drafts)
    problems = sorted((*assembly.problems, *assembly.waiting()), key=lambda one: one.sort_key)
    return Loaded(site, tuple(problems), names_in(root), assembly.houses())


def _unknown_folders(root: Path, kinds: Iterable[type[Entry]]) -> Iterator[Problem]:
    """Texts that no kind reads: outside the folders, or in an unknown one (``fiche/`` for ``fiches/``)."""
    known = {kind.kind.folder for kind in kinds}
    content = root / "content"
    if not content.is_dir():
        yield problem("contenu-absent", Where("content"))
        return
    for path in sorted(content.iterdir()):
        if path.is_file() and path.suffix.lower() in TEXT_SUFFIXES and not is_left_by_editor(path.name):
            yield problem("fichier-hors-dossier", Where(f"content/{path.name}"), nom=path.name)
    for folder in sorted(path for path in content.iterdir() if path.is_dir() and path.name not in known):
        if any(path.suffix.lower() in TEXT_SUFFIXES for path in folder.rglob("*")):
            where = Where(f"content/{folder.name}")
            yield problem("dossier-inconnu", where, nom=folder.name, proche=closest(folder.name, known))


def _split_names(root: Path) -> Iterator[Problem]:
    """Names typed on a Mac, whose accents are signs of their own: other machines look for another name."""
    for path in every_file(root):
        file = path.relative_to(root).as_posix()
        if unicodedata.normalize("NFC", file) != file:
            yield problem("nom-decompose", Where(unicodedata.normalize("NFC", file)))


@dataclass
class _Assembly:
    """The drafts by address, and the entries made of them; an entry is converted when first named.

    ``broken`` holds the file behind each address that cannot be read at all, ``leaning`` what each
    entry names that must be mended first.
    """

    kinds: tuple[type[Entry], ...]
    problems: list[Problem] = field(default_factory=list)
    drafts: dict[Key, TypedEntry] = field(default_factory=dict)
    broken: dict[Key, str] = field(default_factory=dict)
    made: dict[Key, Entry | None] = field(default_factory=dict)
    leaning: dict[Key, Key] = field(default_factory=dict)
    underway: list[Key] = field(default_factory=list)

    def take(self, kind: type[Entry], source: Source | Problem) -> None:
        """Parse one source and keep its drafts."""
        parts = [source] if isinstance(source, Problem) else list(parse(source, many=kind.kind.many))
        drafts = [part for part in parts if isinstance(part, TypedEntry)]
        faults = [part for part in parts if isinstance(part, Problem)]
        self.problems.extend(faults)
        for draft in drafts:
            self.keep(kind, draft)
        for fault in blocking(faults):
            if not drafts:
                stem = fault.where.file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
                self.broken.setdefault((kind.kind.name, slugify(stem)), fault.where.file)

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
        slug = slugify(_ENDING.sub("", text.rsplit("/", 1)[-1].strip()))
        key = (kind.kind.name, slug)
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
            self.made[key], found = convert(self.drafts[key], kind, key[1], self)
            self.underway.pop()
            self.problems.extend(found)
            if blocking(found):
                self.leaning.pop(key, None)  # it has faults of its own to mend
        return self.made[key]

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
                sorted((entry for entry in entries if entry.kind.name == kind.kind.name), key=_reading_order)
            )
            for kind in self.kinds
        }
        return Site(by_kind, self.kinds, today)


def _reading_order(entry: Entry) -> tuple[int, str, str]:
    """The rank an editor gave, then the alphabet as readers know it."""
    return (getattr(entry, "ordre", 0) or 0, folded(entry.title), entry.slug)


def blocking(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those that refuse publication."""
    return tuple(one for one in problems if one.gravity is Gravity.ERROR)

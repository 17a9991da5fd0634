"""What the last reading made of each file, so that the next one begins with what changed since.

Nothing here changes what comes out: a file is taken as read only when the disk says that it is the same, a
draft only when its text is, an entry only when its draft and all that it names are.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from filquartiers.content.convert import convert
from filquartiers.content.nodes import TypedEntry
from filquartiers.content.parse import parse
from filquartiers.content.read import OnDisk, Source, Stamp
from filquartiers.model.fields import Resolver
from filquartiers.model.kind import Entry
from filquartiers.model.refusal import Refusal
from filquartiers.problems import Problem

DOUBT = 3_000_000_000  # ns; the dates of some disks are no finer than two seconds

Found = tuple[Source | Problem, ...]
Drafts = tuple[TypedEntry | Problem, ...]
Converted = tuple[Entry | None, tuple[Problem, ...]]


@dataclass(frozen=True)
class _Conversion:
    """An entry made of a draft on a site that may have one network only, and what its references led to."""

    draft: TypedEntry
    only_network: str
    named: tuple[tuple[type[Any], str, object], ...]
    made: Converted


@dataclass
class Remembered:
    """The files, drafts and entries of the last reading of one project.

    ``stand_ins`` are texts to read in place of those on the disk, by the name of their file. Of each draft
    and entry the last two are known: that of the disk, and that of a stand-in.
    """

    stand_ins: Mapping[str, Source] = field(default_factory=dict)
    _files: dict[str, tuple[Stamp | None, Found]] = field(default_factory=dict)
    _drafts: dict[tuple[str, bool], tuple[tuple[Source, Drafts], ...]] = field(default_factory=dict)
    _entries: dict[tuple[str, str], tuple[_Conversion, ...]] = field(default_factory=dict)

    @property
    def texts(self) -> dict[str, Source]:
        """What was last read, by the name of its file, stand-ins apart."""
        found = (one for _, read in self._files.values() for one in read)
        return {one.file: one for one in found if isinstance(one, Source)}

    def sources(self, files: Iterable[OnDisk]) -> Iterator[Source | Problem]:
        """What the files hold; what cannot be read, lies outside the project or is no text gives a problem.

        A file is opened only when it may have changed; one saved shortly before the newest is opened again,
        since two saves may bear the same date.
        """
        files = list(files)
        recent = max((file.stamp[0] for file in files if file.stamp), default=0) - DOUBT
        for file in files:
            known = self._files.get(file.name)
            stamp = file.stamp
            if known is None or stamp is None or known[0] != stamp or stamp[0] >= recent:
                known = self._files[file.name] = stamp, tuple(file.read())
            standing = self.stand_ins.get(file.name)
            yield from (standing,) if standing else known[1]

    def saved(self, file: OnDisk) -> tuple[Source, Source] | None:
        """What a file held and what it holds; None unless both are texts of which there is nothing to say."""
        former = self._files.get(file.name, (None, ()))[1]
        self._files[file.name] = file.stamp, tuple(file.read())
        match (*former, *self._files[file.name][1]):
            case (Source() as before, Source() as now) if former and file.name not in self.stand_ins:
                return before, now
        return None

    def conversion(self, entry: Entry) -> tuple[TypedEntry, tuple[Problem, ...]] | None:
        """The draft that an entry was made of, and what was to be said of it; None when it is not known."""
        slots = self._entries.get(entry.key, ())
        return next(((one.draft, one.made[1]) for one in slots if one.made[0] is entry), None)

    def forget_but(self, files: Iterable[OnDisk]) -> None:
        """Let go of the files that are no longer there."""
        gone = self._files.keys() - {file.name for file in files}
        for name in gone:
            del self._files[name]

    def parse(self, source: Source, *, many: bool) -> Drafts:
        """As `filquartiers.content.parse.parse`."""
        slots = self._drafts.get((source.file, many), ())
        for known, drafts in slots:
            if known.text == source.text:
                return drafts
        made = tuple(parse(source, many=many))
        self._drafts[source.file, many] = ((source, made), *slots[:1])
        return made

    def convert(
        self, draft: TypedEntry, kind: type[Entry], slug: str, resolver: Resolver, only_network: str
    ) -> Converted:
        """As `filquartiers.content.convert.convert`."""
        slots = self._entries.get((kind.kind.name, slug), ())
        for known in slots:
            same = known.draft is draft and known.only_network == only_network
            if same and all(_leads(resolver, *one) for one in known.named):
                return known.made
        asked = _Asked(resolver)
        made = convert(draft, kind, slug, asked, only_network)
        if asked.answered:
            fresh = _Conversion(draft, only_network, tuple(asked.named), made)
            self._entries[kind.kind.name, slug] = (fresh, *slots[:1])
        return made


@dataclass
class _Asked:
    """Hands references on, and notes what they lead to; ``answered`` is lost with the first refusal."""

    resolver: Resolver
    named: list[tuple[type[Any], str, object]] = field(default_factory=list)
    answered: bool = True

    def resolve(self, kind: type[Any], text: str) -> object:
        """See `Resolver`."""
        try:
            found = self.resolver.resolve(kind, text)
        except Refusal:
            self.answered = False
            raise
        self.named.append((kind, text, found))
        return found


def _leads(resolver: Resolver, kind: type[Any], text: str, former: object) -> bool:
    """Whether a reference still leads to the very same entry."""
    try:
        return resolver.resolve(kind, text) is former
    except Refusal:
        return False

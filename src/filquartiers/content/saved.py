"""One file of a site just read was saved: it alone is read again, and what names its entries.

What comes out is what reading everything would give. Whatever may reach further is left to that: another
address, an error, a network, a house of another name, what implies other entries.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from filquartiers.content.addresses import Key, houses_of, key_named, slugs_of
from filquartiers.content.assemble import HOUSE, NETWORK, Loaded, blocking, ordered
from filquartiers.content.nodes import TypedEntry
from filquartiers.content.read import file_at
from filquartiers.content.remember import Remembered
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site
from filquartiers.problems import Problem


class _BeyondError(Exception):
    """The change may reach further than can be told from one file."""


def load_saved(root: Path, path: str, last: Loaded, known: Remembered) -> Loaded | None:
    """The site once a file that was there holds something else; None when all is to be read.

    Args:
        root: the project's folder.
        path: the file, from there.
        last: what was read just before, drafts among it.
        known: what that reading made; it is brought up to date.
    """
    try:
        return _Renewal(last, known).loaded(root, path)
    except _BeyondError:
        return None


@dataclass
class _Renewal:
    """The entries to be made anew, by their keys, with their drafts; then as they were made."""

    last: Loaded
    known: Remembered
    problems: list[Problem] = field(default_factory=list)
    former: dict[Key, Entry] = field(default_factory=dict)
    drafts: dict[Key, TypedEntry] = field(default_factory=dict)
    made: dict[Key, Entry] = field(default_factory=dict)
    underway: set[Key] = field(default_factory=set)

    def loaded(self, root: Path, path: str) -> Loaded:
        """The site as it now is.

        Raises:
            _BeyondError: it takes more than this to know.
        """
        if blocking(self.last.problems):
            raise _BeyondError
        self.problems = list(self.last.problems)
        self.former = {entry.key: entry for entry in self.last.site.everything()}
        self.drafts = dict(self.typed(root, path))
        for key in tuple(self.drafts):
            self.touch(self.former[key])
        for key in self.drafts:
            self.entry(key)
        problems = sorted(self.problems, key=lambda one: one.sort_key)
        return replace(self.last, site=self.site, problems=tuple(problems))

    def typed(self, root: Path, path: str) -> Iterator[tuple[Key, TypedEntry]]:
        """The drafts that the file now holds, of the same entries as before."""
        file = file_at(root, path)
        folder = path.removeprefix("content/").partition("/")[0]
        kind = next((one for one in self.last.site.kinds if one.kind.folder == folder), None)
        odd = file.name != path or file.stamp is None or (root / "content" / folder).is_symlink()
        texts = None if odd or kind is None or kind.kind.name == NETWORK else self.known.saved(file)
        if texts is None or kind is None:
            raise _BeyondError
        before, now = (self.known.parse(text, many=kind.kind.many) for text in texts)
        here = {key for key, entry in self.former.items() if entry.origin.file == path}
        drafts = {(kind.kind.name, slugs_of(kind, one)[0]): one for one in now if isinstance(one, TypedEntry)}
        if (
            not drafts.keys() == here
            or not len(before) == len(now) == len(here)
            or _houses(before) != _houses(now)
        ):
            raise _BeyondError
        yield from drafts.items()

    def touch(self, entry: Entry) -> None:
        """Note those that name an entry which is made anew, and those that name these."""
        for citing in self.last.site.citing(entry, Entry):
            if citing.key not in self.drafts:
                self.drafts[citing.key] = self.conversion(citing)[0]
                self.touch(citing)

    def conversion(self, entry: Entry) -> tuple[TypedEntry, tuple[Problem, ...]]:
        """What an entry was made of, and what was said of it."""
        found = self.known.conversion(entry)
        if found is None:
            raise _BeyondError
        return found

    def entry(self, key: Key) -> Entry:
        """The entry of a key, as it now is."""
        if key not in self.drafts or key in self.made:
            return self.made.get(key) or self.former[key]
        if key in self.underway:
            raise _BeyondError
        self.underway.add(key)
        former, networks = self.former[key], self.last.site.networks
        network = networks[0].slug if len(networks) == 1 else ""
        for one in self.conversion(former)[1]:
            self.problems.remove(one)
        entry, said = self.known.convert(self.drafts[key], type(former), key[1], self, network)
        if entry is None or blocking(said) or self.reaches_further(former, entry):
            raise _BeyondError
        self.problems += said
        self.made[key] = entry
        return entry

    def reaches_further(self, former: Entry, entry: Entry) -> bool:
        """Whether other entries come of it, or files elsewhere are told of by its name."""
        implied = (kind.implied_by(one) for kind in self.last.site.kinds for one in (former, entry))
        renamed = entry.kind.name == HOUSE and entry.title != former.title
        return renamed or any(True for some in implied for _ in some)

    def resolve(self, kind: type[Any], text: str) -> object:
        """See `filquartiers.model.fields.Resolver`."""
        key = key_named(kind, text)
        if key not in self.former:
            raise _BeyondError
        return self.entry(key)

    @property
    def site(self) -> Site:
        """All entries, in reading order."""
        site = self.last.site
        changed = {key[0] for key in self.made}
        entries = {
            name: self.in_order(some) if name in changed else some for name, some in site.entries.items()
        }
        return replace(site, entries=entries)

    def in_order(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """The entries of a kind, those made anew among them."""
        return tuple(sorted((self.made.get(one.key, one) for one in entries), key=ordered))


def _houses(drafts: Iterable[TypedEntry | Problem]) -> list[tuple[str, ...]]:
    """The houses that each draft names; nothing of what could not be read."""
    return [tuple(houses_of(one)) if isinstance(one, TypedEntry) else () for one in drafts]

"""The files and entries of a project, those with errors too, as the editor lists them."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from filquartiers.content import Remembered, Source
from filquartiers.content.addresses import title_of
from filquartiers.content.nodes import TypedEntry
from filquartiers.content.read import TEXT_SUFFIXES, OnDisk, files_in, files_of
from filquartiers.model.addresses import Addresses, page_at
from filquartiers.model.facts.dates import next_dates
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement
from filquartiers.model.site import Site
from filquartiers.model.text import words_of

_FAR = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """One entry: its file, its place in it, its title as typed, empty when the file is unreadable."""

    kind: type[Entry]
    file: str
    rank: int
    title: str
    line: int = 0
    next_day: date | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """One file of a kind, and the last time it was saved (ns)."""

    kind: type[Entry]
    file: str
    saved: int


class Shelves:
    """What is in ``content/``; read again only where the disk changed."""

    def __init__(self, root: Path, kinds: tuple[type[Entry], ...]) -> None:
        self._root = root
        self._kinds = kinds
        self._known = Remembered()
        self._lock = threading.Lock()

    def files(self) -> tuple[Held, ...]:
        """Every file that a kind reads."""
        return tuple(self._files())

    def _files(self) -> Iterator[Held]:
        found = files_in(self._root)
        for kind in self._kinds:
            for file in files_of(self._root, kind.kind.folder, found):
                if file.suffix in TEXT_SUFFIXES:
                    yield Held(kind, file.name, file.stamp[0] if file.stamp else 0)

    def holder(self, file: str) -> Held | None:
        """The file of that name; a name that is none leads nowhere."""
        return next((one for one in self._files() if one.file == file), None)

    def entries(self, kind: type[Entry], site: Site) -> tuple[ListedEntry, ...]:
        """The entries of a kind: events by their next date, the past last; others by title."""
        with self._lock:
            found = files_of(self._root, kind.kind.folder, files_in(self._root))
            texts = [file for file in found if file.suffix in TEXT_SUFFIXES]
            listed = [one for file in texts for one in self._listed(kind, file, _days(kind, site))]
        return tuple(sorted(listed, key=_order))

    def _listed(
        self, kind: type[Entry], file: OnDisk, days: Callable[[str, int], date | None]
    ) -> Iterator[ListedEntry]:
        for source in self._known.sources((file,)):
            drafts = self._known.parse(source, many=kind.kind.many) if isinstance(source, Source) else ()
            entries = [one for one in drafts if isinstance(one, TypedEntry)]
            if not entries:
                yield ListedEntry(kind, file.name, 0, "")
            for rank, draft in enumerate(entries):
                line = draft.fields.where.line
                title = (
                    title_of(draft) or (draft.heading.text if draft.heading else "") or source_name(file.name)
                )
                yield ListedEntry(kind, file.name, rank, title, line, days(file.name, line))


def source_name(file: str) -> str:
    """The name of a file without folder and ending."""
    return Source(file, "").stem


def matching(listed: tuple[ListedEntry, ...], words: str) -> tuple[ListedEntry, ...]:
    """Those whose title holds all the words, or their beginnings."""
    wanted = words_of(words)
    return tuple(
        one for one in listed if all(any(w.startswith(v) for w in words_of(one.title)) for v in wanted)
    )


def _order(one: ListedEntry) -> tuple[bool, date, str]:
    return one.next_day is None, one.next_day or date.max, " ".join(words_of(one.title))


def _days(kind: type[Entry], site: Site) -> Callable[[str, int], date | None]:
    """The next date of the event that begins at a line of a file."""
    if not issubclass(kind, Evenement):
        return lambda _file, _line: None
    known = {(one.origin.file, one.where().line): one for one in site.of(Evenement)}

    def day(file: str, line: int) -> date | None:
        event = known.get((file, line))
        dates = next_dates(event, site.today, site.today + _FAR) if event else ()
        return dates[0].day if dates else None

    return day


def told_by(path: str, site: Site) -> Entry | None:
    """The entry that the page at a path of ``build/`` tells; None for lists and pages of the site."""
    addresses = Addresses(site)
    wanted = page_at(path)
    return next((one for one in site.everything() if addresses.of(one) == wanted), None)

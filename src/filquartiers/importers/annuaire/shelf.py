"""The folder of sheets during an import: what is there, where each record goes."""

from collections.abc import Iterator, Mapping, Sequence

from filquartiers.compose import compose
from filquartiers.importers.annuaire.listing import Record
from filquartiers.importers.annuaire.sheets import sheet_values, structures_of
from filquartiers.importers.fingerprint import Fingerprint, mark_of, seal, unsealed
from filquartiers.importers.plan import Arrival, Fate, PlannedFile
from filquartiers.model.kinds.fiche import Fiche
from filquartiers.model.text import folded, numbered, short_slug

FOLDER = "content/fiches"

Places = Mapping[str, tuple[Arrival, PlannedFile | None]]
"""For the digest of each record, what becomes of it, and the file to write if any."""


class Shelf:
    """What is in ``content/fiches``, and what this import adds to it.

    A record already imported is known by its digest, wherever its file was moved. One whose words
    changed since takes the place of its former self, unless that file was edited.
    """

    def __init__(self, existing: Mapping[str, bytes]) -> None:
        self._existing = existing
        marks = {path: mark_of(data) for path, data in sorted(existing.items())}
        self._marks: dict[str, Fingerprint] = {path: mark for path, mark in marks.items() if mark}
        self._taken = {path.casefold() for path in existing}

    def place(self, name: str, records: Sequence[Record]) -> Places:
        """A place for each record of the listing ``name``."""
        known = {mark.source: path for path, mark in self._marks.items()}
        digests = {record.digest() for record in records}
        former = {path: mark for path, mark in self._marks.items() if mark.source not in digests}
        found: dict[str, tuple[Arrival, PlannedFile | None]] = {}
        for record in records:
            if path := known.get(record.digest()):
                fate = Fate.PRESENT if self._marks[path].untouched else Fate.EDITED
                found[record.digest()] = (_item(record, fate, path), None)
            else:
                found[record.digest()] = self._written(name, record, former)
        return found

    def holds_by_hand(self, record: Record) -> str:
        """The file that bears the record's name though no import wrote it, or an empty string."""
        path = f"{FOLDER}/{_slug(record)}.md"
        return path if path in self._existing and path not in self._marks else ""

    def _written(
        self, name: str, record: Record, former: dict[str, Fingerprint]
    ) -> tuple[Arrival, PlannedFile | None]:
        path = next(self._former_paths(record, former), "")
        mark = former.pop(path, None)
        if mark and not mark.untouched:
            return _item(record, Fate.CONFLICT, path), None
        if not mark:
            path = self._free_path(record)
        values = sheet_values(record, f"{name}, lignes {record.line} à {record.last}")
        data = seal(compose(Fiche, values | {"empreinte": unsealed(record.digest())}))
        item = _item(record, Fate.UPDATED if mark else Fate.NEW, path, draft=bool(values["brouillon"]))
        return item, PlannedFile(path, data, self._existing.get(path))

    def _former_paths(self, record: Record, former: Mapping[str, Fingerprint]) -> Iterator[str]:
        """The files of an earlier state of this record: its title and its house, other words."""
        house = " ".join(structures_of(record)[0])
        wanted = {f"titre {folded(record.title)}", *([f"structure {folded(house)}"] if house else [])}
        for path in former:
            text = self._existing[path].decode("utf-8", errors="replace")
            if wanted <= {folded(line) for line in text.splitlines()}:
                yield path

    def _free_path(self, record: Record) -> str:
        """The first name not taken: ``fete.md``, then ``fete-2.md``…"""
        paths = (f"{FOLDER}/{name}.md" for name in numbered(_slug(record)))
        path = next(path for path in paths if path.casefold() not in self._taken)
        self._taken.add(path.casefold())
        return path


def _slug(record: Record) -> str:
    return short_slug(record.title) or "fiche"


def _item(record: Record, fate: Fate, path: str, *, draft: bool = False) -> Arrival:
    return Arrival(record.title, record.line, fate, path, draft)

"""The folder of the common calendar during an import: what it holds, where new events go."""

import re
from collections.abc import Iterator, Mapping, Sequence

import yaml

from filquartiers.compose import compose_list
from filquartiers.importers.agenda.candidates import Candidate
from filquartiers.importers.fingerprint import mark_of, seal, unsealed
from filquartiers.importers.plan import Arrival, Fate, ImportPlan, PlannedFile
from filquartiers.model.kinds.evenement import Evenement
from filquartiers.model.text import numbered

FOLDER = "content/calendrier"
_ORIGIN = "0" * 16  # a calendar file gathers many records: its mark tells only whether it was edited
_SOURCE = re.compile(r"\A# Importé de « (?P<name>.*?) »\. Vous pouvez")
_KEY = re.compile(r"^\s*(?:- +)?(?:identifiant|id)\s*:\s*(?P<value>\S.*?)\s*$", re.MULTILINE | re.IGNORECASE)


class CalendarFiles:
    """An event is known by its ``identifiant``, in whichever file it stands.

    Events go to a file named after the source. Once that file is edited it is left alone for good, and
    what comes later goes to a second one; so does another source whose name comes to the same.
    """

    def __init__(self, existing: Mapping[str, bytes]) -> None:
        self._existing = existing

    def place(self, source: str, stem: str, candidates: Sequence[Candidate]) -> ImportPlan:
        """Where the events of ``source`` go: what becomes of each, the file to write if any, questions."""
        path = self._target(source, stem)
        former = self._events(path)
        elsewhere = self._keys_outside(path)
        items: list[Arrival] = []
        events: list[Mapping[str, object]] = []
        questions: list[str] = []
        named = {candidate.key for candidate in candidates}
        for candidate in candidates:
            if (other := elsewhere.get(candidate.key)) and self._differs(source, other, candidate):
                questions.append(_alike(candidate, other))
                keys = (key for key in numbered(candidate.key) if key not in elsewhere.keys() | named)
                candidate.values["identifiant"] = next(keys)
            if other := elsewhere.get(candidate.key):
                fate = Fate.EDITED if mark_of(self._existing[other]) else Fate.PRESENT
                items.append(candidate.arrival(fate, other))
            else:
                fate = _fate(former.pop(candidate.key, None), candidate.values)
                items.append(candidate.arrival(fate, path))
                events.append(candidate.values)
        kept = [event for key, event in former.items() if key not in elsewhere]
        files = tuple(self._file(source, path, [*events, *kept]))
        return ImportPlan(source, tuple(items), (*questions, *_gone(source, path, kept)), files=files)

    def _differs(self, source: str, path: str, candidate: Candidate) -> bool:
        """Whether the event of that name in ``path`` comes from another source, and says something else.

        Two programmes may both have a « Loto » on one day: neither replaces the other.
        """
        if self._source_of(path) in {"", source}:
            return False
        try:
            event = self._events(path).get(candidate.key)
        except (yaml.YAMLError, AttributeError):  # being mended by hand
            return False
        return event is not None and _fate(event, candidate.values) is not Fate.PRESENT

    def _source_of(self, path: str) -> str:
        """The source that a file says it was imported from, empty when it says none."""
        found = _SOURCE.match(self._existing[path].decode("utf-8-sig", errors="replace"))
        return found["name"] if found else ""

    def _target(self, source: str, stem: str) -> str:
        """The file of that name, or the next one (``-2``…) when it was edited, typed, or another's."""
        paths = (f"{FOLDER}/{name}.yaml" for name in numbered(stem))
        return next(path for path in paths if self._is_ours(source, path))

    def _is_ours(self, source: str, path: str) -> bool:
        if path not in self._existing:
            return True
        mark = mark_of(self._existing[path])
        return bool(mark and mark.untouched) and self._source_of(path) == source

    def _events(self, path: str) -> dict[str, Mapping[str, object]]:
        """The events of a file as we wrote it, by identifier."""
        loaded = yaml.load(self._existing.get(path, b""), Loader=yaml.BaseLoader)  # noqa: S506  text only
        return {str(event.get("identifiant", "")): event for event in loaded or []}

    def _keys_outside(self, target: str) -> dict[str, str]:
        """Every identifier of the other files, read line by line: a file being mended still counts."""
        found: dict[str, str] = {}
        for path, data in sorted(self._existing.items()):
            if path != target:
                for match in _KEY.finditer(data.decode("utf-8", errors="replace")):
                    found.setdefault(_unquoted(match["value"]), path)
        return found

    def _file(self, source: str, path: str, events: Sequence[Mapping[str, object]]) -> Iterator[PlannedFile]:
        if not events:
            return
        header = (
            f"Importé de « {source} ». Vous pouvez modifier ce fichier : l’import n’y touchera plus.\n"
            f"empreinte: {unsealed(_ORIGIN)}"
        )
        data = seal(compose_list(Evenement, events, header=header))
        before = self._existing.get(path)
        if data != before:
            yield PlannedFile(path, data, before)


def _unquoted(text: str) -> str:
    try:
        return str(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506  it builds text only
    except yaml.YAMLError:
        return text


def _fate(before: Mapping[str, object] | None, now: Mapping[str, object]) -> Fate:
    """What becomes of an event, compared as they are written with the one of its name in our file."""
    if not before:
        return Fate.NEW
    same = compose_list(Evenement, [before]) == compose_list(Evenement, [now])
    return Fate.PRESENT if same else Fate.UPDATED


def _alike(candidate: Candidate, path: str) -> str:
    return (
        f"« {candidate.values.get('titre', '')} » (ligne {candidate.where.line}) est aussi dans {path}, "
        f"importé d’un autre document, et n’y dit pas la même chose : les deux sont gardés ; retirez l’un "
        f"s’il s’agit du même."
    )


def _gone(source: str, path: str, kept: Sequence[Mapping[str, object]]) -> Iterator[str]:
    for event in kept:
        yield (
            f"« {event.get('titre', '')} » n’est plus dans « {source} » : il reste dans {path} ; "
            f"retirez-le s’il n’a plus lieu."
        )

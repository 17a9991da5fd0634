"""An event being imported, whatever it comes from, and its checking by the schema."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from filquartiers.content.refusals import told
from filquartiers.importers.plan import Arrival, Fate
from filquartiers.importers.prose import escaped
from filquartiers.model.agenda.schedule import PARIS
from filquartiers.model.kind import Origin, Path
from filquartiers.model.kinds.evenement import Evenement
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import closest, folded
from filquartiers.model.values import read_timezone
from filquartiers.problems import Problem, Where, did_you_mean, problem

REFERENCES = ("reseau", "maisons", "charte", "fiche", "pacte")
"""Fields that name other entries: the project, not the schema alone, can tell whether they are right."""

_NAME = re.compile(r"^nom\s*:\s*['\"]?(?P<name>.*?)['\"]?\s*$", re.MULTILINE | re.IGNORECASE)


@dataclass(slots=True)
class Candidate:
    """One event: the place it was read at, and its values as an editor would type them."""

    where: Where
    values: dict[str, object]
    places: dict[str, Where] = field(default_factory=dict)  # of the single values, where they are known
    organiser: str = ""  # who invites: a house, or words for the description; never a place
    problems: tuple[Problem, ...] = ()  # what its reading left in doubt; an error refuses it
    sheet: str = ""  # of a workbook with several, as one says it

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return str(self.values.get("identifiant", ""))

    def arrival(self, fate: Fate, file: str = "") -> Arrival:
        """Its line in the report."""
        title = str(self.values.get("titre") or "(sans titre)")
        return Arrival(title, self.where.line, fate, file, sheet=self.sheet)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a calendar or a spreadsheet holds; an event that cannot be read is only a problem.

    ``left_out`` are those that are not for the public, or no event; a problem tells why.
    """

    candidates: tuple[Candidate, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: tuple[Arrival, ...] = ()


def faults(candidate: Candidate) -> Iterator[Problem]:
    """Why the schema refuses an event; nothing when it takes it."""
    own = {name: value for name, value in candidate.values.items() if name not in REFERENCES}
    marks: dict[Path, Where] = {(name,): where for name, where in candidate.places.items()}
    try:
        Evenement.model_validate({"slug": "import", **own})
    except ValidationError as error:
        yield from told(error, Evenement, Origin(marks=marks | {(): candidate.where}), missing="case-vide")


def settle_houses(candidate: Candidate, houses: Mapping[str, str]) -> Iterator[Problem]:
    """Turn the name of a house into its file name, in place; an unknown one becomes the event's place.

    ``houses`` are as `titles_in` gives them.
    """
    values = candidate.values
    stated, place = str(values.pop("maisons", "")), str(values.get("lieu", ""))
    organiser = slug_named(candidate.organiser, houses)
    if candidate.organiser and (stated or not organiser):
        body = filter(None, (values.get("corps"), escaped(f"Organisateur : {candidate.organiser}")))
        values["corps"] = "\n\n".join(map(str, body))
    if house := slug_named(stated, houses) or ("" if stated else organiser):
        values["maisons"] = house
    elif stated:
        values["lieu"] = f"{stated}, {place}" if place else stated
        hint = did_you_mean(closest(stated, houses.values())) or "Créez d’abord la fiche de la maison."
        where = candidate.places.get("maisons", candidate.where)
        yield problem("maison-a-creer", where, maison=stated, conseil=hint)
    elif house := slug_named(place, houses):
        del values["lieu"]
        values["maisons"] = house


def titles_in(files: Mapping[str, bytes]) -> dict[str, str]:
    """The name each file gives its entry, by file name without ending.

    Read line by line, so that a file being mended still counts.
    """
    titles: dict[str, str] = {}
    for path, data in files.items():
        slug = _slug(path)
        found = _NAME.search(data.decode("utf-8", errors="replace"))
        titles[slug] = found["name"] if found else slug
    return titles


def zones_in(houses: Mapping[str, bytes], networks: Mapping[str, bytes]) -> dict[str, str]:
    """The time zone of each network and of each house, by file name; read line by line, as `titles_in`."""
    zones = {slug: _zone(stated) for slug, stated in _stated(networks, "fuseau").items()}
    titles = titles_in(networks)
    homes = {slug: slug_named(stated, titles) for slug, stated in _stated(houses, "reseau").items()}
    return {slug: zones.get(network, PARIS) for slug, network in homes.items()} | zones


def _stated(files: Mapping[str, bytes], field: str) -> dict[str, str]:
    """What each file says of a field, by file name without ending; nothing of one that does not state it."""
    line = re.compile(rf"^{field}\s*:\s*['\"]?(?P<value>.*?)['\"]?\s*(?:#.*)?$", re.MULTILINE | re.IGNORECASE)
    found = {_slug(path): line.search(data.decode("utf-8", errors="replace")) for path, data in files.items()}
    return {slug: one["value"] if one else "" for slug, one in found.items()}


def _zone(stated: str) -> str:
    try:
        return read_timezone(stated) if stated else PARIS
    except Refusal:  # told by `check`, which reads the whole file
        return PARIS


def only_one(networks: Mapping[str, str]) -> dict[str, str]:
    """The network of events that name no house, where there is but one."""
    return {"reseau": next(iter(networks))} if len(networks) == 1 else {}


def slug_named(typed: str, titles: Mapping[str, str]) -> str:
    """The file name of the entry that ``typed`` names in either way, or an empty string."""
    by_title = {folded(title): slug for slug, title in titles.items()}
    return (by_title | {folded(slug): slug for slug in titles}).get(folded(typed), "")


def _slug(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]

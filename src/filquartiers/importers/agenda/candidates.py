"""An event being imported, whatever it comes from, and its checking by the schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from filquartiers.content.refusals import told
from filquartiers.importers.agenda.names import slug_named
from filquartiers.importers.plan import Arrival, Fate
from filquartiers.model.kind import Origin, Path
from filquartiers.model.kinds.evenement import Evenement
from filquartiers.model.text import closest
from filquartiers.problems import Problem, Where, did_you_mean, problem

REFERENCES = ("reseau", "maisons", "charte", "fiche", "pacte")
"""Fields that name other entries: the project, not the schema alone, can tell whether they are right."""


@dataclass(slots=True)
class Candidate:
    """One event: the place it was read at, and its values as an editor would type them."""

    where: Where
    values: dict[str, object]
    places: dict[str, Where] = field(default_factory=dict)  # of the single values, where they are known

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return str(self.values.get("identifiant", ""))

    def arrival(self, fate: Fate, file: str = "") -> Arrival:
        """Its line in the report."""
        return Arrival(str(self.values.get("titre") or "(sans titre)"), self.where.line, fate, file)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a calendar or a spreadsheet holds; an event that cannot be read is only a problem."""

    candidates: tuple[Candidate, ...] = ()
    problems: tuple[Problem, ...] = ()


def faults(candidate: Candidate) -> Iterator[Problem]:
    """Why the schema refuses an event; nothing when it takes it."""
    own = {name: value for name, value in candidate.values.items() if name not in REFERENCES}
    marks: dict[Path, Where] = {(name,): where for name, where in candidate.places.items()}
    try:
        Evenement.model_validate({"slug": "import", **own})
    except ValidationError as error:
        yield from told(error, Evenement, Origin(marks=marks | {(): candidate.where}), missing="case-vide")


def settle_houses(candidate: Candidate, houses: Mapping[str, str]) -> Iterator[Problem]:
    """Turn the name of a house into its file name; an unknown one becomes the place of the event.

    Args:
        candidate: changed in place.
        houses: the name of each house, by file name without ending.
    """
    values = candidate.values
    stated, place = str(values.pop("maisons", "")), str(values.get("lieu", ""))
    if house := slug_named(stated, houses):
        values["maisons"] = house
    elif stated:
        values["lieu"] = f"{stated}, {place}" if place else stated
        hint = did_you_mean(closest(stated, houses.values())) or "Créez d’abord la fiche de la maison."
        where = candidate.places.get("maisons", candidate.where)
        yield problem("maison-a-creer", where, maison=stated, conseil=hint)
    elif house := slug_named(place, houses):
        del values["lieu"]
        values["maisons"] = house

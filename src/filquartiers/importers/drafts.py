"""An event being imported, whatever it comes from, and its checking by the schema."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from filquartiers.model.kinds.evenement import Evenement
from filquartiers.model.text import closest, folded
from filquartiers.problems import Problem, Where, problem

REFERENCES = ("reseau", "maisons", "charte", "fiche", "pacte")
"""Fields that name other entries: the project, not the schema alone, can tell whether they are right."""


@dataclass(slots=True)
class Draft:
    """One event: the place it was read at, and its values as an editor would type them."""

    where: Where
    values: dict[str, object]
    places: dict[str, Where] = field(default_factory=dict)  # of the single values, where they are known

    @property
    def title(self) -> str:
        """Its title, or a word in its stead."""
        return str(self.values.get("titre") or "(sans titre)")

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return str(self.values.get("identifiant", ""))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a calendar or a spreadsheet holds; an event that cannot be read is only a problem."""

    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()


def faults(draft: Draft) -> Iterator[Problem]:
    """Why the schema refuses an event; nothing when it takes it."""
    own = {name: value for name, value in draft.values.items() if name not in REFERENCES}
    try:
        Evenement.model_validate({"slug": "import", **own})
    except ValidationError as error:
        yield from (_told(detail, draft) for detail in error.errors())


def settle_houses(draft: Draft, houses: Mapping[str, str]) -> Iterator[Problem]:
    """Turn the name of a house into its file name; an unknown one becomes the place of the event.

    Args:
        draft: changed in place.
        houses: the name of each house, by file name without ending.
    """
    by_form = {folded(name): slug for slug, name in houses.items()} | {folded(slug): slug for slug in houses}
    stated = str(draft.values.pop("maisons", ""))
    place = str(draft.values.get("lieu", ""))
    if folded(stated) in by_form:
        draft.values["maisons"] = by_form[folded(stated)]
    elif stated:
        draft.values["lieu"] = f"{stated}, {place}" if place else stated
        near = closest(stated, houses.values())
        hint = f"Vouliez-vous dire « {near} » ?" if near else "Créez d’abord la fiche de la maison."
        yield problem("maison-a-creer", draft.places.get("maisons", draft.where), maison=stated, conseil=hint)
    elif folded(place) in by_form:
        del draft.values["lieu"]
        draft.values["maisons"] = by_form[folded(place)]


_TYPES = {"missing": "case-vide"}


def _told(detail: ErrorDetails, draft: Draft) -> Problem:
    context = detail.get("ctx", {})
    path = (*context.get("place", ()), *detail["loc"])
    name = next((str(part) for part in path if part in Evenement.model_fields), "titre")
    words = {key: value for key, value in context.items() if isinstance(value, (str, int))}
    given = {"champ": name, "sorte": "événement", "nom": "evenement", **words}
    where = draft.places.get(name, draft.where)
    try:
        return problem(_TYPES.get(detail["type"], detail["type"]), where, **given)
    except KeyError:
        return problem("valeur-invalide", where, **given)

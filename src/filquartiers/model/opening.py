"""A weekly table of opening hours, as a house types it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from filquartiers.model.agenda.times import Times, read_times
from filquartiers.model.agenda.words import WEEKDAYS
from filquartiers.model.fields import placed
from filquartiers.model.kind import KEY
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import closest, folded


# A dataclass, not a model: its keys are not typed by editors, who write days as keys instead.
@dataclass(frozen=True, slots=True)
class Ouverture:
    """Un jour de la semaine (0 = lundi) et ses plages d’ouverture ; aucune plage : fermé."""

    jour: int
    plages: tuple[Times, ...]

    def __str__(self) -> str:
        """Pour d’autres programmes : « lundi 09:00/12:00 14:00/19:00 »."""
        return " ".join((self.nom, *map(str, self.plages)))

    @property
    def nom(self) -> str:
        """Le nom du jour."""
        return WEEKDAYS[self.jour]


def read_opening(raw: object) -> object:
    """A mapping of days to hours, as ``lundi: 9h-12h, 14h-18h`` or ``mardi au vendredi: 9h-12h``.

    Raises:
        PydanticCustomError: an unknown day, or hours that cannot be read.
    """
    if not isinstance(raw, Mapping):
        if isinstance(raw, (str, list)):
            raise PydanticCustomError("horaires-attendus", "")
        return raw
    table: dict[int, tuple[Times, ...]] = {}
    for key, text in raw.items():
        with placed(key, KEY):
            days = tuple(_days(key))
        with placed(key):
            table |= dict.fromkeys(days, _hours(text))
    return tuple(Ouverture(jour=day, plages=table[day]) for day in sorted(table))


def _days(key: str) -> Iterator[int]:
    """The days that a key names: one, « mardi et jeudi », or « lundi au vendredi »."""
    words = [word.removesuffix("s") for word in folded(key.replace("_", " ")).split()]
    if words and words[0] == "tou":
        yield from range(7)
        return
    days = [_day(word, key) for word in words if word not in {"du", "au", "a", "et", "le", "de"}]
    is_range = len(days) == 2 and ("au" in words or "a" in words)  # noqa: PLR2004  both ends
    yield from range(days[0], days[1] + 1) if is_range else days


def _day(word: str, key: str) -> int:
    if word in WEEKDAYS:
        return WEEKDAYS.index(word)
    raise Refusal("jour-inconnu", valeur=key, proche=closest(word, WEEKDAYS))


def _hours(text: object) -> tuple[Times, ...]:
    if not isinstance(text, str):
        raise Refusal("texte-attendu", saisie="des heures, par exemple 9h-12h, 14h-18h")
    if folded(text) in {"ferme", "fermee", ""}:
        return ()
    return tuple(read_times(part) for part in text.replace(" et ", ",").split(","))


_TYPED = {
    "type": "object",
    "x-saisie": "un jour, ou une suite de jours, par ligne, puis ses heures ou « fermé »",
}

Horaires = Annotated[tuple[Ouverture, ...], BeforeValidator(read_opening), WithJsonSchema(_TYPED)]

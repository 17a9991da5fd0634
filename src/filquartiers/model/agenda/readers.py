"""What is read in a clause, once its wording is recognised."""

import re
from collections.abc import Callable
from operator import methodcaller

from filquartiers.model.agenda.exceptions import WEEKEND, HalfDay, MonthPlace, Parity, Season
from filquartiers.model.agenda.feasts import feast_name
from filquartiers.model.agenda.grammar import Found
from filquartiers.model.agenda.rrule import MONTH_DAYS
from filquartiers.model.agenda.rule import Unit
from filquartiers.model.agenda.times import read_times
from filquartiers.model.agenda.words import (
    BREAK,
    BREAKS,
    LAST,
    MONTH,
    ORDINAL,
    WEEKDAY,
    WEEKDAYS,
    last_at_end,
    month_name,
    month_number,
    number,
    ordinal,
    weekday_rank,
)
from filquartiers.model.refusal import Refusal

_UNITS = {"j": Unit.DAY, "s": Unit.WEEK, "m": Unit.MONTH, "a": Unit.YEAR}
"""By the first letter of jour, semaine, mois, an."""
_PARTS_OF_DAY = {"mat": "matin", "apr": "après-midi", "soi": "soir"}
_SEASONS = {
    "printemps": Season((3, 20), (6, 20)), "ete": Season((6, 21), (9, 22)),
    "automne": Season((9, 23), (12, 20)), "hiver": Season((12, 21), (3, 19)),
}  # fmt: skip
"""The seasons of the almanac; in words they are told by their days, so that nobody is mistaken."""
_RANKS = {"p": 1, "1": 1, "d": 2, "s": 2, "2": 2}
_WEEKS = {7: 1, 8: 1, 14: 2, 15: 2}
"""« tous les quinze jours » is a French way to say every two weeks."""


def typed(placeholder: str) -> Callable[[Found], object]:
    """A reader of the text of a placeholder."""
    return methodcaller("typed", placeholder)


def weekdays(found: Found) -> tuple[int, ...]:
    """The weekdays of a list."""
    return tuple(sorted({weekday_rank(word) for word in found.all("weekdays", WEEKDAY)}))


def weekday_run(found: Found) -> tuple[int, ...]:
    """From a weekday to another."""
    return _run(weekday_rank(found["weekday"]), weekday_rank(found["weekday2"]), 7)


def weekday(found: Found) -> tuple[int, ...]:
    """A single weekday."""
    return (weekday_rank(found["weekday"]),)


def adjoining(found: Found) -> tuple[int, ...]:
    """« samedi-dimanche »; « mardi-jeudi » may be two days or three.

    Raises:
        Refusal: ``jours-ambigus``.
    """
    first, last = weekday_rank(found["weekday"]), weekday_rank(found["weekday2"])
    if (last - first) % 7 != 1:
        raise Refusal("jours-ambigus", texte=found.typed(), premier=WEEKDAYS[first], dernier=WEEKDAYS[last])
    return tuple(sorted((first, last)))


def months(found: Found) -> tuple[int, ...]:
    """The months of a list; « juillet-août » follow each other, « juin-septembre » may be two or four.

    Raises:
        Refusal: ``jours-ambigus``.
    """
    for first, last in re.findall(rf"({MONTH}) ?- ?(?={MONTH})(?=({MONTH}))", found["months"]):
        names = [month_name(month_number(word)) for word in (first, last)]
        if (month_number(last) - month_number(first)) % 12 != 1:
            raise Refusal("jours-ambigus", texte=found.typed(), premier=names[0], dernier=names[1])
    return tuple(sorted({month_number(word) for word in found.all("months", MONTH)}))


def month_run(found: Found) -> tuple[int, ...]:
    """From a month to another, maybe over the new year."""
    run = _run(month_number(found["month"]) - 1, month_number(found["month2"]) - 1, 12)
    return tuple(rank + 1 for rank in run)


def value(found: Found) -> int:
    """A number, in figures or in words."""
    return number(found["n"])


def unit(found: Found) -> Unit:
    """The unit of « toutes les deux semaines »."""
    return _UNITS[found["unit"][0]]


def unit_of_days(found: Found) -> Unit:
    """The unit of « tous les trois jours »: « tous les quinze jours » counts weeks."""
    return Unit.WEEK if value(found) in _WEEKS else Unit.DAY


def value_of_days(found: Found) -> int:
    """How many days, or weeks."""
    return _WEEKS.get(value(found), value(found))


def positions(found: Found) -> tuple[int, ...]:
    """The positions of « les 1er et 3e jeudis », those from the end last."""
    return last_at_end(ordinal(word) for word in found.all("positions", ORDINAL))


def month_days(found: Found) -> tuple[int, ...]:
    """The days of « les 1er et 15 du mois »."""
    words = found.all("monthdays", r"dernier jour|\d+|premier")
    values = {"dernier jour": LAST, "premier": 1}
    days = last_at_end(values.get(word) or int(word) for word in words)
    if not MONTH_DAYS.issuperset(days):
        raise Refusal(
            "date-impossible",
            texte=found.typed(),
            raison="les jours d’un mois vont de 1 à 31",
            proche="le dernier jour du mois",
        )
    return days


def hours(found: Found) -> object:
    """The hours, as `read_times` reads them."""
    return read_times(found.typed("times"))


def parity(found: Found) -> Parity:
    """Even or odd weeks."""
    return Parity.ODD if found["parity"].startswith("im") else Parity.EVEN


def part_of_day(found: Found) -> str:
    """« matin », « après-midi » or « soir »."""
    return _PARTS_OF_DAY[found["part"][:3]]


def one_break(found: Found) -> str:
    """A school break, as the table spells it."""
    return BREAKS[found["break"]]


def breaks(found: Found) -> tuple[str, ...]:
    """The school breaks of « les vacances de Noël et de février »."""
    return tuple(BREAKS[name] for name in found.all("breaks", BREAK))


def zone(found: Found) -> str | None:
    """The school zone, when the clause names it."""
    return found.typed("zone").capitalize() or None


def week(found: Found) -> int:
    """Which week of a break: 1, 2, or -1 for the last."""
    word = found["week"]
    return LAST if word.startswith("der") else _RANKS[word[0]]


def feast(found: Found) -> tuple[str, str]:
    """A feast and the year that is told with it, maybe none."""
    return feast_name(found["feast"]), found["year"]


def season(found: Found) -> Season:
    """« l'été »: from 21 June to 22 September."""
    return _SEASONS[found["season"]]


def places(found: Found) -> tuple[MonthPlace, ...]:
    """« le premier mardi du mois », « le dernier week-end de juin »."""
    names = found.match.groupdict()
    ranks = weekdays(found) if "weekdays" in names else (WEEKEND,)
    month = month_number(found["month"]) if names.get("month") else 0
    return tuple(MonthPlace(position, rank, month) for position in positions(found) for rank in ranks)


def half_day(found: Found) -> HalfDay:
    """« le mercredi matin »."""
    return HalfDay(weekday_rank(found["weekday"]), part_of_day(found))


def _run(first: int, last: int, size: int) -> tuple[int, ...]:
    """The numbers from ``first`` to ``last`` around a circle of ``size``, sorted."""
    return tuple(sorted((first + step) % size for step in range((last - first) % size + 1)))

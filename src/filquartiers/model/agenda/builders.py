"""What a clause does to the draft, once its wording is recognised."""

from collections.abc import Callable

from filquartiers.model.agenda.draft import Draft
from filquartiers.model.agenda.errors import AgendaError
from filquartiers.model.agenda.grammar import Builder, Found
from filquartiers.model.agenda.rrule import MONTH_DAYS
from filquartiers.model.agenda.rule import Parity, Unit
from filquartiers.model.agenda.times import read_times
from filquartiers.model.agenda.words import (
    BREAKS,
    LAST,
    MONTH,
    ORDINAL,
    WEEKDAY,
    last_at_end,
    month_number,
    number,
    ordinal,
    weekday_rank,
)

_UNITS = {"j": Unit.DAY, "s": Unit.WEEK, "m": Unit.MONTH, "a": Unit.YEAR}
"""By the first letter of jour, semaine, mois, an."""
_PARTS_OF_DAY = {"mat": "matin", "apr": "après-midi", "soi": "soir"}


def says(**values: object) -> Builder:
    """The clause always says the same."""
    return lambda draft, found: draft.said.say(found.typed(), **values)


def keeps(**placeholders: str) -> Builder:
    """The clause keeps the text of placeholders, whose meaning depends on the other clauses."""

    def build(draft: Draft, found: Found) -> None:
        draft.said.say(found.typed(), **{name: found.typed(what) for name, what in placeholders.items()})

    return build


def reads(**readers: Callable[[Found], object]) -> Builder:
    """The clause says what readers find in it."""

    def build(draft: Draft, found: Found) -> None:
        draft.said.say(found.typed(), **{name: reader(found) for name, reader in readers.items()})

    return build


def adds_nothing(_draft: Draft, _found: Found) -> None:
    """The clause is only there for the reader."""


def weekdays(found: Found) -> tuple[int, ...]:
    """The weekdays of a list."""
    return tuple(sorted({weekday_rank(word) for word in found.all("weekdays", WEEKDAY)}))


def weekday_run(found: Found) -> tuple[int, ...]:
    """From a weekday to another."""
    return _run(weekday_rank(found["weekday"]), weekday_rank(found["weekday2"]), 7)


def weekday(found: Found) -> tuple[int, ...]:
    """A single weekday."""
    return (weekday_rank(found["weekday"]),)


def months(found: Found) -> tuple[int, ...]:
    """The months of a list."""
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


def positions(found: Found) -> tuple[int, ...]:
    """The positions of « les 1er et 3e jeudis », those from the end last."""
    return last_at_end(ordinal(word) for word in found.all("positions", ORDINAL))


def month_days(found: Found) -> tuple[int, ...]:
    """The days of « les 1er et 15 du mois »."""
    words = found.all("monthdays", r"dernier jour|\d+|premier")
    values = {"dernier jour": LAST, "premier": 1}
    days = last_at_end(values.get(word) or int(word) for word in words)
    if not MONTH_DAYS.issuperset(days):
        raise AgendaError(
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


def every_so_many_days(draft: Draft, found: Found) -> None:
    """« tous les trois jours », « tous les quinze jours »."""
    draft.said.say_days(found.typed(), value(found))


def holidays_only(draft: Draft, found: Found) -> None:
    """Only during school breaks."""
    draft.said.say(found.typed(), only_school=True)
    _keep_zone(draft, found)


def break_only(draft: Draft, found: Found) -> None:
    """Only during one school break."""
    draft.only_breaks.append(BREAKS[found["break"]])
    _keep_zone(draft, found)


def except_break(draft: Draft, found: Found) -> None:
    """Not during one school break."""
    draft.excepted_breaks.append(BREAKS[found["break"]])
    _keep_zone(draft, found)


def term_only(draft: Draft, found: Found) -> None:
    """Not during school breaks."""
    draft.school_holidays = True
    _keep_zone(draft, found)


def except_public_holidays(draft: Draft, _found: Found) -> None:
    """Not on public holidays."""
    draft.public_holidays = True


def except_dates(draft: Draft, found: Found) -> None:
    """Not on these dates."""
    draft.excepted_dates.append(found.typed("dates"))


def except_span(draft: Draft, found: Found) -> None:
    """Not in this range."""
    draft.excepted_spans.append(found.typed("span"))


def except_months(draft: Draft, found: Found) -> None:
    """Not in these months."""
    draft.excepted_months.extend(months(found))


def except_weekdays(draft: Draft, found: Found) -> None:
    """Not on these weekdays."""
    draft.excepted_weekdays.extend(weekdays(found))


def _keep_zone(draft: Draft, found: Found) -> None:
    if found["zone"]:
        draft.said.say(found.typed(), zone=found.typed("zone").capitalize())


def _run(first: int, last: int, size: int) -> tuple[int, ...]:
    """The numbers from ``first`` to ``last`` around a circle of ``size``, sorted."""
    return tuple(sorted((first + step) % size for step in range((last - first) % size + 1)))

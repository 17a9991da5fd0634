"""The dates of an event as an editor types them: a rule in words where it gives exactly these dates.

Whatever is proposed is read back by our own rules and held against the dates of the original. What differs by
one date is not kept: the dates are then listed in full, or when they are too many the rule is « à préciser ».
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta

from pydantic import ValidationError

from filquartiers.importers.agenda.ics.expansion import Session
from filquartiers.importers.agenda.ics.moments import Lasting
from filquartiers.model.agenda.dates import write_date
from filquartiers.model.agenda.describe_rule import describe_rule
from filquartiers.model.agenda.exceptions import Exceptions, Span
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.agenda.schedule import Change
from filquartiers.model.agenda.times import Moment, Times, write_moment
from filquartiers.model.kinds.evenement import Evenement
from filquartiers.model.refusal import Refusal

MOST_LISTED = 160
"""Beyond so many dates, nobody reads a list: three years of a weekly meeting."""
_FEW = 6
"""Up to so many dates may differ from a rule, or a third of them: beyond, it is not theirs."""
_MARGIN = timedelta(days=2 * 366)
Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class Dated:
    """What an event of our calendar is to say: when it takes place, and when it does not.

    ``held`` are its dates, ``cancelled`` those announced as such, ``gone`` the planned days on which it does
    not take place. ``off`` tells that the whole is cancelled: ``held`` are then the dates that it had.
    ``first`` is when the series starts. ``goes_on`` tells that more dates come after those that were
    followed, up to ``limit``.
    """

    held: tuple[Session, ...]
    first: Lasting
    off: bool = False
    cancelled: tuple[Session, ...] = ()
    gone: frozenset[date] = frozenset()
    goes_on: bool = False
    limit: date = date.max


def in_words(dated: Dated, rules: Iterable[Rule], *, exactly: bool = False) -> Values | None:
    """The event as a rule in words, with what differs from it; None when no rule gives these very dates.

    With ``exactly``, only what the series itself adds or leaves out may differ.
    """
    usual = next((one.when for one in dated.held if one.ruled), dated.first)
    best: tuple[int, Values] | None = None
    for rule in rules:
        for first in dict.fromkeys((dated.first, usual)):
            found = _attempt(dated, rule, first)
            most = 0 if exactly else max(_FEW, len(dated.held) // 3)
            if found is not None and found[0] <= most and (best is None or found[0] < best[0]):
                best = found
    return best[1] if best else None


def in_full(dated: Dated, most: int = MOST_LISTED) -> list[Values]:
    """The dates one by one, in as few events as can hold them; none when they are more than ``most``."""
    held, cancelled = ({one.when for one in found} for found in (dated.held, dated.cancelled))
    if len(held | cancelled) > most:
        return []
    events = [_listed(group, cancelled - held) for group in _groups(sorted(held | cancelled))]
    return events if all(events) else []


def in_doubt(dated: Dated, rule: str) -> list[Values]:
    """What is known of a rule that no words say: the dates apart from it; the rule itself is only shown.

    Dates of several days, which an event told in words cannot hold, come as an event beside it.
    """
    first, *others = sorted(dated.held, key=lambda one: (one.when != dated.first, one.when))
    known = {one.when for one in (first, *others) if one is first or not one.ruled}
    left_out = "".join(f", sauf le {write_date(day)}" for day in sorted(dated.gone))
    words: Values = {"recurrence": f"à préciser ({rule}{left_out})"}
    values = {
        **first.when.values(),
        **words,
        "en_plus": [one.words() for one in sorted(known - {first.when})],
    }
    found = _dates(values, max(one.day for one in known) + _MARGIN)
    if found is not None and set(found.values()) == known:
        return [values]
    return [*(_listed(group, set()) for group in _groups(sorted(known))), words]


def _attempt(dated: Dated, rule: Rule, first: Lasting) -> tuple[int, Values] | None:
    """The event by this rule from this date on, and how many dates it had wrong; None if it fails."""
    wanted = {one.when for one in dated.held}
    last = max(one.day for one in wanted)
    limit = dated.limit if dated.goes_on else last + _MARGIN
    values: Values = {**first.values(), "recurrence": describe_rule(rule)}
    given = None if rule.bounded == dated.goes_on else _dates(values, limit)
    if given is None or first.day not in given or len(set(given.values()) & wanted) * 2 < len(given):
        return None
    missing = {day for day, one in given.items() if one not in wanted}
    moved = _moved(dated.held, missing, wanted - set(given.values()))
    left_out = missing - moved.keys() - dated.gone
    if left_out:
        bounded = replace(rule, count=None, until=rule.until or max(given)) if rule.bounded else rule
        values["recurrence"] = describe_rule(replace(bounded, exceptions=_except(left_out)))
    unplanned = {one.when for one in dated.cancelled if one.planned not in given}
    values |= {
        "en_plus": [one.words() for one in sorted((wanted | unplanned) - {*given.values(), *moved.values()})],
        "annule": [
            write_date(day) for day in sorted({*(missing & dated.gone), *(one.day for one in unplanned)})
        ],
        "reporte": [{"du": _from(given[day]), "au": moved[day].words()} for day in sorted(moved)],
    }
    again = _dates(values, limit)
    odd = len(left_out) + len(
        {one.when for one in dated.held if one.ruled} - {*given.values(), *moved.values()}
    )
    return (odd, values) if again is not None and set(again.values()) == wanted else None


def _moved(
    held: Sequence[Session], missing: AbstractSet[date], extra: AbstractSet[Lasting]
) -> dict[date, Lasting]:
    """The planned days whose date takes place elsewhen."""
    found: dict[date, Lasting] = {}
    for one in held:
        if one.planned in missing and one.when in extra and one.planned != one.when.day:
            found.setdefault(one.planned, one.when)
    return found


def _from(planned: Lasting) -> str:
    """A planned date: its day and the hour it was to begin."""
    return write_moment(Moment(planned.day, Times(planned.times.start) if planned.times else None))


def _except(days: AbstractSet[date]) -> Exceptions:
    return Exceptions(spans=tuple(Span(day, day) for day in sorted(days)))


def _groups(held: Sequence[Lasting]) -> Iterator[list[Lasting]]:
    """Dates that one event can hold: all as long, each on a day of its own."""
    groups: list[tuple[object, set[date], list[Lasting]]] = []
    for one in held:
        length = one.last_day - one.day
        ending = one.times.end if one.times and length else None
        shape = length, one.times is None, ending
        for known, days, group in groups:
            if known == shape and one.day not in days:
                days.add(one.day)
                group.append(one)
                break
        else:
            groups.append((shape, {one.day}, [one]))
    return (group for _, _, group in groups)


def _listed(group: Sequence[Lasting], cancelled: set[Lasting]) -> Values:
    """One event by its dates in full; nothing when it would not give them."""
    first, *others = group
    values: Values = {**first.values(), "en_plus": [one.words() for one in others]}
    if cancelled.issuperset(group):
        return {**values, "annule": ["oui"]}
    values["annule"] = [write_date(one.day) for one in group if one in cancelled]
    found = _dates(values, group[-1].day + _MARGIN)
    return values if found is not None and set(found.values()) == set(group) - cancelled else {}


def _dates(values: Values, limit: date) -> dict[date, Lasting] | None:
    """What our calendar makes of these values, by planned day, cancelled ones apart; None if it refuses."""
    try:
        event = Evenement.model_validate({"slug": "import", "titre": "Import", **_stated(values)})
        if event.schedule is None:
            return None
        found = tuple(occurrences(event.schedule, date.min, limit))
    except (ValidationError, Refusal, ValueError):
        return None
    return {
        one.original: Lasting(one.day, one.last_day, one.times)
        for one in found
        if one.change is not Change.CANCELLED
    }


def _stated(values: Values) -> Values:
    return {name: value for name, value in values.items() if value}

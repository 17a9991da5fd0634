"""A rule, back in French words that `parse_rule` reads as the same rule."""

from dataclasses import replace
from datetime import date

from filquartiers.model.agenda.dates import write_date, write_range
from filquartiers.model.agenda.describe_except import write_breaks, write_exceptions
from filquartiers.model.agenda.rule import DayHours, Rhythm, Rule, Unit
from filquartiers.model.agenda.times import write_times
from filquartiers.model.agenda.words import (
    LAST,
    LAST_WORDS,
    PARTS_OF_DAY,
    POSITION_WORDS,
    RUN,
    WEEKDAYS,
    break_title,
    joined,
    month_name,
    of_month,
    weekday_run,
)
from filquartiers.model.numbers import day_of_month, in_words, ordinal

_PERIODS = {Unit.DAY: "jour", Unit.WEEK: "semaine", Unit.MONTH: "mois", Unit.YEAR: "an"}
_FEW = 4
"""Beyond, « toutes les six semaines le mardi » reads better than « un mardi sur six »."""
_EVERY_DAY = Rhythm(unit=Unit.DAY)
_WEEKEND = (5, 6)


def describe_rule(rule: Rule) -> str:
    """« tous les mercredis de 14 h à 17 h, sauf vacances scolaires, jusqu'au 30 juin 2027 »."""
    several = len(rule.timetable) > 1
    head = _timetable(rule) if several else " ".join(filter(None, (_what(rule), write_hours(rule))))
    ended = rule.rhythm and not rule.start
    parts = (
        head,
        f"semaines {rule.parity}" if rule.parity else "",
        _months(rule.rhythm) if rule.rhythm else "",
        _from(rule) if rule.rhythm or (several and not rule.days) else "",
        f"{rule.count} fois" if rule.count else "",
        _only(rule),
        write_exceptions(rule),
        f"jusqu'au {_plain(rule.until)}" if rule.until and ended else "",
        _until_break(rule),
    )
    return ", ".join(part for part in parts if part)


def _what(rule: Rule) -> str:
    """The days, without their hours."""
    if rule.rhythm == _EVERY_DAY and _part(rule) in PARTS_OF_DAY:
        return f"tous les {_part(rule)}{'' if _part(rule).endswith('midi') else 's'}"
    if rule.rhythm:
        return _RHYTHMS[rule.rhythm.unit](rule.rhythm)
    if rule.days:
        return write_days(rule.days)
    return _from(rule)


def _timetable(rule: Rule) -> str:
    """« le mardi de 9 h à 11 h, le jeudi à 18 h », with the period that comes back."""
    told = [f"{_who(one)} {_told_hours(one)}" for one in rule.timetable]
    if rule.rhythm is None or rule.rhythm.every == 1:
        return ", ".join(told)
    if rule.rhythm.every <= _FEW:
        return f"{', '.join(told)}, une semaine sur {in_words(rule.rhythm.every)}"
    return f"{_every(rule.rhythm)} {', '.join(told)}"


def _who(one: DayHours) -> str:
    if one.days:
        return write_days(one.days)
    if len(one.weekdays) == 1:
        return f"le {WEEKDAYS[one.weekdays[0]]}"
    return weekday_run(one.weekdays) or f"les {_weekdays(one.weekdays)}"


def write_hours(rule: Rule) -> str:
    """« matin de 9 h à 11 h », « de 9 h à 12 h et de 14 h à 17 h », for a rule whose days are alike."""
    alike = DayHours(times=(rule.times,) if rule.times else (), part_of_day=rule.part_of_day)
    hours = rule.timetable[0] if rule.timetable else alike
    told_already = rule.rhythm == _EVERY_DAY and _part(rule) in PARTS_OF_DAY
    return _told_hours(replace(hours, part_of_day="") if told_already else hours)


def _part(rule: Rule) -> str:
    """The part of the day of a rule whose days are alike."""
    return rule.timetable[0].part_of_day if rule.timetable else rule.part_of_day


def _told_hours(one: DayHours) -> str:
    hours = joined(map(write_times, one.times)) if one.times else ""
    return " ".join(filter(None, (one.part_of_day, hours)))


def _until_break(rule: Rule) -> str:
    if not rule.until_break:
        return ""
    if rule.until_break == "été" and not rule.zone:
        return "jusqu'à la fin de l'année scolaire"
    zone = f" (zone {rule.zone})" if rule.zone else ""
    return f"jusqu'{'au' if rule.until_break == 'Ascension' else 'aux'} {break_title(rule.until_break)}{zone}"


def _from(rule: Rule) -> str:
    """« du 7 octobre 2026 au 30 juin 2027 », « à partir du 7 octobre 2026 »."""
    if rule.start is None:
        return ""
    if rule.until:
        return _range(rule.start, rule.until)
    return f"à partir du {_plain(rule.start)}"


def _range(first: date, last: date) -> str:
    """A range that stays one when it lasts a day."""
    return write_range(first, last) if first < last else f"du {_plain(first)} au {_plain(last)}"


def _plain(day: date) -> str:
    return write_date(day, weekday=False)


def _daily(rhythm: Rhythm) -> str:
    return "tous les jours" if rhythm.every == 1 else f"un jour sur {in_words(rhythm.every)}"


def _weekly(rhythm: Rhythm) -> str:
    days = rhythm.weekdays
    if not days:
        return _every(rhythm)
    if days == _WEEKEND and 1 < rhythm.every <= _FEW:
        return f"un week-end sur {in_words(rhythm.every)}"
    if rhythm.every == 1:
        return weekday_run(days) or f"tous les {_weekdays(days)}"
    if len(days) == 1 and rhythm.every <= _FEW:
        return f"un {WEEKDAYS[days[0]]} sur {in_words(rhythm.every)}"
    if rhythm.every <= _FEW:
        return f"{weekday_run(days) or 'les ' + _weekdays(days)}, une semaine sur {in_words(rhythm.every)}"
    told = f"le {WEEKDAYS[days[0]]}" if len(days) == 1 else f"les {_weekdays(days)}"
    return f"{_every(rhythm)} {told}"


def _monthly(rhythm: Rhythm) -> str:
    place = _place_in_month(rhythm)
    return f"{_every(rhythm)} {place}" if rhythm.every > 1 else place


def _yearly(rhythm: Rhythm) -> str:
    if rhythm.month_days and len(rhythm.months) == 1:
        return f"{_every(rhythm)} le {day_of_month(rhythm.month_days[0])} {month_name(rhythm.months[0])}"
    return f"{_every(rhythm)} {_place_in_month(rhythm)}".strip()


_RHYTHMS = {Unit.DAY: _daily, Unit.WEEK: _weekly, Unit.MONTH: _monthly, Unit.YEAR: _yearly}


def _place_in_month(rhythm: Rhythm) -> str:
    """« le premier vendredi du mois », « le dernier dimanche de mai », « les 1er et 15 du mois »."""
    of = "du mois" if len(rhythm.months) != 1 or rhythm.month_days else of_month(rhythm.months[0])
    if rhythm.positions:
        words = _positions(rhythm.positions)
        several = "s" if len(rhythm.positions) > 1 else ""
        days = (
            f"week-end{several}"
            if rhythm.weekends
            else _weekdays(rhythm.weekdays, "s" if len(rhythm.positions) > 1 else "")
        )
        article = "les" if len(rhythm.positions) > 1 else "le" if rhythm.positions != (-2,) else "l'"
        return f"{article} {words} {days} {of}".replace("' ", "'")
    if not rhythm.month_days:
        return ""
    days = joined("dernier jour" if day == -1 else day_of_month(day) for day in rhythm.month_days)
    return f"{'les' if len(rhythm.month_days) > 1 else 'le'} {days} {of}"


def _positions(positions: tuple[int, ...]) -> str:
    """« premier », « 1er et 3e », « 1er et dernier »."""
    if len(positions) == 1:
        return POSITION_WORDS[positions[0]]
    return joined(LAST_WORDS.get(one) or ordinal(one) for one in positions)


def _months(rhythm: Rhythm) -> str:
    """« de septembre à juin », « en juillet et août », when the place in the month has not said it."""
    said_already = (rhythm.unit is Unit.YEAR and rhythm.month_days) or rhythm.positions
    if not rhythm.months or (said_already and len(rhythm.months) == 1):
        return ""
    run = _circular_run(rhythm.months)
    if run and len(rhythm.months) >= RUN:
        return f"{of_month(run[0])} à {month_name(run[1])}"
    return f"en {joined(map(month_name, rhythm.months))}"


def _circular_run(months: tuple[int, ...]) -> tuple[int, int] | None:
    """The first and last of months that follow each other, maybe over the new year."""
    starts = [month for month in months if (month - 2) % 12 + 1 not in months]
    ends = [month for month in months if month % 12 + 1 not in months]
    return (starts[0], ends[0]) if len(starts) == len(ends) == 1 else None


def _every(rhythm: Rhythm) -> str:
    """« toutes les semaines », « tous les deux mois »."""
    period = _PERIODS[rhythm.unit]
    plural = period if period.endswith("s") else f"{period}s"
    all_ = "toutes les" if rhythm.unit is Unit.WEEK else "tous les"
    return f"{all_} {plural}" if rhythm.every == 1 else f"{all_} {in_words(rhythm.every)} {plural}"


def _weekdays(days: tuple[int, ...], mark: str = "s") -> str:
    return joined(f"{WEEKDAYS[day]}{mark}" for day in days)


def write_days(days: tuple[date, ...]) -> str:
    """« le 6 avril 2027 », « les 12, 14 et 16 janvier 2027 », « le 6 avril 2027 et le 3 mai 2027 »."""
    if len(days) == 1:
        return f"le {_plain(days[0])}"
    if len({(day.year, day.month) for day in days}) == 1:
        *head, last = days
        return f"les {joined([*(day_of_month(day.day) for day in head), _plain(last)])}"
    return joined(f"le {_plain(day)}" for day in days)


_WEEKS = {1: "première", 2: "deuxième", LAST: "dernière"}


def _only(rule: Rule) -> str:
    """« pendant les vacances scolaires (zone B) », « pendant la première semaine des petites vacances »."""
    kinds = ["vacances scolaires"] if rule.only_school_holidays else []
    kinds += write_breaks(rule.only_breaks)
    zone = f" (zone {rule.zone})" if rule.zone else ""
    if rule.only_week:
        week = f"pendant la {_WEEKS[rule.only_week]} semaine"
        return ", ".join(
            f"{week} {'du' if kind.startswith('pont') else 'des'} {kind}{zone}" for kind in kinds
        )
    return ", ".join(f"pendant {'le' if kind.startswith('pont') else 'les'} {kind}{zone}" for kind in kinds)

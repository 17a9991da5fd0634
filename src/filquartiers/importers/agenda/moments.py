"""What a cell says of days, as one types them: dates, ranges, rules.

A date that could be another one is refused, never chosen.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from filquartiers.importers.agenda.hours import HALF_DAY, hours_text
from filquartiers.importers.tables.serial import Format, counted, from_serial
from filquartiers.importers.tables.table import TableCell, cell_text
from filquartiers.model.agenda.dates import write_date
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.agenda.schedule import PARIS
from filquartiers.model.agenda.times import Moment, read_moment, write_moment
from filquartiers.model.agenda.words import SHORT_WEEKDAY, plain
from filquartiers.model.refusal import Refusal

_ISO = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})[T ](?P<hour>\d{1,2}:\d{2})(?::\d{2}(?:[.,]\d+)?)?"
    r"\s*(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>20\d{2})(?P<sep>[/.]|)(?P<month>\d{2})(?P=sep)(?P<day>\d{2})(?=\s|$)"
)
_DASHED = re.compile(r"(?P<day>\d{1,2})-(?P<month>[^\W\d_]{3,9})\.?-(?P<year>\d{2}|\d{4})(?!\d)")
_DIGITS = re.compile(r"(?<!\d)(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4}|\d{2})(?!\d)")
_SERIAL = re.compile(r"\d{5}")
_TITLE_YEAR = re.compile(r"(?<!\d)20\d{2}(?!\d)")
_FIRST_WEEKDAY = re.compile(rf"(?:le )?{SHORT_WEEKDAY}")
_MONTHS_IN_A_YEAR = 12
_MONTHS = frozenset(range(1, _MONTHS_IN_A_YEAR + 1))
_SHORT_YEAR, _EARLIEST = 2, 20  # « 06 » is no year of an agenda to come

_ENGLISH = {
    "january": "janvier", "february": "février", "march": "mars", "april": "avril", "may": "mai",
    "june": "juin", "july": "juillet", "august": "août", "september": "septembre", "october": "octobre",
    "november": "novembre", "december": "décembre", "apr": "avril", "jun": "juin", "jul": "juillet",
    "aug": "août", "dec": "décembre", "feb": "février", "mon": "lundi", "tue": "mardi", "wed": "mercredi",
    "thu": "jeudi", "fri": "vendredi", "sat": "samedi", "sun": "dimanche", "monday": "lundi",
    "tuesday": "mardi", "wednesday": "mercredi", "thursday": "jeudi", "friday": "vendredi",
    "saturday": "samedi", "sunday": "dimanche",
}  # fmt: skip
_ENGLISH_WORD = re.compile(rf"(?<![^\W\d_])({'|'.join(_ENGLISH)})(?![^\W\d_])\.?", re.IGNORECASE)
_MONTH_FIRST = re.compile(
    r"^(?P<before>\D*?)(?P<month>[^\W\d_]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? "
    r"(?P<year>20\d{2})(?P<after>.*)$"
)


@dataclass(frozen=True, slots=True)
class DateDoubt:
    """A code of the catalogue and what its sentence names, still without its place."""

    code: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class DateHabits:
    """What a table as a whole says of its dates.

    ``month_first`` when they may have the month before the day; ``years`` are those of its title.
    """

    month_first: bool = False
    years: tuple[int, ...] = ()


@dataclass(slots=True)
class When:
    """What a cell says of time: values of an event, what is to be told, and what refuses the row."""

    values: dict[str, str] = field(default_factory=dict)
    doubts: list[DateDoubt] = field(default_factory=list)


def habits(cells: Iterable[TableCell], titles: str, *, english: bool) -> DateHabits:
    """What ``cells``, all those of the columns of dates and hours, say together.

    A day past 12 in the first place proves that days come first; in the second, that they do not.
    """
    texts = [cell.text for cell in cells if isinstance(cell.value, str | None)]
    pairs = [(int(one["first"]), int(one["second"])) for text in texts for one in _DIGITS.finditer(text)]
    day_first = any(first > _MONTHS_IN_A_YEAR >= second for first, second in pairs)
    month_first = any(second > _MONTHS_IN_A_YEAR >= first for first, second in pairs)
    american = english or any(HALF_DAY.search(text) for text in texts)
    years = sorted({int(year) for year in _TITLE_YEAR.findall(titles)})
    return DateHabits(month_first or (american and not day_first), tuple(years))


def read_when(cell: TableCell, table: DateHabits) -> When:
    """The day, the range, the rule or the weekday that a cell says.

    Words that nothing reads stay under ``debut``: the schema then refuses them with its own sentence.
    A bare weekday is under ``jour``.
    """
    found = When()
    text = day_text(cell, table, found)
    if names_weekdays(text):
        found.values["jour"] = text
        return found
    try:
        read_moment(text)
    except Refusal as refusal:
        found.values |= _said(text) if refusal.code == "date-illisible" else {"debut": text}
    else:
        found.values["debut"] = text
    return found


def names_weekdays(text: str) -> bool:
    """Whether these words are weekdays and nothing else: « mercredi », « lun./jeu. »."""
    words = re.split(r"\s*(?:[,/&+-]|\bet\b|\bou\b)\s*|\s+", plain(text).removeprefix("le "))
    return any(words) and all(re.fullmatch(f"{SHORT_WEEKDAY}s?", word) for word in words if word)


def _said(text: str) -> dict[str, str]:
    """A range from one day to another, or a rule."""
    try:
        rule = parse_rule(text)
    except Refusal:
        return {"debut": text}
    if isinstance(rule, Rule) and rule.one_event and rule.start and rule.until:
        ends = write_date(rule.start, weekday=False), write_date(rule.until, weekday=False)
        return {"debut": ends[0], "fin": ends[1]}
    return {"recurrence": text}


def day_text(cell: TableCell, table: DateHabits, found: When) -> str:
    """The words of a cell, its date in a form that we read; what is odd in it is noted in ``found``."""
    if isinstance(cell.value, float) and cell.counted:
        lu = cell_text(_counted_moment(cell.value, cell.counted))
        found.doubts.append(DateDoubt("numero-de-date-lu", {"texte": cell.text, "lu": lu}))
        return lu
    if not isinstance(cell.value, str | None):
        found.doubts.extend(_hidden_year(cell, table))
        return cell.text
    text = hours_text(cell)
    if _SERIAL.fullmatch(text) and (day := counted(float(text), since_1904=False)):
        lu = write_date(day, weekday=False)
        found.doubts.append(DateDoubt("numero-de-date", {"texte": text, "lu": lu}))
        return text
    found.doubts.extend(_two_readings(text, table))
    text = _YEAR_FIRST.sub(r"\g<year>-\g<month>-\g<day>", _iso(text, found))
    text = _DASHED.sub(_undashed, text)
    return _with_year(_in_french(text), table, found)


def _hidden_year(cell: TableCell, table: DateHabits) -> Iterator[DateDoubt]:
    """A cell that shows « 6 janv. » holds the year in which it was typed, that nobody saw.

    Another year than that of the title refuses it.
    """
    if not cell.shown or not isinstance(cell.value, date):
        return
    values = {"texte": cell.text, "annee": cell.value.year}
    told = bool(table.years) and cell.value.year not in table.years
    yield DateDoubt("annee-cachee-fausse" if told else "annee-cachee", values)


def _counted_moment(number: float, day: date) -> date:
    """The day with the hour that the fraction of the number is."""
    hour = from_serial(number % 1, Format(hour=True), since_1904=False)
    return datetime.combine(day, hour) if isinstance(hour, time) and hour != time(0) else day


def _two_readings(text: str, table: DateHabits) -> Iterator[DateDoubt]:
    """The first date of ``text`` that is another one with its month first, where the table may write so.

    « 27/01/06 » is another one with its year first.
    """
    for found in _DIGITS.finditer(text):
        if len(found["year"]) == _SHORT_YEAR and int(found["year"]) < _EARLIEST:
            first_last = f"le {found['year']}/{found['second']}/20{found['first'].zfill(2)}"
            un = f"le {found['first']}/{found['second']}/20{found['year']}"
            yield DateDoubt("date-a-deux-lectures", {"texte": text, "un": un, "autre": first_last})
            return
        if not table.month_first:
            continue
        first, second = int(found["first"]), int(found["second"])
        if first != second and {first, second} <= _MONTHS:
            year = int(found["year"]) % 2000 + 2000
            readings = [
                f"le {write_date(date(year, month, day), weekday=False)}"
                for day, month in ((first, second), (second, first))
            ]
            yield DateDoubt("date-a-deux-lectures", {"texte": text, "un": readings[0], "autre": readings[1]})
            return


def _iso(text: str, found: When) -> str:
    """« 2027-01-15T09:00:00 » as « 2027-01-15 09:00 »; midnight sharp is a day without hours."""
    whole = _ISO.fullmatch(text.strip())
    if not whole:
        return text
    if whole["zone"] and not _is_local(whole):
        found.doubts.append(DateDoubt("heure-d-ailleurs", {"texte": text}))
    hour = whole["hour"].zfill(5)
    return whole["day"] if hour == "00:00" and not whole["zone"] else f"{whole['day']} {hour}"


def _is_local(whole: re.Match[str]) -> bool:
    """Whether the offset stated is that of Paris on that day: the hour is then the one of a clock there."""
    sign = whole["zone"].replace(":", "")
    if not re.fullmatch(r"[+-]\d{4}", sign):
        return False
    stated = timedelta(hours=int(sign[1:3]), minutes=int(sign[3:])) * (1 if sign[0] == "+" else -1)
    try:
        local = datetime.fromisoformat(f"{whole['day']}T{whole['hour'].zfill(5)}")
    except ValueError:
        return False
    return stated != timedelta() and local.replace(tzinfo=ZoneInfo(PARIS)).utcoffset() == stated


def _undashed(found: re.Match[str]) -> str:
    """« 06-janv-27 » as « 06 janv 2027 »."""
    return f"{found['day']} {found['month']} {found['year'].rjust(4, '?').replace('??', '20')}"


def _in_french(text: str) -> str:
    """« Wednesday, January 6, 2027 » as « mercredi 6 janvier 2027 »."""
    if not _ENGLISH_WORD.search(text):
        return text
    french = _ENGLISH_WORD.sub(lambda found: _ENGLISH[found[1].lower()], text)
    moved = _MONTH_FIRST.match(french)
    if moved:
        before = moved["before"].replace(",", "")
        french = f"{before}{moved['day']} {moved['month']} {moved['year']}{moved['after']}"
    return french


def _with_year(text: str, table: DateHabits, found: When) -> str:
    """A date without year, with the one year of the table's title in which its weekday is right."""
    if not table.years or not _FIRST_WEEKDAY.match(plain(text)) or _TITLE_YEAR.search(text):
        return text
    fits = [moment for year in table.years for moment in _in_year(text, year)]
    if len(fits) != 1:
        return text
    found.doubts.append(DateDoubt("annee-du-titre", {"texte": text, "annee": fits[0].day.year}))
    return write_moment(fits[0])


def _in_year(text: str, year: int) -> Iterator[Moment]:
    try:
        moment = read_moment(text, since=date(year, 1, 1))
    except Refusal:
        return
    if moment.day.year == year:
        yield moment

"""A date written in any usual way is that date, or is refused: never another one."""

import io
from datetime import date, datetime, time

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.importers.agenda.planning import AgendaContext, plan_agenda
from filquartiers.model.agenda.dates import write_date
from filquartiers.model.agenda.words import MONTHS, WEEKDAYS
from importers.agenda.sortes.measure import dates_of

DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 30))
HOURS = st.times(time(6, 0), time(22, 0)).map(lambda hour: hour.replace(second=0, microsecond=0))
ENGLISH = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

WAYS = {
    "d/m/Y": lambda day: f"{day:%d/%m/%Y}",
    "j/n/y": lambda day: f"{day.day}/{day.month}/{day:%y}",
    "d-m-Y": lambda day: f"{day:%d-%m-%Y}",
    "d.m.Y": lambda day: f"{day:%d.%m.%Y}",
    "iso": lambda day: day.isoformat(),
    "iso, minuit": lambda day: f"{day}T00:00:00",
    "année d’abord": lambda day: f"{day:%Y/%m/%d}",
    "sans séparateur": lambda day: f"{day:%Y%m%d}",
    "en mots": lambda day: write_date(day, weekday=False),
    "avec le jour": write_date,
    "majuscules": lambda day: write_date(day).upper(),
    "abrégée": lambda day: f"{WEEKDAYS[day.weekday()][:3]}. {day.day} {MONTHS[day.month - 1]} {day.year}",
    "anglais": lambda day: f"{ENGLISH[day.month - 1]} {day.day}, {day.year}",
    "anglais, jour d’abord": lambda day: f"{day.day} {ENGLISH[day.month - 1]} {day.year}",
}
FORMATS = (
    "dd/mm/yyyy",
    "d mmmm yyyy",
    "[$-40C]dddd d mmmm yyyy;@",
    "yyyy-mm-dd",
    "d-mmm-yy",
    "dd/mm/yyyy hh:mm",
)


def found(name: str, data: bytes) -> list[str]:
    plan = plan_agenda(name, data, AgendaContext({}, {}, {"reseau": "val"}))
    return dates_of(plan).get("Bal", [])


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=25, deadline=None)
@given(day=DAYS, hour=HOURS)
def test_in_a_csv(way, day, hour):
    text = f'Titre;Date;Heure\nBal;"{WAYS[way](day)}";{hour:%H:%M}\n'
    assert found("agenda.csv", text.encode()) == [f"{day} {hour:%H:%M}"]


@settings(max_examples=60, deadline=None)
@given(day=DAYS, hour=HOURS, form=st.sampled_from(FORMATS), since_1904=st.booleans())
def test_in_a_workbook(day, hour, form, since_1904):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"date_1904": since_1904}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Titre", "Date de début"])
        sheet.write(1, 0, "Bal")
        sheet.write_datetime(1, 1, datetime.combine(day, hour), book.add_format({"num_format": form}))
    assert found("agenda.xlsx", stream.getvalue()) == [f"{day} {hour:%H:%M}"]


@settings(max_examples=60, deadline=None)
@given(first=DAYS, second=DAYS)
def test_month_first_is_never_taken_for_day_first(first, second):
    """Two dates as an American program writes them: each is refused, or is the same either way round."""
    rows = "".join(f"{name},{day:%m/%d/%Y}\n" for name, day in (("Bal", first), ("Loto", second)))
    plan = plan_agenda(
        "c.csv", f"Title,Start Date\n{rows}".encode(), AgendaContext({}, {}, {"reseau": "val"})
    )
    for title, day in (("Bal", first), ("Loto", second)):
        assert dates_of(plan).get(title, [str(day)]) == [str(day)]

"""Spreadsheets and calendars as people really have them: the odd, the damaged, the hostile."""

import io
from datetime import date, datetime, time
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.importers.agenda.columns import COLUMNS
from filquartiers.importers.agenda.planning import AgendaContext, plan_agenda
from filquartiers.importers.agenda.template import template
from filquartiers.importers.plan import Fate, ImportPlan
from filquartiers.problems import Gravity

unhurried = settings(deadline=None)  # the machine may be busy

NOTHING = AgendaContext({})
HERE = Path(__file__).parent / "cas"


def workbook(*rows: list[object], merged: str = "", title: str = "Feuille") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def plan_of(data: bytes, name: str = "agenda.xlsx") -> ImportPlan:
    return plan_agenda(name, data, NOTHING)


def codes(plan: ImportPlan) -> list[str]:
    return [one.code for one in plan.problems]


def text_of(plan: ImportPlan) -> str:
    (file,) = plan.files
    return file.data.decode()


def test_dates_hours_and_numbers_are_written_as_one_types_them():
    rows = (
        ["Titre", "Date", "Heures", "Âge", "Tarif"],
        ["Bal", date(2027, 1, 6), time(14, 30), 6.0, 2.5],
        ["Loto", datetime(2027, 1, 7, 20), None, "dès 6 ans", "gratuit"],  # noqa: DTZ001  cells have no zone
    )
    text = text_of(plan_of(workbook(*rows)))
    assert "debut: 6 janvier 2027\n  horaire: 14 h 30\n" in text
    assert "debut: jeudi 7 janvier 2027, à 20 h" in text
    assert "age: '6'" in text
    assert "tarif: 2,5" in text


def test_a_merged_cell_says_the_same_of_each_row():
    rows = (["Titre", "Lieu", "Date"], ["Bal", "Parc", "6 janvier 2027"], ["Loto", None, "7 janvier 2027"])
    plan = plan_of(workbook(*rows, merged="B2:B3"))
    assert codes(plan) == ["cellules-fusionnees"]
    assert plan.problems[0].where.line == 2
    assert text_of(plan).count("lieu: Parc") == 2


def test_a_formula_without_result_is_told_with_its_cell():
    plan = plan_of(workbook(["Titre", "Date"], ["Bal", "=A1+7"]))
    assert sorted(codes(plan)) == ["date-absente", "formule-sans-valeur"]
    assert any("La cellule B2 est une formule" in one.message for one in plan.problems)
    assert plan.files == ()


def test_wrong_headings_propose_the_right_ones():
    plan = plan_of(workbook(["Tittre", "Datte"], ["Bal", "6 janvier 2027"]))
    assert codes(plan) == ["entetes-introuvables"]
    assert "« Titre » pour « Tittre »" in plan.problems[0].hint
    assert "« Date » pour « Datte »" in plan.problems[0].hint


def test_headings_may_stand_lower_in_another_order_and_case():
    rows = (["Programme"], [], ["DATE", "lieu", "titre"], ["6 janvier 2027", "Parc", "Bal"])
    assert [item.title for item in plan_of(workbook(*rows)).items] == ["Bal"]


def test_every_sheet_with_headings_is_read_and_others_are_told():
    book = openpyxl.load_workbook(io.BytesIO(workbook(["Titre", "Date"], ["Bal", "6 janvier 2027"])))
    book.create_sheet("Février").append(["Titre", "Date"])
    book["Février"].append(["Loto", "6 février 2027"])
    book.create_sheet("Notes").append(["penser aux verres"])
    plan = plan_of(saved(book))
    assert [item.title for item in plan.items] == ["Bal", "Loto"]
    assert codes(plan) == ["feuille-ignoree"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "import-vide"),
        (b" \n ", "import-vide"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "ancien-excel"),
        (b"PK\x03\x04 un zip coupe", "classeur-illisible"),
        (workbook(["Titre"])[:800], "classeur-illisible"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 8, "import-pas-du-texte"),
        (b"bonjour", "entetes-introuvables"),
        (workbook(), "import-vide"),
    ],
)
def test_a_file_that_holds_no_calendar_is_one_sentence(data, code):
    plan = plan_of(data)
    assert codes(plan) == [code]
    assert plan.problems[0].gravity is Gravity.ERROR
    assert (plan.items, plan.files) == ((), ())


def test_an_ics_that_is_a_web_page_is_one_sentence():
    assert codes(plan_of(b"<html><body>connexion</body></html>", "agenda.ics")) == ["pas-un-agenda"]


def test_a_quote_never_closed_is_told_with_its_row():
    data = b'Titre;Date\nBal;6 janvier 2027\n"Loto;7 janvier 2027\nRepas;8 janvier 2027\n'
    plan = plan_of(data, "agenda.csv")
    told = next(one for one in plan.problems if one.code == "csv-guillemet")
    assert told.where.line == 3
    assert plan.having(Fate.NEW)[0].title == "Bal"


def test_one_identifier_for_two_rows_refuses_the_second():
    rows = (
        ["Titre", "Date", "Identifiant"],
        ["Bal", "6 janvier 2027", "x"],
        ["Loto", "7 janvier 2027", "x"],
    )
    plan = plan_of(workbook(*rows))
    assert codes(plan) == ["identifiant-double"]
    assert [item.title for item in plan.having(Fate.REFUSED)] == ["Loto"]


def test_new_hours_change_an_event_instead_of_adding_one():
    before = plan_of(workbook(["Titre", "Date", "Heures"], ["Bal", "6 janvier 2027", "20h"]))
    existing = {file.path: file.data for file in before.files}
    after = plan_agenda(
        "agenda.xlsx",
        workbook(["Titre", "Date", "Heures"], ["Bal", "06/01/2027", "21h"]),
        AgendaContext(existing),
    )
    assert [item.fate for item in after.items] == [Fate.UPDATED]
    assert text_of(after).count("titre:") == 1


def test_the_model_is_always_the_same_and_imports_as_it_says():
    assert template() == template()
    book = openpyxl.load_workbook(io.BytesIO(template()))
    assert [cell.value for cell in book["Agenda"][1]] == [column.heading for column in COLUMNS]
    plan = plan_of(template())
    assert (codes(plan), plan.items) == (["ligne-exemple"], ())
    book["Agenda"]["A2"] = "Atelier couture"
    plan = plan_of(saved(book))
    assert [item.fate for item in plan.items] == [Fate.NEW]


def event(*lines: str) -> str:
    return "\n".join(["BEGIN:VEVENT", "UID:x", "SUMMARY:Bal", *lines, "END:VEVENT"])


def calendar(*events: str) -> bytes:
    return "\n".join(["BEGIN:VCALENDAR", *events, "END:VCALENDAR"]).encode()


def test_the_newest_version_of_an_event_wins_and_the_other_is_told():
    old, new = event("DTSTART:20270106T140000"), event("DTSTART:20270107T140000", "SEQUENCE:1")
    plan = plan_of(f"BEGIN:VCALENDAR\n{new}\n{old}\nEND:VCALENDAR".encode(), "a.ics")
    assert codes(plan) == ["version-ancienne"]
    assert "7 janvier 2027" in text_of(plan)


def test_changed_dates_without_their_series_are_events_of_their_own():
    dates = (event(f"DTSTART:2027010{day}T140000", f"RECURRENCE-ID:2027010{day}T100000") for day in (6, 7))
    plan = plan_of(("BEGIN:VCALENDAR\n" + "\n".join(dates) + "\nEND:VCALENDAR").encode(), "a.ics")
    assert [item.fate for item in plan.items] == [Fate.NEW, Fate.NEW]
    assert "identifiant: x 2027-01-07" in text_of(plan)


def test_hours_are_those_of_a_clock_in_paris():
    lines = event("DTSTART:20270701T160000Z", "DTEND;TZID=America/New_York:20270701T130000")
    plan = plan_of(f"BEGIN:VCALENDAR\n{lines}\nEND:VCALENDAR".encode(), "a.ics")
    assert "debut: jeudi 1er juillet 2027, de 18 h à 19 h" in text_of(plan)


def test_hours_said_twice_are_not_lost():
    rows = (["Titre", "Date", "Heures", "Heure de fin"], ["Bal", "6 janvier 2027", "20h-21h", "22h"])
    text = text_of(plan_of(workbook(*rows)))
    assert "horaire: 20h-21h" in text
    assert "corps: 22h" in text


LINES = (HERE / "google" / "agenda.ics").read_text(encoding="utf-8").split("\n")


@unhurried
@given(st.binary(max_size=600), st.sampled_from(["a.ics", "a.csv", "a.xlsx"]))
def test_any_bytes_end_in_a_plan_or_a_message(data, name):
    plan = plan_of(data, name)
    assert plan.items or plan.problems


@unhurried
@given(
    st.lists(st.sampled_from([*LINES, "", "bruit", "DTSTART:x", "RRULE:FREQ=", "EXDATE:2027"]), max_size=40)
)
def test_any_lines_of_calendar_end_in_a_plan_or_a_message(lines):
    plan = plan_of("\n".join(["BEGIN:VCALENDAR", *lines]).encode(), "a.ics")
    assert all(one.where.file for one in plan.problems)


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=0, max_value=8000), st.integers(min_value=0, max_value=255))
def test_a_workbook_with_one_byte_changed_never_breaks(place, value):
    data = bytearray(template())
    data[place % len(data)] = value
    plan = plan_of(bytes(data))
    assert plan.items or plan.problems


CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12)


@unhurried
@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=5))
def test_no_row_of_a_table_is_silent(rows):
    """Each row that holds something ends as a line of the log."""
    body = [("Titre", "Date", "Lieu"), *rows]
    text = "\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in body)
    plan = plan_of(text.encode(), "a.csv")
    assert len(plan.items) == sum(any(cell.strip() for cell in row) for row in rows)

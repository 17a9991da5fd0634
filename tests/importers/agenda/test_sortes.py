"""Every kind of table gives the dates that it says, and no row of it is lost without a word."""

import pytest

from filquartiers.importers.agenda.planning import AgendaContext, plan_agenda
from filquartiers.importers.plan import ImportPlan, PlannedFile
from importers.agenda.sortes.measure import dates_of, outcome
from importers.agenda.sortes.tables import SORTES


@pytest.mark.parametrize("sorte", SORTES, ids=lambda sorte: sorte.name)
def test_what_a_table_says_is_read_and_the_rest_is_told(sorte):
    assert [(fate, what) for fate, what in outcome(sorte) if fate not in {"lu", "écarté"}] == []


@pytest.mark.parametrize("sorte", SORTES, ids=lambda sorte: sorte.name)
def test_every_row_is_an_event_or_is_told_with_its_number(sorte):
    plan = plan_agenda(sorte.file, sorte.data, AgendaContext({}, {}, {"reseau": "val"}))
    dropped = {item.line for item in plan.items if not item.file}
    assert dropped >= set(sorte.told)
    assert dropped <= {one.where.line for one in plan.problems}
    assert set(sorte.codes) <= {one.code for one in plan.problems}


def test_two_sources_of_one_name_keep_both_their_events():
    first = "Titre;Date;Heures\nLoto;06/01/2027;14h\nBal;07/01/2027;20h\n"
    second = "Titre;Date;Heures\nLoto;06/01/2027;18h\nBal;07/01/2027;20h\n"
    existing: dict[str, bytes] = {}
    for name, text in (("Agenda été.csv", first), ("agenda-ete.csv", second), ("agenda-ete.csv", second)):
        plan = plan_agenda(name, text.encode(), AgendaContext(existing, {}, {"reseau": "val"}))
        existing |= {file.path: file.data for file in plan.files}
    assert sorted(existing) == ["content/calendrier/agenda-ete-2.yaml", "content/calendrier/agenda-ete.yaml"]
    assert plan.files == ()
    assert any("« Loto »" in question for question in plan.decisions)
    files = tuple(PlannedFile(path, data) for path, data in existing.items())
    whole = dates_of(ImportPlan("", files=files))
    assert whole["Loto"] == ["2027-01-06 14:00", "2027-01-06 18:00"]
    assert whole["Bal"] == ["2027-01-07 20:00"]


def test_a_weekday_alone_is_shown_and_never_counted_from():
    data = "Jour;Activité\nMercredi;Couture\n".encode()
    (file,) = plan_agenda("a.csv", data, AgendaContext({})).files
    assert "recurrence: à préciser (Mercredi)" in file.data.decode()

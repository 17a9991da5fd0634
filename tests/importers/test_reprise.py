"""Importing again: what is unchanged stays, what was edited is never touched."""

from pathlib import Path

import pytest

from filquartiers.importers.agenda.planning import AgendaContext, plan_agenda
from filquartiers.importers.annuaire.planning import plan_actions
from filquartiers.importers.fingerprint import mark_of
from filquartiers.importers.plan import Fate, PlannedFile
from filquartiers.importers.writing import write_plan

HERE = Path(__file__).parent
LISTING = (HERE / "annuaire" / "cas" / "doublons" / "annuaire.txt").read_bytes()
CALENDAR = (HERE / "agenda" / "cas" / "google" / "agenda.ics").read_bytes()
SHEET = "content/fiches/repas-de-rue.md"


def held(plan) -> dict[str, bytes]:
    return {file.path: file.data for file in plan.files}


def fates(plan) -> dict[str, Fate]:
    return {item.file: item.fate for item in plan.items if item.fate is not Fate.DUPLICATE}


def test_an_edited_sheet_is_left_alone():
    files = held(plan_actions("a.txt", LISTING, {}))
    files[SHEET] += b"\nUne phrase de plus.\n"
    plan = plan_actions("a.txt", LISTING, files)
    assert plan.files == ()
    assert fates(plan)[SHEET] is Fate.EDITED


def test_a_renamed_sheet_is_recognised():
    files = held(plan_actions("a.txt", LISTING, {}))
    files["content/fiches/autre-nom.md"] = files.pop(SHEET)
    assert plan_actions("a.txt", LISTING, files).files == ()


@pytest.mark.parametrize(
    "change", [lambda data: data.replace(b"\n", b"\r\n"), lambda data: b"\xef\xbb\xbf" + data]
)
def test_line_ends_and_byte_order_marks_are_no_edits(change):
    files = {path: change(data) for path, data in held(plan_actions("a.txt", LISTING, {})).items()}
    plan = plan_actions("a.txt", LISTING, files)
    assert plan.files == ()
    assert set(fates(plan).values()) == {Fate.PRESENT}


def test_a_record_that_changed_updates_its_untouched_sheet():
    files = held(plan_actions("a.txt", LISTING, {}))
    changed = LISTING.replace(b"Chacun apporte un plat.", b"Chacun apporte un dessert.")
    plan = plan_actions("a.txt", changed, files)
    assert [file.path for file in plan.files] == [SHEET]
    assert plan.files[0].before == files[SHEET]
    assert fates(plan)[SHEET] is Fate.UPDATED


def test_a_record_and_its_sheet_both_changed_is_a_question():
    files = held(plan_actions("a.txt", LISTING, {}))
    files[SHEET] = files[SHEET].replace(b"voisins", b"voisines")
    changed = LISTING.replace(b"Chacun apporte un plat.", b"Chacun apporte un dessert.")
    plan = plan_actions("a.txt", changed, files)
    assert plan.files == ()
    assert fates(plan)[SHEET] is Fate.CONFLICT
    assert any("reportez à la main" in one for one in plan.decisions)


def test_a_sheet_typed_by_hand_is_never_replaced():
    plan = plan_actions("a.txt", LISTING, {SHEET: b"---\ntitre: Repas de rue\n---\n"})
    assert SHEET not in held(plan)
    assert "content/fiches/repas-de-rue-2.md" in held(plan)
    assert any("existe déjà" in one for one in plan.decisions)


def test_every_written_file_carries_a_true_mark():
    for data in held(plan_actions("a.txt", LISTING, {})).values():
        mark = mark_of(data)
        assert mark is not None
        assert mark.untouched


def agenda(data: bytes, existing: dict[str, bytes]):
    return plan_agenda("agenda.ics", data, AgendaContext(existing))


def test_an_edited_calendar_is_left_alone_and_new_events_go_beside():
    files = held(agenda(CALENDAR, {}))
    edited = {path: data.replace(b"Bal folk", b"Bal") for path, data in files.items()}
    more = CALENDAR.replace(b"UID:fete@google.com", b"UID:autre@google.com")
    plan = agenda(more, edited)
    assert [file.path for file in plan.files] == ["content/calendrier/agenda-2.yaml"]
    assert plan.files[0].data.count(b"identifiant") == 1
    assert b"autre@google.com" in plan.files[0].data


def test_a_changed_event_is_updated_and_a_vanished_one_kept():
    files = held(agenda(CALENDAR, {}))
    start = CALENDAR.index(b"BEGIN:VEVENT\nDTSTART:20270312")
    shorter = CALENDAR[:start] + CALENDAR[CALENDAR.index(b"BEGIN:VEVENT", start + 1) :]
    plan = agenda(shorter.replace("Séjour à la mer".encode(), "Séjour à la montagne".encode()), files)
    data = plan.files[0].data.decode()
    assert "Séjour à la montagne" in data
    assert "Séjour à la mer" not in data
    assert "Bal folk" in data
    assert any("Bal folk" in one for one in plan.decisions)
    again = agenda(shorter.replace("Séjour à la mer".encode(), "Séjour à la montagne".encode()), held(plan))
    assert again.files == ()


def test_an_event_known_in_another_file_is_not_written_twice():
    by_hand = {"content/calendrier/a-la-main.yaml": b"- titre: Bal\n  identifiant: 'bal@google.com'\n"}
    plan = agenda(CALENDAR, by_hand)
    assert b"bal@google.com" not in plan.files[0].data
    assert fates(plan)["content/calendrier/a-la-main.yaml"] is Fate.PRESENT


def test_a_file_changed_since_the_plan_is_left_alone(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "x.md").write_bytes(b"change")
    faults = list(write_plan(tmp_path, [PlannedFile("content/x.md", b"neuf", b"avant")]))
    assert [fault.code for fault in faults] == ["import-non-ecrit"]
    assert (tmp_path / "content" / "x.md").read_bytes() == b"change"


def test_a_folder_in_the_way_is_told_and_the_rest_is_written(tmp_path):
    (tmp_path / "content").write_bytes(b"un fichier a la place du dossier")
    files = [PlannedFile("content/fiches/x.md", b"neuf"), PlannedFile("autre/y.md", b"neuf")]
    assert [fault.code for fault in write_plan(tmp_path, files)] == ["import-non-ecrit"]
    assert (tmp_path / "autre" / "y.md").read_bytes() == b"neuf"
    assert sorted(path.name for path in (tmp_path / "autre").iterdir()) == ["y.md"]

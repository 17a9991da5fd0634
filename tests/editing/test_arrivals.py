"""Events accepted one by one: those that are written, those that are not, and what stays untouched."""

import shutil
from datetime import date

import pytest

from filquartiers.checks import check_site
from filquartiers.content import load
from filquartiers.editing import Desk
from filquartiers.editing.arrivals import Novelty, accept, delivery
from filquartiers.importers.agenda.planning import AgendaContext
from filquartiers.model.kinds import KINDS, Evenement
from filquartiers.problems import Gravity

DAY = date(2027, 1, 5)
TABLE = """Titre;Date;Heure;Maison
Loto;6 février 2027;14h-17h;Le Bac
Bal;13 février 2027;20h;Les Saules
Goûter;31 février 2027;16h;Le Bac
Tricot;20 février 2027;10h;Le Bac
"""
ICS = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//essai//FR\r
BEGIN:VEVENT\r
UID:repas-1@quartier.example\r
DTSTAMP:20270101T090000Z\r
DTSTART;TZID=Europe/Paris:20270206T120000\r
DTEND;TZID=Europe/Paris:20270206T140000\r
SUMMARY:Repas partagé\r
END:VEVENT\r
END:VCALENDAR\r
"""


@pytest.fixture
def project(examples, tmp_path):
    shutil.copytree(examples / "mini/content", tmp_path / "content")
    return tmp_path


@pytest.fixture
def bring(project):
    def brought(text=TABLE, name="programme.csv", **more):
        folder = project / "content/calendrier"
        existing = {f"content/calendrier/{one.name}": one.read_bytes() for one in sorted(folder.iterdir())}
        houses = {"le-bac": "Le Bac", "les-saules": "Les Saules"}
        context = AgendaContext(existing, houses, more, {}, DAY)
        return delivery(name, text.encode(), context)

    return brought


def keys(brought, *titles):
    return {one.key for one in brought.events if one.title in titles}


def states(brought):
    return {one.title: one.standing for one in brought.events}


def titles(project):
    loaded = load(project, KINDS, DAY)
    found = (*loaded.problems, *check_site(loaded.site, loaded.files))
    assert [one for one in found if one.gravity is Gravity.ERROR] == []
    return {one.titre for one in loaded.site.of(Evenement)}


def test_what_is_chosen_is_written_and_nothing_else(project, bring):
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    had = titles(project)
    brought = bring()
    assert states(brought) == {"Loto": Novelty.NEW, "Bal": Novelty.NEW, "Tricot": Novelty.NEW}
    assert [one.title for one in brought.aside] == ["Goûter"]
    assert any(one.code == "date-impossible" for one in brought.problems)
    (file,) = accept(Desk(project), brought, keys(brought, "Loto", "Tricot"))
    assert file == "content/calendrier/programme.yaml"
    assert titles(project) == had | {"Loto", "Tricot"}
    assert {path: path.read_bytes() for path in before} == before


def test_a_second_import_proposes_nothing_twice(project, bring):
    accept(Desk(project), bring(), keys(bring(), "Loto"))
    again = bring()
    assert states(again) == {"Loto": Novelty.PRESENT, "Bal": Novelty.NEW, "Tricot": Novelty.NEW}
    first = (project / "content/calendrier/programme.yaml").read_bytes()
    (file,) = accept(Desk(project), again, keys(again, "Loto", "Bal"))
    assert file == "content/calendrier/programme.yaml"
    assert (project / file).read_bytes().startswith(first.rstrip(b"\n"))
    assert (project / file).read_bytes().count(b"Loto") == 1
    assert set(states(bring()).values()) == {Novelty.PRESENT, Novelty.NEW}


def test_the_same_acceptance_twice_writes_once(project, bring):
    brought = bring()
    desk = Desk(project)
    accept(desk, brought, keys(brought, "Loto", "Bal"))
    once = (project / brought.target).read_bytes()
    assert accept(desk, brought, keys(brought, "Loto", "Bal")) == ()
    assert (project / brought.target).read_bytes() == once


def test_a_moved_date_is_proposed_as_a_change_that_touches_its_line_alone(project, bring):
    accept(Desk(project), bring(), keys(bring(), "Loto", "Bal"))
    file = project / "content/calendrier/programme.yaml"
    typed = file.read_text("utf-8").replace("- titre: Loto", "# à vérifier avec la salle\n- titre: Loto")
    file.write_text(typed, "utf-8")
    moved = bring(TABLE.replace("6 février 2027;14h-17h", "6 février 2027;15h-18h"))
    (loto,) = (one for one in moved.events if one.title == "Loto")
    assert loto.standing is Novelty.CHANGED
    ((name, before, now),) = loto.changes
    assert (name, before, now) == ("horaire", "14h-17h", "15h-18h")
    accept(Desk(project), moved, {loto.key})
    lines = list(zip(typed.splitlines(), file.read_text("utf-8").splitlines(), strict=True))
    assert sum(old != new for old, new in lines) == 1


def test_what_is_not_chosen_is_never_changed(project, bring):
    accept(Desk(project), bring(), keys(bring(), "Loto"))
    file = project / "content/calendrier/programme.yaml"
    before = file.read_bytes()
    assert accept(Desk(project), bring(TABLE.replace("14h-17h", "9h-10h")), set()) == ()
    assert file.read_bytes() == before


def test_two_houses_may_hold_the_same_thing_on_the_same_day(project, bring):
    accept(Desk(project), bring(), keys(bring(), "Loto"))
    other = bring("Titre;Date;Heure;Maison\nLoto;6 février 2027;14h;Les Saules\n", "autre.csv")
    assert states(other) == {"Loto": Novelty.NEW}
    accept(Desk(project), other, keys(other, "Loto"))
    assert len([one for one in load(project, KINDS, DAY).site.of(Evenement) if one.titre == "Loto"]) == 2
    again = bring("Titre;Date;Heure;Maison\nLoto;6 février 2027;14h;Les Saules\n", "autre.csv")
    assert states(again) == {"Loto": Novelty.PRESENT}


def test_a_calendar_file_is_brought_as_well(project, bring):
    brought = bring(ICS, "agenda.ics", maisons="le-bac")
    assert states(brought) == {"Repas partagé": Novelty.NEW}
    accept(Desk(project), brought, keys(brought, "Repas partagé"))
    assert "Repas partagé" in titles(project)
    assert states(bring(ICS, "agenda.ics", maisons="le-bac")) == {"Repas partagé": Novelty.PRESENT}


def test_a_file_of_the_same_name_that_somebody_typed_is_left_alone(project, bring):
    file = project / "content/calendrier/programme.yaml"
    file.write_text("- titre: À nous\n  maison: le-bac\n  debut: 7 janvier 2027\n", "utf-8")
    before = file.read_bytes()
    accept(Desk(project), bring(), keys(bring(), "Bal"))
    assert file.read_bytes() == before
    assert (project / "content/calendrier/programme-2.yaml").is_file()


@pytest.mark.parametrize(
    "data", ["", "Bonjour", "<html><table>", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:x", "\0\1\2"]
)
def test_what_is_no_programme_brings_nothing_and_says_why(bring, data):
    brought = bring(data)
    assert brought.events == ()
    assert brought.problems

"""A programme dropped into a form: read out line by line, accepted or not."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
import xlsxwriter

from filquartiers.serve.editor import workroom
from serve.drops.conftest import answered, photo

VNU = Path(__file__).parents[3] / ".checkers/node_modules/vnu-jar/build/dist/vnu.jar"
TABLE = """Titre;Date;Heure;Maison
Loto;6 février 2027;14h-17h;Le Bac
Bal des voisins;13 février 2027;20h;Les Saules
Goûter;31 février 2027;16h;Le Bac
Grand ménage des barques;16 janvier 2027;10h-12h;Les Saules
Tricot;tous les jeudis du 7 janvier 2027 au 25 mars 2027;10h;Le Bac
"""


def drop(sender, text=TABLE, name="programme.csv", **answers):
    pairs = answered(sender.get("importer").fields("importer"), **answers)
    data = text if isinstance(text, bytes) else text.encode()
    return sender.send("importer", pairs, [("programme", name, data)])


def accepted(sender, report, *titles):
    values = [value for label, value, _ in report.boxes() if label.startswith(titles)]
    pairs = [pair for pair in report.fields("accepter") if pair[0] != "pris"]
    return sender.send("accepter", [*pairs, *(("pris", one) for one in values)])


def test_each_line_is_told_in_words_and_what_is_doubtful_is_not_ticked(sender):
    report = drop(sender)
    assert [(label.split(",")[0], ticked) for label, _, ticked in report.boxes()] == [
        ("Loto", True),
        ("Bal des voisins", True),
        ("Grand ménage des barques", False),
        ("Tricot", True),
    ]
    for words in (
        "samedi 6 février 2027",
        "tous les jeudis",
        "jeudi 7 janvier 2027",
        "Peut-être déjà dans l’agenda",
        "« 31 février 2027 » n’existe pas",
        "Laissés de côté",
    ):
        assert words in report.words.replace("\u00a0", " ").replace("\u202f", " "), words


def test_what_is_ticked_is_written_and_nothing_else_is_touched(scene, sender):
    before = {path: path.read_bytes() for path in scene.root.rglob("content/**/*") if path.is_file()}
    done = accepted(sender, drop(sender), "Loto", "Tricot")
    assert "2 événements sont dans l’agenda" in done.words
    written = scene.file("calendrier/programme.yaml").read_text("utf-8")
    assert ("Loto" in written, "Tricot" in written, "Bal" in written) == (True, True, False)
    assert {path: path.read_bytes() for path in before} == before
    shown = scene.until(lambda shown: any("/loto" in path for path in shown.pages.files))
    assert not any("/bal-des-voisins" in path for path in shown.pages.files)


def test_a_second_import_proposes_nothing_twice(scene, sender):
    accepted(sender, drop(sender), "Loto", "Bal", "Tricot")
    again = drop(sender)
    assert [label.split(",")[0] for label, _, _ in again.boxes()] == ["Grand ménage des barques"]
    assert "Déjà dans l’agenda (3)" in again.words
    accepted(sender, again, "Grand")
    last = drop(sender)
    assert last.boxes() == []
    assert "il n’y a rien à accepter" in last.words
    assert scene.file("calendrier/programme.yaml").read_text("utf-8").count("- titre:") == 4


def test_a_date_that_moved_is_shown_beside_the_other_and_not_ticked(scene, sender):
    accepted(sender, drop(sender), "Loto")
    report = drop(sender, TABLE.replace("6 février 2027;14h-17h", "6 février 2027;15h-18h"))
    ((_, _, ticked),) = (one for one in report.boxes() if one[0].startswith("Loto"))
    assert not ticked
    assert "14h-17h → 15h-18h" in report.words.replace("\u00a0", " ")
    accepted(sender, report, "Loto")
    written = scene.file("calendrier/programme.yaml").read_text("utf-8")
    assert ("15h-18h" in written, "14h-17h" in written) == (True, False)


def test_the_house_that_is_chosen_serves_for_those_that_name_none(scene, sender):
    accepted(sender, drop(sender, "Titre;Date\nConte;6 février 2027\n", maison="les-saules"), "Conte")
    (file,) = scene.file("calendrier").glob("les-saules-*.yaml")
    assert "maisons: les-saules" in file.read_text("utf-8")


def test_sent_twice_it_is_written_once(scene, sender):
    report = drop(sender)
    for _ in range(2):
        done = accepted(sender, report, "Loto")
        assert done.status == 200
    assert scene.file("calendrier/programme.yaml").read_text("utf-8").count("Loto") == 1


@pytest.mark.parametrize(
    "name", ["a\n- titre: Pirate\n  debut: 1 mai 2027\n.csv", "..\\..\\p.csv", "é" * 300 + ".csv"]
)
def test_no_name_writes_elsewhere_or_more_than_the_events(scene, sender, name):
    accepted(sender, drop(sender, TABLE, name), "Loto")
    (file,) = set(scene.file("calendrier").iterdir()) - {scene.file("calendrier/hiver.yaml")}
    assert sum(line.startswith("- ") for line in file.read_text("utf-8").splitlines()) == 1


def test_a_workbook_is_read_as_well(scene, sender, tmp_path):
    book = xlsxwriter.Workbook(tmp_path / "p.xlsx")
    sheet = book.add_worksheet("Hiver")
    for rank, line in enumerate(TABLE.splitlines()):
        sheet.write_row(rank, 0, line.split(";"))
    book.close()
    report = drop(sender, (tmp_path / "p.xlsx").read_bytes(), "p.xlsx")
    assert len(report.boxes()) == 4
    accepted(sender, report, "Bal")
    assert "Bal des voisins" in scene.file("calendrier/p.yaml").read_text("utf-8")


def test_nothing_ticked_writes_nothing(scene, sender):
    assert "Rien n’a été écrit" in accepted(sender, drop(sender), "Personne").words
    assert not scene.file("calendrier/programme.yaml").exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.csv", b""),
        ("x.ics", b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:x"),
        ("x.xlsx", b"PK\x03\x04" + b"\0" * 200),
        ("x.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("programme.pdf", b"%PDF-1.7"),
        ("../../x.csv", b"Machin;Truc\n1;2\n"),
        ("<script>alert(1)</script>.csv", b"<html><table>"),
        ("", b"\xff\xfe\0\0"),
    ],
)
def test_what_is_no_programme_is_told_and_writes_nothing(scene, sender, name, data):
    before = sorted(path for path in scene.root.rglob("*"))
    told = drop(sender, data, name)
    assert told.status in {200, 422}
    assert told.boxes() == []
    assert b"<script>alert" not in told.body
    assert any(words in told.words for words in ("Choisissez un fichier", "Aucun événement n’y est compris"))
    assert sorted(path for path in scene.root.rglob("*")) == before


def test_an_old_report_asks_for_the_file_again(scene, sender, monkeypatch):
    monkeypatch.setattr(workroom, "_MOST_DROPPED", 1)
    report = drop(sender)
    drop(sender, TABLE, "autre.csv")
    assert "déposez-le de nouveau" in accepted(sender, report, "Loto").words
    assert not scene.file("calendrier/programme.yaml").exists()


def test_what_is_not_ours_may_accept_nothing(scene, sender):
    report = drop(sender)
    pairs = report.fields("accepter")
    assert sender.send("accepter", pairs, Origin="https://ailleurs.example").status == 403
    assert sender.send("accepter", answered(pairs, jeton="x")).status == 403
    assert not scene.file("calendrier/programme.yaml").exists()


@pytest.mark.java
@pytest.mark.skipif(not shutil.which("java") or not VNU.exists(), reason="vnu-jar ou Java manque")
def test_a_second_engine_finds_no_fault_in_the_pages(sender, tmp_path):
    looked_at = answered(sender.photo().fields("photo"), geste="voir")
    seen = sender.send("photo", looked_at, [("photo", "a.jpg", photo((300, 200)))])
    pages = [sender.get("importer"), drop(sender, b""), drop(sender), sender.photo(), seen]
    pages.append(sender.send("photo", answered(seen.fields("photo"), geste="enregistrer")))
    folder = tmp_path / "pages"
    folder.mkdir()
    for rank, page in enumerate(pages):
        (folder / f"{rank}.html").write_bytes(page.body)
    command = ["java", "-Xss1m", "-jar", str(VNU), "--errors-only", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert [(one["url"][-6:], one["message"]) for one in json.loads(done.stderr)["messages"]] == []

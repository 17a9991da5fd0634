"""A template of the project is followed or told, with its line; it is never called a fault of the program."""

import shutil
from datetime import date
from time import perf_counter

import pytest

from filquartiers.build import PRINT, SITE, build
from filquartiers.prepare import check
from filquartiers.problems import Gravity
from filquartiers.project import Project


@pytest.fixture
def project(examples, tmp_path):
    root = tmp_path / "projet"
    shutil.copytree(examples / "mini", root, ignore=shutil.ignore_patterns("build", "attendu"))
    (root / "templates/site").mkdir(parents=True)
    return Project(root, date(2027, 1, 5))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("{% if %}", 1, "Expected an expression, got 'end of statement block'"),
        (
            "<h1>\n{{ page.rien.du.tout }}",
            2,
            "'filquartiers.render.web.page.DrawnPage object' has no attribute",
        ),
        ("<h1>\n\n{% include 'absent.html' %}", 3, "« absent.html » n’existe pas"),
        ("{{ view.title | majuscules }}", 1, "No filter named 'majuscules'"),
        ("\n{{ 1 / 0 }}", 2, "division by zero"),
        ("{{ page.to(3) }}", 1, ""),
        ("{% extends 'maison.html' %}", 1, ""),
        ("\x81\x8d", 1, "ce n’est pas du texte"),
    ],
)
def test_what_is_wrong_is_told_once_with_its_line_and_ours_serves(project, text, line, reason):
    build(project, perf_counter, SITE)
    before = {page: page.read_bytes() for page in (project.build / "site").rglob("*.html")}
    shutil.rmtree(project.build)
    file = project.root / "templates/site/maison.html"
    file.write_bytes(text.encode("latin-1"))
    for _ in range(2):  # a build that has nothing to draw tells as much
        outcome = build(project, perf_counter, SITE)
        told = [one for one in outcome.problems if one.gravity <= Gravity.WARNING]
        assert [one.code for one in told] == ["gabarit-illisible"]
        assert (told[0].where.file, told[0].where.line) == ("templates/site/maison.html", line)
        assert reason in told[0].message
        assert {page: page.read_bytes() for page in (project.build / "site").rglob("*.html")} == before


@pytest.mark.parametrize("text", ["{% if %}", "{{ view.title | majuscules }}", "\x81\x8d"])
def test_check_tells_it_too(project, text):
    (project.root / "templates/site/une.html").write_bytes(text.encode("latin-1"))
    (project.root / "templates/site/maison.html").write_text("{{ view.title | capitale }}")
    (told,) = [one for one in check(project, perf_counter).problems if one.gravity <= Gravity.WARNING]
    assert (told.code, str(told.where)) == ("gabarit-illisible", "templates/site/une.html:1")


def test_the_other_templates_of_the_project_still_serve(project):
    site = project.root / "templates/site"
    (site / "base.html").write_text("{% if %}")
    (site / "maison.html").write_text("{% include 'a-nous.html' %}<p>la nôtre</p>", "utf-8")
    (site / "a-nous.html").write_text("<h1>{{ view.title }}</h1>")
    outcome = build(project, perf_counter, SITE)
    assert [one.where.file for one in outcome.problems if one.code == "gabarit-illisible"] == [
        "templates/site/base.html"
    ]
    assert "la nôtre" in (project.build / "site/maisons/le-bac/index.html").read_text("utf-8")
    assert "<!doctype html>" in (project.build / "site/index.html").read_text("utf-8").lower()


def test_a_printed_template_of_the_project_is_told_and_ours_serves(project):
    folder = project.root / "templates/print"
    folder.mkdir()
    (folder / "fiche.typ").write_text("\n#text(fill: inconnu)[a]")
    for _ in range(2):
        outcome = build(project, perf_counter, PRINT)
        told = [one for one in outcome.problems if one.gravity <= Gravity.WARNING]
        assert {(one.code, str(one.where)) for one in told} == {
            ("gabarit-illisible", "templates/print/fiche.typ:2")
        }
        assert list(project.build.rglob("impression/fiches/*.pdf"))


def test_a_template_saved_by_the_notepad_is_read(project):
    file = project.root / "templates/site/maison.html"
    file.write_bytes("<p>été — {{ view.title }}</p>\r\n".encode("cp1252"))
    outcome = build(project, perf_counter, SITE)
    assert not outcome.blocked
    pages = [
        page for page in (project.build / "site/maisons").rglob("index.html") if "été —" in page.read_text()
    ]
    assert pages


def test_a_style_sheet_saved_by_the_notepad_is_read(project):
    folder = project.root / "assets/css"
    folder.mkdir(parents=True)
    (folder / "style.css").write_bytes('body::before{content:"été"}'.encode("cp1252"))
    assert not build(project, perf_counter, SITE).blocked
    (style,) = project.build.rglob("style.*.css")
    assert 'content:"été"' in style.read_text(encoding="utf-8")


def test_what_is_to_mend_is_told_whatever_happens_to_its_template(project):
    (project.root / "templates/site/a-corriger.html").write_text("{% if %}")
    assert not build(project, perf_counter, SITE).blocked
    assert "<!doctype html>" in (project.build / "a-corriger.html").read_text().lower()


def test_a_fault_of_the_program_stays_one(project, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("filquartiers.render.typography.typeset_html", broken)
    (project.root / "templates/site/maison.html").write_text("<p>{{ view.title }}</p>")
    with pytest.raises(ZeroDivisionError):
        build(project, perf_counter, SITE)

"""When nothing changed since the last build, what it said is said again; anything else is a build."""

import os
import shutil
import time
from pathlib import Path

import pytest

from filquartiers.cli.again import LastBuild

MINI = Path(__file__).resolve().parents[1] / "exemples" / "mini"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(MINI / "content", tmp_path / "content")
    (tmp_path / "build/site").mkdir(parents=True)
    (tmp_path / "build/site/index.html").write_text("une page", encoding="utf-8")
    return tmp_path


def a_build(project: Path, asked: str = "le 1er") -> None:
    LastBuild(project, asked).keep("Publié.", 0)


def said(project: Path, asked: str = "le 1er") -> str:
    known = LastBuild(project, asked).known()
    return known.said if known else ""


def sheet(project: Path) -> Path:
    return next((project / "content").rglob("*.md"))


def test_nothing_changed(project: Path) -> None:
    assert said(project) == ""
    a_build(project)
    assert said(project) == "Publié."


def test_other_options_are_another_build(project: Path) -> None:
    a_build(project)
    assert said(project, "le 2") == ""


def same_size_same_date(file: Path) -> None:
    """What a disk with coarse dates, or a tool that puts dates back, may do."""
    before = file.stat()
    file.write_bytes(file.read_bytes()[::-1])
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def added(file: Path) -> None:
    (file.parent / "de-plus.md").write_text("---\ntitre: Un\n---\n", encoding="utf-8")


def renamed(file: Path) -> None:
    file.rename(file.with_name("autre-nom.md"))


def linked(file: Path) -> None:
    file.unlink()
    file.symlink_to("ailleurs.md")


@pytest.mark.parametrize("act", [same_size_same_date, added, renamed, linked, Path.unlink])
@pytest.mark.parametrize("where", ["content", "build"])
def test_whatever_is_done_to_a_file_is_a_change(project: Path, act, where: str) -> None:
    a_build(project)
    act(sheet(project) if where == "content" else project / "build/site/index.html")
    assert said(project) == ""


def test_a_template_of_ones_own_is_a_change(project: Path) -> None:
    a_build(project)
    (project / "templates/site").mkdir(parents=True)
    (project / "templates/site/base.html").write_text("", encoding="utf-8")
    assert said(project) == ""


def test_a_file_saved_within_the_same_tick_of_the_clock_is_a_change(project: Path, monkeypatch) -> None:
    """The disk tells the same of two states: what was saved just before is compared by what it holds."""
    file = sheet(project)
    frozen = (time.time_ns(), 0, 4, 1)
    monkeypatch.setattr("filquartiers.cli.again._look", lambda _: frozen)
    a_build(project)
    assert said(project) == "Publié."
    file.write_bytes(file.read_bytes()[::-1])
    assert said(project) == ""


def test_a_file_saved_while_we_built_is_a_change(project: Path) -> None:
    last = LastBuild(project, "le 1er")
    sheet(project).write_text("---\ntitre: Pendant\n---\n", encoding="utf-8")
    last.keep("Publié.", 0)
    assert said(project) == ""


@pytest.mark.parametrize("harm", [b"", b"{}", b"\xff", b"abc\n{}", b"null\nnull"])
def test_a_damaged_note_is_no_note(project: Path, harm: bytes) -> None:
    a_build(project)
    note = project / "build/.cache/dernier.json"
    whole = note.read_bytes()
    note.write_bytes(harm)
    assert said(project) == ""
    note.write_bytes(whole.replace("Publié".encode(), "Oublié".encode()))
    assert said(project) == ""
    note.write_bytes(whole)
    assert said(project) == "Publié."


def test_a_disk_that_refuses_keeps_nothing(project: Path) -> None:
    (project / "build/.cache").write_text("un fichier", encoding="utf-8")
    a_build(project)
    assert said(project) == ""

"""A build with what the last one left, in one process or several, writes the bytes of a fresh one."""

import multiprocessing
import os
import random
import shutil
import signal
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from filquartiers import drawing
from filquartiers.artifact import Artifact, Deferred, Unchanged
from filquartiers.build import PAGES, SITE, build
from filquartiers.drawing import Drawing
from filquartiers.journey import Journey
from filquartiers.prepare import draw, prepare
from filquartiers.project import Project
from filquartiers.render.web.studio import Studio
from filquartiers.telling.page import WebPage
from filquartiers.write import KEPT

EXAMPLES = Path(__file__).resolve().parent / "exemples"
DAY = date(2027, 1, 4)
MADE = f"{KEPT}/pages"
FEED = "site/agenda/tous.ics"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLES / "mini" / "content", tmp_path / "projet" / "content")
    return tmp_path / "projet"


def files(project: Path) -> Mapping[str, bytes]:
    """What a build left, its memory apart."""
    found = (path for path in (project / "build").rglob("*") if path.is_file())
    named = {path.relative_to(project / "build").as_posix(): path for path in found}
    return {name: path.read_bytes() for name, path in named.items() if not name.startswith(KEPT)}


def built(project: Path) -> Mapping[str, bytes]:
    assert build(Project(project, DAY), perf_counter, SITE).written
    return files(project)


def afresh(project: Path, former: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """The same content built where nothing is but the former feed, from which versions of events go on."""
    elsewhere = project.with_name("ailleurs")
    shutil.rmtree(elsewhere, ignore_errors=True)
    shutil.copytree(project / "content", elsewhere / "content")
    feed = elsewhere / "build" / FEED
    feed.parent.mkdir(parents=True)
    feed.write_bytes(former[FEED])
    return built(elsewhere)


def one_store(project: Path) -> Path:
    return next(path for path in (project / "build" / MADE).iterdir())


def test_nothing_changed_nothing_is_drawn(project: Path, monkeypatch) -> None:
    before, drawn = built(project), []
    real = Studio.draw

    def noted(studio: Studio, told: WebPage) -> str:
        drawn.append(told.measures)
        return real(studio, told)

    monkeypatch.setattr(Studio, "draw", noted)
    assert built(project) == before
    assert drawn
    assert all(drawn)  # those that tell of the others are drawn each time


def edit(project: Path, chance: random.Random) -> None:
    """A change that a volunteer may make: a title, a state, a sentence, a sheet less or more."""
    texts = sorted((project / "content").rglob("*.md"))
    file = chance.choice(texts)
    text = file.read_text(encoding="utf-8")
    act = chance.choice(("title", "title", "words", "words", "remove", "copy", "draft"))
    if act == "title":
        name = "titre: " if "titre: " in text else "nom: "
        file.write_text(text.replace(name, f"{name}Neuf {chance.randrange(1000)} ", 1), encoding="utf-8")
    elif act == "words":
        file.write_text(f"{text.rstrip()}\n\nEncore {chance.randrange(1000)} mots.\n", encoding="utf-8")
    elif act == "remove" and "fiches" in file.parts:
        file.unlink()
    elif act == "copy":
        shutil.copy(file, file.with_name(f"copie-{chance.randrange(1000)}-{file.name}"))
    elif act == "draft":
        file.write_text(text.replace("---\n", "---\nbrouillon: oui\n", 1), encoding="utf-8")


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edit_a_build_is_a_fresh_one_and_says_what_changed(project: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  a way to try things, no secret
    before = built(project)
    for _ in range(6):
        kept = {path: path.read_bytes() for path in (project / "content").rglob("*") if path.is_file()}
        edit(project, chance)
        outcome = build(Project(project, DAY), perf_counter, SITE)
        if outcome.written is None:  # the edit broke something: it is undone
            assert outcome.blocked
            shutil.rmtree(project / "content")
            for path, data in kept.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            continue
        after = files(project)
        assert after == afresh(project, before)
        changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        assert set(outcome.written.paths) == changed
        before = after


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9])


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(bytes(data))


def replaced(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.parametrize(
    "harm", [Path.unlink, cut, flip, replaced], ids=["gone", "cut", "flipped", "a folder"]
)
def test_whatever_becomes_of_what_was_kept_the_bytes_are_the_same(
    project: Path, harm: Callable[[Path], object]
) -> None:
    before = built(project)
    harm(one_store(project))
    assert built(project) == before


def test_a_page_that_somebody_changed_is_written_again(project: Path) -> None:
    before = built(project)
    (project / "build/site/index.html").write_text("autre chose", encoding="utf-8")
    (project / "build/site/plan/index.html").unlink()
    assert built(project) == before


def settled(
    project: Path, processes: int, spoilt: Callable[[Deferred], Deferred] | None = None
) -> dict[str, bytes]:
    """Every page, drawn by so many processes; ``spoilt`` does something to one of them."""
    journey = Journey(perf_counter)
    edition = prepare(Project(project, DAY), journey)
    assert edition is not None
    draw(edition, PAGES, journey)
    pages = journey.artifacts
    if spoilt:
        rank = next(rank for rank, one in enumerate(pages) if isinstance(one, Deferred)) + 5
        pages[rank] = spoilt(pages[rank])
    with Drawing(project / "build", project / MADE, processes) as at_work:
        at_work.begin(pages)
        done = list(at_work.settle(pages))
    assert not any(isinstance(one, Unchanged) for one in done)
    return {one.path: one.data for one in done if isinstance(one, Artifact)}


@pytest.fixture
def alone(project: Path) -> dict[str, bytes]:
    return settled(project, 1)


@pytest.mark.parametrize(
    "method", sorted({"spawn", *multiprocessing.get_all_start_methods()} - {"forkserver"})
)
def test_several_processes_draw_the_same_bytes(project: Path, alone, monkeypatch, method: str) -> None:
    monkeypatch.setattr(drawing, "MANY", 1)
    monkeypatch.setattr(drawing, "METHOD", method)
    assert settled(project, 2) == alone


def deadly(page: Deferred) -> Deferred:
    """A page that kills the process it is drawn in, ours apart."""
    ours = os.getpid()

    def draw() -> bytes:
        if os.getpid() != ours:
            os.kill(os.getpid(), signal.SIGKILL)
        return page.draw()

    return Deferred(page.path, page.key, draw, page.note)


@pytest.mark.skipif(drawing.METHOD != "fork", reason="only a forked process gets a page that cannot be sent")
def test_processes_that_are_killed_change_nothing(project: Path, alone, monkeypatch) -> None:
    monkeypatch.setattr(drawing, "MANY", 1)
    assert settled(project, 2, deadly) == alone


def test_what_cannot_be_sent_to_a_process_is_drawn_here(project: Path, alone, monkeypatch) -> None:
    monkeypatch.setattr(drawing, "MANY", 1)
    monkeypatch.setattr(drawing, "METHOD", "spawn")
    assert settled(project, 2, deadly) == alone

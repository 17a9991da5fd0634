"""One file saved: what comes of reading it alone is what reading everything gives, page by page."""

import random
import re
import threading
from collections.abc import Callable, Iterator

import pytest

from filquartiers.build import PAGES
from filquartiers.content import Loaded, load_saved
from filquartiers.project import Project
from filquartiers.serve import Preview, Stages, memory
from serve.scene import DAY, contents

WORDS = ("soupe", "vendredi", "chez nous", "jardin", "ensemble")


@pytest.fixture
def alone(monkeypatch) -> list[bool]:
    """Notes for each save whether the file alone was read."""
    found: list[bool] = []

    def noted(*asked) -> Loaded | None:
        loaded = load_saved(*asked)
        found.append(loaded is not None)
        return loaded

    monkeypatch.setattr(memory, "load_saved", noted)
    return found


@pytest.fixture
def open_preview(tmp_path) -> Iterator[Callable[[], Preview]]:
    """Opens previews of the project, which are closed at the end."""
    opened: list[Preview] = []

    def start() -> Preview:
        opened.append(Preview(Project(tmp_path, DAY, drafts=True), Stages(PAGES), lambda *_: None))
        opened[-1].refresh()
        return opened[-1]

    yield start
    for one in opened:
        one.close()


def edited(text: str, chance: random.Random) -> str:
    """A text with something else in it, as an editor may leave it: mostly sound, now and then broken."""
    word = chance.choice(WORDS)
    ways = (
        lambda: f"{text}\n\nEncore {word}.\n",
        lambda: re.sub(r"^((?:titre|nom|resume): .*)$", rf"\1 {word}", text, count=1, flags=re.MULTILINE),
        lambda: re.sub(r"^telephone: .*$", "telephone: 01 99 00 12 34", text, count=1, flags=re.MULTILINE),
        lambda: re.sub(r"^(maisons?: ).*$", r"\1nulle-part", text, count=1, flags=re.MULTILINE),
        lambda: text[: len(text) // 2],
        lambda: text.replace("statut: en cours", "statut: terminée"),
    )
    return chance.choice(ways)()


@pytest.mark.parametrize("seed", range(3))
def test_after_random_edits_each_page_is_that_of_a_fresh_preview(root, open_preview, alone, seed):
    chance, preview = random.Random(seed), open_preview()  # noqa: S311  no secret
    files = sorted(one for one in (root / "content").rglob("*") if one.suffix in {".md", ".yaml"})
    for _ in range(8):
        file = chance.choice(files)
        before = file.read_text(encoding="utf-8")
        file.write_text(edited(before, chance), encoding="utf-8")
        shown = preview.refresh(file)
        fresh = open_preview()
        assert shown.pages.problems == fresh.shown.pages.problems
        if shown.errors:  # the last good pages stay: a fresh preview has none
            file.write_text(before, encoding="utf-8")
            shown, fresh = preview.refresh(file), open_preview()
        assert contents(shown) == contents(fresh.shown)
    assert any(alone)


def test_a_house_is_renewed_in_what_names_it(root, open_preview, alone):
    preview = open_preview()
    before = contents(preview.shown)
    house = min((root / "content/maisons").glob("*.md"))
    house.write_text(f"{house.read_text(encoding='utf-8')}\nUne phrase de plus.\n", encoding="utf-8")
    after = contents(preview.refresh(house))
    assert alone == [True]
    assert any(before[path] != data for path, data in after.items())
    assert after == contents(open_preview().shown)


def test_a_newer_save_ends_the_look_under_way(play, monkeypatch):
    """The checks of a former state are given up: what is told is of the last one."""
    begun, go_on, looked = threading.Semaphore(0), threading.Event(), []

    def slow(_project, loaded, _edition, _journey, over):
        begun.release()
        go_on.wait(20)
        looked.append((loaded.site, over()))

    monkeypatch.setattr(memory, "examine", slow)
    with play(watched=False) as scene:
        assert begun.acquire(timeout=20)
        scene.edit("fiches/soupe-du-jeudi.md", "titre: La soupe du jeudi", "titre: Une autre")
        scene.preview.refresh(scene.file("fiches/soupe-du-jeudi.md"))
        go_on.set()
        scene.until(lambda shown: not shown.looking)
    assert next(over for _, over in looked) is True
    assert looked[-1][1] is False
    assert "Une autre" in [one.title for one in looked[-1][0].everything()]

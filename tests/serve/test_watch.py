"""Noticing changes: quickly with the system's notices, surely without them, and never for nothing."""

import shutil
import threading
import warnings
from contextlib import contextmanager

import pytest

from filquartiers.edition import Edition
from filquartiers.serve import Watch, watch
from serve.scene import PATIENCE, sheets, text

SOUP = "fiches/soupe-du-jeudi.md"


@contextmanager
def watching(folders, changed):
    watcher = Watch(folders, changed)
    watcher.start()
    try:
        yield watcher
    finally:
        watcher.close()


@pytest.fixture
def deaf(monkeypatch):
    """A disk that tells of nothing, as network drives do."""

    def refuse(*_, **__):
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr("watchdog.observers.api.BaseObserver.schedule", refuse)
    monkeypatch.setattr(watch, "PERIOD", 0.05)


def test_a_burst_of_saves_is_few_drawings_and_the_last_one_is_shown(play):
    drawn = []

    def counted(edition: Edition):
        drawn.append(edition)
        return sheets(edition)

    with play({"fiches": counted}) as scene:
        first = scene.file(SOUP).read_text(encoding="utf-8")
        for rank in range(50):
            scene.file(SOUP).write_text(first.replace("La soupe du jeudi", f"Soupe {rank}"), encoding="utf-8")
        scene.until(lambda shown: "<h1>Soupe 49</h1>" in text(shown, "fiches/soupe-du-jeudi/index.html"))
        assert len(drawn) < 10


@pytest.mark.parametrize(
    "name",
    [".soupe.md.swp", "soupe.md~", "#soupe.md#", ".#soupe.md", "~$soupe.md", "4913.tmp", ".goutputstream-X1"],
)
def test_what_editors_leave_behind_changes_nothing(root, name):
    before = watch.snapshot((root / "content",))
    (root / "content" / "fiches" / name).write_text("en cours de frappe", encoding="utf-8")
    assert watch.snapshot((root / "content",)) == before


def test_reading_and_leaving_wake_nobody(root):
    changes = threading.Semaphore(0)
    with watching((root / "content",), changes.release):
        (root / "content" / "fiches" / ".soupe.md.swp").write_text("x", encoding="utf-8")
        (root / "content" / SOUP).read_bytes()
        (root / "content" / "maisons" / "nouvelle.md").write_text("---\n---\n", encoding="utf-8")
        assert changes.acquire(timeout=PATIENCE)  # the new house, after what came before it
        assert not changes.acquire(blocking=False)


def test_a_save_by_replacement_is_seen(play):
    """Most editors write beside, then rename over the file."""
    with play() as scene:
        fresh = scene.file("fiches/.soupe.tmp")
        fresh.write_text(scene.file(SOUP).read_text().replace("La soupe", "Une soupe"), encoding="utf-8")
        fresh.replace(scene.file(SOUP))
        scene.until(lambda shown: "Une soupe" in text(shown, "fiches/soupe-du-jeudi/index.html"))


def test_a_folder_deleted_and_put_back_is_watched_again(play, root, monkeypatch):
    monkeypatch.setattr(watch, "PERIOD", 0.05)
    with play() as scene:
        kept = root / "ailleurs"
        shutil.copytree(root / "content", kept)
        shutil.rmtree(root / "content")
        shown = scene.until(lambda shown: any(one.code == "contenu-absent" for one in shown.problems))
        assert "La soupe du jeudi" in text(shown, "index.html")
        kept.rename(root / "content")
        scene.until(lambda shown: not shown.errors)
        monkeypatch.setattr(watch, "PERIOD", PATIENCE * 2)  # from now on, only notices wake it
        scene.edit(SOUP, "titre: La soupe du jeudi", "titre: De retour")
        scene.until(lambda shown: "De retour" in text(shown, "index.html"))


@pytest.mark.usefixtures("deaf")
def test_without_notices_looks_suffice(play):
    with play() as scene:
        scene.edit(SOUP, "titre: La soupe du jeudi", "titre: Par le réseau")
        scene.until(lambda shown: "Par le réseau" in text(shown, "index.html"))


def test_a_folder_that_comes_later_is_watched(root, monkeypatch):
    monkeypatch.setattr(watch, "PERIOD", 0.05)
    changes = threading.Semaphore(0)
    with watching((root / "content", root / "templates"), changes.release):
        (root / "templates").mkdir()
        (root / "templates" / "page.html").write_text("", encoding="utf-8")
        assert changes.acquire(timeout=PATIENCE)


def test_closing_leaves_no_thread(root):
    before = set(threading.enumerate())
    with watching((root / "content",), lambda: None):
        assert set(threading.enumerate()) - before
    assert set(threading.enumerate()) - before == set()


def test_closed_before_it_started(root):
    Watch((root / "content",), lambda: None).close()


def test_what_watchdog_says_in_english_is_not_heard(root):
    """Of folders made within each other; as an error it would end the thread that the notices come from."""
    told = "Callback with id '139674319692752' already exists for watch x. It will be Overwritten."
    place = RuntimeWarning, "inotify.py", 1, "watchdog.observers.inotify"
    with pytest.raises(RuntimeWarning):
        warnings.warn_explicit(told, *place)
    with watching((root / "content",), lambda: None):
        warnings.warn_explicit(told, *place)

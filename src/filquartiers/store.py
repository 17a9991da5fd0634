"""What was made once from the same things, and need not be made again.

An entry is named after all that can change a byte of it, and sealed: whatever happens to its file, what comes
out is what was put in, or nothing. So it costs time at worst, never a build, and can change no byte of it.
"""

import hashlib
import platform
import re
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar

from pydantic import ConfigDict, TypeAdapter

Kept = TypeVar("Kept")

AS_JSON = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")
"""For a `TypeAdapter` of what is kept: bytes as text."""
_SEAL = hashlib.sha256().digest_size
_OURS = re.compile(r"[0-9a-f]{64}(\.nouveau)?")  # the folder may be a link to one that holds other things


def key_of(*parts: bytes | str) -> str:
    """The name of what is made from these parts, in this order."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(hashlib.sha256(part.encode() if isinstance(part, str) else part).digest())
    return digest.hexdigest()


def program() -> str:
    """Names all that works: our own files, the packages installed, their Python, the machine."""
    places = [Path(place) for place in sys.path]
    packages = sorted({one.name for place in places for one in place.glob("*.*-info")})  # « typst-0.15.0… »
    return key_of(sys.version, sys.platform, platform.machine(), *packages, *contents(Path(__file__).parent))


@cache
def running() -> str:
    """Names the program that runs now, whatever becomes of its files."""
    return program()


def contents(folder: Path) -> Iterable[bytes | str]:
    """The names and bytes of the files below a folder, those compiled by Python apart."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            yield from (file.relative_to(folder).as_posix(), file.read_bytes())


@dataclass(frozen=True)
class Store:
    """The files of a folder, one an entry, each named by its key; they may be damaged, or gone, any time."""

    folder: Path
    used: set[str] = field(default_factory=set)

    def recall(self, key: str, make: Callable[[], Kept], shape: "TypeAdapter[Kept]") -> Kept:
        """What was made under this key, or else what ``make`` gives, kept for the next time.

        Args:
            key: see `key_of`: names everything that ``make`` looks at.
            make: gives the same for the same key.
            shape: how it is written down, as JSON.
        """
        found = self.find(key, shape)
        if found is not None:
            return found
        made = make()
        self.keep(key, made, shape)
        return made

    def find(self, key: str, shape: "TypeAdapter[Kept]") -> Kept | None:
        """What was kept under this key; None when nothing whole is."""
        self.used.add(key)
        with suppress(OSError, ValueError):
            return self._read(key, shape)
        return None

    def keep(self, key: str, made: Kept, shape: "TypeAdapter[Kept]") -> None:
        """Keep it for the next time, in place of what was there; a disk that refuses keeps nothing."""
        self.used.add(key)
        with suppress(OSError, ValueError):
            self._write(key, made, shape)

    def forget_the_rest(self) -> None:
        """Remove what nobody asked for since the store was opened."""
        with suppress(OSError):
            for file in sorted(self.folder.iterdir()):
                if file.name not in self.used and _OURS.fullmatch(file.name):
                    with suppress(OSError):
                        file.unlink()

    def _read(self, key: str, shape: "TypeAdapter[Kept]") -> Kept:
        """See `recall`. Raises OSError or ValueError when there is no whole entry."""
        if not (self.folder / key).is_file():
            raise ValueError(key)  # a pipe would keep us waiting for ever
        with (self.folder / key).open("rb") as file:
            seal, body = file.read(_SEAL), file.read()
        if seal != _seal(key, body):
            raise ValueError(key)
        return shape.validate_json(body)

    def _write(self, key: str, made: Kept, shape: "TypeAdapter[Kept]") -> None:
        """Keep what reads back as it is; what does not would change a byte next time."""
        body = shape.dump_json(made, warnings="error")
        if shape.validate_json(body) != made:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = self.folder / f"{key}.nouveau"
        with fresh.open("wb") as file:
            file.writelines((_seal(key, body), body))
        fresh.replace(self.folder / key)


def _seal(key: str, body: bytes) -> bytes:
    digest = hashlib.sha256(key.encode())
    digest.update(body)
    return digest.digest()

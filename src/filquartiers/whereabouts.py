"""Where a project is, and what comes with the program: known before anything else is read."""

from collections.abc import Iterator
from pathlib import Path


def find_root(start: Path) -> Path | None:
    """The project that ``start`` is in: the nearest folder, upwards, that has a ``content`` folder."""
    return next((folder for folder in _upwards(start) if (folder / "content").is_dir()), None)


def _upwards(start: Path) -> Iterator[Path]:
    yield start
    yield from start.parents


def shipped() -> Path:
    """Templates and assets that come with the program: in the wheel, or in the checkout."""
    package = Path(__file__).parent
    return package / "shipped" if (package / "shipped").is_dir() else package.parents[1]

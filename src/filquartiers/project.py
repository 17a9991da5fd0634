"""A project: a folder with its ``content/``, and how to look at it."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filquartiers.model.kind import Entry
from filquartiers.model.kinds import KINDS
from filquartiers.whereabouts import shipped


@dataclass(frozen=True)
class Project:
    """A folder with its ``content/``, and how to look at it.

    ``today`` is the day the site is built for; ``drafts`` also publishes what is marked
    ``brouillon: oui`` and what has errors elsewhere.
    """

    root: Path
    today: date
    drafts: bool = False
    kinds: tuple[type[Entry], ...] = KINDS

    @property
    def content(self) -> Path:
        """What editors write."""
        return self.root / "content"

    @property
    def build(self) -> Path:
        """Where the artifacts go."""
        return self.root / "build"

    def folders(self, name: str) -> tuple[Path, ...]:
        """The project's own ``templates`` or ``assets``, then those shipped with the program."""
        found = (self.root / name, shipped() / name)
        return tuple(dict.fromkeys(folder.resolve() for folder in found if folder.is_dir()))

    def asset(self, name: str) -> Path:
        """The file of that name, the project's own before the one shipped with the program.

        Raises:
            FileNotFoundError: neither has it: the program is not installed whole.
        """
        for folder in self.folders("assets"):
            if (folder / name).is_file():
                return folder / name
        raise FileNotFoundError(name)

"""What the renderers receive and what they hand over."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from filquartiers.made import Made
from filquartiers.model.identity import Identity
from filquartiers.model.site import Site
from filquartiers.problems import Problem


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of ``build/``, complete: ``path`` is relative to it, with slashes."""

    path: str
    data: bytes


@dataclass(frozen=True)
class Edition:
    """All that a renderer may look at: the site, its identity, and where the raw material lies.

    ``templates`` and ``assets`` are folders in order of preference: what a project brings itself
    comes first, what is shipped with the program last. ``printed`` are the documents that print has
    already put beside the pages: pages show and link those, and no other.
    """

    site: Site
    identity: Identity
    content: Path
    templates: tuple[Path, ...]
    assets: tuple[Path, ...]
    printed: tuple[Made, ...] = ()

    def asset(self, name: str) -> Path:
        """The file of that name in the first folder of assets that has it.

        Raises:
            FileNotFoundError: no folder has it: the program is not installed whole.
        """
        for folder in self.assets:
            if (folder / name).is_file():
                return folder / name
        raise FileNotFoundError(name)


Output = Artifact | Made | Problem
Renderer = Callable[[Edition], Iterator[Output]]

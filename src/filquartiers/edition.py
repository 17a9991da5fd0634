"""What the renderers receive: an edition of the site, told, and where its raw material lies."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from filquartiers.artifact import File
from filquartiers.made import Made
from filquartiers.model.addresses import document_address
from filquartiers.model.files import named_documents
from filquartiers.model.identity import Identity
from filquartiers.model.site import Site
from filquartiers.problems import Problem
from filquartiers.write import KEPT

if TYPE_CHECKING:
    from filquartiers.telling.teller import Teller


@dataclass(frozen=True)
class Edition:
    """All that a renderer may look at: the site, its identity, and where the raw material lies.

    ``templates`` and ``assets`` are folders in order of preference: what a project brings itself
    comes first, what is shipped with the program last. ``printed`` are the documents that print has
    already put beside the pages: pages show and link those, and no other. ``published`` is the feed of all
    events as it was last published: what changed since says so.
    """

    site: Site
    identity: Identity
    content: Path
    templates: tuple[Path, ...]
    assets: tuple[Path, ...]
    printed: tuple[Made, ...] = ()
    published: bytes = b""

    @property
    def kept(self) -> Path:
        """Where renderers keep what need not be made again."""
        return self.content.parent / "build" / KEPT

    @cached_property
    def teller(self) -> "Teller":
        """The site as it is told to every renderer."""
        from filquartiers.telling.teller import Teller  # noqa: PLC0415  a check tells nothing

        return Teller(self.site, self.identity.nom, self.documents)

    @cached_property
    def documents(self) -> Mapping[str, str]:
        """The address of each document that entries name and that lies in ``content/``, by the name typed."""
        names = dict.fromkeys(named_documents(self.site))
        root = self.content.resolve()
        return {name: document_address(name) for name in names if self._holds(name, root)}

    def _holds(self, name: str, root: Path) -> bool:
        """Whether the file is there; one that a link takes out of the folder, at ``root``, is not."""
        file = self.content / name
        return file.is_file() and file.resolve().is_relative_to(root)

    def asset(self, name: str) -> Path:
        """The file of that name in the first folder of assets that has it.

        Raises:
            FileNotFoundError: no folder has it: the program is not installed whole.
        """
        for folder in self.assets:
            if (folder / name).is_file():
                return folder / name
        raise FileNotFoundError(name)


Output = File | Made | Problem
Renderer = Callable[[Edition], Iterator[Output]]


@dataclass(frozen=True, slots=True)
class LateRenderer:
    """The renderer ``name`` of ``module``, which is read when it first draws, and not before.

    A check draws next to nothing: it does not wait for what makes pages and documents.
    """

    module: str
    name: str

    def __call__(self, edition: Edition) -> Iterator[Output]:
        """What the renderer gives."""
        renderer: Renderer = getattr(import_module(self.module), self.name)
        return renderer(edition)

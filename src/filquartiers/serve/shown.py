"""One state of the preview: the files that a browser may ask for, and what is to be told of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from filquartiers.edition import Renderer
from filquartiers.journey import in_order
from filquartiers.made import Made
from filquartiers.problems import Gravity, Problem
from filquartiers.serve.lazily import Shelved

Renderers = Mapping[str, Renderer]


@dataclass(frozen=True)
class Stages:
    """What is drawn, and when: pages at once, what lies beside them soon after, printed things last."""

    pages: Renderers = field(default_factory=dict)
    beside: Renderers = field(default_factory=dict)
    printed: Renderers = field(default_factory=dict)


@dataclass(frozen=True)
class Layer:
    """What one group of renderers last gave; ``seconds`` is the time it took.

    ``made`` are the documents that pages may offer.
    """

    files: Mapping[str, Shelved] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0
    made: tuple[Made, ...] = ()


@dataclass(frozen=True)
class Shown:
    """One state of the preview. ``version`` changes with each, ``drawn`` with each drawing of the pages.

    ``faults`` are met when a page is drawn. ``moved`` tells the new address of pages whose file was renamed;
    ``looking`` that checks and what lies beside the pages are under way, ``printing`` that the printed things
    are being made anew. ``changes`` says what the last save changed for readers, in the files ``changed``.
    """

    version: int = 0
    drawn: int = 0
    pages: Layer = Layer()
    beside: Layer = Layer()
    printed: Layer = Layer()
    faults: tuple[Problem, ...] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    looking: bool = False
    printing: bool = False
    changes: str = ""
    changed: tuple[str, ...] = ()

    def file(self, path: str) -> bytes | None:
        """The file of that path."""
        found = self._shelved(path)
        return None if found is None else found.data

    def mark(self, path: str) -> str:
        """Tells the bytes of the file of that path from others; empty when there is none."""
        found = self._shelved(path)
        return "" if found is None else found.mark

    def holds(self, path: str) -> bool:
        """Whether there is a file of that path."""
        return self._shelved(path) is not None

    def _shelved(self, path: str) -> Shelved | None:
        layers = (self.pages, self.beside, self.printed)
        return next((layer.files[path] for layer in layers if path in layer.files), None)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is to be told, of the site and of the printed things."""
        return in_order((*self.pages.problems, *self.beside.problems, *self.faults, *self.printed.problems))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps a page from being drawn anew."""
        return self._of(Gravity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What will probably be wrong on the site, though pages are drawn."""
        return self._of(Gravity.WARNING)

    def _of(self, gravity: Gravity) -> tuple[Problem, ...]:
        return tuple(one for one in self.problems if one.gravity is gravity)

"""What the browser is shown: the last good pages, and what is wrong since.

The site is drawn at once. What takes seconds, the printed things, follows in a thread of its own; the pages
are drawn once more when there is another file for them to offer.
"""

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from time import perf_counter

from filquartiers.build import draw
from filquartiers.edition import Edition, Renderer
from filquartiers.journey import Journey, in_order
from filquartiers.made import Made
from filquartiers.model.addresses import INDEX
from filquartiers.problems import Gravity, Problem, Where, problem
from filquartiers.project import Project
from filquartiers.serve.later import Later
from filquartiers.serve.memory import Memory

Renderers = Mapping[str, Renderer]


@dataclass(frozen=True)
class Layer:
    """What one group of renderers last gave; ``seconds`` is the time it took.

    ``made`` are the documents that pages may offer.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0
    made: tuple[Made, ...] = ()


@dataclass(frozen=True)
class Shown:
    """One state of the preview. ``version`` changes with each state, ``drawn`` with each drawing of the site.

    ``moved`` tells the new address of pages whose file was renamed; ``printing`` that the printed
    things are being made anew.
    """

    version: int = 0
    drawn: int = 0
    site: Layer = Layer()
    printed: Layer = Layer()
    moved: Mapping[str, str] = field(default_factory=dict)
    printing: bool = False

    def file(self, path: str) -> bytes | None:
        """The artifact of that path."""
        return self.site.files.get(path, self.printed.files.get(path))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is to be told, of the site and of the printed things."""
        return in_order((*self.site.problems, *self.printed.problems))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps a page from being drawn anew."""
        return tuple(one for one in self.problems if one.gravity is Gravity.ERROR)


Teller = Callable[[Shown, Layer], None]


class Preview:
    """Draws the project again when asked, and lets readers wait for the next state.

    ``tell`` is called after each drawing with the new state and the layer that was drawn.
    """

    def __init__(self, project: Project, site: Renderers, printed: Renderers, tell: Teller) -> None:
        self._memory = Memory(project, perf_counter)
        self._site = site
        self._printed = printed
        self._tell = tell
        self._changed = threading.Condition()
        self._shown = Shown()
        self._drawn: frozenset[str] = frozenset()  # the pages of the last drawing, kept ones apart
        self._edition: Edition | None = None  # what the printed things are to be made from
        self._press = Later(self._print)

    @property
    def shown(self) -> Shown:
        """The present state."""
        with self._changed:
            return self._shown

    def refresh(self) -> Shown:
        """Draw the site; the printed things follow. With errors, pages that could not be drawn stay."""
        start = perf_counter()
        edition, journey = self._drawing()
        layer = _layer(journey, start)
        prints = edition is not None and bool(self._printed)
        shown = self._show(lambda former: self._with_site(former, layer, prints=prints))
        self._tell(shown, shown.site)
        if prints:
            self._edition = edition
            self._press.ask()
        return shown

    def _drawing(self) -> tuple[Edition | None, Journey]:
        """The site drawn; a fault of ours becomes a problem, so that the next save is still shown."""
        journey = Journey(perf_counter)
        try:
            edition, journey = self._memory.prepare()
            if edition is not None:
                draw(replace(edition, printed=self.shown.printed.made), self._site, journey)
        except Exception as error:  # noqa: BLE001  the editor's next save must still be shown
            return None, Journey(perf_counter, [*journey.problems, _our_fault(error)])
        return edition, journey

    def _with_site(self, former: Shown, layer: Layer, *, prints: bool) -> Shown:
        drawn = frozenset(layer.files)
        moved = {**former.moved, **_moved(self._drawn - drawn, drawn - self._drawn)}
        if any(one.gravity is Gravity.ERROR for one in layer.problems):
            layer = replace(layer, files={**former.site.files, **layer.files})
        self._drawn = drawn or self._drawn
        kept = {was: now for was, now in moved.items() if was not in drawn}
        printing = former.printing or prints
        return replace(former, drawn=former.drawn + 1, site=layer, moved=kept, printing=printing)

    def _print(self) -> None:
        """The second, slower step."""
        start, journey, edition = perf_counter(), Journey(perf_counter), self._edition
        if edition is None:
            return
        former = self.shown.printed
        try:
            renderers = {name: self._press.until_closed(made) for name, made in self._printed.items()}
            draw(edition, renderers, journey)
            layer = _layer(journey, start)
        except Exception as error:  # noqa: BLE001  the site goes on without its printed things
            journey.problems.append(_our_fault(error))
            layer = replace(_layer(journey, start), files=former.files, made=former.made)
        if self._press.closed:
            return
        shown = self._show(lambda former: replace(former, printed=layer, printing=self._press.waiting))
        self._tell(shown, layer)
        if layer.made != former.made:
            self._offer(edition, layer.made)

    def _offer(self, edition: Edition, made: tuple[Made, ...]) -> None:
        """Draw the pages again, with what is now printed; a newer drawing offers it itself."""
        journey = Journey(perf_counter)
        draw(replace(edition, printed=made), self._site, journey)
        files = _layer(journey, 0).files
        if self._edition is edition:
            self._show(lambda former: _with_files(former, files))

    def _show(self, change: Callable[[Shown], Shown]) -> Shown:
        with self._changed:
            self._shown = replace(change(self._shown), version=self._shown.version + 1)
            self._changed.notify_all()
            return self._shown

    def wait(self, version: int, seconds: float) -> Shown:
        """The state once it is no longer ``version``, or as it is after ``seconds`` or when closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._shown.version != version or self.closed, timeout=seconds)
            return self._shown

    @property
    def closed(self) -> bool:
        """Whether no new state will come."""
        return self._press.closed

    def close(self) -> None:
        """Let go of those who wait, and stop printing; returns once the thing being made is done."""
        self._press.close()
        with self._changed:
            self._changed.notify_all()


def _layer(journey: Journey, start: float) -> Layer:
    """What a drawing that began at ``start`` gave."""
    files = {one.path: one.data for one in journey.artifacts}
    return Layer(files, in_order(journey.problems), perf_counter() - start, tuple(journey.printed))


def _with_files(former: Shown, files: Mapping[str, bytes]) -> Shown:
    site = replace(former.site, files={**former.site.files, **files})
    return replace(former, drawn=former.drawn + 1, site=site)


def _our_fault(error: Exception) -> Problem:
    return problem("faute-du-programme", Where(), quoi=f"{type(error).__name__} : {error}")


def _moved(gone: frozenset[str], new: frozenset[str]) -> dict[str, str]:
    """When one page of a folder went and one came, the browser may follow."""
    was, now = _alone(gone), _alone(new)
    return {was[folder]: now[folder] for folder in was.keys() & now.keys()}


def _alone(paths: frozenset[str]) -> dict[PurePosixPath, str]:
    """The pages that are the only ones of their folder among ``paths``, by folder."""
    pages = [PurePosixPath(path) for path in paths]
    folders = {str(page): page.parent.parent for page in pages if page.name == INDEX}
    counts = Counter(folders.values())
    return {folder: path for path, folder in folders.items() if counts[folder] == 1}

"""What the browser is shown: the last good pages, and what is wrong since.

The pages are there as soon as the files are read: each is drawn when a browser asks for it. What takes longer
follows in threads of its own, and is abandoned when a newer save comes: first the checks and what lies beside
the pages, then the printed things. When these are other files to offer, the pages are drawn once more.
"""

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from pathlib import Path, PurePosixPath
from time import perf_counter

from filquartiers.artifact import UndrawableError
from filquartiers.edition import Edition
from filquartiers.journey import Journey, in_order
from filquartiers.made import Made
from filquartiers.model.addresses import INDEX
from filquartiers.prepare import draw
from filquartiers.problems import Gravity, Problem, Where, problem
from filquartiers.project import Project
from filquartiers.serve.differences import different
from filquartiers.serve.later import Later
from filquartiers.serve.lazily import Shelved
from filquartiers.serve.memory import Memory
from filquartiers.serve.shown import Layer, Shown, Stages
from filquartiers.telling.changes import changes

PAUSE = 0.3  # seconds that a browser has to show the page it came for, before longer work begins


Teller = Callable[[Shown, Layer], None]


class Preview:
    """Draws the project again when asked, and lets readers wait for the next state.

    ``tell`` is called with the new state and the layer it is about: once the checks are done, and once the
    printed things are made.
    """

    def __init__(self, project: Project, stages: Stages, tell: Teller) -> None:
        self.project = project
        self._memory = Memory(project, perf_counter)
        self._stages = stages
        self._tell = tell
        self._changed = threading.Condition()
        self._shown = Shown()
        self._drawn: frozenset[str] = frozenset()  # the pages of the last drawing, kept ones apart
        self._edition: Edition | None = None  # what all is drawn from
        self._compared: tuple[Layer, ...] = ()  # what the last look compared
        self._look = Later(self._examine, "suite", PAUSE)
        self._press = Later(self._print, "imprimés")

    @property
    def shown(self) -> Shown:
        """The present state."""
        with self._changed:
            return self._shown

    @property
    def edition(self) -> Edition | None:
        """What is being drawn; None while the identity cannot be used, or the content is away."""
        return self._edition

    def refresh(self, saved: Path | None = None) -> Shown:
        """Read again and show the pages; the rest follows. With errors, pages that cannot be drawn stay.

        ``saved`` is the only file that changed since, when that is known.
        """
        start = perf_counter()
        edition, journey = self._reading(saved)
        self._edition = edition
        shown = self._show(lambda former: self._with_pages(former, journey, start))
        self._look.ask()
        return shown

    def _reading(self, saved: Path | None = None) -> tuple[Edition | None, Journey]:
        """The pages planned; a fault of ours becomes a problem, so that the next save is still shown."""
        journey = Journey(perf_counter)
        try:
            edition, journey = self._memory.read(saved)
            if edition is not None:
                draw(replace(edition, printed=self.shown.printed.made), self._stages.pages, journey)
        except Exception as error:  # noqa: BLE001  the editor's next save must still be shown
            return None, Journey(perf_counter, [*journey.problems, _our_fault(error)])
        return edition, journey

    def _with_pages(self, former: Shown, journey: Journey, start: float) -> Shown:
        layer = self._layer(journey, start, former.pages)
        drawn = frozenset(layer.files)
        moved = {**former.moved, **_moved(self._drawn - drawn, drawn - self._drawn)}
        if any(one.gravity is Gravity.ERROR for one in layer.problems):
            layer = replace(layer, files={**former.pages.files, **layer.files})
        self._drawn = drawn or self._drawn
        kept = {was: now for was, now in moved.items() if was not in drawn}
        return replace(
            former,
            drawn=former.drawn + 1,
            pages=layer,
            faults=(),
            moved=kept,
            looking=True,
            printing=former.printing or self._prints,
        )

    def _examine(self) -> None:
        """The second step: what a longer look finds, and what lies beside the pages."""
        start, journey, edition = perf_counter(), Journey(perf_counter), self._edition
        former, pages = self.shown.beside, self.shown.pages
        try:
            journey = self._memory.examine(lambda: self._look.superseded)
            if edition is not None:
                draw(edition, self._look.abandoned(self._stages.beside), journey)
            layer = self._layer(journey, start, former)
        except Exception as error:  # noqa: BLE001  the site goes on without them
            layer = replace(former, problems=(*journey.problems, _our_fault(error)))
        if self._look.superseded:
            return
        told, changed = self._changes(edition, self._compared, (pages, layer))
        if self._look.superseded:
            return
        self._compared = pages, layer
        shown = self._show(
            lambda now: replace(now, beside=layer, looking=False, changes=told, changed=changed)
        )
        self._tell(shown, shown.pages)
        if self._prints:
            self._press.ask()

    def _changes(
        self, edition: Edition | None, former: tuple[Layer, ...], now: tuple[Layer, ...]
    ) -> tuple[str, tuple[str, ...]]:
        """What changed for readers since the last look: a sentence, the files; nothing at the first one."""
        if edition is None:
            return "", ()
        pairs = zip(former, now, strict=False)
        found = (different(was.files, one.files, lambda: self._look.superseded) for was, one in pairs)
        paths = tuple(chain.from_iterable(found))
        return changes(edition.teller, paths), paths

    @property
    def _prints(self) -> bool:
        """Whether there is something to print."""
        return self._edition is not None and bool(self._stages.printed)

    def _print(self) -> None:
        """The third, slowest step."""
        start, journey, edition = perf_counter(), Journey(perf_counter), self._edition
        if edition is None:
            return
        former = self.shown.printed
        try:
            draw(edition, self._press.until_closed(self._stages.printed), journey)
            layer = self._layer(journey, start, former)
        except Exception as error:  # noqa: BLE001  the site goes on without its printed things
            problems = in_order((*journey.problems, _our_fault(error)))
            layer = Layer(former.files, problems, perf_counter() - start, former.made)
        if self._press.closed:
            return
        shown = self._show(
            lambda now: replace(now, printed=layer, printing=self._press.waiting or now.looking)
        )
        self._tell(shown, layer)
        if layer.made != former.made:
            self._offer(edition, layer.made)

    def _offer(self, edition: Edition, made: tuple[Made, ...]) -> None:
        """Draw the pages again, with what is now printed; a newer drawing offers it itself."""
        journey = Journey(perf_counter)
        draw(replace(edition, printed=made), self._stages.pages, journey)
        if self._edition is edition:
            self._show(lambda former: self._with_files(former, journey))

    def _with_files(self, former: Shown, journey: Journey) -> Shown:
        files = self._layer(journey, 0, former.pages).files
        pages = replace(former.pages, files={**former.pages.files, **files})
        return replace(former, drawn=former.drawn + 1, pages=pages)

    def _layer(self, journey: Journey, start: float, former: Layer) -> Layer:
        """What a drawing that began at ``start`` gave."""
        files: dict[str, Shelved] = {}
        for one in journey.artifacts:
            files[one.path] = Shelved(one, former.files.get(one.path), self._fault, files)
        return Layer(files, in_order(journey.problems), perf_counter() - start, tuple(journey.printed))

    def _fault(self, error: Exception) -> None:
        """A page that a browser asked for could not be drawn."""
        told = error.told if isinstance(error, UndrawableError) else _our_fault(error)
        if told not in self.shown.faults:
            self._show(lambda former: replace(former, faults=(*former.faults, told)))

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
        self._look.close()
        self._press.close()
        with self._changed:
            self._changed.notify_all()


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

"""What the browser is shown: the last good pages, and what is wrong since."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from time import perf_counter
from types import MappingProxyType

from filquartiers.artifact import Renderer
from filquartiers.build import Journey, Project, in_order, travel
from filquartiers.problems import Gravity, Problem, Where, problem

SITE_ROOT = "site/"


@dataclass(frozen=True)
class Shown:
    """One state of the preview. ``files`` maps artifact paths to bytes; ``version`` only grows.

    ``moved`` tells the new address of a page whose file was just renamed.
    """

    version: int = 0
    files: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[Problem, ...] = ()
    moved: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    seconds: float = 0.0

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps a page from being drawn anew."""
        return tuple(one for one in self.problems if one.gravity is Gravity.ERROR)


class Preview:
    """Draws the project again when asked, and lets readers wait for the next state."""

    def __init__(
        self, project: Project, renderers: Mapping[str, Renderer], tell: Callable[[Shown], None]
    ) -> None:
        self._project = project
        self._renderers = dict(renderers)
        self._tell = tell
        self._changed = threading.Condition()
        self._shown = Shown()

    @property
    def shown(self) -> Shown:
        """The present state."""
        with self._changed:
            return self._shown

    def refresh(self) -> Shown:
        """Draw everything again. With errors, the pages they took away stay as they last were."""
        start = perf_counter()
        journey = self._travel()
        drawn = {artifact.path: artifact.data for artifact in journey.artifacts}
        fresh = Shown(problems=in_order(journey.problems), seconds=perf_counter() - start)
        with self._changed:
            former = self._shown
            files = {**former.files, **drawn} if fresh.errors else drawn
            self._shown = replace(
                fresh,
                version=former.version + 1,
                files=MappingProxyType(files),
                moved=_moved(former.files, files),
            )
            self._changed.notify_all()
            shown = self._shown
        self._tell(shown)
        return shown

    def _travel(self) -> Journey:
        """The journey; a fault of ours becomes a problem, so that the preview goes on."""
        try:
            return travel(self._project, self._renderers, perf_counter)
        except Exception as error:  # noqa: BLE001  the editor's next save must still be shown
            told = problem("faute-du-programme", Where(), quoi=f"{type(error).__name__} : {error}")
            return Journey(perf_counter, [told])

    def wait(self, version: int, seconds: float) -> Shown:
        """The state once it is newer than ``version``, or as it is after ``seconds``."""
        with self._changed:
            self._changed.wait_for(lambda: self._shown.version > version, timeout=seconds)
            return self._shown


def _moved(former: Mapping[str, bytes], files: Mapping[str, bytes]) -> Mapping[str, str]:
    """When one page of a folder went and one came, the browser may follow."""
    gone, new = _pages_by_folder(former.keys() - files.keys()), _pages_by_folder(files.keys() - former.keys())
    pairs = ((gone[folder], new[folder]) for folder in gone.keys() & new.keys())
    return MappingProxyType({was[0]: now[0] for was, now in pairs if len(was) == len(now) == 1})


def _pages_by_folder(paths: set[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in sorted(paths):
        parts = path.split("/")
        if parts[-1] == "index.html":
            found.setdefault("/".join(parts[:-2]), []).append(path)
    return found

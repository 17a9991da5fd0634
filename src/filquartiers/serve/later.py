"""Slow work done beside: one at a time, and at most one more waiting."""

import threading
from collections.abc import Callable, Iterator

from filquartiers.edition import Edition, Output, Renderer


class Later:
    """Does ``work`` in a thread of its own each time it is asked; asking twice while it works is once."""

    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work
        self._asked = threading.Event()
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def waiting(self) -> bool:
        """Whether the work is to be done once more."""
        return self._asked.is_set()

    @property
    def closed(self) -> bool:
        """Whether the work is to stop."""
        return self._closing.is_set()

    def ask(self) -> None:
        """The work is to be done."""
        self._asked.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="imprimés", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Stop; returns once the step under way is done."""
        self._closing.set()
        self._asked.set()
        if self._thread is not None:
            self._thread.join()

    def until_closed(self, renderer: Renderer) -> Renderer:
        """The same renderer, that stops between two artifacts once closed."""

        def render(edition: Edition) -> Iterator[Output]:
            for output in renderer(edition):
                if self.closed:
                    return
                yield output

        return render

    def _run(self) -> None:
        while self._asked.wait() and not self.closed:
            self._asked.clear()
            self._work()

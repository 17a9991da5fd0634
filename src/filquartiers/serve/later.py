"""Slow work done beside: one at a time, and at most one more waiting."""

import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from filquartiers.edition import Edition, Output, Renderer


class Later:
    """Does ``work`` in a thread of its own each time it is asked; asking twice while it works is once.

    ``pause`` is how long, in seconds, nobody must have asked before it begins.
    """

    def __init__(self, work: Callable[[], None], name: str, pause: float = 0) -> None:
        self._work = work
        self._name = name
        self._pause = pause
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

    @property
    def superseded(self) -> bool:
        """Whether what is being done is no longer wanted."""
        return self.waiting or self.closed

    def ask(self) -> None:
        """The work is to be done."""
        self._asked.set()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Stop; returns once the step under way is done."""
        self._closing.set()
        self._asked.set()
        if self._thread is not None:
            self._thread.join()

    def until_closed(self, renderers: Mapping[str, Renderer]) -> Mapping[str, Renderer]:
        """The same renderers, that stop between two artifacts once closed."""
        return {name: partial(_until, one, lambda: self.closed) for name, one in renderers.items()}

    def abandoned(self, renderers: Mapping[str, Renderer]) -> Mapping[str, Renderer]:
        """The same renderers, that stop between two artifacts once superseded."""
        return {name: partial(_until, one, lambda: self.superseded) for name, one in renderers.items()}

    def _run(self) -> None:
        while self._asked.wait() and not self.closed:
            self._asked.clear()
            if self._closing.wait(self._pause) or self.waiting:
                continue
            self._work()


def _until(renderer: Renderer, over: Callable[[], bool], edition: Edition) -> Iterator[Output]:
    for output in renderer(edition):
        if over():
            return
        yield output

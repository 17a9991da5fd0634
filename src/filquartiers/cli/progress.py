"""A sign of life for work that lasts."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from filquartiers.cli.console import error_console

PATIENCE = 1.0  # seconds before anything is shown


@contextmanager
def working(label: str) -> Iterator[None]:
    """Show ``label`` with a turning sign once the work has lasted over a second."""
    status = error_console().status(label)
    timer = threading.Timer(PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        status.stop()

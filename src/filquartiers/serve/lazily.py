"""A file of the preview: drawn when a browser first asks for it, as it last was when it cannot be."""

import threading
from collections.abc import Callable, Mapping
from functools import cached_property
from hashlib import blake2b

from filquartiers.artifact import Artifact, Concluding, Deferred, File, UndrawableError

SORRY = """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>À corriger</title></head>
<body><p>Cette page n’a pas pu être dessinée : le panneau dit pourquoi.</p></body></html>"""


class Shelved:
    """One file of one drawing of the site.

    A page whose key is that of the former drawing is the former page. ``fault`` is told of what goes wrong;
    ``others`` are those of the same drawing.
    """

    def __init__(
        self,
        fresh: File,
        former: "Shelved | None",
        fault: Callable[[Exception], None],
        others: "Shelf | None" = None,
    ) -> None:
        self._fresh: File | None = fresh
        self._others = others if others is not None else {}
        self.concludes = isinstance(fresh, Concluding)
        self.note = ""
        self._former = former and former.settled()
        self._fault = fault
        self._data: bytes | None = None
        self._key = ""
        self._lock = threading.RLock()

    def settled(self) -> "Shelved | None":
        """Itself once drawn; before that, what it would fall back on."""
        return self if self._data is not None else self._former

    @property
    def key(self) -> str:
        """Names what it shows; empty for a file that came whole."""
        with self._lock:
            if not self._key and isinstance(self._fresh, Deferred):
                self._key = self._fresh.key()
            return self._key

    @property
    def data(self) -> bytes:
        """Its bytes, drawn once."""
        with self._lock:
            if self._data is None:
                self._data = self._drawn()
                self._fresh = self._former = None
            return self._data

    @cached_property
    def mark(self) -> str:
        """Tells its bytes from others, in few letters."""
        return blake2b(self.data, digest_size=6).hexdigest()

    def _drawn(self) -> bytes:
        """Drawn anew unless it would be the same; kept as it was when drawing fails."""
        fresh, former = self._fresh, self._former
        if fresh is None or isinstance(fresh, Artifact):
            return fresh.data if fresh else b""
        try:
            if isinstance(fresh, Concluding):
                return fresh.draw(self._notes(), lambda path: self._others[path].data)
            if self.key != (former.key if former else ""):
                data = fresh.draw()
                self.note = fresh.note(data)
                return data
        except UndrawableError as error:
            self._fault(error)
            if isinstance(fresh, Deferred):
                self.note = fresh.note(error.stand_in)
            return error.stand_in
        except Exception as error:  # noqa: BLE001  one page that fails must not take the others along
            self._fault(error)
        self.note = former.note if former else ""
        return former.data if former else SORRY.encode()

    def _notes(self) -> dict[str, str]:
        """What was noted of the pages drawn so far."""
        return {path: one.note for path, one in self._others.items() if one.note}


Shelf = Mapping[str, Shelved]

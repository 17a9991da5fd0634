"""What a browser asks of the editor, and what it sends."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qs, parse_qsl

from filquartiers.serve.editor.multipart import MULTIPART, DroppedFile, Part, parts_of

FORM = "application/x-www-form-urlencoded"
LONGEST_FORM = 3_000_000  # bytes; a file of text is at most two million
GESTURE = "geste"
"""The name of the buttons of a form; each has one of these values, or « enregistrer »."""
ANYWAY, OTHER, DATES, LOOK, MORE = "quand-meme", "autre", "dates", "revoir", "plus:"
_MOST_FIELDS = 5000

Sent = Mapping[str, list[str]]
"""The values of a form, by name."""


@dataclass(frozen=True)
class Asked:
    """One request.

    ``headers`` have their names in lower case. ``read`` gives the body of a form, once; None when nothing is
    sent. ``origin`` is that of our own pages, for the name by which the browser knows us.
    ``asleep``: the form is of a former run of the program; it may be shown again, and changes nothing.
    """

    path: str
    query: str
    headers: Mapping[str, str]
    read: Callable[[], bytes] | None
    origin: str
    asleep: bool = False

    @property
    def name(self) -> str:
        """The page asked for: what follows the address of the editor."""
        return self.path.lstrip("/").partition("/")[2]

    @property
    def sends(self) -> bool:
        """Whether something is to be changed."""
        return self.read is not None

    @property
    def kind(self) -> str:
        """The type of what is sent, without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def length(self) -> int:
        """How many bytes are sent."""
        return int(self.headers.get("content-length", "0"))

    @cached_property
    def body(self) -> bytes:
        """What is sent, whole."""
        return self.read() if self.read else b""

    @cached_property
    def sent(self) -> Sent:
        """The fields of a form, line ends as in our files.

        Raises:
            ValueError: too many of them, or no UTF-8.
        """
        found: dict[str, list[str]] = {}
        for name, value in self._pairs:
            if isinstance(value, str):
                found.setdefault(name, []).append(value.replace("\r\n", "\n").replace("\r", "\n"))
        return found

    @cached_property
    def files(self) -> Mapping[str, DroppedFile]:
        """The files of a form, by name. Raises as `sent`."""
        return {name: one for name, one in self._pairs if isinstance(one, DroppedFile)}

    @cached_property
    def _pairs(self) -> Sequence[Part]:
        if self.kind == MULTIPART:
            return tuple(parts_of(self.headers.get("content-type", ""), self.body))
        if self.kind != FORM:
            return ()
        return parse_qsl(
            self.body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
        )

    @cached_property
    def given(self) -> Sent:
        """What stands in the address after the question mark."""
        return parse_qs(self.query, keep_blank_values=True, max_num_fields=100)

    @property
    def gesture(self) -> str:
        """The button that was pressed."""
        return LOOK if self.asleep else self.one(GESTURE)

    @property
    def only_looks(self) -> bool:
        """Whether the form is to be shown again, and nothing written."""
        return self.gesture in {LOOK, DATES} or self.gesture.startswith(MORE)

    def one(self, name: str) -> str:
        """One value of the form, or of the address when nothing is sent; empty without it."""
        return (self.sent if self.sends else self.given).get(name, [""])[0]

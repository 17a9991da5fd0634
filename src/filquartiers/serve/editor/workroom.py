"""What every page of the editor works with: the project as it is shown, its files, the guard."""

import secrets
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from urllib.parse import quote, urlencode

from filquartiers.editing import Desk, OpenedText, open_text
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site
from filquartiers.problems import Problem
from filquartiers.serve.answers import EDITOR, Reply
from filquartiers.serve.editor.asked import Asked
from filquartiers.serve.editor.guard import TOKEN, Guard
from filquartiers.serve.editor.multipart import DroppedFile
from filquartiers.serve.editor.pages import Pages
from filquartiers.serve.editor.shelves import Held, Shelves
from filquartiers.serve.preview import Preview

_MOST_MADE = 200
_MOST_DROPPED, _MOST_BYTES = 20, 100_000_000


@dataclass(frozen=True, slots=True)
class OnDesk:
    """One file taken from the disk: what it holds, taken apart, and the digest to give back."""

    held: Held
    opened: OpenedText
    digest: str


class Workroom:
    """One editor, for one project."""

    def __init__(self, preview: Preview) -> None:
        self.preview = preview
        self.project = preview.project
        self.guard = Guard()
        self.made: dict[str, str] = {}  # where each form for something new has led
        self.dropped: dict[str, DroppedFile] = {}  # what was dropped, until one says what to do with it

    @cached_property
    def pages(self) -> Pages:
        """Draws our pages."""
        return Pages(self.project)

    @cached_property
    def shelves(self) -> Shelves:
        """The files of the project."""
        return Shelves(self.project.root, self.project.kinds)

    @cached_property
    def desk(self) -> Desk:
        """Where files are read and saved."""
        return Desk(self.project.root)

    @property
    def site(self) -> Site:
        """The entries as they are shown; none while nothing can be drawn."""
        edition = self.preview.edition
        return edition.site if edition else Site({}, self.project.kinds, self.project.today)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is to be told of the files."""
        return self.preview.shown.problems

    def kind_named(self, name: str) -> type[Entry] | None:
        """The kind of that name."""
        return next((kind for kind in self.project.kinds if kind.kind.name == name), None)

    def on_desk(self, file: str) -> OnDesk | None:
        """A file by its name; None when there is none of that name.

        Raises:
            Gone: somebody has just taken it away.
            Refused: it cannot be read.
        """
        held = self.shelves.holder(file)
        if held is None:
            return None
        data, digest = self.desk.read(file)
        return OnDesk(held, open_text(file, data, held.kind), digest)

    def draw(self, template: str, status: HTTPStatus = HTTPStatus.OK, **values: object) -> Reply:
        """A page of ours."""
        return self.pages.draw(template, status, jeton=self.guard.token, **values)

    def message(self, title: str, words: str, status: HTTPStatus, *links: tuple[str, str]) -> Reply:
        """A page that says one thing, and where to go from there."""
        return self.draw("message.html", status, titre=title, phrase=words, liens=links)

    def keep(self, file: DroppedFile) -> str:
        """Hold what was dropped for a while; gives the number to ask it back with."""
        number = secrets.token_hex(12)
        self.dropped[number] = file
        while len(self.dropped) > 1 and (
            len(self.dropped) > _MOST_DROPPED
            or sum(len(one.data) for one in self.dropped.values()) > _MOST_BYTES
        ):
            del self.dropped[next(iter(self.dropped))]
        return number

    def note(self, asked: Asked, address: str) -> None:
        """Remember where a form for something new has led, should it be sent again."""
        while len(self.made) >= _MOST_MADE:
            del self.made[next(iter(self.made))]
        self.made[asked.one(TOKEN)] = address


def to(name: str, **values: str | int) -> str:
    """The address of a page of the editor."""
    return EDITOR + name + (f"?{urlencode(values, quote_via=quote)}" if values else "")


def away(address: str) -> Reply:
    """Go and see another page, whatever was sent to this one (« See Other »)."""
    return Reply(HTTPStatus.SEE_OTHER, "text/plain; charset=utf-8", b"", address)

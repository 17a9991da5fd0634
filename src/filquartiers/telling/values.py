"""The plain values that views are made of: words, links, long texts, days, houses on their thread."""

from dataclasses import dataclass
from typing import Annotated

Verbatim = Annotated[str, "verbatim"]
"""A text for programs (a name, an address): no typesetter touches it."""

SCREEN = "screen"
"""Marks a field that only leads to other pages: it has no place on paper."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words, and the address they lead to (`model.addresses`): of this site, or whole; None leads nowhere."""

    label: str
    address: Verbatim | None = None


@dataclass(frozen=True, slots=True)
class LongText:
    """A long text in Markdown, as typed, and what the names it links to lead to on this site."""

    text: str = ""
    targets: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        """False when nothing is written."""
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class Photo:
    """A photograph of ``content/``, by the name of its file: what it shows in words, and whose it is."""

    file: Verbatim
    alternative: str
    title: str


@dataclass(frozen=True, slots=True)
class Knot:
    """A house on its thread: its name, its letters, the rank of its colour from 1, the page it leads to.

    ``slug`` tells it from another house of the same name.
    """

    name: str
    letters: str
    colour: int
    slug: Verbatim
    address: Verbatim | None


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone as it is shown, and as it is dialled (RFC 3966)."""

    shown: str
    url: Verbatim


@dataclass(frozen=True, slots=True)
class Day:
    """A day, a month or a year, whole (``words``) or in parts; what is not known of it is empty or zero.

    ``machine`` is its form for programs (HTML, 4.5.14); ``full`` and ``in_year`` start with the weekday.
    """

    machine: Verbatim
    words: str
    before_year: str
    year: int
    full: str = ""
    in_year: str = ""
    weekday: str = ""
    number: int = 0
    month: str = ""


@dataclass(frozen=True, slots=True)
class NetworkName:
    """What other things say of a network: its name, its town, its page."""

    name: str
    town: str
    slug: Verbatim
    address: Verbatim | None
    demonstration: bool


@dataclass(frozen=True, slots=True)
class OnTheWeb:
    """The page of the site that tells the same and is kept up to date; a sentence leads to it.

    Paper shows the sentence, the short address and a QR code, once the address of the site is known.
    """

    address: Verbatim | None
    sentence: str = ""

"""What every page knows of itself and of the site around it: the ``page`` of the templates."""

from collections.abc import Mapping
from dataclasses import dataclass

from filquartiers.model.identity import Colour
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Reseau
from filquartiers.render.feeds.identifiers import absolute, base_of
from filquartiers.render.web.links import Addresses, relative


@dataclass(frozen=True, slots=True)
class Link:
    """Words, and the address (see ``links``) they lead to."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What a program may follow from a page: its title, its address, its media type."""

    label: str
    address: str
    type: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds every page: the name of the site, its menu, its foot, its style sheet and script.

    ``cards`` are the pictures that go with a shared link, by network; that of the site is under no name.
    """

    name: str
    motto: str
    menu: tuple[Link, ...]
    foot: tuple[tuple[Link, ...], ...]
    stylesheet: str
    script: str
    fonts: tuple[str, ...]
    icons: tuple[str, ...]
    manifest: str
    cards: Mapping[str, str]
    demonstrations: tuple[Reseau, ...]
    paper: Colour


@dataclass(frozen=True, slots=True)
class Page:
    """One page: where it is, what it is called, under what.

    ``section`` is the entry of the menu it belongs to; ``crumbs`` the pages above it. A server may show
    the page of an unknown address at any depth: its ``base`` is the web address that its links start from.
    ``detail`` tells it from another page of the same title.
    """

    address: str
    title: str
    frame: Frame
    addresses: Addresses
    description: str = ""
    network: Reseau | None = None
    section: str = ""
    crumbs: tuple[Link, ...] = ()
    feeds: tuple[Feed, ...] = ()
    base: str = ""
    detail: str = ""

    def to(self, target: str) -> str:
        """The link from this page to an address: relative, unless the page has a base."""
        return self.base + target if self.base else self.file(target)

    def file(self, target: str) -> str:
        """The relative link to an address: a style sheet is never asked of another place."""
        return relative(self.address, target)

    def link(self, entry: Entry) -> str:
        """The relative link to an entry, empty when it has no page: show its name as plain text."""
        address = self.addresses.of(entry)
        return "" if address is None else self.to(address)

    @property
    def url(self) -> str:
        """The full web address of the page, empty while that of the site is not known."""
        return self._absolute(self.address)

    @property
    def card(self) -> str:
        """The full web address of the picture that goes with the page when it is shared, or nothing."""
        cards = self.frame.cards
        found = cards.get(self.network.slug if self.network else "") or cards.get("")
        return self._absolute(found) if found else ""

    def _absolute(self, address: str) -> str:
        return absolute(base_of(self.addresses.site, self.network), address)

    @property
    def full_title(self) -> str:
        """The title for tabs and bookmarks: the page, what it is under, its town, the site."""
        above = self.crumbs[-1].label if self.crumbs else ""
        parts = (self.title, self.detail, above, self.network.ville if self.network else "", self.frame.name)
        return " · ".join(dict.fromkeys(part for part in parts if part))

    @property
    def demonstration(self) -> bool:
        """Whether the page shows a network marked as a demonstration."""
        shown = (self.network,) if self.network else self.frame.demonstrations
        return any(network.demonstration for network in shown)


@dataclass(frozen=True, slots=True)
class Screen:
    """A page ready to be drawn: itself, what it shows, and the template that draws it.

    ``templates`` are names without ``.html``, the first that exists is used.
    """

    page: Page
    view: object
    templates: tuple[str, ...]

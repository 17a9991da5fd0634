"""Addresses: the one place that says where a thing is on the site, and how a page links to it.

An address is relative to the root of the site and ends with a slash for a page (``maisons/kerlede/``),
with a name for a file (``agenda/tous.ics``); the home page is the empty one. Links are relative and end
in ``index.html``, so that the site works from any folder, and from the disk.
"""

from dataclasses import dataclass
from functools import cached_property

from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Reseau
from filquartiers.model.links import bare_name, names_of
from filquartiers.model.own_pages import own_pages
from filquartiers.model.site import Site

HOME = ""
NOT_FOUND = "404.html"


def address_of(entry: Entry, *, alone: bool = False) -> str:
    """The address of the page of an entry; ``alone`` tells that its network is the only one."""
    if isinstance(entry, Reseau):
        return HOME if alone else f"{entry.slug}/"
    return f"{entry.kind.address}/{entry.slug}/"


def facet_address(kind: str, facet: str, key: str) -> str:
    """The address of the list of what shares a value: ``fiches/public/familles/``."""
    return f"{kind}/{facet}/{key}/"


def output_path(address: str) -> str:
    """The file behind an address, from ``build/``."""
    return "site/" + (f"{address}index.html" if address.endswith("/") or not address else address)


def relative(source: str, target: str) -> str:
    """The link from the page at ``source`` to ``target``, which may carry an anchor."""
    place, mark, anchor = target.partition("#")
    if place == source and mark:
        return f"#{anchor}"
    name = "index.html" if not place or place.endswith("/") else ""
    return "../" * source.count("/") + place + name + mark + anchor


@dataclass(frozen=True)
class Addresses:
    """Addresses of the entries of one site, and what the names typed in texts lead to."""

    site: Site

    def of(self, entry: Entry) -> str | None:
        """The address of the entry, or None when it has no page (a draft, a kind without pages)."""
        if not entry.kind.address or not self.site.holds(entry):
            return None
        return address_of(entry, alone=len(self.site.networks) == 1)

    def named(self, name: str) -> str | None:
        """The address behind a name typed in a text: ``maisons/kerlede``, ``../kerlede.md``, ``agenda``."""
        return self._by_name.get(bare_name(name))

    @cached_property
    def _by_name(self) -> dict[str, str]:
        """Every usual name of a page; pages that no entry makes come first."""
        entries = {name: self.of(entry) for name, entry in names_of(self.site).items()}
        found = {name: address for name, address in entries.items() if address is not None}
        return found | {name: f"{name}/" for name in own_pages(self.site)}

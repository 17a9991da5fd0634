"""What every builder of data looks at: the site, its network, the way to the web pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import segno

from filquartiers.model import numbers
from filquartiers.model.agenda.dates import PartialDate, write_partial_date
from filquartiers.model.facts.terms import intention
from filquartiers.model.fields import Prose
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Maison, Reseau
from filquartiers.model.kinds.reseau import Repere
from filquartiers.model.site import Site
from filquartiers.render import prose
from filquartiers.render.print.pictures import Pictures
from filquartiers.render.typography import typeset
from filquartiers.render.web.links import address_of

Json = dict[str, Any]


@dataclass(frozen=True)
class Scope:
    """A printed thing is about one network of a site."""

    site: Site
    network: Reseau
    pictures: Pictures

    def web(self, entry: Entry) -> Json | None:
        """The web page of an entry: address, short address, QR; none while no address is known."""
        return self.web_at(self._address_of(entry)) if self.site.holds(entry) else None

    def address(self, entry: Entry) -> str | None:
        """The full web address of an entry; none while the site's own is unknown."""
        return self._full(self._address_of(entry)) if self.network.site and self.site.holds(entry) else None

    def web_at(self, address: str) -> Json | None:
        """The same for an address of the site."""
        if self.network.site is None:
            return None
        url = self._full(address)
        return {"url": url, "short": short(url), "modules": qr_runs(url), "alt": f"QR code : {short(url)}"}

    def _address_of(self, entry: Entry) -> str:
        return address_of(entry, alone=len(self.site.networks) == 1)

    def _full(self, address: str) -> str:
        return f"{(self.network.site or '').rstrip('/')}/{address}"

    def houses(self) -> tuple[Maison, ...]:
        """The houses of the network, in the order of the thread."""
        return self.site.of(Maison, self.network)


def document(origin: str, title: str, subtitle: str | None, scope: Scope, step: str = "texte") -> Json:
    """What every printed thing says of itself; ``step`` is the size of its running text."""
    return {
        "origin": origin,
        "title": typeset(title),
        "author": typeset(scope.network.nom),
        "description": text(subtitle),
        "online": scope.network.site is not None,
        "text_step": step,
    }


def short(url: str) -> str:
    """The address as one types it: without scheme, ``www`` or last slash."""
    return url.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def qr_runs(url: str) -> list[list[list[int]]]:
    """The dark modules of a QR code (ISO/IEC 18004, level M), row by row, as (start, length) runs."""
    code = segno.make(url, error="m", micro=False, boost_error=False)
    return [_runs(row) for row in code.matrix]


def _runs(row: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == index:
            runs[-1][1] += 1
        elif dark:
            runs.append([index, 1])
    return runs


def text(value: str | None) -> str:
    """A short text, typeset; empty when there is none."""
    return typeset(value) if value else ""


def texts(values: Iterable[str]) -> list[str]:
    """Short texts, typeset."""
    return [typeset(value) for value in values]


def nodes(value: Prose) -> list[Json]:
    """A long text as a tree of nodes, typeset."""
    return [node.data() for node in prose.nodes(value)] if value else []


def day(value: date | PartialDate | None) -> str:
    """« 6 avril 2017 », « 2020 »; empty when unknown."""
    return typeset(write_partial_date(value)) if value else ""


def timeline(marks: Iterable[Repere], today: date) -> list[Json]:
    """Dates that count, in the order they were typed."""
    return [
        {
            "date": day(mark.date),
            "text": typeset(mark.texte),
            "planned": mark.prevu,
            "note": intention(mark.date, today) if mark.prevu else "",
        }
        for mark in marks
    ]


def phones(digits: Iterable[str]) -> list[Json]:
    """Telephones as shown, and as dialled (RFC 3966)."""
    return [{"shown": typeset(numbers.phone(one)), "url": numbers.phone_link(one)} for one in digits]


def link(url: str | None) -> Json | None:
    """A web address and its short form."""
    return {"url": url, "short": short(url)} if url else None


def in_order(*parts: str | None) -> str:
    """The parts that say something, between commas."""
    return ", ".join(part for part in parts if part)

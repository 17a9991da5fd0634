"""News as Atom (RFC 4287) and JSON Feed 1.1.

Names are ``urn:uuid:`` (RFC 9562), so that they stay when the web address becomes known or changes. While
it is not known, links are relative in Atom, which allows it, and left out of JSON Feed, which does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from filquartiers.artifact import Artifact
from filquartiers.model.kinds import Reseau
from filquartiers.model.site import Site
from filquartiers.render.feeds.identifiers import absolute, base_of, stable_id
from filquartiers.render.feeds.json_files import json_bytes
from filquartiers.render.feeds.news import Item, news

ATOM, JSON_FEED = "atom.xml", "feed.json"
_WHOLE = UUID("3b5c9c1e-6a1d-5d0e-8d43-5d1f0c7a9e02")  # the name of the feed of several networks
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, § 2.2


@dataclass(frozen=True, slots=True)
class Paper:
    """A feed of news: its name, where it lies (``folder`` ends with a slash or is empty), its items."""

    id: UUID
    title: str
    folder: str
    base: str
    day: date
    items: tuple[Item, ...]


def syndication(site: Site, name: str) -> Iterator[Artifact]:
    """Both feeds, for the whole site and, when it holds several, for each network.

    Args:
        site: what is published.
        name: the name of the site, for the feed of several networks.
    """
    for paper in papers(site, name):
        yield Artifact(f"site/{paper.folder}{ATOM}", _atom(paper))
        yield Artifact(f"site/{paper.folder}{JSON_FEED}", json_bytes(_json_feed(paper)))


def papers(site: Site, name: str) -> Iterator[Paper]:
    """The feeds there are."""
    alone = site.networks[0] if len(site.networks) == 1 else None
    yield _paper(site, alone.nom if alone else name, "", alone)
    if alone is None:
        for network in site.networks:
            yield _paper(site, network.nom, f"{network.slug}/", network)


def _paper(site: Site, title: str, folder: str, network: Reseau | None) -> Paper:
    items = news(site, network)
    day = max((item.day for item in items), default=site.today)
    found = stable_id(network) if network else _WHOLE
    return Paper(found, title, folder, base_of(site, network), day, items)


def _atom(paper: Paper) -> bytes:
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "fr"})
    _add(feed, "id", paper.id.urn)
    _add(feed, "title", paper.title)
    _add(feed, "updated", _moment(paper.day))
    SubElement(SubElement(feed, "author"), "name").text = _clean(paper.title)
    home = absolute(paper.base, paper.folder) or "index.html"
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": home})
    if paper.base:
        own = absolute(paper.base, paper.folder + ATOM)
        SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    for item in paper.items:
        _add_entry(feed, paper, item)
    indent(feed)
    text: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add_entry(feed: Element, paper: Paper, item: Item) -> None:
    entry = SubElement(feed, "entry")
    _add(entry, "id", item.id.urn)
    _add(entry, "title", item.title)
    _add(entry, "updated", _moment(item.day))
    up = "../" * paper.folder.count("/")
    link = absolute(paper.base, item.address) or f"{up}{item.address}index.html"
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": link})
    _add(entry, "summary", item.summary or item.title)
    for word in item.words:
        SubElement(entry, "category", {"term": _clean(word)})


def _json_feed(paper: Paper) -> dict[str, Any]:
    told: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": paper.title,
        "language": "fr",
    }
    if paper.base:
        told |= {
            "home_page_url": absolute(paper.base, paper.folder),
            "feed_url": absolute(paper.base, paper.folder + JSON_FEED),
        }
    return told | {"items": [_json_item(paper, item) for item in paper.items]}


def _json_item(paper: Paper, item: Item) -> dict[str, Any]:
    told: dict[str, Any] = {"id": item.id.urn, "title": item.title}
    if paper.base:
        told["url"] = absolute(paper.base, item.address)
    told |= {"content_text": item.summary or item.title, "date_published": _moment(item.day)}
    return told | ({"tags": list(item.words)} if item.words else {})


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

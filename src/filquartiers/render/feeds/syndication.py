"""News as Atom (RFC 4287) and JSON Feed 1.1.

Names are ``urn:uuid:`` (RFC 9562), so that they stay when the web address becomes known or changes. While
it is not known, links are relative in Atom, which allows it, and left out of JSON Feed, which does not.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from filquartiers.artifact import Artifact
from filquartiers.model.addresses import ATOM, JSON_FEED, absolute, beside, output_path, relative
from filquartiers.render.feeds.json_files import json_bytes
from filquartiers.render.typography import typeset
from filquartiers.telling.news import Item, NewsFeed, news_feeds
from filquartiers.telling.teller import Teller

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, § 2.2


def syndication(teller: Teller) -> Iterator[Artifact]:
    """Both feeds, for the whole site and, when it holds several, for each network."""
    for paper in news_feeds(teller):
        yield Artifact(output_path(beside(paper.home, ATOM)), _atom(paper))
        yield Artifact(output_path(beside(paper.home, JSON_FEED)), json_bytes(_json_feed(paper)))


def _atom(paper: NewsFeed) -> bytes:
    feed = Element("feed", {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "fr"})
    _add(feed, "id", paper.id)
    _add(feed, "title", paper.title)
    if paper.notice:
        _add(feed, "subtitle", paper.notice)
    _add(feed, "updated", _moment(paper.day))
    SubElement(SubElement(feed, "author"), "name").text = _clean(paper.title)
    home = absolute(paper.base, paper.home) or relative(paper.home, paper.home)
    SubElement(feed, "link", {"rel": "alternate", "type": "text/html", "href": home})
    if paper.base:
        own = absolute(paper.base, beside(paper.home, ATOM))
        SubElement(feed, "link", {"rel": "self", "type": "application/atom+xml", "href": own})
    for item in paper.items:
        _add_entry(feed, paper, item)
    indent(feed)
    text: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add_entry(feed: Element, paper: NewsFeed, item: Item) -> None:
    entry = SubElement(feed, "entry")
    _add(entry, "id", item.id)
    _add(entry, "title", typeset(item.title))
    _add(entry, "updated", _moment(item.day))
    link = absolute(paper.base, item.address) or relative(paper.home, item.address)
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": link})
    _add(entry, "summary", typeset(item.summary or item.title))
    for word in item.words:
        SubElement(entry, "category", {"term": _clean(word)})


def _json_feed(paper: NewsFeed) -> dict[str, Any]:
    told: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": paper.title,
        "language": "fr",
    } | ({"description": paper.notice} if paper.notice else {})
    if paper.base:
        told |= {
            "home_page_url": absolute(paper.base, paper.home),
            "feed_url": absolute(paper.base, beside(paper.home, JSON_FEED)),
        }
    return told | {"items": [_json_item(paper, item) for item in paper.items]}


def _json_item(paper: NewsFeed, item: Item) -> dict[str, Any]:
    told: dict[str, Any] = {"id": item.id, "title": typeset(item.title)}
    if paper.base:
        told["url"] = absolute(paper.base, item.address)
    told |= {"content_text": typeset(item.summary or item.title), "date_published": _moment(item.day)}
    return told | ({"tags": list(item.words)} if item.words else {})


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _clean(text)


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

"""No dead link, no dead anchor, nothing asked of anybody else."""

import posixpath
import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

FETCHED = {"link", "script", "img", "source", "iframe", "object", "video", "audio"}


class Addresses(HTMLParser):
    """The addresses that a page names, and the anchors it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str, dict[str, str | None]]] = []
        self.anchors: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.anchors.append(str(given["id"]))
        for name in ("href", "src"):
            if given.get(name) is not None:
                self.found.append((tag, str(given[name]), given))
        for part in (given.get("srcset") or "").split(","):
            if part.strip():
                self.found.append((tag, part.split()[0], given))


def resolved(page: str, address: str) -> tuple[str, str]:
    """File and anchor that an address of a page leads to."""
    path, anchor = urldefrag(address)
    place = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path))) if path else page
    return place, unquote(anchor)


def is_elsewhere(address: str) -> bool:
    return bool(urlsplit(address).scheme or urlsplit(address).netloc)


def test_every_link_leads_to_a_file_and_every_anchor_exists(site: Any) -> None:
    pages = {path: Addresses(html) for path, html in site.pages.items()}
    dead = []
    for path, page in pages.items():
        for tag, address, _ in page.found:
            if is_elsewhere(address):
                continue
            file, anchor = resolved(path, address)
            if file not in site.files or (anchor and file in pages and anchor not in pages[file].anchors):
                dead.append(f"{path}: <{tag}> {address}")
    assert pages
    assert dead == []


def test_links_are_relative_and_name_the_file(site: Any) -> None:
    """So that the site works from any sub-path and from the disk."""
    wrong = [
        f"{path}: {address}"
        for path, html in site.pages.items()
        for _, address, _ in Addresses(html).found
        if not is_elsewhere(address) and (address.startswith("/") or urlsplit(address).path.endswith("/"))
    ]
    assert wrong == []


def test_no_page_asks_anything_of_a_third_party(site: Any) -> None:
    asked = [
        f"{path}: <{tag}> {address}"
        for path, html in site.pages.items()
        for tag, address, given in Addresses(html).found
        if tag in FETCHED and is_elsewhere(address) and given.get("rel") not in {"canonical", "alternate"}
    ]
    styles = {path: data.decode() for path, data in site.files.items() if path.endswith(".css")}
    asked += [
        f"{path}: {found}"
        for path, css in styles.items()
        for found in re.findall(r"url\((?!data:)[^)]*//[^)]*\)", css)
    ]
    assert asked == []


def test_identifiers_are_unique_on_each_page(site: Any) -> None:
    for path, html in site.pages.items():
        anchors = Addresses(html).anchors
        assert len(anchors) == len(set(anchors)), path


def test_every_page_can_be_reached_from_the_home_page(site: Any) -> None:
    pages = {path: Addresses(html) for path, html in site.pages.items()}
    seen, waiting = set(), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in seen or path not in pages:
            continue
        seen.add(path)
        waiting += [
            resolved(path, address)[0] for _, address, _ in pages[path].found if not is_elsewhere(address)
        ]
    hidden = {"404.html", "planche/index.html"}  # shown by the server; a page for designers
    assert sorted(pages.keys() - seen - hidden) == []

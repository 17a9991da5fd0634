"""What search engines are told: robots.txt (RFC 9309) and the sitemap (sitemaps.org 0.9)."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from filquartiers.artifact import Artifact
from filquartiers.model.addresses import (
    ROBOTS,
    SITEMAP,
    absolute,
    address_of,
    base_of,
    is_page,
    output_path,
    sitemap_part,
)
from filquartiers.model.site import Site

MOST_ADDRESSES = 50_000  # in one file (sitemaps.org, « Using Sitemap index files »)
MOST_OCTETS = 52_000_000  # the protocol says 52,428,800; the rest is for the first and last lines


def robots(site: Site) -> Artifact:
    """A demonstration asks robots to stay away; else the sitemap is named once its address is known."""
    return Artifact(output_path(ROBOTS), ("\n".join(_robots_lines(site)) + "\n").encode())


def sitemap(site: Site, addresses: Iterable[str]) -> Iterator[Artifact]:
    """The list of pages; nothing while the web address is not known, since it must hold full addresses.

    A longer list than the protocol allows is cut; ``sitemap.xml``, which robots know, then lists its parts.

    Args:
        site: what is published.
        addresses: the pages, as `model.addresses` forms them; files such as ``404.html`` are left out.
    """
    base = base_of(site)
    if base and not any(network.demonstration for network in site.networks):
        pages = sorted(address for address in addresses if is_page(address))
        parts = [_listing("urlset", part) for part in _parts(_lines("url", base, pages))]
        if len(parts) > 1:
            names = [sitemap_part(rank) for rank in range(1, len(parts) + 1)]
            yield from (_file(name, part) for name, part in zip(names, parts, strict=True))
            parts = [_listing("sitemapindex", _lines("sitemap", base, names))]
        yield _file(SITEMAP, *(parts or [_listing("urlset", ())]))


def _file(address: str, text: str) -> Artifact:
    return Artifact(output_path(address), text.encode())


def _robots_lines(site: Site) -> Iterator[str]:
    yield "User-agent: *"
    kept_away = [network for network in site.networks if network.demonstration]
    if len(kept_away) == len(site.networks):
        yield "Disallow: /"
        return
    for network in kept_away:
        yield f"Disallow: /{address_of(network)}"
    if not kept_away:
        yield "Disallow:"
        if base := base_of(site):
            yield f"Sitemap: {absolute(base, SITEMAP)}"


def _lines(name: str, base: str, addresses: Iterable[str]) -> Iterator[str]:
    return (f"<{name}><loc>{escape(absolute(base, one))}</loc></{name}>\n" for one in addresses)


def _parts(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines of each file: as many as the protocol allows."""
    part, size = list[str](), 0
    for line in lines:
        if len(part) == MOST_ADDRESSES or size + len(line.encode()) > MOST_OCTETS:
            yield part
            part, size = [], 0
        part.append(line)
        size += len(line.encode())
    if part:
        yield part


def _listing(name: str, lines: Iterable[str]) -> str:
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<{name} xmlns="{namespace}">\n{"".join(lines)}</{name}>\n'
    )

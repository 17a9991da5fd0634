"""What search engines are told: robots.txt (RFC 9309) and the sitemap (sitemaps.org 0.9)."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from filquartiers.artifact import Artifact
from filquartiers.model.addresses import ROBOTS, SITEMAP, absolute, address_of, base_of, is_page, output_path
from filquartiers.model.site import Site


def robots(site: Site) -> Artifact:
    """A demonstration asks robots to stay away; else the sitemap is named once its address is known."""
    return Artifact(output_path(ROBOTS), ("\n".join(_robots_lines(site)) + "\n").encode())


def sitemap(site: Site, addresses: Iterable[str]) -> Iterator[Artifact]:
    """The list of pages; nothing while the web address is not known, since it must hold full addresses.

    Args:
        site: what is published.
        addresses: the pages, as `model.addresses` forms them; files such as ``404.html`` are left out.
    """
    base = base_of(site)
    if base and not any(network.demonstration for network in site.networks):
        pages = sorted(address for address in addresses if is_page(address))
        yield Artifact(output_path(SITEMAP), _sitemap(base, pages).encode())


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


def _sitemap(base: str, pages: Iterable[str]) -> str:
    lines = "".join(f"<url><loc>{escape(absolute(base, page))}</loc></url>\n" for page in pages)
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{namespace}">\n{lines}</urlset>\n'

"""Long texts, drawn: as HTML for the site, as a tree of nodes for print, from the same clean HTML."""

import html
import re
from collections.abc import Callable

from markupsafe import Markup

from filquartiers.model.addresses import is_elsewhere
from filquartiers.prose import sanitised
from filquartiers.render.nodes import Node, read_nodes
from filquartiers.render.typography import typeset_html
from filquartiers.telling.values import LongText

Href = Callable[[str], str]
"""What to write for an address (`model.addresses`); an empty text leaves the words without link."""
Draw = Callable[[str, str], str]
"""The HTML of a picture, from the file named and its alternative text; an empty text leaves it out."""

_LINK = re.compile(r'<a(?: href="([^"]*)")?>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>\n?", re.DOTALL)
_LOWEST_HEADING = 6


def to_html(passage: LongText, href: Href, picture: Draw, *, level: int = 2, anchors: bool = True) -> Markup:
    """The text as HTML that is safe to write in a page; spaces are not typeset yet.

    Args:
        passage: Markdown, raw HTML allowed: only the tags of the allow-list come through.
        href: what to write for an address of the site, or elsewhere.
        picture: draws a picture of the text.
        level: the level of the highest heading; lower ones follow without a gap, down to h6.
        anchors: whether the text stands in a page, where links to a place of it lead somewhere.
    """
    clean = _linked(passage, href, level, anchors=anchors)
    return Markup(_IMAGE.sub(lambda match: _picture(match, picture), clean))  # noqa: S704  sanitised


def to_nodes(passage: LongText, href: Href) -> tuple[Node, ...]:
    """The text as a tree for print, typeset. Pictures name their file; headings start at level 1."""
    return read_nodes(typeset_html(_linked(passage, href, 1, anchors=False)))


def _linked(passage: LongText, href: Href, level: int, *, anchors: bool) -> str:
    targets = dict(passage.targets)

    def link(match: re.Match[str]) -> str:
        typed = html.unescape(match[1] or "")
        if typed.startswith("#"):  # a place of the page, which paper and other sites do not have
            return _link(match[2], typed if anchors else "")
        address = typed if is_elsewhere(typed) else targets.get(typed)
        return _link(match[2], "" if address is None else href(address))

    return _LINK.sub(link, _demoted(sanitised(passage.text), level))


def _demoted(markup: str, level: int) -> str:
    """``markup`` with its headings starting at ``level``, each at most one below the former."""
    above: list[int] = []

    def demote(match: re.Match[str]) -> str:
        typed = int(match[1])
        while above and above[-1] >= typed:
            above.pop()
        above.append(typed)
        rank = min(level + len(above) - 1, _LOWEST_HEADING)
        return f"<h{rank}>{match[2].strip()}</h{rank}>\n"

    return _HEADING.sub(demote, markup)


def _link(words: str, target: str) -> str:
    if not target or not words.strip():  # a link without words cannot be followed by ear
        return words
    outside = ' rel="noopener"' if target.lower().startswith(("http:", "https:")) else ""
    return f'<a href="{html.escape(target)}"{outside}>{words}</a>'


def _picture(match: re.Match[str], draw: Draw) -> str:
    attributes = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(match[1])}
    return draw(attributes.get("src", ""), attributes.get("alt", ""))

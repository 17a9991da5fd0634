"""Long texts: the Markdown of volunteers, made into clean HTML for the site and nodes for print.

Both come from the same sanitised HTML, so that the page and the brochure cannot disagree.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup

from filquartiers.model.fields import Prose
from filquartiers.render.nodes import Node, read_nodes
from filquartiers.render.typography import typeset_html

_TAGS = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "br"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("a", "strong", "em", "b", "i", "code", "sup", "sub", "img"),
}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags={"script", "style"},
    attributes={"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    set_tag_attribute_values={"th": {"scope": "col"}},
)
_EXTERNAL = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_LINK = re.compile(r'<a(?: href="([^"]*)")?>(.*?)</a>', re.DOTALL)
_IMAGE = re.compile(r'<img((?: [a-z]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>\n?", re.DOTALL)
_EMPTY = re.compile(r"<(p|li|h[1-6])>\s*</\1>\n?")
_LOWEST_HEADING = 6


def _own_address(target: str) -> str | None:
    """Web, e-mail and telephone addresses stand by themselves; names of pages need a resolver."""
    return target if _EXTERNAL.match(target) else None


@dataclass(frozen=True, slots=True)
class Targets:
    """What becomes of the links and pictures of a text.

    ``link`` gets what stands in the text (``maisons/kerlede``, ``kerlede.md``, ``https://…``) and gives the
    ``href`` to write, or None to keep the words without link. ``picture`` gets the file named and its
    alternative text, and gives HTML that is written as it is; an empty string leaves the picture out.
    """

    link: Callable[[str], str | None] = _own_address
    picture: Callable[[str, str], str] = lambda _source, _alternative: ""


def to_html(prose: Prose, targets: Targets | None = None, *, level: int = 2) -> Markup:
    """The text as HTML that is safe to write in a page; spaces are not typeset yet.

    Args:
        prose: Markdown, raw HTML allowed: only the tags of the allow-list come through.
        targets: how links and pictures are resolved; without it only full addresses stay links.
        level: the level of the highest heading; lower ones follow without a gap, down to h6.
    """
    found = targets or Targets()
    clean = _demoted(sanitised(prose.text), level)
    clean = _LINK.sub(lambda match: _link(match, found.link), clean)
    return Markup(_IMAGE.sub(lambda match: _picture(match, found.picture), clean))  # noqa: S704  sanitised


def nodes(prose: Prose, link: Callable[[str], str | None] = _own_address) -> tuple[Node, ...]:
    """The text as a tree for print, typeset. Pictures name their file; headings start at level 1."""
    clean = _demoted(sanitised(prose.text), 1)
    clean = _LINK.sub(lambda match: _link(match, link), clean)
    return read_nodes(typeset_html(clean))


def plain(text: str) -> str:
    """The words of a Markdown text, on one line, without any markup."""
    spaced = re.sub(r"</(?:p|h\d|li|td|th)>|<br>", " ", sanitised(text))
    words = html.unescape(re.sub(r"<[^>]*>", "", _IMAGE.sub("", spaced)))
    return re.sub(r"[ \t\r\n]+", " ", words).strip(" ")


@lru_cache(maxsize=4096)  # the site, the feeds and the brochure ask for the same texts
def sanitised(text: str) -> str:
    """Markdown as HTML of the allowed tags and attributes only, without empty blocks."""
    try:
        made = _reader().reset().convert(as_markdown(text))
    except RecursionError:  # thousands of nested quotes: show the words
        made = f"<p>{html.escape(text)}</p>"
    writable = made.encode("utf-8", errors="replace").decode()  # a lone surrogate is no character
    clean: str = _CLEANER.clean(writable)
    return _EMPTY.sub("", clean).strip()


@cache
def _reader() -> Markdown:
    """The converter, reset before each use.

    Indented text is no code here: volunteers indent to please the eye.
    """
    reader = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    reader.parser.blockprocessors.deregister("code")
    return reader


_BULLET = re.compile(r"^([ \t]*)[•▪‣◦–][ \t\u00a0\u202f]+(?=\S)", re.MULTILINE)
_NUMBER = re.compile(r"^([ \t]*\d{1,3})\)[ \t\u00a0]+(?=\S)", re.MULTILINE)
_NESTED = re.compile(r"^ {2,3}(?=(?:[-*+]|\d{1,3}\.) )", re.MULTILINE)
_NEW_LIST = re.compile(r"^([ \t]*[-*+] .*)\n(?=1\. +\S)", re.MULTILINE)
_TIGHT_LIST = re.compile(
    r"^(?![ \t]*(?:[-*+]|\d{1,3}\.) |[ \t]+\S|[>|#])(.*\S.*)\n(?=(?:[-*+]|1\.) +\S)", re.MULTILINE
)


def as_markdown(text: str) -> str:
    """What people type as lists, written as Markdown knows them.

    Bullets and dashes from word processors, « 1) », sub-items indented by two, a list right under its
    sentence.
    """
    text = _NUMBER.sub(r"\1. ", _BULLET.sub(r"\1- ", text.replace("\r\n", "\n")))
    text = _NEW_LIST.sub(r"\1\n\n", _NESTED.sub("    ", text))
    return _TIGHT_LIST.sub(r"\1\n\n", text)


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


def _link(match: re.Match[str], resolve: Callable[[str], str | None]) -> str:
    address, words = match.groups()
    target = resolve(html.unescape(address)) if address else None
    if not target or not words.strip():  # a link without words cannot be followed by ear
        return str(words)
    outside = ' rel="noopener"' if target.startswith(("http:", "https:")) else ""
    return f'<a href="{html.escape(target)}"{outside}>{words}</a>'


def _picture(match: re.Match[str], draw: Callable[[str, str], str]) -> str:
    attributes = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(match[1])}
    return draw(attributes.get("src", ""), attributes.get("alt", ""))

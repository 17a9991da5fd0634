"""Signs between < and >: what is HTML stays, what is words of the editor is shown."""

import html
import re

from filquartiers.model.addresses import completed

_OPENING = re.compile(r"<(?P<name>!--|/?[^\s<>/]*)[^<>]*>?")
_PLAYER = re.compile(
    r"<(?P<tag>iframe|video|audio|embed|object)\b[^<>]*>(?:[^<]*(?:<(?!/?(?:iframe|video|audio|object)\b)[^<]*)*"
    r"</(?:iframe|video|audio|object)>)?",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"""\b(?:src|data)\s*=\s*["']?((?:https?:)?//[^\s"'<>]+)""", re.IGNORECASE)
_ADDRESS = re.compile(r"<(?:https?://|mailto:|www\.)[^\s<>]+>|<[^\s<>@]+@[^\s<>@]+>", re.IGNORECASE)
# The elements of HTML: any other name between < and > is a word of the editor (« <nom de la salle> »).
_ELEMENTS = frozenset(
    """
    a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas
    caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
    fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html
    i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noframes noscript
    object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section
    select slot small source span strike strong style sub summary sup svg table tbody td template textarea
    tfoot th thead time title tr track tt u ul var video wbr
    """.split()  # noqa: SIM905  a hundred names, on a few lines
)
# They hold other blocks, or words, and add nothing of their own here.
_BLOCKS = frozenset(
    ("address", "article", "aside", "center", "div", "figure", "footer", "header", "main", "section")
)
_SPANS = frozenset(("abbr", "big", "cite", "font", "ins", "mark", "q", "small", "span", "u"))


def with_signs(text: str) -> str:
    """The same text, in which only HTML stands between < and >; a player becomes a link to what it plays."""
    if "<" not in text:
        return text
    return _OPENING.sub(_kept_or_shown, _PLAYER.sub(_played, text))


def _played(player: re.Match[str]) -> str:
    found = _SOURCE.search(player[0])
    if not found:
        return ""
    return f"<{completed(html.unescape(found[1]))}>"


def _kept_or_shown(found: re.Match[str]) -> str:
    name = found["name"].removeprefix("/").lower()
    if found[0].endswith(">") and (name in _BLOCKS or name in _SPANS):
        return "\n\n" if name in _BLOCKS else ""
    is_html = found[0].endswith(">") and (name in _ELEMENTS or name == "!--")
    if is_html or _ADDRESS.fullmatch(found[0]):
        return found[0]
    return "&lt;" + found[0][1:]

"""French typography, for the site and for print: the spaces, apostrophes and dots that a typesetter puts.

The rules are those of the *Lexique des règles typographiques en usage à l'Imprimerie nationale*. Ordinals
stay plain letters (« 1er », not ``1<sup>er</sup>``): screen readers then say « premier », and search and
copy keep one word. Inclusive forms (« habitant·e·s », « HABITANT.E.S ») hold no place to break (UAX 14,
class AL), so nothing is put in them. Web addresses are left as they are.
"""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

NBSP = "\u00a0"
NNBSP = "\u202f"

_BLANK = r"[ \u00a0\u202f\u2009]"
_SPACE = r"[ \t\r\n\u00a0\u202f\u2009]"
_UNIT = r"(?:€|%|°C|(?:km|cm|mm|m²|m|kg|g|h|min|s|ans?|mois|jours?|semaines?|heures?|euros?|personnes)(?!\w))"
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\w)"
_AFTER = r"(?=[\s;:!?»).,…\]\"\u201d]|\Z)"  # what may follow a mark that is glued to its word

_RULES = re.compile(
    rf"""
      (?P<keep> (?<![\w/]) (?:https?://|www\.) [^\s<>«»"]* [^\s<>«»"'.,;:!?)…’] )
    | (?P<phone> (?<![\w,-])(?<!\d\.) 0[1-9] (?:(?:{_BLANK}|\.)\d\d){{4}} (?!\w) )
    | (?P<time> (?<![\w,:/])(?<!\d\.) (?:[01]?\d|2[0-4]) {_SPACE}* h (?:{_SPACE}*[0-5]\d)? (?![\w@]) )
    | (?P<ordinal> (?<![\w,-])(?<!\d\.) (?:1[èe]re|\d+[èe]me) (?!\w) )
    | (?P<thousands> (?<![\w,])(?<!\d\.) \d{{1,3}} (?:{_BLANK}\d{{3}})+ (?!\w) )
    | (?P<open> « {_SPACE}* (?=\S) )
    | (?P<close> (?<=\S) {_SPACE}+ (?=[;!?»]) )
    | (?P<mark> (?<=[^\s([«:;!?]) [;!?] {_AFTER} | (?<=[^\s«]) » )
    | (?P<colon> (?<=\S) {_SPACE}+ (?= : (?:[\s«»]|\Z) ) )
    | (?P<glued_colon> (?<=[^\s([«:]) : (?=[\s»]|\Z) )
    | (?P<apostrophe> (?<=[^\W\d_]) ' (?![\w.+-]*@) )
    | (?P<dots> (?<!\.) \.\.\. (?!\.) )
    | (?P<unit> (?<=\d) [%€] (?!\w) )
    | (?P<number> (?<=\b[nN]) ° {_SPACE}* (?=\d) )
    | (?P<bound>
        (?<=\d) {_SPACE}+ (?= {_UNIT} | {_MONTH} )
      | (?<=[\dh]) {_SPACE}+ (?= [–—]{_SPACE}*\d )
      | (?<=\S) {_SPACE}+ (?= ·{_SPACE}+\S )
      | (?<=\b1er) {_SPACE}+ (?= {_MONTH} )
      | (?:(?<=\bM\.)|(?<=\bMM\.)|(?<=\bMme)|(?<=\bMmes)|(?<=\bDr)|(?<=\bMe)) {_SPACE}+ (?=[A-ZÀ-Þ])
      | (?<=\b[pP]\.) {_SPACE}+ (?=\d) )
    """,
    re.VERBOSE,
)


def typeset(text: str) -> str:
    """``text`` as a French typesetter would space it; plain text in, plain text out.

    Applied twice, it changes nothing more. Letters stay, but for « 2ème » → « 2e », « 1ère » → « 1re ».
    """
    return _RULES.sub(_corrected, text)


def _corrected(match: re.Match[str]) -> str:
    return _CORRECTIONS[match.lastgroup or "keep"](match[0])


def _time(text: str) -> str:
    """« 14h30 » → « 14 h 30 », « 9 h » kept whole."""
    hours, _, minutes = re.sub(_SPACE, "", text).partition("h")
    return f"{hours}{NBSP}h" + (f"{NBSP}{minutes}" if minutes else "")


_CORRECTIONS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "keep": lambda text: text,
        "phone": lambda text: re.sub(rf"{_BLANK}|\.", NBSP, text),
        "time": _time,
        "ordinal": lambda text: f"{text[:-3]}{'re' if text.endswith('re') else 'e'}",
        "thousands": lambda text: re.sub(_BLANK, NNBSP, text),
        "open": lambda _: f"«{NNBSP}",
        "close": lambda _: NNBSP,
        "mark": lambda text: NNBSP + text,
        "colon": lambda _: NBSP,
        "glued_colon": lambda _: f"{NBSP}:",
        "apostrophe": lambda _: "’",
        "dots": lambda _: "…",
        "unit": lambda text: NBSP + text,
        "number": lambda _: f"°{NBSP}",
        "bound": lambda _: NBSP,
    }
)

_ATTRIBUTES = r"""(?:"[^"]*"|'[^']*'|[^'">])*"""
_OPAQUE = ("script", "style", "pre", "textarea", "svg", "template")
_INLINE = (
    "a", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u", "wbr",
)  # fmt: skip
_CODE = ("code", "kbd", "samp", "var")
_OBJECT = "\ufffc"  # code or a picture, seen from the sentence it stands in

_BOUNDARY = re.compile(
    "("
    + "|".join(rf"<{name}\b{_ATTRIBUTES}>.*?</{name}\s*>" for name in _OPAQUE)
    + rf"|<!--.*?-->|<[/!]?(?!/?(?:{'|'.join(_INLINE + _CODE)}|img)\b)[a-z]{_ATTRIBUTES}>)",
    re.DOTALL | re.IGNORECASE,
)
_MARKUP = re.compile(
    "("
    + "|".join(rf"<{name}\b{_ATTRIBUTES}>.*?</{name}\s*>" for name in _CODE)
    + rf"|</?[a-z]{_ATTRIBUTES}>)",
    re.DOTALL | re.IGNORECASE,
)
_IS_OBJECT = re.compile(rf"<(?:{'|'.join(_CODE)}|img)\b", re.IGNORECASE)


def typeset_html(markup: str) -> str:
    """A page or fragment of HTML whose visible text has gone through `typeset`.

    Sentences are followed across inline elements (« ``<em>x</em> !`` »). Tags, attributes, comments,
    scripts, styles, drawings, ``pre``, ``code`` and ``kbd`` come out byte for byte.
    """
    parts = _BOUNDARY.split(markup)
    parts[::2] = [_sentence(part) if part and not part.isspace() else part for part in parts[::2]]
    return "".join(parts)


@lru_cache(maxsize=4096)  # menus and footers come back on every page
def _sentence(markup: str) -> str:
    """Text and inline elements between two block boundaries."""
    parts = _MARKUP.split(markup)
    if len(parts) == 1:
        return html.escape(typeset(html.unescape(markup)), quote=False)
    seen = [_shown(part) if rank % 2 else html.unescape(part) for rank, part in enumerate(parts)]
    letters = _corrected_letters("".join(seen))
    ends = list(_running_lengths(seen))
    parts[::2] = [
        html.escape("".join(letters[start:end]), quote=False) for start, end in list(pairwise(ends))[::2]
    ]
    return "".join(parts)


def forget() -> None:
    """Forgets the sentences already set, for who measures."""
    _sentence.cache_clear()


def _shown(tag: str) -> str:
    """What a sentence sees of a tag: nothing, or one character for what it shows."""
    return _OBJECT if _IS_OBJECT.match(tag) else ""


def _running_lengths(texts: list[str]) -> Iterator[int]:
    length = 0
    yield length
    for text in texts:
        length += len(text)
        yield length


def _corrected_letters(text: str) -> list[str]:
    """What becomes of each character of ``text``, so that each stays on its side of a tag."""
    letters = list(text)
    for match in _RULES.finditer(text):
        new = _corrected(match)
        same_length = len(new) == len(match[0])
        letters[slice(*match.span())] = list(new) if same_length else [new, *[""] * (len(match[0]) - 1)]
    return letters

"""French typography, for the site and for print: the spaces, apostrophes and dots that a typesetter puts.

The rules are those of the *Lexique des règles typographiques en usage à l'Imprimerie nationale*. Ordinals
stay plain letters (« 1er », not ``1<sup>er</sup>``): screen readers then say « premier », and search and
copy keep one word. Inclusive forms (« habitant·e·s », « HABITANT.E.S ») hold no place to break (UAX 14,
class AL), so nothing is put in them. Web addresses are left as they are.
"""

import html
import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

NBSP = "\u00a0"
NNBSP = "\u202f"

_BLANK = r"[ \u00a0\u202f\u2009]"
_BLANKS = r"\ \t\r\n\u00a0\u202f\u2009"
_SPACE = f"[{_BLANKS}]"
_UNIT = r"(?:€|%|°C|(?:km|cm|mm|m²|m|kg|g|h|min|s|ans?|mois|jours?|semaines?|heures?|euros?|personnes)(?!\w))"
_MONTH = r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?!\w)"
_AFTER = r"(?=[\s;:!?»).,…\]\"\u201d]|\Z)"  # what may follow a mark that is glued to its word
_OTHER = r"[\u0370-\u1dff\u2c00-\ud7ff\ufb1d-\ufeff]"  # letters of other scripts: their marks take no space

_RULES = re.compile(
    rf"""
      (?P<apostrophe> (?<=[^\W\d_]) ' (?![\w.+-]*@) )
    | (?P<keep> (?<![\w/]) (?:https?://|www\.) [^\s<>«»"]* [^\s<>«»"'.,;:!?)…’] )
    | (?P<phone> (?<![\w,-])(?<!\d\.) 0[1-9] (?:(?:{_BLANK}|\.)\d\d){{4}} (?!\w) )
    | (?P<time> (?<![\w,:/])(?<!\d\.) (?:[01]?\d|2[0-4]) {_SPACE}* h (?:{_SPACE}*[0-5]\d)? (?![\w@]) )
    | (?P<ordinal> (?<![\w,-])(?<!\d\.) (?:1[èe]re|\d+[èe]me) (?!\w) )
    | (?P<thousands> (?<![\w,])(?<!\d\.) \d{{1,3}} (?:{_BLANK}\d{{3}})+ (?!\w) )
    | (?P<open> « {_SPACE}* (?=\S) )
    | (?P<close> (?<=\S) {_SPACE}+ (?=[;!?»]) )
    | (?P<mark> (?<=[^\s([«:;!?]) (?<!{_OTHER}) [;!?] {_AFTER} | (?<=[^\s«]) » )
    | (?P<colon> (?<=\S) {_SPACE}+ (?= : (?:[\s«»]|\Z) ) )
    | (?P<glued_colon> (?<=[^\s([«:]) (?<!{_OTHER}) : (?=[\s»]|\Z) )
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


def _places(letters: str) -> re.Pattern[str]:
    """Where a rule may begin: a hundred places in a page, found ten times faster than by trying every rule.

    What is left out here is never tried: it may find too many places, never too few.
    """
    return re.compile(
        rf"""
        [\d'«»;!?:%€°.{_BLANKS}{letters}]
        (?:
            (?<=\S{_SPACE}) (?: (?={_SPACE}*[;!?»:·–—A-ZÀ-Þ]) | (?<=[\d.]{_SPACE}) | (?<=1er{_SPACE}) )
          | (?<=['«»;!?:%€°])
          | (?<=\d) (?<!\w\d)
          | (?<=\.) (?=\.\.)
          | (?<=h) (?=ttps?://)
          | (?<=w) (?=ww\.)
        )
        """,
        re.VERBOSE,
    )


_PLACES = _places("")
_PLACES_AND_ADDRESSES = _places("hw")


def typeset(text: str) -> str:
    """``text`` as a French typesetter would space it; plain text in, plain text out.

    Applied twice, it changes nothing more. Letters stay, but for « 2ème » → « 2e », « 1ère » → « 1re ».
    """
    return _spliced(text, _corrections(text))


_Correction = tuple[int, int, str]
"""Where it begins, where it ends, and what is to stand there."""


def _corrections(text: str) -> list[_Correction]:
    """What the rules change in ``text``, in its order."""
    made: list[_Correction] = []
    done = 0
    places = _PLACES_AND_ADDRESSES if "://" in text or "www." in text else _PLACES
    for place in places.finditer(text):
        start = place.start()
        if start < done:
            continue
        match = _RULES.match(text, start)
        if match:
            done = match.end()
            made.append((start, done, _corrected(match)))
    return made


def _spliced(text: str, corrections: list[_Correction]) -> str:
    if not corrections:
        return text
    pieces: list[str] = []
    done = 0
    for start, end, new in corrections:
        pieces += (text[done:start], new)
        done = end
    return "".join([*pieces, text[done:]])


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

_ATTRIBUTES = r"""[^'">]*(?:(?:"[^"]*"|'[^']*')[^'">]*)*"""
_OPAQUE = ("script", "style", "pre", "textarea", "svg", "template")
_INLINE = (
    "a", "abbr", "b", "bdi", "bdo", "cite", "data", "del", "dfn", "em", "i", "ins", "mark", "q", "s", "small",
    "span", "strong", "sub", "sup", "time", "u", "wbr",
)  # fmt: skip
_CODE = ("code", "kbd", "samp", "var")
_OBJECT = "\ufffc"  # code or a picture, seen from the sentence it stands in


def _named(names: tuple[str, ...], rest: Callable[[str], str]) -> str:
    """A pattern for a tag of one of ``names``; the first letter is enough to refuse most tags of a page."""
    firsts = "".join(sorted({name[0] for name in names}))
    return f"(?=[{firsts}])(?:{'|'.join(name + rest(name) for name in names)})"


def _whole(name: str) -> str:
    return rf"\b{_ATTRIBUTES}>.*?</{name}\s*>"


_BOUNDARY = re.compile(
    rf"(<(?:{_named(_OPAQUE, _whole)}|!--.*?-->"
    rf"|[/!]?(?!/?{_named((*_INLINE, *_CODE, 'img'), lambda _: '')}\b)[a-z]{_ATTRIBUTES}>))",
    re.DOTALL | re.IGNORECASE,
)
_MARKUP = re.compile(
    rf"(<(?:{_named(_CODE, _whole)}|/?[a-z]{_ATTRIBUTES}>))",
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
    if "<" not in markup:
        return _escaped(typeset(html.unescape(markup)))
    parts = _MARKUP.split(markup)
    seen = [_shown(part) if rank % 2 else html.unescape(part) for rank, part in enumerate(parts)]
    letters = deque(_letter_by_letter(_corrections("".join(seen))))
    end = 0
    for rank, text in enumerate(seen):
        start, end = end, end + len(text)
        here: list[_Correction] = []
        while letters and letters[0][0] < end:
            place, past, new = letters.popleft()
            here.append((place - start, past - start, new))
        if rank % 2 == 0:
            parts[rank] = _escaped(_spliced(text, here))
    return "".join(parts)


def _letter_by_letter(corrections: list[_Correction]) -> Iterator[_Correction]:
    """The same corrections of one letter each, so that each stays on its side of a tag."""
    for start, end, new in corrections:
        same_length = len(new) == end - start
        for rank, place in enumerate(range(start, end)):
            yield place, place + 1, new[rank] if same_length else "" if rank else new


def _escaped(text: str) -> str:
    return html.escape(text, quote=False) if "&" in text or "<" in text or ">" in text else text


def forget() -> None:
    """Forgets the sentences already set, for who measures."""
    _sentence.cache_clear()


def _shown(tag: str) -> str:
    """What a sentence sees of a tag: nothing, or one character for what it shows."""
    return _OBJECT if _IS_OBJECT.match(tag) else ""

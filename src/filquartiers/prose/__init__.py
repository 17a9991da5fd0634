"""Long texts: the Markdown of volunteers, made into clean HTML and plain words.

Site, paper, feeds and search all start from the same sanitised HTML, so that they cannot disagree.
"""

import html
import re
from functools import cache, lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

import nh3

from filquartiers.model.effort import bracket_depth, deepest_line, heaviest_line, is_too_long_to_read
from filquartiers.prose import road
from filquartiers.prose.addresses import linked
from filquartiers.prose.typed import as_markdown

if TYPE_CHECKING:
    from markdown import Markdown

_TAGS = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "br"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("a", "strong", "em", "b", "i", "code", "del", "sup", "sub", "img"),
}
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags={"script", "style"},
    attributes={"*": set(), "a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    set_tag_attribute_values={"th": {"scope": "col"}},
)
_IMAGE = re.compile(r'<img(?: [a-z]+="[^"]*")*>')
_HREF = re.compile(r'<a href="([^"]*)"')
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TAG = re.compile(r"<(/?)(?!br|hr|img)[a-z]")
_DEEPEST = 30  # six lists in each other, with bold links at the bottom, make sixteen
_NAMELESS = re.compile(r'<thead>\n<tr>\n(?:<th scope="col"></th>\n)+</tr>\n</thead>\n')
_EMPTY = re.compile(r"<(p|li|h[1-6])>\s*</\1>\n?")


def plain(text: str) -> str:
    """The words of a Markdown text, on one line, without any markup."""
    spaced = re.sub(r"</(?:p|h\d|li|td|th)>|<br>", " ", sanitised(text))
    words = html.unescape(re.sub(r"<[^>]*>", "", _IMAGE.sub("", spaced)))
    return re.sub(r"[ \t\r\n]+", " ", words).strip(" ")


def hrefs(text: str) -> tuple[str, ...]:
    """What the links of a Markdown text lead to, as typed."""
    if not any(sign in text for sign in ("[", "<", "@", "://", "www.")):
        return ()
    return tuple(map(html.unescape, _HREF.findall(sanitised(text))))


@lru_cache(maxsize=1 << 15)  # of a summary, wherever it is listed
def first_words(text: str, length: int) -> str:
    """The beginning of a Markdown text on one line, cut at a word, for cards and search engines."""
    return shortened(plain(text), length)


def shortened(flat: str, length: int) -> str:
    """A text of one line, cut at a word past ``length`` characters."""
    return flat if len(flat) <= length else flat[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def sanitised(text: str) -> str:
    """Markdown as HTML of the allowed tags and attributes only, without empty blocks.

    A text that would take minutes to read, or nests too deep, is shown as it was typed (`unreadable`).
    """
    return _read(text)[0]


def unreadable(text: str) -> int | None:
    """The line of ``text``, counted from 0, for which the text is shown as typed; None for all others."""
    return _read(text)[1]


@lru_cache(maxsize=4096)  # the site, the feeds and the brochure ask for the same texts
def _read(text: str) -> tuple[str, int | None]:
    typed = as_markdown(text)
    made = road.converted(typed)
    if made is not None:
        return linked(cleaned(made)), None
    if is_too_long_to_read(typed):
        return cleaned(_as_typed(text)), heaviest_line(text)
    clean = _not_too_deep(typed)
    return (cleaned(_as_typed(text)), deepest_line(text)) if clean is None else (linked(clean), None)


def _not_too_deep(typed: str) -> str | None:
    """What Python-Markdown makes of a text; None, wherever it is asked for, when it nests too deep."""
    if bracket_depth(typed) > _DEEPEST:
        return None
    try:
        clean = cleaned(reference(typed))
    except RecursionError:
        return None
    return clean if _depth(clean) <= _DEEPEST else None


def _depth(markup: str) -> int:
    """How many elements stand in each other."""
    return max(accumulate(-1 if tag[1] else 1 for tag in _TAG.finditer(markup)), default=0)


def _as_typed(text: str) -> str:
    """The words of a text and its signs, in its paragraphs."""
    blocks = (block for block in re.split(r"\n[ \t]*\n", text) if block.strip())
    return "\n".join(f"<p>{html.escape(block)}</p>" for block in blocks)


def cleaned(markup: str) -> str:
    """What is allowed of any HTML, whichever road it came by."""
    writable = markup.encode("utf-8", errors="replace").decode()  # a lone surrogate is no character
    if _CONTROL.search(writable):  # no page may hold it, no font draws it
        writable = _CONTROL.sub("", writable)
    clean: str = _CLEANER.clean(writable)
    return _EMPTY.sub("", _NAMELESS.sub("", clean)).strip()


def reference(typed: str) -> str:
    """The HTML of any Markdown text, as Python-Markdown writes it: what every other road is held to.

    Raises:
        RecursionError: hundreds of lists, quotes or links in each other.
    """
    return _reader().reset().convert(typed)


@cache
def _reader() -> "Markdown":
    """The converter, reset before each use. Most texts never need it, nor wait for it to be read.

    Indented text is no code here: volunteers indent to please the eye.
    """
    from markdown import Markdown  # noqa: PLC0415

    reader = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    reader.parser.blockprocessors.deregister("code")
    return reader

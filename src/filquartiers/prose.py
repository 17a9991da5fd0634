"""Long texts: the Markdown of volunteers, made into clean HTML and plain words.

Site, paper, feeds and search all start from the same sanitised HTML, so that they cannot disagree.
"""

import html
import re
from functools import cache, lru_cache

import nh3
from markdown import Markdown

_TAGS = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "hr", "br"),
    *("table", "thead", "tbody", "tr", "th", "td"),
    *("a", "strong", "em", "b", "i", "code", "sup", "sub", "img"),
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
_EMPTY = re.compile(r"<(p|li|h[1-6])>\s*</\1>\n?")


def plain(text: str) -> str:
    """The words of a Markdown text, on one line, without any markup."""
    spaced = re.sub(r"</(?:p|h\d|li|td|th)>|<br>", " ", sanitised(text))
    words = html.unescape(re.sub(r"<[^>]*>", "", _IMAGE.sub("", spaced)))
    return re.sub(r"[ \t\r\n]+", " ", words).strip(" ")


def hrefs(text: str) -> tuple[str, ...]:
    """What the links of a Markdown text lead to, as typed."""
    if "[" not in text and "<" not in text:
        return ()
    return tuple(map(html.unescape, _HREF.findall(sanitised(text))))


def first_words(text: str, length: int) -> str:
    """The beginning of a Markdown text on one line, cut at a word, for cards and search engines."""
    return shortened(plain(text), length)


def shortened(flat: str, length: int) -> str:
    """A text of one line, cut at a word past ``length`` characters."""
    return flat if len(flat) <= length else flat[:length].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


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

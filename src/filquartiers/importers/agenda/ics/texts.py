"""The texts of other calendars as plain words: without HTML, without the state that a title announces."""

import html
import re
from html.parser import HTMLParser

_TAG = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|center|code|dd|div|dl|dt|em|figure|font|h[1-6]|head|hr|html|body|i|img|li|meta|ol"
    r"|p|pre|q|s|small|span|strong|strike|style|sub|sup|table|tbody|td|th|thead|title|tr|u|ul)(?:\s[^<>]*)?/?>"
    r"|<!--.*?-->|<!doctype[^>]*>",
    re.IGNORECASE | re.DOTALL,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_BLOCKS = frozenset((
    "address", "article", "blockquote", "center", "dd", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4",
    "h5", "h6", "hr", "li", "ol", "p", "pre", "table", "tr", "ul",
))  # fmt: skip
_UNSEEN = frozenset(("head", "script", "style", "title"))

_SIGNS = r":!\])}|/*_,.–—-"
_CANCELLED = r"annul(?:[ée]e?s?|ations?)|cancel(?:l?ed)?|supprim[ée]e?s?"
_FULL = r"complet(?:e|s|es)?"
_BEFORE = re.compile(
    rf"\W*(?:(?P<cancelled>{_CANCELLED})|(?P<full>{_FULL}))(?=\s*(?:[{_SIGNS}]|$))[\s{_SIGNS}]*(?P<rest>.*)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"(?P<rest>.*\S)\s*[\[({{:!–—-]\s*(?:(?P<cancelled>{_CANCELLED})|(?P<full>{_FULL}))\W*", re.IGNORECASE
)
_IN_CAPITALS = re.compile(r"\W*ANNUL[ÉE]E?S?\b\s*(?P<rest>.*)")
_LAST_WORD = re.compile(r"(?P<rest>.*\S)\s+(?:est |sont )?annul[ée]e?s?\W*", re.IGNORECASE)
_DOUBTFUL = re.compile(r"\b(?:annul|report[ée]|d[ée]plac[ée]|postpon|cancel)", re.IGNORECASE)


def plain_text(text: str) -> str:
    """What a reader of ``text`` sees: its tags become lines, its entities letters, its links addresses.

    A text without tags or entities comes back as it is.
    """
    if _TAG.search(text):
        return _Lines().of(text)
    return _spaces(html.unescape(text)) if _ENTITY.search(text) else text


def plain_line(text: str) -> str:
    """The same on one line."""
    return " ".join(plain_text(text).split("\n")).strip()


def title_state(title: str) -> tuple[str, str, str]:
    """The title without the state that it announces; « annulé », « complet » or nothing; a word of doubt.

    Nothing may be left of a title that says its state alone.
    « ANNULÉ : Club » and « Club (annulé) » say that it is cancelled. A title that speaks of it otherwise may
    mean that, or a date that moved: the word is given, to be told.
    """
    if found := _BEFORE.fullmatch(title) or _AFTER.fullmatch(title):
        return found["rest"].strip(), "annulé" if found["cancelled"] else "complet", ""
    if found := _IN_CAPITALS.fullmatch(title) or _LAST_WORD.fullmatch(title):
        return found["rest"].strip(), "annulé", ""
    doubt = _DOUBTFUL.search(title)
    return title, "", doubt.group() if doubt else ""


def _spaces(text: str) -> str:
    """Ordinary spaces only: those that do not break come from typing in a web page."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class _Lines(HTMLParser):
    """The visible text of a fragment of HTML, a line for each block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = [""]
        self._links: list[tuple[str, int, int]] = []  # where each points, and where its words begin
        self._hidden = 0

    def of(self, text: str) -> str:
        self.feed(text)
        self.close()
        lines = (re.sub(r"[ \t]+", " ", _spaces(line)).strip() for line in self._lines)
        return "\n".join(line for line in lines if line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._hidden += 1
        elif tag == "br" or tag in _BLOCKS:
            self._lines.append("- " if tag == "li" else "")
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self._lines), len(self._lines[-1])))
        elif tag in {"td", "th"} and self._lines[-1]:
            self._lines[-1] += " · "
        elif tag == "img":
            self._lines[-1] += dict(attrs).get("alt") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _BLOCKS:
            self._lines.append("")
        elif tag == "a" and self._links:
            address, line, column = self._links.pop()
            words = "".join((self._lines[line - 1][column:], *self._lines[line:])).strip()
            target = address.strip().removeprefix("mailto:").removeprefix("tel:")
            if target and not target.startswith("#") and target not in words:
                self._lines[-1] += f" ({target})"

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            first, *others = data.split("\n")
            self._lines[-1] += first
            self._lines.extend(others)

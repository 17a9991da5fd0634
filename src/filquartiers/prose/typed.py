"""What people type as lists, written as Markdown knows them. Every pattern here takes linear time."""

import re
from typing import Final

# Each pattern begins with the line end before, a plain character which `re` looks for fast.
_BULLETS: Final = "•▪‣◦–"
_BULLET = re.compile(rf"\n([ \t]*)[{_BULLETS}][ \t\u00a0\u202f]++(?=\S)")
_NUMBER = re.compile(r"\n([ \t]*\d{1,3})\)[ \t\u00a0]++(?=\S)")
_NESTED = re.compile(r"\n {2,3}(?=(?:[-*+]|\d{1,3}\.) )")
_NEW_LIST = re.compile(r"\n([ \t]*[-*+] .*+)(?=\n1\. ++\S)")
_TIGHT_LIST = re.compile(
    r"\n(?![ \t]*(?:[-*+]|\d{1,3}\.) |[ \t]+\S|[>|#])(?=.*\S)(.*+)(?=\n(?:[-*+]|1\.) ++\S)"
)


def as_markdown(text: str) -> str:
    """What people type as lists, written as Markdown knows them.

    Bullets and dashes from word processors, « 1) », sub-items indented by two, a list right under its
    sentence.
    """
    lines = "\n" + text.replace("\r\n", "\n")
    lines = _NUMBER.sub("\n\\1. ", _BULLET.sub("\n\\1- ", lines))
    lines = _NEW_LIST.sub("\n\\1\n", _NESTED.sub("\n    ", lines))
    return _TIGHT_LIST.sub("\n\\1\n", lines)[1:]

"""The headings of a Markdown text, as typed."""

import re
from collections.abc import Iterator

_FENCE = re.compile(r"^ {0,3}(```|~~~)")
# « ##Titre » is one, as on the page; « #mot » is a hashtag.
# Its words, then the marks that may close it; never two ways to read the same spaces, however many.
_HEADING = re.compile(
    r"^ {0,3}(?P<level>#{1,6})(?:\s++|(?<=##)(?=[^\s#]))"
    r"(?P<text>(?:[^\s#]|#++(?!\s*$)|\s++(?!#*\s*$))++)\s*#*\s*$"
)


def lines_in(text: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Each line, and the heading it is; what stands in a fenced block is none."""
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and fence in {"", mark[1]}:
            fence = "" if fence else mark[1]
        yield line, None if fence else _HEADING.match(line)

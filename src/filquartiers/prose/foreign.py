"""What other tools write in a text: shown as typed, left out or shown otherwise, and where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from filquartiers.prose.marks import ATTRIBUTES_MARK, COMMENT, FRAME, HIDDEN

Fate = Literal["shown", "left-out", "as-link"]

_CODE_ANYWHERE = re.compile(r"```[^`]*+```|`[^`\n]++`")
_VIDEO = re.compile(
    r"(?m)^[ \t]*+https?://(?:www\.|m\.)?(?:youtube\.com/(?:watch|embed|shorts|live)|youtu\.be/|vimeo\.com/\d"
    r"|player\.vimeo\.com/|dailymotion\.com/video|[\w.-]++/(?:w|videos/watch|videos/embed)/)\S*+[ \t]*$"
)
_SHOWN_MARK = re.compile(
    r"\{\{[^{}\n]*+\}\}|\{%[^{}\n%]*+%\}"
    r"|\[(?:[a-z][\w-]*+[ \t]++[\w-]++=[^\]\[\n]*+|/[a-z][\w-]*+)\](?![(\[])"
)


@dataclass(frozen=True, slots=True)
class ForeignMark:
    """A mark of another tool: what becomes of it, its place in the text, its first words."""

    fate: Fate
    start: int
    words: str


def foreign_marks(text: str) -> Iterator[ForeignMark]:
    """The marks of other tools in a text as typed, but in its code."""
    if not any(sign in text for sign in ("<", "{", "[", "://")):
        return
    plain = _CODE_ANYWHERE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    left_out = [*COMMENT.finditer(plain), *HIDDEN.finditer(plain), *ATTRIBUTES_MARK.finditer(plain)]
    for found in left_out:
        yield _mark("left-out", found)
    for found in _SHOWN_MARK.finditer(plain):
        yield _mark("shown", found)
    for found in [*FRAME.finditer(plain), *_VIDEO.finditer(plain)]:
        yield _mark("as-link", found)


def _mark(fate: Fate, found: re.Match[str]) -> ForeignMark:
    typed = found[0].lstrip()
    return ForeignMark(fate, found.end() - len(typed), typed.split("\n", 1)[0].rstrip())

"""What people type, written as Markdown knows it, so that a page shows what Notepad shows (decision 0063).

Every pattern here takes linear time.
"""

import re
from typing import Final

from filquartiers.prose.items import levelled, marked
from filquartiers.prose.line_ends import with_line_ends
from filquartiers.prose.marks import as_signs
from filquartiers.prose.pasted import with_code, with_tables

_DRAWS_NOTHING = re.compile("[\x02\x03\u200b\u2060\ufeff]")
_NEW_LIST = re.compile(r"\n([ \t]*[-*+] .*+)(?=\n1\. ++\S)")
_TIGHT_LIST = re.compile(
    r"\n(?![ \t]*(?:[-*+]|\d{1,3}\.) |[ \t]+\S|[>|#])(?=.*\S)(.*+)(?=\n(?:[-*+]|1\.) ++\S)"
)
_HASHTAG = re.compile(r" {0,3}#(?=[^\s#])")
_UNDERLINE = re.compile(r" {0,3}([-=])\1*[ \t]*$")
_MORE_THAN = re.compile(r" {0,3}>(?==|[ \t\u00a0\u202f]*\d)")
_LONE_NUMBER = re.compile(r"[ \t]*\d+(?=\.[ \t]*$)")
_BACKSLASH_END = re.compile(r"(?<!\\)\\$")
_SHORTEST_RULE: Final = 3
_LONGEST_TITLE: Final = 80


def as_markdown(text: str) -> str:
    """A text as people type it, written as Markdown knows it: lists, tables, ends of lines, signs."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = _DRAWS_NOTHING.sub("", text).split("\n")
    if "```" in text or "~~~" in text:
        lines = with_code(lines)
    lines = marked(_with_plain_starts(lines))
    if "\t" in text or ";" in text:
        lines = with_tables(lines)
    lines = with_line_ends(levelled(lines))
    joined = _NEW_LIST.sub("\n\\1\n", "\n" + "\n".join(lines))
    return as_signs(_TIGHT_LIST.sub("\n\\1\n", joined)[1:])


def _with_plain_starts(lines: list[str]) -> list[str]:
    """``lines`` whose first and last signs mean what Notepad shows: rules, hashtags, « > 3 ans »."""
    made: list[str] = []
    for rank, line in enumerate(lines):
        if line[:1].isalpha() and line[-1] != "\\":  # most lines; it spares the patterns
            made.append(line)
        elif _UNDERLINE.match(line):
            made += _rule(line.strip(), lines, rank)
        elif _HASHTAG.match(line):
            made.append(line.replace("#", "\\#", 1))
        elif _MORE_THAN.match(line) and not (rank and made[-1].lstrip().startswith(">")):
            made.append(line.replace(">", "&gt;", 1))
        elif _LONE_NUMBER.match(line):
            made.append(line.replace(".", "\\.", 1))
        else:
            goes_on = rank + 1 < len(lines) and lines[rank + 1].strip()
            made.append(_BACKSLASH_END.sub("  " if goes_on else "", line))
    return made


def _rule(typed: str, lines: list[str], rank: int) -> list[str]:
    """A line of dashes or equal signs: a rule; of equal signs under one short line: it stays a title."""
    above = lines[rank - 1].strip() if rank else ""
    alone = not above or rank == 1 or not lines[rank - 2].strip()
    if len(typed) < _SHORTEST_RULE:
        return [f"\\{typed}" if typed[0] == "-" else f"&#61;{typed[1:]}"] if above else [lines[rank]]
    if typed[0] == "=" and above and alone and len(above) <= _LONGEST_TITLE:
        return [lines[rank]]
    return ["", "---", ""]

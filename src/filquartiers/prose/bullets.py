"""Lists as people type them: any bullet, glued or not, « 1) », as many levels as indents show."""

import re
from dataclasses import dataclass, field

_BLANK = r"[ \t\u00a0\u202f\u2009]"
_SIGNS = "•▪‣◦●○■□❖➢➤►✓✔·\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf0a8"
_ITEM = re.compile(
    rf"""
    (?P<indent>[ \t]*)
    (?:
        (?P<sign> [{_SIGNS}]{_BLANK}*(?=\S) | o\t[ \t]*(?=\S) )
      | (?P<dash> [-–—*+](?:{_BLANK}+(?=\S) | (?=[^\W\d_]|[«“"])) )
      | (?P<number> \d{{1,3}})
        (?: [.)]{_BLANK}+(?=\S) | \)(?=\S) | \.(?=[^\W\d_]) | °\)?{_BLANK}*(?=[^\W\d_]{{2}}) )
    )
    """,
    re.VERBOSE,
)
_MAY_HOLD_ONE = re.compile(rf"^[ \t]*(?:[-–—*+{_SIGNS}]|o\t|\d)", re.MULTILINE)
_RULE = re.compile(r" {0,3}(?:-[ -]*|\*[ *]*|_[ _]*)")
_UNDERLINE = re.compile(r" {0,3}(-+|=+)[ \t]*")
_TITLE = re.compile(r" {0,3}#{1,6}[^#]")
_NO_ITEM = re.compile(r"^([ \t]*\d{1,3})\.")
_LEAST_RULE = 3
_LONGEST_TITLE = 80
_INNER = {"o": 1, "▪": 2, "\uf0a7": 2, "◦": 1, "○": 1}  # levels of a word processor, whose indent is lost
_OUTER = frozenset("•\uf0b7●")
_TAB = 4
_INDENT = " " * _TAB


@dataclass
class _Lists:
    """The lines as Markdown has them; ``levels`` are the columns at which the lists that are open begin."""

    lines: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    outer: str = ""
    ordered: bool = False
    after_blank: bool = True

    def item(self, found: re.Match[str], words: str) -> None:
        column = len(found["indent"].expandtabs(_TAB))
        sign = (found["sign"] or "").strip()
        fresh = not self.levels
        if fresh:
            self.outer = sign
        elif sign != self.outer and self.outer in _OUTER:
            column += _TAB * _INNER.get(sign[:1], 0)
        self._place(column)
        ordered = found["number"] is not None
        if self._needs_room(ordered=ordered, fresh=fresh):
            self.lines.append("")
        self.ordered = ordered
        mark = f"{found['number']}." if ordered else "-"
        self.lines.append(f"{_INDENT * (len(self.levels) - 1)}{mark} {words}")
        self.after_blank = False

    def _place(self, column: int) -> None:
        """Go to the list that begins at ``column``, or open one there."""
        while len(self.levels) > 1 and column < self.levels[-1]:
            self.levels.pop()
        if not self.levels or column > self.levels[-1] + 1:
            self.levels.append(column)

    def _needs_room(self, *, ordered: bool, fresh: bool) -> bool:
        """Whether a list begins right under a line of words, or under a list of the other kind."""
        return not self.after_blank and (fresh or (len(self.levels) == 1 and ordered != self.ordered))

    def words(self, line: str) -> None:
        """A line that begins no item: it goes on with one, or ends the lists."""
        if not line.strip():
            self.lines.append("")
            self.after_blank = True
            return
        if _TITLE.match(line):
            self.levels = []
        if self.levels and self.after_blank:
            if line[0] in " \t":
                line = _INDENT * len(self.levels) + line.lstrip()
            else:
                self.levels = []
        self.lines.append(line)
        self.after_blank = _TITLE.match(line) is not None  # a list may begin right under a title


def with_lists(text: str) -> str:
    """The text with its lists in the form that Markdown reads, and no title made by a line of dashes."""
    if not _MAY_HOLD_ONE.search(text) and "\n=" not in text:
        return text
    made = _Lists()
    lines = text.split("\n")
    for rank, line in enumerate(lines):
        found = _ITEM.match(line)
        if _RULE.fullmatch(line) or _UNDERLINE.fullmatch(line):
            _rule(made, line)
        elif found and _is_item(found, line, made, lines[rank + 1 : rank + 2]):
            made.item(found, line[found.end() :])
        else:
            made.words(_NO_ITEM.sub(r"\1\\.", line) if found and found["number"] else line)
    return "\n".join(made.lines)


def _is_item(found: re.Match[str], line: str, made: _Lists, after: list[str]) -> bool:
    dash, number = found["dash"], found["number"]
    if dash and dash[0] == "*" and len(dash) == 1:
        return "*" not in line[found.end() :]  # « *gras* » is no item
    if number and not made.levels and not made.after_blank:
        return number == "1"  # else a sentence that happens to go on with a number
    if number and line[len(found["indent"]) + len(number)] == "°":
        return bool(made.levels) or any(re.match(rf"[ \t]*{int(number) + 1}°", other) for other in after)
    return True


def _may_be_title(lines: list[str]) -> bool:
    """Whether the last line is short, and stands alone."""
    return len(lines[-1]) <= _LONGEST_TITLE and (len(lines) == 1 or not lines[-2].strip())


def _rule(made: _Lists, line: str) -> None:
    """A line of dashes, or of equal signs, under words: a rule, unless it underlines a short title."""
    bare = line.strip()
    under_words = not made.after_blank and made.lines and made.lines[-1].strip()
    if set(bare) == {"="}:
        if under_words and not _may_be_title(made.lines):
            made.lines.append("")
            bare = "---" if len(bare) >= _LEAST_RULE else f"\\{bare}"
    elif len(bare.replace(" ", "")) < _LEAST_RULE:
        made.words(f"\\{bare}" if under_words else line)
        return
    elif under_words:
        made.lines.append("")
    made.levels = []
    made.lines.append(bare)
    made.after_blank = True

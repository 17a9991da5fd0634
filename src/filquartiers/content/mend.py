"""Lines that YAML would refuse or misread, but that leave no doubt to a reader, are mended.

A volunteer types ``titre: Fête : le jardin`` and means it. Each repair keeps the number of lines, and
what changes the columns of a line is confined to the value, so that places stay those of the file.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from filquartiers.content.read import Source
from filquartiers.problems import Problem, problem

_LINE = re.compile(r"^(?P<head>\s*(?:- +)*(?:[^\W\d_][\w’'’() -]*?\s*:\s+|- +))(?P<value>\S.*?)\s*$")
NO_BREAK = "\u00a0"
_BLOCK = re.compile(r"^\s*(?:- +)*[^#\s][^:]*:\s*[|>][-+0-9]*\s*(?:#.*)?$")
_APOSTROPHES = re.compile(r"'[^']*(?:(?<=\w)'(?=\w)[^']*)+'")  # quotes around words with apostrophes
_INDENT = re.compile(r"^[ \t\u00a0\u202f\u2003\u2002]*")
_CURLY = re.compile(r"^[“”](?P<inside>[^“”]*)[“”]$")
_GLUED_DASH = re.compile(r"^(?P<head> *-)[^\W\d_]")
_GLUED_COLON = re.compile(
    r"^(?P<head> *(?:(?P<item>- +)(?:titre|nom|fichier|jour|date|debut|valeur|libelle)|[^\W\d_][\w-]*):)"
    r"[^\s/:]",
    re.IGNORECASE,
)
_OPEN_KEY = re.compile(r":\s*$")
_DASH = re.compile(r"^ *- ?\S")
_KEY = re.compile(r"^(?P<indent> *(?:- +)*)[^\W\d_][\w'’() -]*:")
_WIDE_COLON = re.compile(
    r"^(?P<head> *(?:- +)*[^\W\d_][\w'’() -]*?)[ \u00a0\u202f]*(?:：|:(?=[\u00a0\u202f]))"
)
_EQUALS = re.compile(r"^(?P<head> *(?:- +)?[^\W\d_][\w'’() -]*?) *=(?= *[^ =])")
_BULLET = re.compile(r"^(?P<head> *)[•▪‣◦–—*·](?=[ \u00a0]*[^\W_])(?![^*\n]*\*)")
# What most lines are, and in which nothing is to be mended: a key or a dash, then a value between straight
# quotes, or one that starts with a letter or a figure and holds no colon and no hash.
_SOUND = re.compile(r""" *(?:[^\W\d_][\w-]*:|(?:- )?(?:[^\W\d_][\w-]*: )?(?:"[^"\\]*"|[^\W_][^:#]*))""")


@dataclass(frozen=True, slots=True)
class Mended:
    """YAML that can be read, what was mended, where signs were added, and what to write instead.

    For lines counted from the first of ``text``: ``added`` gives the column (from 0) at which one space
    was put in, so that places after it are one column less in the editor's file; ``better`` gives the line
    that the editor should have typed, where its indent or its quotes are at fault.
    """

    text: str
    problems: tuple[Problem, ...] = ()
    added: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    better: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))


def mend(source: Source, first: int, text: str) -> Mended:
    """The YAML ``text``, which starts at line ``first`` of ``source``, mended."""
    work = _Work(source, first)
    for line in text.split("\n"):
        work.take(line)
    added, better = MappingProxyType(work.added), MappingProxyType(work.better)
    return Mended("\n".join(work.lines), tuple(work.problems), added, better)


@dataclass
class _Work:
    """The lines mended so far; ``block`` is the indent of the « | » or « > » they are in, if any."""

    source: Source
    first: int
    lines: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    added: dict[int, int] = field(default_factory=dict)
    better: dict[int, str] = field(default_factory=dict)
    block: int | None = None
    above: str = ""  # the last line that is neither blank nor a comment

    def take(self, line: str) -> None:
        """Mend the next line."""
        if self.block is None and _SOUND.fullmatch(line):
            self.lines.append(line)
            self.above = line
            return
        number = self.first + len(self.lines)
        bare = spaced(line)
        indent = len(bare) - len(bare.lstrip(" "))
        if self.block is not None and (not bare.strip() or indent > self.block):
            self.lines.append(line)  # inside « | » or « > » everything is text
            return
        self.block = indent if _BLOCK.match(bare) else None
        if bare != line and bare.strip():
            length = len(line) - len(line.lstrip())
            self.problems.append(problem("indentation", self.source.where(number, 1, length)))
        plain = straight(bare)
        if bare.strip() and plain != line:
            self.better[len(self.lines)] = plain
        bare = self.unglued(number, self.plain(bare))
        fixed, notices = _line(self.source, number, bare)
        self.lines.append(fixed)
        self.problems.extend(notices)
        if bare.strip() and not bare.lstrip().startswith("#"):
            self.above = bare

    def plain(self, line: str) -> str:
        """A bullet for a dash, a colon of another keyboard, an equal sign for a colon: as many signs."""
        if (found := _BULLET.match(line)) and (_OPEN_KEY.search(self.above) or _DASH.match(self.above)):
            at = found.end("head")
            return f"{line[:at]}-{line[at + 1 :].replace(NO_BREAK, ' ', 1)}"
        if found := _WIDE_COLON.match(line):
            kept, rest = found["head"], line[found.end() :]
            return f"{kept}{' ' * (found.end() - len(kept) - 1)}:{_after_colon(rest)}"
        if ":" not in line and (found := _EQUALS.match(line)) and _is_beside(self.above, line):
            return f"{line[: found.end() - 1]}:{_after_colon(line[found.end() :])}"
        return line

    def unglued(self, number: int, line: str) -> str:
        """``-Solidarité`` under a key, ``statut:en cours`` beside one: the space that is missing."""
        found = _GLUED_DASH.match(line)
        if found and (_OPEN_KEY.search(self.above) or _DASH.match(self.above)):
            code = "tiret-colle"
        else:
            found = _GLUED_COLON.match(line)
            code = "espace-manquante"
            if not found or not (found["item"] or _is_beside(self.above, line)):
                return line
        at = found.end("head")
        self.problems.append(problem(code, self.source.where(number, at, 1)))
        self.added[len(self.lines)] = at
        return f"{line[:at]} {line[at:]}"


def _is_beside(above: str, line: str) -> bool:
    """Whether a key on ``line`` would stand beside the one of the line above."""
    found = _KEY.match(above)
    return not above or (found is not None and len(found["indent"]) == len(line) - len(line.lstrip()))


def _after_colon(rest: str) -> str:
    """What follows a colon, a plain space first where there is another one."""
    return f" {rest[1:]}" if rest[:1] in (NO_BREAK, "\u202f") else rest


def spaced(line: str) -> str:
    """Tabs and no-break spaces that indent a line become spaces; a tab stands for two."""
    found = _INDENT.match(line)
    head = found.group() if found else ""
    return head.replace("\t", "  ").translate({ord(char): " " for char in head}) + line[len(head) :]


def straight(line: str) -> str:
    """A line whose whole value stands between curly quotes, with straight ones."""
    found = _LINE.match(line)
    inside = _curly(found["value"]) if found else None
    if found is None or inside is None:
        return line
    if '"' in inside or "\\" in inside:
        return found["head"] + "'" + inside.replace("'", "''") + "'"
    return f'{found["head"]}"{inside}"'


def _line(source: Source, number: int, line: str) -> tuple[str, list[Problem]]:
    found = _LINE.match(line)
    if not found or line.lstrip().startswith("#"):
        return line, []
    value, column = found["value"], found.start("value") + 1
    for recognise, code in _REPAIRS:
        kept = recognise(value)
        if kept is not None:
            where = source.where(number, column, len(value))
            quoted = "'" + kept.replace("'", "''") + "'"
            return found["head"] + quoted, [problem(code, where, valeur=kept)] if code else []
    return line, _lost_comment(source, number, column, value)


def _lost_comment(source: Source, number: int, column: int, value: str) -> list[Problem]:
    """``Atelier #2 cuisine``: YAML keeps « Atelier »; say so rather than lose the rest silently."""
    if value[0] in "'\"[{|>" or value.startswith("# "):
        return []
    at = 0 if value.startswith("#") else value.find(" #") + 1
    if at == 0 and not value.startswith("#"):
        return []
    return [
        problem("diese", source.where(number, column + at, len(value) - at), perdu=value[at:], gardee=value)
    ]


def _curly(value: str) -> str | None:
    found = _CURLY.match(value)
    return found["inside"] if found else None


def _after_quotes(value: str) -> str | None:
    """``"Petit Déj" à idées``: a title that starts with a word between quotes; ``'L'été'``: in quotes."""
    if _APOSTROPHES.fullmatch(value):
        return value[1:-1]
    for quote in "\"'":
        closing = value.find(quote, 1)
        rest = value[closing + 1 :].strip() if closing > 0 else ""
        if value.startswith(quote) and rest and not rest.startswith("#") and quote + quote not in value:
            return value
    return None


def _indicator(value: str) -> str | None:
    """``@asso``, ``*gras*``, ``&``, ``%``, ``> Loto``: signs that YAML keeps for itself."""
    if re.match(r"[@`%]|[|>] *[^\s\d#+-]|\*(?!\w+$)|&(?!\w+( |$))|![^\w!]|!$|\? ", value):
        return value
    return None


def _bracket(value: str) -> str | None:
    """``[Ville] à vélo``: a bracket that opens a title, not a list."""
    if value.startswith(("[", "{")) and not re.search(r"[\]}]\s*(#.*)?$", value):
        closed = "]" in value or "}" in value
        return value if closed else None
    return None


def _colon(value: str) -> str | None:
    """``Fête : le jardin``: a colon inside a title."""
    if value[0] in "'\"[{|>#" or value.startswith("- "):
        return None
    return value if re.search(r":(\s|$)", value) else None


# In order; a code says that the editor is told, an empty one that nothing could be misread.
_REPAIRS: tuple[tuple[Callable[[str], str | None], str], ...] = (
    (_curly, "guillemets-courbes"),
    (_after_quotes, ""),
    (_indicator, "signe-reserve"),
    (_bracket, "signe-reserve"),
    (_colon, ""),
)

"""Lines that YAML would refuse or misread, but that leave no doubt to a reader, are mended.

A volunteer types ``titre: Fête : le jardin`` and means it. Each repair keeps the number of lines, and
what changes the columns of a line is confined to the value, so that places stay those of the file.
"""

import re
from collections.abc import Callable

from filquartiers.content.read import Source
from filquartiers.problems import Problem, problem

_LINE = re.compile(r"^(?P<head>\s*(?:- +)*(?:[^\W\d_][\w’'’() -]*?\s*:\s+|- +))(?P<value>\S.*?)\s*$")
_BLOCK = re.compile(r"^\s*(?:- +)*[^#\s][^:]*:\s*[|>][-+0-9]*\s*(?:#.*)?$")
_INDENT = re.compile(r"^[ \t\u00a0\u202f\u2003\u2002]*")
_CURLY = re.compile(r"^[“”](?P<inside>[^“”]*)[“”]$")


def mend(source: Source, first: int, text: str) -> tuple[str, list[Problem]]:
    """The YAML ``text``, which starts at line ``first`` of ``source``, mended, and what was mended."""
    problems: list[Problem] = []
    mended: list[str] = []
    block_indent: int | None = None
    for offset, line in enumerate(text.split("\n")):
        bare = _spaced(line)
        indent = len(bare) - len(bare.lstrip(" "))
        if block_indent is not None and (not bare.strip() or indent > block_indent):
            mended.append(line)  # inside « | » or « > » everything is text
            continue
        block_indent = indent if _BLOCK.match(bare) else None
        if bare != line:
            problems.append(problem("indentation", source.where(first + offset, 1, indent)))
        fixed, notices = _line(source, first + offset, bare)
        mended.append(fixed)
        problems.extend(notices)
    return "\n".join(mended), problems


def _spaced(line: str) -> str:
    """Tabs and no-break spaces that indent a line become spaces; a tab stands for two."""
    found = _INDENT.match(line)
    head = found.group() if found else ""
    return head.replace("\t", "  ").translate({ord(char): " " for char in head}) + line[len(head) :]


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
    """``"Petit Déj" à idées``: a title that starts with a word between quotes."""
    for quote in "\"'":
        closing = value.find(quote, 1)
        rest = value[closing + 1 :].strip() if closing > 0 else ""
        if value.startswith(quote) and rest and not rest.startswith("#") and quote + quote not in value:
            return value
    return None


def _indicator(value: str) -> str | None:
    """``@asso``, ``*gras*``, ``&``, ``%``: signs that YAML keeps for itself."""
    if re.match(r"[@`%]|\*(?!\w+$)|&(?!\w+( |$))|![^\w!]|!$", value) or re.match(r"[-?] ", value):
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

"""What is pasted: tables of a spreadsheet, blocks of code, footnotes."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

_FENCED = re.compile(r"^ {0,3}(```|~~~)[^\n]*\n(.*?)(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_NOTE = re.compile(r"^ {0,3}\[\^([^\]\n]{1,40})\]:[ \t]*(.*(?:\n(?: {4}|\t).*)*)\n?", re.MULTILINE)
_CALL = re.compile(r"\[\^([^\]\n]{1,40})\]")
_BY_TABS = "\t"
_BY_SEMICOLONS = ";"
_LEAST_ROWS = {_BY_TABS: 2, _BY_SEMICOLONS: 3}  # a semicolon is also a sign of sentences
_LEAST_CUTS = {_BY_TABS: 1, _BY_SEMICOLONS: 2}
_ITEM = re.compile(r"[ \t]*(?:[-*+•▪‣◦●○■□·–—\ue000-\uf8ff]|\d{1,3}[.)]|o\t)")


def with_code(text: str) -> str:
    """Blocks between ``` as lines of code, each on its own line, their spaces kept."""
    if "```" not in text and "~~~" not in text:
        return text
    return _FENCED.sub(lambda block: f"\n{_code_lines(block[2])}\n", text)


def _code_lines(code: str) -> str:
    lines = code.rstrip("\n").split("\n")
    return "  \n".join(f"`{_visible(line)}`" if line.strip() else "\u00a0" for line in lines)


def _visible(line: str) -> str:
    """A line whose spaces at its beginning are seen; no sign of it may end the code."""
    bare = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(bare)) + bare.replace("`", "\u02cb")


def with_tables(text: str) -> str:
    """Lines cut alike by tabs, or by semicolons, as the rows of a table; the first one names the columns."""
    for sign in (_BY_TABS, _BY_SEMICOLONS):
        if sign in text:
            text = "\n".join(_lines_and_tables(text.split("\n"), sign))
    return text


def _lines_and_tables(lines: Iterable[str], sign: str) -> Iterator[str]:
    for cuts, same in groupby(lines, key=lambda line: _cuts(line, sign)):
        rows = list(same)
        if cuts < _LEAST_CUTS[sign] or len(rows) < _LEAST_ROWS[sign]:
            yield from rows
        else:
            yield from ("", _row(rows[0], sign), "|" + " --- |" * (cuts + 1))
            yield from (*(_row(row, sign) for row in rows[1:]), "")


def _cuts(line: str, sign: str) -> int:
    """How often a sign cuts a line; none when the line is an item of a list, indented, or a row already."""
    if line[:1] in {"|", "\t", " "} or _ITEM.match(line):
        return 0
    return line.rstrip(" ").count(sign)


def _row(line: str, sign: str) -> str:
    cells = (cell.strip().replace("|", "\\|") for cell in line.rstrip(" ").split(sign))
    return f"| {' | '.join(cells)} |"


def with_notes(text: str) -> str:
    """Footnotes, called by a number above the line and told in a list at the end, in the order of calls."""
    if "[^" not in text:
        return text
    notes = {name: " ".join(words.split()) for name, words in _NOTE.findall(text)}
    if not notes:
        return text
    body = _NOTE.sub("", text)
    called = list(dict.fromkeys(name for name in _CALL.findall(body) if name in notes))
    order = [*called, *(name for name in notes if name not in called)]
    ranks = {name: rank for rank, name in enumerate(order, 1)}
    body = _CALL.sub(lambda call: f"<sup>{ranks[call[1]]}</sup>" if call[1] in ranks else call[0], body)
    told = "\n".join(f"{rank}. {notes[name]}" for name, rank in ranks.items())
    return f"{body.rstrip()}\n\n{told}\n"

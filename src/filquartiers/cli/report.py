"""How problems look in a terminal: by file, gravest first, each with its line and what to do."""

import textwrap
from collections import Counter
from collections.abc import Iterable
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from filquartiers.cli.console import STYLES
from filquartiers.problems import Gravity, Problem, Where
from filquartiers.problems.order import by_file

NARROWEST = 40  # columns: below, sentences are left to the terminal to cut
MARGIN = "    "


def show(out: Console, problems: Iterable[Problem]) -> None:
    """Print every problem; the fields to fill in take one line a file.

    Sentences are wrapped to the width of a terminal, and left whole in a file.
    """
    width = max(out.width, NARROWEST) if out.is_terminal else 0
    for file, group in by_file(problems):
        _put(out, Text("\n"))
        _put(out, Text(f"{file or 'Projet'}\n", style="bold underline"))
        told = [one for one in group if one.gravity is not Gravity.GAP]
        for one, following in zip_longest(told, told[1:]):
            _put(out, _told(one, width, last=following is None or not _alike(one, following)))
        gaps = [one for one in group if one.gravity is Gravity.GAP]
        if gaps:
            _put(out, _gaps(gaps, width))


def _put(out: Console, text: Text) -> None:
    """Print a text; a file takes its words as they are: there is nothing to colour there, nor to cut."""
    if out.is_terminal:
        out.print(text, end="")
    else:
        text.expand_tabs(8)
        out.file.write(text.plain)


def _alike(one: Problem, other: Problem) -> bool:
    """Whether the same advice holds for both: it is then given once."""
    return (one.code, one.hint) == (other.code, other.hint)


def _told(one: Problem, width: int, *, last: bool) -> Text:
    text = Text(f"  {one.gravity.label}", style=STYLES[one.gravity])
    place = f"ligne {one.where.line} · " if one.where.line else ""
    message = _wrapped(f" · {place}{one.message}", width, len(one.gravity.label) + 2)
    text.append(f"{message}\n", style="default not bold not dim")
    text.append_text(_excerpt(one, width))
    if not last:
        return text
    if one.hint:
        text.append(f"{MARGIN}→ {_wrapped(one.hint, width, len(MARGIN) + 2)}\n", style="default not bold")
    text.append(f"{MARGIN}[{one.code}]\n", style="dim not bold default")
    return text


def _gaps(gaps: list[Problem], width: int) -> Text:
    """One line for all the fields that a file leaves empty; « (9) » when nine lines lack the same."""
    counts = Counter(one.subject for one in gaps)
    labels = " · ".join(f"{label} ({count})" if count > 1 else label for label, count in counts.items())
    text = Text(f"  {Gravity.GAP.label}", style=STYLES[Gravity.GAP])
    text.append(f" · {_wrapped(labels, width, len(Gravity.GAP.label) + 5)}\n", style="default")
    return text


def _wrapped(sentence: str, width: int, taken: int) -> str:
    """``sentence`` cut at spaces, after ``taken`` columns already used on its first line."""
    if not width:
        return sentence
    return textwrap.fill(
        sentence,
        width - 1,
        initial_indent=" " * taken,
        subsequent_indent=MARGIN + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )[taken:]


def _excerpt(one: Problem, width: int) -> Text:
    """The editor's line with the place underlined; nothing when the line is blank or unknown."""
    line, column, length = visible(one.where, (width or 120) - 10)
    if not line.strip():
        return Text("")
    number = f"{one.where.line:>5} │ "
    text = Text(f"{number}{line}\n", style="default not bold")
    if column and length:
        before = cell_len(number) + cell_len(line[: column - 1])
        under = cell_len(line[column - 1 : column - 1 + length])
        text.append(f"{' ' * before}{'^' * max(1, under)}\n", style=STYLES[one.gravity])
    return text


def visible(where: Where, room: int) -> tuple[str, int, int]:
    """What is shown of a line: its text, and the column and length of the place in it.

    A line longer than ``room`` is cut around the place, with « … ». Signs that would move the cursor
    are shown as spaces.
    """
    line = where.excerpt.rstrip()
    column, length = where.column, min(where.length, max(1, len(line) - where.column + 1))
    if len(line) <= room:
        return _printable(line), column, length
    start = max(0, min(column - 1 - room // 4, len(line) - room))
    head, tail = "…" * bool(start), "…" * (start + room < len(line))
    shown = line[start + len(head) : start + room - len(tail)]
    place = column - start
    return head + _printable(shown) + tail, place, min(length, room - place)


def _printable(line: str) -> str:
    return "".join(char if char.isprintable() or char == " " else " " for char in line)

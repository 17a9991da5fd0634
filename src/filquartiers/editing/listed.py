"""Entries put at the end of a file that lists them, and taken out of it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from filquartiers import encodings
from filquartiers.compose import block_lines, compose_list
from filquartiers.content.convert import model_of
from filquartiers.editing.lines import TextLines
from filquartiers.editing.refused import NotEditable
from filquartiers.editing.steps import cleaned
from filquartiers.problems import Where, problem

_STEP = 2  # from a dash to its keys, as our own writer does

if TYPE_CHECKING:
    from filquartiers.editing.found import Value
    from filquartiers.editing.opened import OpenedText


def added(opened: "OpenedText", values: Mapping[str, Any]) -> bytes:
    """As `OpenedText.added`."""
    guides = {guide.name: guide for guide in opened.kind.fields()}
    asked = {name: cleaned(one, guides[name], model_of(opened.kind, name)) for name, one in values.items()}
    written = {name: _written(one) if guides[name].long else one for name, one in asked.items()}
    wanted = {name: one for name, one in written.items() if one}
    if not wanted:
        raise _told(opened, "rien-a-ajouter")
    new = compose_list(opened.kind, [wanted]).encode()
    data = joined(opened, new) if opened.data.strip() else new
    fresh = opened.reopened(data)
    if not fresh.entries or fresh.entries[-1].values != wanted:
        raise _told(opened, "fichier-sans-liste")
    return data


def _written(value: "Value") -> "Value":
    return "\n".join(block_lines(value)) if isinstance(value, str) else value


def joined(opened: "OpenedText", other: bytes) -> bytes:
    """As `OpenedText.joined`."""
    more, text = opened.reopened(other), opened.text
    if text is None or more.text is None or more.root is None or not more.is_list or not _takes_more(opened):
        raise _told(opened, "fichier-sans-liste")
    dash, step = _margins(opened)
    last = len(text.lines) - (not text.lines[-1].strip())
    parted = [""] if _is_parted(opened) and last and text.lines[last - 1].strip() else []
    typed = encodings.tidy(more.text.text).rstrip("\n").split("\n")
    lines = [_shifted(line, dash - more.root.start[1], step) for line in typed]
    data = text.with_lines(last, last, [*parted, *lines]).data
    said = [one.said for one in (*opened.entries, *more.entries)]
    if [one.said for one in opened.reopened(data).entries] != said:
        raise _told(opened, "fichier-sans-liste")
    return data


def _takes_more(opened: "OpenedText") -> bool:
    """Whether it is a list, or holds nothing but comments."""
    lines = opened.text.lines if opened.text else ()
    return opened.is_list or all(line.lstrip()[:1] in {"", "#"} for line in lines)


def _margins(opened: "OpenedText") -> tuple[int, int]:
    """The column of the dashes, and how far the keys are from them."""
    root = opened.entries[-1].root if opened.entries else None
    if root is None or opened.root is None:
        return 0, _STEP
    dash = opened.root.start[1]
    return dash, max(root.spot.start[1] - dash, _STEP)


def _is_parted(opened: "OpenedText") -> bool:
    """Whether a blank line stands between its entries; where there is but one, one would."""
    lines = opened.text.lines if opened.text else ()
    firsts = [entry.first - 1 for entry in opened.entries[1:]]
    return not firsts or any(not lines[first - 1].strip() for first in firsts)


def _shifted(line: str, by: int, step: int) -> str:
    """A line of an entry, its dash ``by`` signs further, its keys ``step`` from the dash."""
    if not line.strip():
        return ""
    wider = " " * (step - _STEP)
    if line.startswith("- "):
        return " " * by + line[:_STEP] + wider + line[_STEP:]
    return " " * by + wider + line if by >= 0 else line[-by:]


def cut(opened: "OpenedText", index: int) -> bytes:
    """As `OpenedText.cut`."""
    if opened.text is None:
        raise _told(opened, "fichier-sans-liste")
    first, last = _lines_of(opened, index)
    text = opened.text
    whole = "".join(text.lines[rank] + (text.ends[rank] or text.usual_end) for rank in range(first, last))
    return TextLines.of(encodings.Decoded(whole, "", text.decoded.codec, text.decoded.mark)).data


def removed(opened: "OpenedText", index: int) -> bytes:
    """As `OpenedText.removed`."""
    if opened.text is None or not opened.is_list or len(opened.entries) == 1:
        raise _told(opened, "seul-du-fichier")
    first, last = _lines_of(opened, index)
    lines = opened.text.lines
    while last < len(lines) - 1 and not lines[last].strip():
        last += 1
    fresh = opened.reopened(opened.text.with_lines(first, last, []).data)
    kept = [one.said for rank, one in enumerate(opened.entries) if rank != index]
    if [one.said for one in fresh.entries] != kept:
        raise _told(opened, "fichier-sans-liste")
    return fresh.data


def _lines_of(opened: "OpenedText", index: int) -> tuple[int, int]:
    """The first line of an entry, that of its dash, and the one after its last."""
    entry = opened.entries[index]
    if entry.root is None:
        raise _told(opened, "fichier-sans-liste")
    spot, lines = entry.root.spot, entry.source.lines
    first = entry.head + spot.start[0]
    while first and not lines[first].lstrip().startswith("-"):
        first -= 1  # a dash alone on its line
    return first, entry.head + spot.last_line + 1


def _told(opened: "OpenedText", code: str) -> NotEditable:
    return NotEditable(problem(code, Where(opened.file)))

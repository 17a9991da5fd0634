"""Entries put at the end of a file that lists them, and taken out of it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from filquartiers import encodings
from filquartiers.compose import compose_list
from filquartiers.content.convert import model_of
from filquartiers.editing.lines import TextLines
from filquartiers.editing.refused import NotEditable
from filquartiers.editing.steps import cleaned
from filquartiers.problems import Where, problem

if TYPE_CHECKING:
    from filquartiers.editing.opened import OpenedText


def added(opened: "OpenedText", values: Mapping[str, Any]) -> bytes:
    """As `OpenedText.added`."""
    guides = {guide.name: guide for guide in opened.kind.fields()}
    asked = {name: cleaned(one, guides[name], model_of(opened.kind, name)) for name, one in values.items()}
    wanted = {name: one for name, one in asked.items() if one}
    new = compose_list(opened.kind, [wanted])
    data = joined(opened, new.encode()) if opened.data.strip() else new.encode()
    fresh = opened.reopened(data)
    if not fresh.entries or fresh.entries[-1].values != wanted:
        raise _told(opened, "fichier-sans-liste")
    return data


def joined(opened: "OpenedText", other: bytes) -> bytes:
    """As `OpenedText.joined`."""
    more = opened.reopened(other)
    if opened.text is None or opened.root is None or more.root is None or more.text is None:
        raise _told(opened, "fichier-sans-liste")
    if not (opened.is_list and more.is_list):
        raise _told(opened, "fichier-sans-liste")
    text, shift = opened.text, opened.root.start[1] - more.root.start[1]
    last = len(text.lines) - (not text.lines[-1].strip())
    parted = ["" for line in text.lines[last - 1 : last] if line.strip()]
    lines = [_shifted(line, shift) for line in more.text.text.splitlines()]
    data = text.with_lines(last, last, [*parted, *lines]).data
    drafts = [one.draft for one in (*opened.entries, *more.entries)]
    if [one.draft for one in opened.reopened(data).entries] != drafts:
        raise _told(opened, "fichier-sans-liste")
    return data


def _shifted(line: str, by: int) -> str:
    if not line.strip():
        return line
    return " " * by + line if by >= 0 else line[-by:]


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
    kept = [one.draft for rank, one in enumerate(opened.entries) if rank != index]
    if [one.draft for one in fresh.entries] != kept:
        raise _told(opened, "fichier-sans-liste")
    return fresh.data


def _lines_of(opened: "OpenedText", index: int) -> tuple[int, int]:
    """The first line of an entry, that of its dash, and the one after its last."""
    entry = opened.entries[index]
    if entry.root is None:
        raise _told(opened, "fichier-sans-liste")
    spot = entry.root.spot
    return entry.head + spot.start[0], entry.head + spot.last_line + 1


def _told(opened: "OpenedText", code: str) -> NotEditable:
    return NotEditable(problem(code, Where(opened.file)))

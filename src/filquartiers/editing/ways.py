"""The ways to write one value of the header, the lightest first; the first that is proven is kept."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from filquartiers.compose import pair_lines, quoted, scalar
from filquartiers.content.naming import names_of
from filquartiers.content.parse import mended_part
from filquartiers.editing import splices
from filquartiers.editing.found import Typing, Value
from filquartiers.editing.header import Header
from filquartiers.editing.lines import TextLines
from filquartiers.editing.spots import SpotSort
from filquartiers.editing.steps import EditStep, taken
from filquartiers.model.text import key_of

if TYPE_CHECKING:
    from filquartiers.editing.entry import OpenedEntry
    from filquartiers.model.fields import FieldGuide

_IN_BRACKETS = frozenset(",[]{}")
_PROPOSAL = re.compile(r"^\s*#\s?(?P<key>[^\W\d_][\w'’() -]*?)\s*:")
_PROPOSED_BELOW = re.compile(r"^\s*#\s{3,}\S")
_NEAR = 4  # lines above a proposal among which its help stands


def header_ways(entry: "OpenedEntry", guide: "FieldGuide", step: EditStep) -> Iterator[TextLines]:
    """The text of the file once a step is made in the YAML of an entry."""
    part = mended_part(entry.source)
    if part is None:
        return
    header = Header(entry.text, entry.source.lines, entry.head, part[1])
    if len(step.path) == 1 and step.value is not None and guide.name not in _named(entry):
        indent = header.indent(entry.root.spot.keys[0]) if entry.root and entry.root.spot.keys else ""
        lines = [indent + line if line else "" for line in _lines(guide.name, step.value, long=guide.long)]
        yield from _instead_of_proposal(header, lines, guide, entry)
        if entry.root is None:
            yield from _first_key(header, lines)
    if entry.root is not None:
        if entry.is_gathered(str(step.path[0])):
            yield from _gathered(header, entry.root, step)
        yield from _below(header, entry.root, step)
        yield from _whole(header, entry, step)


def _named(entry: "OpenedEntry") -> set[str]:
    return set(entry.root.named) if entry.root else set()


def _lines(key: str, value: Value, *, long: bool) -> list[str]:
    return list(pair_lines(key, value, long=long))


def _first_key(header: Header, lines: Sequence[str]) -> Iterator[TextLines]:
    """In a header that is empty, or that is not there yet."""
    text, first = header.text, header.first + header.raw(0).startswith("---")
    if first:
        yield text.with_lines(first, first, lines)
    blank = [""] if text.lines[0].strip() else []
    yield text.with_lines(0, 0, ["---", *lines, "---", *blank])


def _instead_of_proposal(
    header: Header, lines: Sequence[str], guide: "FieldGuide", entry: "OpenedEntry"
) -> Iterator[TextLines]:
    """In place of the comment that `filquartiers new` puts below the help; after any other of that key."""
    names, last = names_of(entry.kind.fields()), len(header.mended)
    for rank in range(last):
        found = _PROPOSAL.match(header.raw(rank))
        if found is None or names.get(key_of(found["key"])) != guide.name:
            continue
        stop = rank + 1
        while stop < last and _PROPOSED_BELOW.match(header.raw(stop)):
            stop += 1
        above = [header.raw(one).strip("# ") for one in range(max(0, rank - _NEAR), rank)]
        start = rank if guide.help in above else stop
        yield header.text.with_lines(header.line(start), header.line(stop), lines)


def _gathered(header: Header, root: Typing, step: EditStep) -> Iterator[TextLines]:
    """« telephone » and « portable »: one list, under several keys."""
    name, *rest = step.path
    held = list(_held(root, str(name)))
    if len(rest) != 1 or not isinstance(rest[0], int):
        return
    if not step.is_new and step.value is None:
        yield from _gone(header, *held[rest[0]])
    elif not step.is_new and isinstance(step.value, str):
        yield from _other_text(header, *held[rest[0]], step.value)
    elif step.value is not None and rest[0] == len(held):
        group, last = held[-1]
        yield from splices.new_item(header, group, len(group.items), step.value)
        yield from splices.rewritten(header, last, (last.spot.text, step.value))


def _held(root: Typing, name: str) -> Iterator[tuple[Typing, Typing]]:
    """The values of a field under all its keys, and what holds each."""
    for one in (root.named[name], *root.again[name]):
        if one.spot.sort is SpotSort.LIST:
            yield from ((one, item) for item in one.items)
        else:
            yield root, one


def _below(header: Header, group: Typing, step: EditStep) -> Iterator[TextLines]:
    """From the root down to what holds the value."""
    *path, last = step.path
    for name in path:
        found = _part(group, name)
        if found is None:
            return
        group = found
    yield from _made(header, group, last, step)


def _whole(header: Header, entry: "OpenedEntry", step: EditStep) -> Iterator[TextLines]:
    """The whole field written afresh, when no part of it can be told from the others."""
    values, name = taken(entry.values, step), str(step.path[0])
    one = entry.root.named.get(name) if entry.root else None
    if one is not None and isinstance(values, Mapping) and name in values:
        yield from splices.rewritten(header, one, values[name])


def _part(group: Typing, name: str | int) -> Typing | None:
    if isinstance(name, str):
        return group.named.get(name)
    return group.items[name] if name < len(group.items) else None


def _made(header: Header, group: Typing, name: str | int, step: EditStep) -> Iterator[TextLines]:
    one = _part(group, name)
    if isinstance(name, int) and (step.is_new or one is None):
        yield from _new_item(header, group, name, step.value or "")
    elif one is None:
        yield from _new_key(header, group, str(name), step.value)
    elif step.value is None:
        yield from _gone(header, group, one)
    elif isinstance(step.value, str) and one.spot.sort is SpotSort.VALUE:
        yield from _other_text(header, group, one, step.value)
    else:
        yield from splices.rewritten(header, one, step.value)


def _other_text(header: Header, group: Typing, one: Typing, text: str) -> Iterator[TextLines]:
    if one.spot.is_block_text:
        yield from splices.other_block(header, one, text)
    elif "\n" not in text:
        for way in styles(text, header.style(one.spot), flow=group.spot.flow):
            yield from splices.other_text(header, one, way)
    yield from splices.rewritten(header, one, text)


def styles(text: str, style: str, *, flow: bool) -> Iterator[str]:
    """The ways to write a text on one line, the one that its neighbour has first."""
    if style == '"' and not set('"\\') & set(text):
        yield f'"{text}"'
    if style == "'":
        yield quoted(text)
    if not (flow and _IN_BRACKETS & set(text)):
        yield scalar(text)
    yield quoted(text)


def _new_item(header: Header, group: Typing, rank: int, value: Value) -> Iterator[TextLines]:
    if not group.spot.flow:
        yield from splices.new_item(header, group, rank, value)
    elif isinstance(value, str):
        yield from splices.in_brackets(header, group, rank, list(styles(value, "", flow=True)))


def _new_key(header: Header, group: Typing, name: str, value: Value | None) -> Iterator[TextLines]:
    if value is None:
        return
    long = any(one.name == name and one.long for one in group.guides or ())
    key = name if group.guides is not None else scalar(name)
    if not group.spot.flow:
        yield from splices.new_key(header, group, name, _lines(key, value, long=long))
    elif isinstance(value, str):
        ways = [f"{key}: {way}" for way in styles(value, "", flow=True)]
        yield from splices.in_brackets(header, group, len(group.spot.parts), ways)


def _gone(header: Header, group: Typing, one: Typing) -> Iterator[TextLines]:
    if group.spot.flow:
        yield from splices.out_of_brackets(header, group, one)
    elif one.key is None:
        yield from splices.without_item(header, one)
    else:
        yield from splices.without_key(header, group, one)

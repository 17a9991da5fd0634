"""The ways to write one value of the header, the lightest first; the first that is proven is kept."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from filquartiers.compose import pair_lines, quoted, scalar
from filquartiers.editing.found import Typing, Value
from filquartiers.editing.header import Header
from filquartiers.editing.lines import TextLines
from filquartiers.editing.spots import SpotSort
from filquartiers.editing.steps import EditStep

if TYPE_CHECKING:
    from filquartiers.editing.opened import OpenedEntry
    from filquartiers.model.fields import FieldGuide

_IN_BRACKETS = frozenset(",[]{}")


def header_ways(entry: "OpenedEntry", guide: "FieldGuide", step: EditStep) -> Iterator[TextLines]:
    """The text of the file once a step is made in the YAML of an entry."""
    header = Header(entry)
    if entry.root is None:
        if step.value is not None:
            lines = list(pair_lines(guide.name, step.value, long=guide.long))
            yield from header.opened(lines, guide)
        return
    group, path = entry.root, step.path
    while len(path) > 1:
        found = _below(group, path[0])
        if found is None:
            return
        group, path = found, path[1:]
    yield from _made(header, group, path[0], step, guide)


def _below(group: Typing, name: str | int) -> Typing | None:
    if isinstance(name, str):
        return group.named.get(name)
    return group.items[name] if name < len(group.items) else None


def _made(
    header: Header, group: Typing, name: str | int, step: EditStep, guide: "FieldGuide"
) -> Iterator[TextLines]:
    one = _below(group, name)
    if isinstance(name, int) and (step.is_new or one is None):
        yield from _new_item(header, group, name, step.value or "")
    elif one is None:
        if step.value is not None:
            yield from _new_key(header, group, str(name), step.value, guide)
    elif step.value is None:
        yield from _gone(header, group, one)
    elif isinstance(step.value, str) and one.spot.shape is SpotSort.VALUE:
        yield from _other_text(header, group, one, step.value)
    else:
        yield from header.rewritten(one, step.value)


def _other_text(header: Header, group: Typing, one: Typing, text: str) -> Iterator[TextLines]:
    flow = group.spot.flow
    if one.spot.is_block_text:
        yield from header.block(one, text)
    if "\n" not in text and not one.spot.is_block_text:
        yield from (header.other(one, way) for way in styles(text, one.spot.style, flow=flow))
    yield from header.rewritten(one, text)


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
        yield from header.with_item(group, rank, value)
    elif isinstance(value, str):
        yield from header.in_brackets(group, rank, list(styles(value, "", flow=True)))
    if all(isinstance(item.value, str) for item in group.items) and group.key:
        items = [item.value for item in group.items]
        yield from header.rewritten(group, (*items[:rank], value, *items[rank:]))


def _new_key(
    header: Header, group: Typing, name: str, value: Value, guide: "FieldGuide"
) -> Iterator[TextLines]:
    order = [one.name for one in group.guides] if group.guides is not None else []
    long = any(one.name == name and one.long for one in group.guides or ())
    key = name if group.guides is not None else scalar(name)
    if not group.spot.flow:
        yield from header.with_key(group, list(pair_lines(key, value, long=long)), name, order, guide)
    elif isinstance(value, str):
        ways = [f"{key}: {way}" for way in styles(value, "", flow=True)]
        yield from header.in_brackets(group, len(group.spot.parts), ways)


def _gone(header: Header, group: Typing, one: Typing) -> Iterator[TextLines]:
    if group.spot.flow:
        yield from header.out_of_brackets(group, one)
    else:
        yield from header.without(one, group)

"""From what an entry says to what it shall say, one small step at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from filquartiers.compose import block_lines, one_line, without_headings, writable
from filquartiers.content.convert import model_of
from filquartiers.editing.found import Value
from filquartiers.editing.lines import opcodes
from filquartiers.encodings import tidy
from filquartiers.model.fields import FieldGuide, Frozen, guides_of
from filquartiers.model.kind import Path


@dataclass(frozen=True, slots=True)
class EditStep:
    """One change: the value of ``path``, None to take it away; ``is_new`` puts an item before that one."""

    path: Path
    value: Value | None
    is_new: bool = False


def cleaned(value: Any, guide: FieldGuide | None, model: type[Frozen] | None) -> Value:
    """What was asked, as it can be written and is read again; what is empty is left out.

    Args:
        value: a text, a list or a group; None for nothing.
        guide: the field it is for, if it is one.
        model: what the groups of that field hold, if they hold a model.

    Raises:
        KeyError: a group names a field that the model has not.
    """
    if value is None:
        return ""
    if isinstance(value, Mapping):
        fields = {one.name: one for one in guides_of(model)} if model else None
        found = {
            str(name): cleaned(
                one,
                fields[name] if fields is not None else None,
                model_of(model, name) if model else None,
            )
            for name, one in value.items()
        }
        return {name: one for name, one in found.items() if one}
    if isinstance(value, (list, tuple)):
        return tuple(one for one in (cleaned(item, guide, model) for item in value) if one)
    text = tidy(str(value))
    is_long = guide is not None and guide.long and text.strip()
    return text.strip("\n") if is_long else one_line(text)


def placed(values: Value, path: Path, value: Value) -> Value:
    """``values`` with another value at ``path``, perhaps an empty one, so that others keep their place.

    Lists and groups on the way are made where need be.
    """
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        items: list[Value] = list(values) if isinstance(values, tuple) else [values] if values else []
        if step < len(items):
            items[step] = placed(items[step], rest, value)
        else:
            items.append(placed("", rest, value))
        return tuple(items)
    group: dict[str, Value] = dict(values) if isinstance(values, Mapping) else {}
    return group | {step: placed(group.get(step, ""), rest, value)}


def as_listed(before: Value, after: Value) -> Value:
    """``after``, one value alone where it was typed so: to the reader, that is a list of one."""
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        return {name: as_listed(before.get(name, ""), one) for name, one in after.items()}
    if isinstance(before, tuple) and isinstance(after, tuple):
        alike = [as_listed(*pair) for pair in zip(before, after, strict=False)]
        return (*alike, *after[len(alike) :])
    if before and isinstance(before, str) and isinstance(after, tuple) and len(after) == 1:
        return after[0] if isinstance(after[0], str) else after
    return (after,) if after and isinstance(before, tuple) else after


def found_at(values: Value, path: Path) -> Value:
    """The value at ``path``; the whole when there is no path."""
    for step in path:
        values = values[step]  # type: ignore[index]
    return values


def next_step(before: Value, after: Value, path: Path = ()) -> EditStep | None:
    """The first thing to do to get from one to the other; None when they say the same."""
    return next(_steps(before, after, path), None)


def _steps(before: Value, after: Value, path: Path) -> Iterator[EditStep]:
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping) and (after or not path):
        yield from (EditStep((*path, name), None) for name in before if name not in after)
        for name, value in after.items():
            if name in before:
                yield from _steps(before[name], value, (*path, name))
            else:
                yield EditStep((*path, name), value)
    elif isinstance(before, tuple) and isinstance(after, tuple) and after:
        yield from _list_steps(before, after, path)
    else:
        yield EditStep(path, after or None)


def _list_steps(before: tuple[Value, ...], after: tuple[Value, ...], path: Path) -> Iterator[EditStep]:
    keys = list(map(_key, before)), list(map(_key, after))
    for tag, start, stop, first, _ in opcodes(*keys):
        if tag == "replace":
            yield from _steps(before[start], after[first], (*path, start))
        elif tag == "delete":
            yield EditStep((*path, stop - 1), None)
        elif tag == "insert":
            yield EditStep((*path, start), after[first], is_new=True)


def _key(value: Value) -> object:
    """What two values that say the same have in common."""
    if isinstance(value, Mapping):
        return frozenset((name, _key(one)) for name, one in value.items())
    return tuple(map(_key, value)) if isinstance(value, tuple) else value


def taken(values: Value, step: EditStep) -> Value:
    """What an entry says once a step is made."""
    return _taken(values, step.path, step)


def _taken(values: Value, path: Path, step: EditStep) -> Value:
    head, rest = path[0], path[1:]
    if isinstance(head, int):
        items: list[Value] = list(values) if isinstance(values, tuple) else [values] if values else []
        if rest:
            items[head] = _taken(items[head], rest, step)
        elif step.is_new:
            items.insert(head, step.value or "")
        elif step.value is None:
            del items[head]
        else:
            items[head] = step.value
        return tuple(one for one in items if one)
    group: dict[str, Value] = dict(values) if isinstance(values, Mapping) else {}
    group[head] = _taken(group[head], rest, step) if rest else step.value or ""
    return {name: one for name, one in group.items() if one}


def readings(text: str) -> tuple[str, ...]:
    """How a long text may come back: what would end it is put otherwise, blanks that open a block go."""
    return text, without_headings(text), "\n".join(block_lines(text))


def written(text: str, before: str) -> str:
    """A long text without the signs that no file may hold, but for lines that were there already."""
    kept = set(before.split("\n"))
    return "\n".join(line if line in kept else writable(line) for line in text.split("\n"))

"""Other values for an entry: step by step, each proven by reading the file again."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from filquartiers.content.convert import model_of
from filquartiers.editing.lines import TextLines
from filquartiers.editing.refused import NotEditable
from filquartiers.editing.steps import (
    EditStep,
    as_listed,
    cleaned,
    found_at,
    next_step,
    placed,
    readings,
    taken,
    written,
)
from filquartiers.editing.texts import text_ways
from filquartiers.editing.ways import header_ways
from filquartiers.problems import Problem, Where, problem

if TYPE_CHECKING:
    from filquartiers.editing.entry import OpenedEntry
    from filquartiers.editing.opened import OpenedText
    from filquartiers.model.kind import Path

_MOST_STEPS = 2000  # a change of more was not typed by a person


def changed(opened: "OpenedText", index: int, changes: Mapping["Path", Any]) -> bytes:
    """As `OpenedText.changed`."""
    asked: dict[str, Any] = {}
    values = opened.entries[index].values
    for (name, *rest), value in changes.items():
        asked[str(name)] = placed(asked.get(str(name), values.get(str(name), "")), tuple(rest), value)
    for name, value in asked.items():
        opened = _set(opened, index, name, value)
    return opened.data


def _set(opened: "OpenedText", index: int, name: str, asked: Any) -> "OpenedText":
    """The file with another value of one field."""
    entry = opened.entries[index]
    guide = next((one for one in opened.kind.fields() if one.name == name), None)
    if guide is None:
        raise KeyError(name)
    wanted = cleaned(asked, guide, model_of(opened.kind, name))
    before = entry.values.get(name, "")
    if guide.long and isinstance(wanted, str):
        wanted = written(wanted, before if isinstance(before, str) else "")
    else:
        wanted = as_listed(before, wanted)
    for _ in range(_MOST_STEPS):
        step = next_step({name: before} if before else {}, {name: wanted} if wanted else {})
        if step is None:
            return opened
        opened = _made(opened, index, step)
        before = opened.entries[index].values.get(name, "")
        if isinstance(step.value, str):
            wanted = placed(wanted, step.path[1:], found_at(before, step.path[1:]))
        wanted = wanted if guide.long else as_listed(before, wanted)
    raise NotEditable(refusal(opened, entry, name))


def _made(opened: "OpenedText", index: int, step: EditStep) -> "OpenedText":
    """The file once a step is made, by the first way that can be proven."""
    entry = opened.entries[index]
    for text in _ways(entry, step):
        fresh = opened.reopened(text.data)
        if _is_proven(opened, fresh, index, step):
            return fresh
    raise NotEditable(refusal(opened, entry, str(step.path[0])))


def _ways(entry: "OpenedEntry", step: EditStep) -> Iterator[TextLines]:
    """The ways to make a step, the lightest first."""
    name = str(step.path[0])
    guide = next(one for one in entry.kind.fields() if one.name == name)
    is_new = name not in entry.values and guide.long and entry.source.is_markdown
    if name in entry.passages or is_new:
        yield from text_ways(entry, guide, step)
    else:
        yield from header_ways(entry, guide, step)


def _is_proven(before: "OpenedText", after: "OpenedText", index: int, step: EditStep) -> bool:
    """Whether the reader finds what was asked, and all else as it was."""
    if len(after.entries) != len(before.entries) or after.errors > before.errors:
        return False
    old, new = before.entries[index], after.entries[index]
    others = (
        one.said == two.said
        for rank, (one, two) in enumerate(zip(before.entries, after.entries, strict=True))
        if rank != index
    )
    return _is_said(old, new, step) and _is_kept(old, new, step) and all(others)


def _is_said(old: "OpenedEntry", new: "OpenedEntry", step: EditStep) -> bool:
    said = readings(step.value) if isinstance(step.value, str) else (step.value,)
    wanted = (taken(old.values, replace(step, value=one)) for one in said)
    return any(new.values == as_listed(new.values, one) for one in wanted)


def _is_kept(old: "OpenedEntry", new: "OpenedEntry", step: EditStep) -> bool:
    """Whether what nothing reads is still there, but for what was in a part taken away."""
    one, two = Counter(map(repr, old.ignored)), Counter(map(repr, new.ignored))
    return two <= one if step.value is None and len(step.path) > 1 else one == two


def refusal(opened: "OpenedText", entry: "OpenedEntry | None", name: str) -> Problem:
    """The sentence that says why a form cannot change a value."""
    typed = entry.typed.get(name) if entry else None
    where = entry.source.where(typed.first) if entry and typed else Where(opened.file)
    return problem("modification-incertaine", where, champ=name)

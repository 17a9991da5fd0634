"""Random edits of all files there are: each changes its own lines only, and is read back as asked.

``EXEMPLES=5000`` tries more of them; ``-s`` shows how many were refused, and why.
"""

import codecs
import os
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest

from filquartiers import encodings
from filquartiers.editing import NotEditable, OpenedEntry, OpenedText, Value, open_text

EXAMPLES = int(os.environ.get("EXEMPLES", "300"))
SEED = int(os.environ.get("GRAINE", "12"))
NOTHING_TYPED = re.compile(r"\s*(?:- +)*(?:[\w ]+:)?\s*(?:#.*)?")  # a comment, a key without value
SHORT = (
    "Fête : le jardin",
    "L’été #2",
    "02 40 00 00 00",
    "oui",
    "# dièse",
    "- tiret",
    "[a]",
    "a, b",
    "“guillemets”",
    'Il dit "oui"',
    "l'apostrophe",
    "@moi",
    "x",
    "6 avril 2027",
    "100 %",
    "café à 2 €",
    "日本 🎉",
    "C:\\nouveau",
    "null",
    "  deux  espaces ",
    "une\nligne\nà l’autre",
    "e\u0301te\u0301",
    "a\u00a0: b",
    "'",
    '"',
    "|",
    "> cité",
    "fin :",
    "a: b: c",
    "{{ x }}",
    "* a",
    "---",
)
LONG = (
    "Un paragraphe.",
    "Deux\nlignes",
    "## Titre\n\ntexte",
    "- a\n- b\n\nfin",
    "> x\n\n    code",
    "# a",
    "a  \nb\r\nc",
    "```\n## rien\n```",
    "---\nnon",
    "\n\nau milieu\n\n",
    "é" * 300,
    "œuvre 🎉",
)


def as_typed_elsewhere(text: str, rng: random.Random) -> bytes:
    """The same text as other programs save it: line ends, encodings, marks, no end."""
    way = rng.randrange(10)
    if way == 0:
        text = text.replace("\n", "\r\n")
    elif way == 1:
        text = "".join(rng.choice(("\r\n", "\n")) if char == "\n" else char for char in text)
    elif way == 2:
        text = text.rstrip("\n")
    if way == 3:
        return text.encode("cp1252", "ignore")
    if way == 4:
        return codecs.BOM_UTF8 + text.encode()
    if way == 5:
        return codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    if way == 6:
        return text.replace("\n", "  \n").encode()
    return text.encode()


@dataclass(frozen=True)
class Tried:
    """One edit: of what, where, and to what."""

    opened: OpenedText
    index: int
    path: tuple[str | int, ...]
    value: object


def paths_below(value: Value, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    yield path
    parts = (
        enumerate(value) if isinstance(value, tuple) else value.items() if isinstance(value, Mapping) else ()
    )
    for step, one in parts:
        yield from paths_below(one, (*path, step))


def at(value: Value, path: tuple[str | int, ...]) -> Value:
    for step in path:
        value = value[step]
    return value


def some_edit(opened: OpenedText, rng: random.Random) -> Tried:
    index = rng.randrange(len(opened.entries))
    values = opened.entries[index].values
    guides = {guide.name: guide for guide in opened.kind.fields()}
    absent = sorted(guides.keys() - values.keys())
    present = [path for name in sorted(values) for path in paths_below(values[name], (name,))]
    texts = {True: LONG, False: SHORT}
    if absent and (not present or rng.random() < 0.3):
        name = rng.choice(absent)
        few = [rng.choice(texts[guides[name].long]) for _ in range(rng.randint(1, 3))]
        return Tried(opened, index, (name,), few if len(few) > 1 and not guides[name].long else few[0])
    path = rng.choice(present)
    now = at(values, path)
    if rng.random() < 0.2:
        return Tried(opened, index, path, None)
    if isinstance(now, tuple):
        items = [*now, rng.choice(now) if rng.random() < 0.5 else rng.choice(now[:1] if now else SHORT)]
        rng.shuffle(items)
        return Tried(opened, index, path, items[: rng.randint(1, len(items))])
    if isinstance(now, Mapping):
        kept = {name: one for name, one in now.items() if rng.random() < 0.7}
        return Tried(opened, index, path, kept or None)
    return Tried(opened, index, path, rng.choice(texts[guides[str(path[0])].long]))


def lines_of(data: bytes) -> list[str]:
    found = encodings.decode(data)
    assert found is not None
    return re.split("\r\n|\r|\n", found.text)


def changed_lines(before: list[str], after: list[str]) -> tuple[int, int]:
    """The first and the last line (from 1) of those that are no more there; none when the last is before."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    stop = 0
    while stop < min(len(before), len(after)) - start and before[-1 - stop] == after[-1 - stop]:
        stop += 1
    return start + 1, len(before) - stop


def is_within(few: list[str], many: list[str]) -> bool:
    """Whether all the lines are still there, in their order: a text that lost its heading may move up."""
    rest = iter(many)
    return all(line in rest for line in few)


def own_lines(entry: OpenedEntry, name: str) -> tuple[int, int]:
    typed = entry.typed.get(name)
    return (typed.first, typed.last) if typed else (0, -1)


def check(tried: Tried, data: bytes) -> None:
    """That ``data`` differs from what there was by the lines of the value only."""
    opened, name = tried.opened, str(tried.path[0])
    before, after = lines_of(opened.data), lines_of(data)
    if data == opened.data:
        return
    first, last = changed_lines(before, after)
    entry = opened.entries[tried.index]
    own = own_lines(entry, name)
    gone = before[first - 1 : last]
    if name in entry.typed:
        beside_dash = tried.value is None and before[own[0] - 1].lstrip().startswith("-")
        within = own[0] <= first and last <= own[1] + beside_dash  # the next key comes to the dash
        between = first > last and own[0] <= first <= own[1] + 1
        moved = name == "corps" and is_within(before[: own[0] - 1] + before[own[1] :], after)
        assert within or between or moved, (tried, gone)
    else:
        assert all(NOTHING_TYPED.fullmatch(line) for line in gone), (tried, gone)
    was, now = encodings.decode(opened.data), encodings.decode(data)
    assert was is not None
    assert now is not None
    if now.encoding != was.encoding and not now.text.isascii():
        assert now.encoding == encodings.UTF8
        with pytest.raises(UnicodeEncodeError):
            was.encoded(now.text)
    if "\r" not in was.text:
        assert "\r" not in now.text
    elif was.text.count("\r\n") == was.text.count("\n") == was.text.count("\r"):
        assert now.text.count("\r\n") == now.text.count("\n") == now.text.count("\r")
    assert was.text.endswith("\n") == now.text.endswith("\n") or name in entry.typed


def test_random_edits_change_their_own_lines_only(samples):
    rng = random.Random(SEED)  # noqa: S311  the same edits each time
    done, refused = Counter[str](), Counter[str]()
    while sum(done.values()) < EXAMPLES:
        sample = rng.choice(samples)
        found = encodings.decode(sample.data)
        if found is None:
            continue
        data = as_typed_elsewhere(found.text, rng)
        opened = open_text(sample.file, data, sample.kind)
        if not opened.entries:
            continue
        tried = some_edit(opened, rng)
        sort = "faulty" if sample.is_faulty else "sound"
        try:
            fresh = opened.changed(tried.index, {tried.path: tried.value})
        except NotEditable as answer:
            refused[sort] += 1
            told = f"{sort} {sample.file} {tried.path} {tried.value!r:.70}"
            sys.stdout.write(f"refused {told} {answer.problem.where}\n")
        else:
            check(tried, fresh)
        done[sort] += 1
    sys.stdout.write("".join(f"{refused[sort]} of {done[sort]} {sort} refused\n" for sort in done))
    assert refused["sound"] <= done["sound"] * 0.02
    assert refused["faulty"] <= done["faulty"] * 0.05


def test_opening_and_saving_changes_nothing(samples):
    for sample in samples:
        opened = open_text(sample.file, sample.data, sample.kind)
        assert opened.data == sample.data
        assert opened.entries or opened.problem, sample.file
        for index, entry in enumerate(opened.entries):
            same = {(name,): value for name, value in entry.values.items()}
            assert opened.changed(index, same) == sample.data

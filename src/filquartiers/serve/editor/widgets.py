"""A control with its value, as it is shown; and what a browser would send of it, were nothing changed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from filquartiers.creation.questions import Proposal
from filquartiers.editing import Value
from filquartiers.model.agenda.words import WEEKDAYS
from filquartiers.model.refusal import Refusal
from filquartiers.model.site import Site
from filquartiers.model.text import folded, slugify
from filquartiers.model.values import read_yes_no
from filquartiers.problems import Problem
from filquartiers.serve.editor.controls import FEW, Asking, Control, controls_of

PREFIX = "c."
KEY, VALUE = "cle", "valeur"
_ENDING = re.compile(r"\.(md|markdown|ya?ml)$", re.IGNORECASE)
_BLANKS = {Asking.LINES: 1, Asking.BOXES: 1, Asking.TABLE: 1, Asking.GROUPS: 0}
_MORE = {Asking.LINES: 3, Asking.BOXES: 3, Asking.TABLE: 3, Asking.GROUPS: 1}

More = Mapping[str, bool]
"""The names of the lists for which more lines were asked for."""


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that may be chosen; ``value`` is what is written."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Widget:
    """What is shown of a control: a text, options, or the widgets that it is made of.

    ``stays``: what is typed has a form of its own, that we show and do not change.
    """

    control: Control
    name: str
    shape: Asking
    text: str = ""
    options: tuple[Option, ...] = ()
    parts: tuple["Widget", ...] = ()
    stays: bool = False
    problems: tuple[Problem, ...] = field(default=(), compare=False)
    reading: str = field(default="", compare=False)

    @property
    def filled(self) -> bool:
        """Whether something is typed."""
        chosen = any(one.chosen and one.value for one in self.options)
        return bool(self.text or chosen or self.stays) or any(part.filled for part in self.parts)

    @property
    def needed(self) -> bool:
        """Whether the entry cannot do without; in a group, that is for who fills the group."""
        return self.control.guide.required and self.name == PREFIX + self.control.name

    @property
    def radios(self) -> bool:
        """Whether the options are few enough to be seen at once."""
        return self.shape is Asking.CHOICE and not self.control.folder and len(self.control.choices) <= FEW


def widget(
    control: Control, value: Value, site: Site, more: More | None = None, prefix: str = PREFIX
) -> Widget:
    """The widget of a control that holds a value."""
    made = _Making(site, more or {})
    return made.widget(control, prefix + control.name, value)


@dataclass(frozen=True)
class _Making:
    site: Site
    more: More

    def widget(self, control: Control, name: str, value: Value) -> Widget:
        if control.shape in {Asking.LINE, Asking.LONG, Asking.YES, Asking.CHOICE}:
            return _single(control, name, value)
        if control.shape is Asking.GROUP:
            return self.group(control, name, value)
        if control.shape is Asking.TABLE:
            return self.table(control, name, value)
        return self.several(control, name, value)

    def group(self, control: Control, name: str, value: Value) -> Widget:
        if value and not isinstance(value, Mapping):
            return _untouched(control, name, value)
        held = value if isinstance(value, Mapping) else {}
        assert control.model is not None  # noqa: S101  groups have one
        inner = controls_of(control.model, self.site)
        parts = tuple(self.widget(one, f"{name}.{one.name}", held.get(one.name, "")) for one in inner)
        return Widget(control, name, Asking.GROUP, parts=parts)

    def table(self, control: Control, name: str, value: Value) -> Widget:
        rows = value if isinstance(value, Mapping) else {}
        if (value and not isinstance(value, Mapping)) or not all(
            isinstance(one, str) for one in rows.values()
        ):
            return _untouched(control, name, value)
        shown = [(key, str(one)) for key, one in rows.items()]
        blank = [("", "")] * self.blanks(control, name) if shown else [(day, "") for day in WEEKDAYS]
        parts = tuple(_row(control, f"{name}.{rank}", *one) for rank, one in enumerate([*shown, *blank]))
        return Widget(control, name, Asking.TABLE, parts=parts)

    def several(self, control: Control, name: str, value: Value) -> Widget:
        items = value if isinstance(value, tuple) else (value,) if value else ()
        groups = control.shape is Asking.GROUPS
        if not all(isinstance(one, Mapping if groups else str) for one in items):
            return _untouched(control, name, value)
        chosen: tuple[Option, ...] = ()
        if control.shape is Asking.BOXES:
            chosen = _options(control, tuple(map(str, items)))
            items = tuple(one for one in items if _choice(control, str(one)) is None)
        blank: list[Value] = [""] * (self.blanks(control, name) if control.free or groups else 0)
        parts = tuple(self.part(control, f"{name}.{rank}", one) for rank, one in enumerate([*items, *blank]))
        return Widget(control, name, control.shape, options=chosen, parts=parts)

    def part(self, control: Control, name: str, value: Value) -> Widget:
        if control.shape is Asking.GROUPS:
            return self.group(control, name, value)
        return Widget(control, name, Asking.LINE, text=str(value))

    def blanks(self, control: Control, name: str) -> int:
        return (_MORE if self.more.get(name) else _BLANKS)[control.shape]


def _row(control: Control, name: str, key: str, value: str) -> Widget:
    pair = ((KEY, key), (VALUE, value))
    parts = tuple(Widget(control, f"{name}.{part}", Asking.LINE, text=one) for part, one in pair)
    return Widget(control, name, Asking.TABLE, parts=parts)


def _untouched(control: Control, name: str, value: Value) -> Widget:
    return Widget(control, name, Asking.LINE, text=plain(value), stays=True)


def plain(value: Value) -> str:
    """A value on one line, for eyes only."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return ", ".join(f"{name} : {plain(one)}" for name, one in value.items())
    return " ; ".join(map(plain, value))


def _single(control: Control, name: str, value: Value) -> Widget:
    if (
        isinstance(value, tuple)
        and all(isinstance(one, str) for one in value)
        and control.shape is Asking.LINE
    ):
        value = ", ".join(map(str, value))
    if not isinstance(value, str):
        return _untouched(control, name, value)
    if control.shape is Asking.YES:
        return _yes(control, name, value)
    if control.shape is Asking.CHOICE:
        return Widget(control, name, Asking.CHOICE, options=_one_of(control, value))
    found = tuple(Option(one.value, one.label, chosen=False) for one in control.choices)
    return Widget(control, name, control.shape, text=value, options=found)


def _yes(control: Control, name: str, value: str) -> Widget:
    """A box to tick; what is neither yes nor no is shown as it is typed."""
    try:
        ticked = bool(value) and read_yes_no(value)
    except Refusal:
        return Widget(control, name, Asking.LINE, text=value)
    words = value if ticked else "oui"
    return Widget(control, name, Asking.YES, options=(Option(words, control.guide.label, ticked),))


def _one_of(control: Control, value: str) -> tuple[Option, ...]:
    other = (
        () if not value or _choice(control, value) else (Option(value, f"{value} (inconnu)", chosen=True),)
    )
    none = Option("", "—" if not control.guide.required else "Choisissez", not value)
    return (none, *_options(control, (value,)), *other)


def _options(control: Control, typed: tuple[str, ...]) -> tuple[Option, ...]:
    """The choices; the one that was typed keeps the very words it was typed in."""
    found = {choice.value: one for one in reversed(typed) if (choice := _choice(control, one))}
    return tuple(
        Option(found.get(one.value, one.value), _label(control, one), one.value in found)
        for one in control.choices
    )


def _label(control: Control, choice: Proposal) -> str:
    alike = sum(one.label == choice.label for one in control.choices)
    return f"{choice.label} ({choice.value})" if alike > 1 else choice.label


def _choice(control: Control, typed: str) -> Proposal | None:
    """The choice that was meant."""
    bare = slugify(_ENDING.sub("", typed.rsplit("/", 1)[-1].strip())) if control.folder else folded(typed)
    known = control.choices
    return next((one for one in known if (one.value if control.folder else folded(one.value)) == bare), None)


def pairs(one: Widget) -> Iterator[tuple[str, str]]:
    """The names and values that a browser sends of it, in order."""
    if one.stays:
        return
    if one.shape in {Asking.LINE, Asking.LONG}:
        yield one.name, one.text
    yield from ((one.name, option.value) for option in one.options if option.chosen)
    for part in one.parts:
        yield from pairs(part)

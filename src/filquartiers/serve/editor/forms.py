"""A form as it is drawn: its fields, what was typed in them, what there is to say of each."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from filquartiers.editing import Value
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site
from filquartiers.problems import Gravity, Problem
from filquartiers.serve.editor.asked import MORE
from filquartiers.serve.editor.controls import Control, controls_of
from filquartiers.serve.editor.judging import WHOLE, ByField
from filquartiers.serve.editor.widgets import PREFIX, More, Widget, plain, widget


@dataclass(frozen=True)
class Form:
    """The form of one entry.

    ``file`` is empty for a new one. ``first`` is asked first, ``others`` under « Plus de renseignements ».
    ``conflicts`` are, in words, the value typed and the one that somebody else gave meanwhile. ``typed``
    tells that it holds what is not written yet.
    """

    kind: type[Entry]
    first: tuple[Widget, ...]
    others: tuple[Widget, ...]
    file: str = ""
    rank: int = 0
    seen: str = ""
    title: str = ""
    problems: tuple[Problem, ...] = ()
    conflicts: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    typed: bool = False

    @property
    def widgets(self) -> tuple[Widget, ...]:
        """All fields."""
        return (*self.first, *self.others)

    @property
    def faults(self) -> tuple[tuple[str, str, Problem], ...]:
        """The errors: the place of the field, its label, what is wrong."""
        beside = ((one.name, one.control.guide.label, told) for one in self.widgets for told in one.problems)
        whole = (("", "", told) for told in self.problems)
        return tuple(one for one in (*whole, *beside) if one[2].gravity is Gravity.ERROR)

    @property
    def advice(self) -> tuple[Problem, ...]:
        """What else is said of no field in particular."""
        return tuple(one for one in self.problems if one.gravity is not Gravity.ERROR)

    @property
    def open(self) -> bool:
        """Whether what is asked last must be seen at once."""
        names = {one.control.name for one in self.others}
        return any(one.problems for one in self.others) or not names.isdisjoint(self.conflicts)


@dataclass(frozen=True)
class Filling:
    """What a form is filled with."""

    values: Mapping[str, Value]
    problems: ByField = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)
    more: More = field(default_factory=dict)
    conflicts: Mapping[str, Value] = field(default_factory=dict)
    typed: bool = False


def form_of(kind: type[Entry], site: Site, filling: Filling, **place: object) -> Form:
    """The form of a kind; ``place`` are the file and what else `Form` holds."""
    made = tuple(_widget(one, site, filling) for one in controls_of(kind, site))
    first = tuple(one for one in made if one.control.usual or one.filled)
    others = tuple(one for one in made if one not in first)
    values = filling.values
    both = {name: (plain(values.get(name, "")), plain(theirs)) for name, theirs in filling.conflicts.items()}
    whole = filling.problems.get(WHOLE, ())
    said = {"problems": whole, "conflicts": both, "typed": filling.typed}
    return Form(kind, first, others, **said, **place)  # type: ignore[arg-type]


def _widget(control: Control, site: Site, filling: Filling) -> Widget:
    made = widget(control, filling.values.get(control.name, ""), site, filling.more)
    told = filling.problems.get(control.name, ())
    reading = filling.readings.get(control.name, "")
    typed = filling.values.get(control.name, "")
    return replace(made, problems=told, reading="" if reading == typed else reading)


def more_of(gesture: str) -> dict[str, bool]:
    """The list for which a button asks more lines."""
    return {gesture.removeprefix(MORE): True} if gesture.startswith(MORE + PREFIX) else {}

"""Where an editor typed each field of an entry, by the names of the reader."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from filquartiers.content.convert import model_of
from filquartiers.content.naming import names_of
from filquartiers.editing.spots import Spot, SpotSort
from filquartiers.model.fields import FieldGuide, Frozen, guides_of
from filquartiers.model.text import key_of

Value = str | tuple["Value", ...] | Mapping[str, "Value"]
"""A text, a list, or a group of values under their names."""

Guides = tuple[FieldGuide, ...] | None
"""The fields of a group; None where its keys are words of the editor, as the days of opening hours."""


@dataclass(frozen=True, slots=True)
class Typing:
    """Where a value stands that was typed in YAML, and the parts of it.

    ``key`` is where its key stands, None for an item of a list. ``named`` are the values of a group, by
    field; ``items`` those of a list, empty ones left out. ``again`` are other keys of the same field, which
    the reader gathers or leaves out. ``ignored`` are keys that nothing reads, with what was typed for them.
    """

    spot: Spot
    key: Spot | None = None
    long: bool = False
    guides: Guides = None
    named: Mapping[str, "Typing"] = field(default_factory=dict)
    items: tuple["Typing", ...] = ()
    again: Mapping[str, tuple["Typing", ...]] = field(default_factory=dict)
    ignored: tuple[tuple[Spot, Spot], ...] = ()

    @property
    def count(self) -> int:
        """How many values of a list it makes."""
        return len(self.items) if self.spot.sort is SpotSort.LIST else int(not self.spot.is_empty)

    def all_ignored(self) -> Iterator[tuple[str, object]]:
        """The keys below that nothing reads, with what was typed for them."""
        yield from ((key.text, plain(part)) for key, part in self.ignored)
        for one in (*self.named.values(), *self.items):
            yield from one.all_ignored()

    def all_again(self) -> Iterator[tuple[str, "Typing"]]:
        """The other keys of the fields of this group and of those below."""
        yield from ((name, one) for name, several in self.again.items() for one in several)
        for one in (*self.named.values(), *self.items):
            yield from one.all_again()


def typing_of(spot: Spot, model: type[Frozen] | None, guides: Guides) -> Typing:
    """What a group, a list or a value holds; ``model`` is that of the groups in it, with its fields."""
    return _typing(spot, None, model, guides, long=False)


def _typing(
    spot: Spot, key: Spot | None, model: type[Frozen] | None, guides: Guides, *, long: bool
) -> Typing:
    if spot.sort is SpotSort.LIST:
        items = (_typing(part, None, model, guides, long=long) for part in spot.parts if not part.is_empty)
        return Typing(spot, key, long, guides, items=tuple(items))
    if spot.sort is SpotSort.VALUE:
        return Typing(spot, key, long, guides)
    names = names_of(guides) if guides is not None else None
    long_names = {guide.name for guide in guides or () if guide.long}
    named: dict[str, Typing] = {}
    again: dict[str, tuple[Typing, ...]] = {}
    ignored = []
    for one, part in zip(spot.keys, spot.parts, strict=True):
        name = one.text if names is None else names.get(key_of(one.text))
        if name is None:
            ignored.append((one, part))
            continue
        inner = model_of(model, name) if model and names is not None else None
        below = guides_of(inner) if inner else None
        found = _typing(part, one, inner, below, long=name in long_names)
        if name in named:
            again[name] = (*again.get(name, ()), found)
        else:
            named[name] = found
    return Typing(spot, key, long, guides, named, again=again, ignored=tuple(ignored))


def plain(spot: Spot) -> object:
    """All that a part says, whatever it means; the end of the file may end it too."""
    if spot.sort is SpotSort.VALUE:
        return spot.text.rstrip("\n")
    parts = tuple(map(plain, spot.parts))
    return tuple(zip((key.text for key in spot.keys), parts, strict=True)) if spot.keys else parts


@dataclass(frozen=True, slots=True)
class TextBelow:
    """A long text below the header, line by line; ``lines`` are those of the file, from 0.

    A line is None where the reader puts a blank one of its own between two pieces. ``is_heading``: the text
    is that of a ``#`` heading.
    """

    text: str
    lines: tuple[int | None, ...]
    is_heading: bool = False

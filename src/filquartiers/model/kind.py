"""What all kinds share: an entry is one thing an editor described, read and checked."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from datetime import date
from functools import cache, cached_property
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from pydantic import Field

from filquartiers.model.fields import FieldGuide, Frozen, Long, OuiNon, field, guides_of
from filquartiers.model.prose import Prose
from filquartiers.problems import Where

if TYPE_CHECKING:
    from filquartiers.model.kinds.reseau import Reseau

T = TypeVar("T")
Path = tuple[str | int, ...]
KEY = ":"  # last step of a path: the key itself, rather than its value


@dataclass(frozen=True, slots=True)
class Kind:
    """The table line of a kind: its names, its folder, its place on the site.

    The page of an entry is drawn by ``templates/site/<name>.html``, the index of the kind by
    ``templates/site/<name>-index.html`` or, without one, by ``index.html``.
    """

    name: str
    label: str
    plural: str
    folder: str
    address: str = ""  # first part of the web address; empty when the kind has no page
    many: bool = False  # one YAML file may list several entries
    menu: str = ""  # its name in the main menu; empty when it is not there
    home: str = ""  # the title of its part of home pages; empty when it has none
    part: str = ""  # the part of a brochure that shows its entries whole; empty when there is none
    summary: str = ""  # the field that sums an entry up
    news: str = ""  # the field of the day on which an entry became news
    news_words: str = ""  # the field of the words that news readers sort it by


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry was typed: its file, and the place of each of its keys and values."""

    file: str = ""
    marks: Mapping[Path, Where] = dataclass_field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[type["Origin"], tuple[str]]:
        """Another process draws entries, and has nothing to say of the lines they were typed on."""
        return Origin, (self.file,)

    def where(self, *path: str | int) -> Where:
        """The place of the value at ``path``, or of the nearest thing that holds it."""
        for end in range(len(path), -1, -1):
            if path[:end] in self.marks:
                return self.marks[path[:end]]
        return Where(self.file)


class Entry(Frozen):
    """A house, a pact, an action sheet, an event…: read, typed, its references resolved."""

    kind: ClassVar[Kind]

    slug: str = Field(exclude=True)
    origin: Origin = Field(default_factory=Origin, exclude=True, repr=False)

    corps: Long = field("Le texte libre, sous l’en-tête du fichier.", label="Texte")
    brouillon: OuiNon = field(
        "« oui » tant que le texte n’est pas prêt : il n’est alors pas publié.", example="oui", default=False
    )

    @property
    def title(self) -> str:
        """The name shown to readers: its ``titre`` or its ``nom``."""
        return str(getattr(self, "titre", None) or getattr(self, "nom", ""))

    @property
    def summary(self) -> str:
        """One or two plain sentences for lists, search and sharing, as typed; may be empty."""
        return str(getattr(self, self.kind.summary, None) or "")

    @property
    def news_day(self) -> date | None:
        """The day it became news; None when it never does, or when the day is not known."""
        day = getattr(self, self.kind.news, None)
        return day if isinstance(day, date) else None

    @property
    def news_words(self) -> tuple[str, ...]:
        """The words that news readers sort it by."""
        return tuple(getattr(self, self.kind.news_words, ()))

    @property
    def key(self) -> tuple[str, str]:
        """What tells this entry from all others."""
        return (self.kind.name, self.slug)

    @cached_property
    def network(self) -> "Reseau | None":
        """The network it belongs to: the one it names, or that of the first house it names."""
        houses = getattr(self, "maisons", ())
        found: Reseau | None = getattr(self, "reseau", None) or (houses[0].reseau if houses else None)
        return found

    def where(self, *path: str | int) -> Where:
        """The place in the editor's file of the field at ``path``."""
        return self.origin.where(*path)

    @cached_property
    def references(self) -> tuple["Entry", ...]:
        """Every entry that this one names, in the order of its fields."""
        return tuple(
            chain.from_iterable(_entries_in(getattr(self, name)) for name in type(self).model_fields)
        )

    def once(self, tell: Callable[[Self], T]) -> T:
        """What ``tell`` says of this entry and those it names, and of nothing else: worked out once."""
        if tell not in self.said:
            self.said[tell] = tell(self)
        told: T = self.said[tell]
        return told

    @cached_property
    def said(self) -> dict[Callable[..., Any], Any]:
        """What was worked out `once`."""
        return {}

    def __getstate__(self) -> dict[Any, Any]:
        """For another process, which works out again what it needs."""
        state = super().__getstate__()
        own = {name: value for name, value in state["__dict__"].items() if name != "said"}
        return state | {"__dict__": own}

    @cached_property
    def long_texts(self) -> tuple[tuple[Path, str], ...]:
        """Every long text it holds, after the path of its field; those of the entries it names are theirs."""
        return tuple(_texts_in(self, ()))

    @classmethod
    def implied_by(cls, entry: "Entry") -> Iterator["Entry"]:  # noqa: ARG003  for kinds to override
        """Entries of this kind that another one implies, as a charter implies its sessions."""
        yield from ()

    @classmethod
    @cache
    def fields(cls) -> tuple[FieldGuide, ...]:
        """What may be typed, in the order of the class; the common fields last."""
        typed = [guide for guide in guides_of(cls) if guide.name not in {"slug", "origin"}]
        return tuple(sorted(typed, key=lambda guide: guide.name in Entry.model_fields))


def _entries_in(value: object) -> Iterator[Entry]:
    if isinstance(value, Entry):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _entries_in(item)
    elif isinstance(value, Frozen):
        for name in type(value).model_fields:
            yield from _entries_in(getattr(value, name))


def _texts_in(part: Frozen, path: Path) -> Iterator[tuple[Path, str]]:
    for name in type(part).model_fields:
        yield from _texts_below(getattr(part, name), (*path, name))


def _texts_below(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, Prose):
        if value:
            yield path, value.text
    elif isinstance(value, tuple):
        for rank, item in enumerate(value):
            yield from _texts_below(item, (*path, rank))
    elif isinstance(value, Frozen) and not isinstance(value, Entry):
        yield from _texts_in(value, path)

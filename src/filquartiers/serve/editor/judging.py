"""What the reader says of an entry: the same sentences as for a file typed by hand, each beside its field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from filquartiers.content.convert import convert
from filquartiers.creation import KnownEntries, field_named
from filquartiers.editing import OpenedEntry
from filquartiers.model.agenda.dates import PartialDate, write_date, write_partial_date
from filquartiers.model.agenda.times import Moment, write_moment
from filquartiers.model.facts.dates import when_in_words
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement
from filquartiers.model.site import Site
from filquartiers.problems import Gravity, Problem

WHOLE = ""
"""The name under which stands what is said of no field in particular."""

ByField = Mapping[str, tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """The entry, when it can be read, and what there is to say of it, by field."""

    entry: Entry | None
    problems: ByField

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What keeps the entry from being published."""
        return tuple(one for found in self.problems.values() for one in found if one.gravity is Gravity.ERROR)

    def adds_to(self, former: "Judgement") -> bool:
        """Whether it holds an error that was not there before: those are not the editor's of today."""
        known = {(one.code, one.subject, one.message) for one in former.errors}
        return any((one.code, one.subject, one.message) not in known for one in self.errors)

    @property
    def readings(self) -> dict[str, str]:
        """Dates and hours as they were understood, in words, by field."""
        return dict(_readings(self.entry)) if self.entry else {}


def judged(opened: OpenedEntry, site: Site) -> Judgement:
    """Read an entry as the site would."""
    network = site.only_network.slug if site.only_network else ""
    entry, found = convert(opened.draft, opened.kind, "nouveau", KnownEntries(site), network)
    return Judgement(entry, by_field(opened, found))


def by_field(opened: OpenedEntry, found: Iterable[Problem]) -> ByField:
    """Problems under the name of the field they are about: the one they stand in, or name."""
    told: dict[str, tuple[Problem, ...]] = {}
    for one in found:
        name = _field_of(opened, one)
        told[name] = (*told.get(name, ()), one)
    return told


def _field_of(opened: OpenedEntry, one: Problem) -> str:
    line = one.where.line
    on_line = [name for name, typed in opened.typed.items() if line and typed.first <= line <= typed.last]
    named = field_named(opened.kind, one.subject) if one.subject else ""
    if named in on_line or not on_line:
        return named or ("recurrence" if one.code == "date-manquante" else WHOLE)
    return on_line[0]


def _readings(entry: Entry) -> Iterable[tuple[str, str]]:
    for guide in entry.fields():
        value = getattr(entry, guide.name)
        if isinstance(value, Moment):
            yield guide.name, write_moment(value)
        elif isinstance(value, PartialDate):
            yield guide.name, write_partial_date(value)
        elif isinstance(value, date):
            yield guide.name, write_date(value)
    if isinstance(entry, Evenement) and entry.recurrence and not entry.is_told:
        yield "recurrence", when_in_words(entry)

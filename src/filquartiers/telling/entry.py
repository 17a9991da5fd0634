"""Any entry of a kind that has no telling of its own: its facts in the order of its class, then its text."""

from collections.abc import Iterator

from filquartiers.model.fields import FieldGuide, Prose
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Page
from filquartiers.telling.blocks import Fact
from filquartiers.telling.parts import facts, section, sections, text
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Link
from filquartiers.telling.views import EntryView


def page(teller: Teller, entry: Page) -> EntryView:
    """A free page: its sentence, its text."""
    body = section("corps", "", text(teller, entry, "corps"))
    return EntryView(**teller.identity(entry), opening=entry.chapeau or "", sections=sections(body))


def any_entry(teller: Teller, entry: Entry) -> EntryView:
    """Its facts, empty ones left out, then its long texts."""
    long = (guide for guide in _guides(entry) if isinstance(getattr(entry, guide.name), Prose))
    return EntryView(
        **teller.identity(entry),
        sections=sections(
            section("donnees", "En bref", facts(*_facts(teller, entry))),
            *(section(guide.name, guide.label, text(teller, entry, guide.name)) for guide in long),
            section("corps", "", text(teller, entry, "corps")),
        ),
    )


def _guides(entry: Entry) -> Iterator[FieldGuide]:
    """The fields of its own, but the one that is its title."""
    for guide in entry.fields():
        value = getattr(entry, guide.name)
        if guide.name not in Entry.model_fields and value and str(value) != entry.title:
            yield guide


def _facts(teller: Teller, entry: Entry) -> Iterator[Fact]:
    for guide in _guides(entry):
        value = getattr(entry, guide.name)
        if not isinstance(value, Prose):
            values = value if isinstance(value, tuple) else (value,)
            yield Fact(guide.label, tuple(_value(teller, one) for one in values))


def _value(teller: Teller, value: object) -> Link:
    if isinstance(value, Entry):
        return teller.link(value)
    return Link("oui" if value is True else str(value))

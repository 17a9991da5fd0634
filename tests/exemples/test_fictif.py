"""Valmarin, the made-up network: it reads without a word, and shows every field that pages draw."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from filquartiers.content import Loaded, load
from filquartiers.model.facts.budgets import total
from filquartiers.model.fields import Frozen, Prose
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import KINDS, Charte, Evenement, Fiche, Maison, Objectifs, Pacte

PROJECT = Path(__file__).parent / "fictif"

DRAWN = (Maison, Pacte, Fiche, Evenement, Charte, Objectifs)
WRITTEN_BY_THE_IMPORT = {("Fiche", "empreinte")}


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    """What the content reader makes of the made-up content."""
    return load(PROJECT, KINDS, date(2026, 11, 21))


def test_it_reads_without_a_word(loaded: Loaded) -> None:
    assert loaded.problems == ()


def test_every_field_that_pages_draw_is_used(loaded: Loaded) -> None:
    named = [pair for kind in DRAWN for entry in loaded.site.of(kind) for pair in _fields(entry)]
    used = {name for name, is_filled in named if is_filled}
    assert {name for name, _ in named} - used == WRITTEN_BY_THE_IMPORT


def _fields(part: Frozen) -> Iterator[tuple[tuple[str, str], bool]]:
    """Each field of an entry and of the groups it holds, and whether it is filled."""
    for name in type(part).model_fields.keys() - Entry.model_fields.keys():
        value = getattr(part, name)
        yield (type(part).__name__, name), bool(value)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Frozen) and not isinstance(item, (Entry, Prose)):
                yield from _fields(item)


def test_budgets_balance(loaded: Loaded) -> None:
    budgets = [fiche.budget for fiche in loaded.site.of(Fiche) if fiche.budget]
    assert len(budgets) > 8
    for budget in budgets:
        assert total(budget.charges) == total(budget.produits)
        for line in (*budget.charges, *budget.produits):
            assert not line.detail or total(line.detail) == line.montant


def test_the_calendar_is_of_the_season(loaded: Loaded) -> None:
    schedules = [event.schedule for event in loaded.site.of(Evenement)]
    assert len(schedules) > 25
    assert schedules.count(None) == 1, "one rhythm stays in words"
    assert {schedule.start.year for schedule in schedules if schedule} == {2026, 2027}


def test_one_pact_ends_within_the_year_and_one_is_over(loaded: Loaded) -> None:
    today, ends = loaded.site.today, [pact.echeance for pact in loaded.site.of(Pacte)]
    days = sorted((end - today).days for end in ends if isinstance(end, date))
    assert days[0] < 0 < days[1] < 365 < days[2]

"""What the schema alone cannot see: rules over the whole site, each a function giving problems."""

from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from filquartiers.checks.ageing import ending_pacts, old_figures
from filquartiers.checks.agenda import schedules
from filquartiers.checks.budgets import budgets
from filquartiers.checks.completeness import gaps
from filquartiers.checks.events import doubtful_events
from filquartiers.checks.files import missing_files
from filquartiers.checks.meetings import dates_to_come
from filquartiers.checks.objectives import unserved
from filquartiers.checks.parts import empty_parts
from filquartiers.checks.people import beside_phones, consent, contacts, contacts_in_fields, names, shown
from filquartiers.checks.publication import legal_data, models_left, reserved_addresses
from filquartiers.checks.references import tree_codes, vocabulary
from filquartiers.checks.room import formats, leaflets, trees
from filquartiers.checks.room import names as long_names
from filquartiers.checks.spared import ReadTexts
from filquartiers.checks.texts import (
    bare_words,
    broken_links,
    headings,
    marks_of_others,
    readable,
    silent_pictures,
)
from filquartiers.checks.twins import near_sheets
from filquartiers.checks.unread import unread_files
from filquartiers.model.passages import Passage, passages
from filquartiers.model.site import Site
from filquartiers.problems import Problem

Check = Callable[[Site], Iterator[Problem]]
TextCheck = Callable[[Site, Sequence[Passage]], Iterator[Problem]]
FileCheck = Callable[[Site, AbstractSet[str]], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    legal_data,
    reserved_addresses,
    tree_codes,
    vocabulary,
    consent,
    contacts_in_fields,
    beside_phones,
    doubtful_events,
    models_left,
    schedules,
    dates_to_come,
    budgets,
    old_figures,
    ending_pacts,
    unserved,
    near_sheets,
    silent_pictures,
    bare_words,
    headings,
    marks_of_others,
    long_names,
    formats,
    empty_parts,
    leaflets,
    trees,
    gaps,
)
# Those that look at long texts in which something may be found: see `spared`.
TEXT_CHECKS: tuple[TextCheck, ...] = (names, contacts, readable)
# Those that also need to know which files there are.
FILE_CHECKS: tuple[FileCheck, ...] = (broken_links, missing_files, unread_files, shown)


def check_site(
    site: Site, files: AbstractSet[str] = frozenset(), texts: ReadTexts | None = None
) -> Iterator[Problem]:
    """All that the rules have to say of a site.

    Args:
        site: what was read.
        files: the names of all files of ``content/``.
        texts: the long texts that need no second look, and is told of more.
    """
    for check in CHECKS:
        yield from check(site)
    doubtful = tuple((texts or ReadTexts()).doubtful(passages(site)))
    for text_check in TEXT_CHECKS:
        yield from text_check(site, doubtful)
    for file_check in FILE_CHECKS:
        yield from file_check(site, files)

"""What the schema alone cannot see: rules over the whole site, each a function giving problems."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from filquartiers.checks.ageing import ending_pacts, old_figures
from filquartiers.checks.agenda import schedules
from filquartiers.checks.budgets import budgets
from filquartiers.checks.completeness import gaps
from filquartiers.checks.files import missing_files
from filquartiers.checks.meetings import dates_to_come
from filquartiers.checks.objectives import unserved
from filquartiers.checks.parts import empty_parts
from filquartiers.checks.people import consent, contacts, names, shown
from filquartiers.checks.publication import legal_data, reserved_addresses
from filquartiers.checks.references import tree_codes, vocabulary
from filquartiers.checks.room import formats, leaflets, trees
from filquartiers.checks.room import names as long_names
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
from filquartiers.model.site import Site
from filquartiers.problems import Problem

Check = Callable[[Site], Iterator[Problem]]
FileCheck = Callable[[Site, AbstractSet[str]], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    legal_data,
    reserved_addresses,
    tree_codes,
    vocabulary,
    consent,
    names,
    contacts,
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
    readable,
    marks_of_others,
    long_names,
    formats,
    empty_parts,
    leaflets,
    trees,
    gaps,
)
# Those that also need to know which files there are.
FILE_CHECKS: tuple[FileCheck, ...] = (broken_links, missing_files, unread_files, shown)


def check_site(site: Site, files: AbstractSet[str] = frozenset()) -> Iterator[Problem]:
    """All that the rules have to say of a site; ``files`` are the names of all files of ``content/``."""
    for check in CHECKS:
        yield from check(site)
    for file_check in FILE_CHECKS:
        yield from file_check(site, files)

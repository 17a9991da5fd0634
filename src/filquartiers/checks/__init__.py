"""What the schema alone cannot see: rules over the whole site, each a function giving problems."""

from collections.abc import Callable, Iterator

from filquartiers.checks.agenda import schedules
from filquartiers.checks.completeness import gaps
from filquartiers.checks.publication import legal_data, reserved_addresses
from filquartiers.checks.references import tree_codes, vocabulary
from filquartiers.model.site import Site
from filquartiers.problems import Problem

Check = Callable[[Site], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    legal_data,
    reserved_addresses,
    tree_codes,
    vocabulary,
    schedules,
    gaps,
)


def check_site(site: Site, checks: tuple[Check, ...] = CHECKS) -> Iterator[Problem]:
    """All that the rules of the table have to say of a site."""
    for check in checks:
        yield from check(site)

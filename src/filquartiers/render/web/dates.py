"""The dates of the weeks that come, reckoned once for all pages."""

from datetime import timedelta

from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.schedule import Occurrence
from filquartiers.model.kinds import Evenement
from filquartiers.model.site import Site

DAYS = 60


def soon(site: Site) -> tuple[tuple[Evenement, Occurrence], ...]:
    """Every date of every event in the weeks that come, by day and hour."""
    last = site.today + timedelta(days=DAYS)
    found = [
        (event, occurrence)
        for event in site.of(Evenement)
        if event.schedule
        for occurrence in occurrences(event.schedule, site.today, last)
    ]
    return tuple(sorted(found, key=lambda one: (one[1].sort_key, one[0].slug)))

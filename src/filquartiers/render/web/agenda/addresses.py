"""Where the pages of the agenda are. An event lies at ``agenda/<name>/``, the rest under words of its own."""

from filquartiers.render.feeds.channels import AGENDA
from filquartiers.render.web.diary import Month

SUBSCRIBE = f"{AGENDA}s-abonner/"
ARCHIVES = f"{AGENDA}archives/"
SCRIPT = f"{AGENDA}agenda.js"


def month_address(month: Month) -> str:
    """The page of a month: ``agenda/mois/2026-11/``."""
    return f"{AGENDA}mois/{month[0]:04}-{month[1]:02}/"


def year_address(year: int) -> str:
    """The page of a past year."""
    return f"{ARCHIVES}{year:04}/"

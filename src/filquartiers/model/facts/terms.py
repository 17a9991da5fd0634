"""What time makes of the dates that editors state: pacts that end, intentions whose day has passed."""

from datetime import date, timedelta

from filquartiers.model.agenda.dates import PartialDate
from filquartiers.model.kinds import Pacte
from filquartiers.model.site import Site

NOTICE = timedelta(days=365)  # how long ahead the end of a pact is announced
OVER, ENDING = "échu", "bientôt échu"


def last_day(day: date | PartialDate) -> date:
    """The latest day that a date may be."""
    return day.last_day if isinstance(day, PartialDate) else day


def pact_state(pact: Pacte, today: date) -> str:
    """« échu » once its last day is past, « bientôt échu » in the year before; else nothing."""
    if pact.echeance is None or last_day(pact.echeance) > today + NOTICE:
        return ""
    return OVER if last_day(pact.echeance) < today else ENDING


def renewals(site: Site, pact: Pacte) -> tuple[Pacte, ...]:
    """The published pacts that prolong this one."""
    return tuple(one for one in site.citing(pact, Pacte) if one.renouvelle and one.renouvelle.key == pact.key)


def intention(day: date | PartialDate, today: date) -> str:
    """What to call an intention: « prévu » while its date may come, « annoncé » once it is past."""
    return "prévu" if last_day(day) >= today else "annoncé"

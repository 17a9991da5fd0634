"""What time undoes: figures that grow old, pacts that end."""

from collections.abc import Iterator
from datetime import date, timedelta

from filquartiers.model.agenda import PartialDate, write_date
from filquartiers.model.kinds import Pacte, Reseau
from filquartiers.model.site import Site
from filquartiers.problems import Problem, problem

FRESH = timedelta(days=730)  # a figure older than that is to be verified
NOTICE = timedelta(days=365)  # how long ahead the end of a pact is announced


def old_figures(site: Site) -> Iterator[Problem]:
    """Figures counted more than two years ago; one without date is told as a gap."""
    for network in site.of(Reseau):
        for rank, figure in enumerate(network.chiffres):
            if figure.date is not None and last_day(figure.date) < site.today - FRESH:
                where = network.where("chiffres", rank, "date")
                counted = f"{figure.valeur} {figure.libelle}"
                yield problem("chiffre-ancien", where, chiffre=counted, date=in_words(figure.date))


def ending_pacts(site: Site) -> Iterator[Problem]:
    """Pacts that end within a year, or have ended, and that none prolongs."""
    for pact in site.of(Pacte):
        if pact.echeance is None or any(other.renouvelle == pact for other in site.citing(pact, Pacte)):
            continue
        last = last_day(pact.echeance)
        if last < site.today + NOTICE:
            code = "pacte-echu" if last < site.today else "pacte-bientot-echu"
            yield problem(code, pact.where("echeance"), date=in_words(pact.echeance))


def last_day(day: date | PartialDate) -> date:
    """The latest day that a date may be."""
    return day.last_day if isinstance(day, PartialDate) else day


def in_words(day: date | PartialDate) -> str:
    """« 31 décembre 2026 », « juin 2026 », « 2026 »."""
    return str(day) if isinstance(day, PartialDate) else write_date(day, weekday=False)

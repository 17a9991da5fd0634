"""What time undoes: figures that grow old, pacts that end."""

from collections.abc import Iterator
from datetime import timedelta

from filquartiers.model.agenda.dates import write_partial_date
from filquartiers.model.facts.terms import OVER, last_day, pact_state, renewals
from filquartiers.model.kinds import Pacte, Reseau
from filquartiers.model.site import Site
from filquartiers.problems import Problem, problem

FRESH = timedelta(days=730)  # a figure older than that is to be verified


def old_figures(site: Site) -> Iterator[Problem]:
    """Figures counted more than two years ago; one without date is told as a gap."""
    for network in site.of(Reseau):
        for rank, figure in enumerate(network.chiffres):
            if figure.date is not None and last_day(figure.date) < site.today - FRESH:
                where = network.where("chiffres", rank, "date")
                counted = f"{figure.valeur} {figure.libelle}"
                yield problem("chiffre-ancien", where, chiffre=counted, date=write_partial_date(figure.date))


def ending_pacts(site: Site) -> Iterator[Problem]:
    """Pacts that end within a year, or have ended, and that none prolongs."""
    for pact in site.of(Pacte):
        state = pact_state(pact, site.today)
        if pact.echeance and state and not renewals(site, pact):
            code = "pacte-echu" if state == OVER else "pacte-bientot-echu"
            yield problem(code, pact.where("echeance"), date=write_partial_date(pact.echeance))

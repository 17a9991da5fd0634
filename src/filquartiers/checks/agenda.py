"""What is doubtful in the calendar: rules, exceptions and changes that do not fit together."""

from collections.abc import Iterator
from datetime import timedelta

from filquartiers.model.agenda.review import review
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.kinds import Evenement
from filquartiers.model.site import Site
from filquartiers.problems import Problem, problem

HORIZON = timedelta(days=550)  # how far ahead a calendar is published and a rule examined


def schedules(site: Site) -> Iterator[Problem]:
    """The doubts about each event's schedule; a rule without a known start is told as well."""
    for event in site.of(Evenement):
        if event.schedule is None:
            if isinstance(event.rule, Rule):
                yield problem("rythme-sans-debut", event.where("recurrence"), texte=event.recurrence)
            continue
        for remark in review(event.schedule, horizon=site.today + HORIZON):
            where = event.where(_FIELDS.get(remark.code, "recurrence"))
            yield problem(remark.code, where, **remark.values)


# Where the editor can mend what the review found; the rule itself otherwise.
_FIELDS = {
    "fin-avant-debut": "fin",
    "fin-apres-la-suivante": "fin",
    "fin-sans-effet": "fin",
    "changement-sans-effet": "annule",
    "changement-en-double": "annule",
    "ajout-deja-prevu": "en_plus",
}

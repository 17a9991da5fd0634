"""People: named on the site only with their consent, and while it lasts."""

from collections.abc import Iterator

from filquartiers.model.agenda.dates import write_date
from filquartiers.model.facts.people import Consent, team
from filquartiers.model.facts.people import consent as consent_of
from filquartiers.model.kinds import Maison
from filquartiers.model.passages import passages
from filquartiers.model.persons import titled_people
from filquartiers.model.site import Site
from filquartiers.model.text import folded
from filquartiers.problems import Problem, problem

# What is doubtful, and the field it is about.
_DOUBTS = {
    Consent.MISSING: ("accord-manquant", "nom"),
    Consent.ENDLESS: ("accord-sans-fin", "accord"),
    Consent.OVER: ("accord-echu", "jusquau"),
    Consent.ENDING: ("accord-bientot-echu", "jusquau"),
}


def consent(site: Site) -> Iterator[Problem]:
    """Members of a team whose consent is missing, over, about to be, or without end."""
    for house in site.of(Maison):
        for rank, person in enumerate(house.equipe):
            doubt = _DOUBTS.get(consent_of(person, site.today))
            if doubt:
                code, field = doubt
                day = write_date(person.jusquau, weekday=False) if person.jusquau else ""
                yield problem(code, house.where("equipe", rank, field), nom=person.nom, date=day)


def names(site: Site) -> Iterator[Problem]:
    """Names of persons in the texts, who may not have agreed; cautious: only after « Mme », « M. »…"""
    agreed = {folded(person.nom) for house in site.of(Maison) for person in team(house, site.today)}
    for passage in passages(site):
        for found in titled_people(passage.text):
            if not _is_known(found["name"], agreed):
                where = passage.where(found.start(), len(found["told"]))
                yield problem("personne-nommee", where, nom=found["told"])


def _is_known(name: str, agreed: set[str]) -> bool:
    """Whether someone who agreed bears this name, or ends with it."""
    return any(one == folded(name) or one.endswith(f" {folded(name)}") for one in agreed)

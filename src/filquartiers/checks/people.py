"""People: named on the site only with their consent, and while it lasts."""

from collections.abc import Iterator
from datetime import timedelta

from filquartiers.model.agenda import write_date
from filquartiers.model.kinds import Maison
from filquartiers.model.kinds.maison import Personne
from filquartiers.model.passages import passages
from filquartiers.model.persons import titled_people
from filquartiers.model.site import Site
from filquartiers.model.text import folded
from filquartiers.problems import Problem, problem

SOON = timedelta(days=60)  # how long ahead the end of a consent is announced


def consent(site: Site) -> Iterator[Problem]:
    """Members of a team whose consent is missing, over, about to be, or without end.

    Without consent a person is not published (law n° 78-17 of 1978 and GDPR, article 6).
    """
    for house in site.of(Maison):
        for rank, person in enumerate(house.equipe):
            code, field = _consent(person, site)
            if code:
                day = write_date(person.jusquau, weekday=False) if person.jusquau else ""
                yield problem(code, house.where("equipe", rank, field), nom=person.nom, date=day)


def _consent(person: Personne, site: Site) -> tuple[str, str]:
    """The code of what is doubtful, and the field it is about; two empty words when all is well."""
    if not person.accord:
        return "accord-manquant", "nom"
    if person.jusquau is None:
        return "accord-sans-fin", "accord"
    if person.jusquau < site.today:
        return "accord-echu", "jusquau"
    return ("accord-bientot-echu", "jusquau") if person.jusquau < site.today + SOON else ("", "")


def names(site: Site) -> Iterator[Problem]:
    """Names of persons in the texts, who may not have agreed; cautious: only after « Mme », « M. »…"""
    agreed = {
        folded(person.nom)
        for house in site.of(Maison)
        for person in house.equipe
        if person.accord and (person.jusquau or site.today) >= site.today
    }
    for passage in passages(site):
        for found in titled_people(passage.text):
            if not _is_known(found["name"], agreed):
                where = passage.where(found.start(), len(found["told"]))
                yield problem("personne-nommee", where, nom=found["told"])


def _is_known(name: str, agreed: set[str]) -> bool:
    """Whether someone who agreed bears this name, or ends with it."""
    return any(one == folded(name) or one.endswith(f" {folded(name)}") for one in agreed)

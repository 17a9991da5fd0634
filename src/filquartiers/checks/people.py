"""People: named and shown only with their consent, and while it lasts."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from filquartiers.model.agenda.dates import write_date
from filquartiers.model.facts.people import Consent, photographs, team
from filquartiers.model.facts.people import consent as consent_of
from filquartiers.model.files import in_texts, pictures_in_fields
from filquartiers.model.kinds import Maison, Photographie, Reseau
from filquartiers.model.passages import Passage, short_texts_of
from filquartiers.model.persons import contacts_in, people_addressed, titled_people
from filquartiers.model.site import Site
from filquartiers.model.text import folded
from filquartiers.model.values import beside_phone
from filquartiers.problems import Problem, problem

# What is doubtful, and the field it is about.
_DOUBTS = {
    Consent.MISSING: ("accord-manquant", "nom"),
    Consent.ENDLESS: ("accord-sans-fin", "accord"),
    Consent.OVER: ("accord-echu", "jusquau"),
    Consent.ENDING: ("accord-bientot-echu", "jusquau"),
}


_PHOTO_DOUBTS = {
    Consent.MISSING: ("photo-accord-manquant", "fichier"),
    Consent.ENDLESS: ("photo-accord-sans-fin", "accord"),
    Consent.OVER: ("photo-accord-echu", "jusquau"),
    Consent.ENDING: ("photo-accord-bientot-echu", "jusquau"),
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


def shown(site: Site, files: AbstractSet[str]) -> Iterator[Problem]:
    """Photographs whose consent is missing, over, about to be, or without end; those nobody told of."""
    for one in site.of(Photographie):
        doubt = _PHOTO_DOUBTS.get(consent_of(one, site.today)) if one.personnes else None
        if doubt:
            code, field = doubt
            day = write_date(one.jusquau, weekday=False) if one.jusquau else ""
            yield problem(code, one.where(field), fichier=one.fichier, date=day)
    told = set(photographs(site))
    for entry in site.everything():
        pictures = (
            (link.name, passage.where(link.start, link.length))
            for link, passage in in_texts(entry, pictures=True)
        )
        for name, where in (*pictures_in_fields(entry), *pictures):
            if name in files and name not in told:
                told.add(name)
                yield problem("photo-sans-accord", where, fichier=name)


def names(site: Site, texts: Sequence[Passage]) -> Iterator[Problem]:
    """Names of persons in the texts, who may not have agreed: after « Mme », « avec », « contactez »…"""
    agreed = {folded(person.nom) for house in site.of(Maison) for person in team(house, site.today)}
    for passage in texts:
        for found in (*titled_people(passage.text), *people_addressed(passage.text)):
            if not _is_known(found.groupdict().get("name") or found["told"], agreed):
                where = passage.where(found.start(), len(found["told"]))
                yield problem("personne-nommee", where, nom=found["told"])


def contacts(site: Site, texts: Sequence[Passage]) -> Iterator[Problem]:
    """Mobile numbers and e-mail addresses in long texts, those that the site gives anyway apart."""
    known = set(_published(site))
    for passage in texts:
        for found in contacts_in(passage.text):
            if found.group().lower() not in known:
                where = passage.where(found.start(), len(found.group()))
                yield problem("coordonnees-personnelles", where, extrait=found.group())


def contacts_in_fields(site: Site) -> Iterator[Problem]:
    """The same in texts of one line."""
    known = set(_published(site))
    for entry in site.everything():
        for path, text in short_texts_of(entry):
            for found in contacts_in(text):
                if found.group().lower() not in known:
                    yield problem("coordonnees-personnelles", entry.where(*path), extrait=found.group())


def beside_phones(site: Site) -> Iterator[Problem]:
    """Words beside a telephone: only the number is published."""
    for house in site.of(Maison):
        for rank in range(len(house.telephones)):
            where = house.where("telephones", rank)
            words = beside_phone(where.excerpt[max(where.column - 1, 0) :])
            if words:
                yield problem("telephone-avec-mots", where, mots=words)


def _published(site: Site) -> Iterator[str]:
    """The addresses that houses and networks state in the fields made for them."""
    for house in site.of(Maison):
        yield (house.courriel or "").lower()
    for network in site.of(Reseau):
        legal = network.mentions_legales
        yield from (str(one or "").lower() for one in (legal.contact, network.accessibilite.contact))


def _is_known(name: str, agreed: set[str]) -> bool:
    """Whether someone who agreed bears this name, or ends with it."""
    return any(one == folded(name) or one.endswith(f" {folded(name)}") for one in agreed)

"""People: named and shown only with their consent, and while it lasts.

Law n° 78-17 of 1978; GDPR, article 6; for pictures, Civil Code, article 9.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from enum import Enum

from filquartiers.model.kinds import Photographie
from filquartiers.model.kinds.maison import Maison, Personne
from filquartiers.model.site import Site

SOON = timedelta(days=60)  # how long ahead the end of a consent is announced


class Consent(Enum):
    """Where the consent of a person stands on a day."""

    MISSING = "missing"
    OVER = "over"
    ENDING = "ending"
    ENDLESS = "endless"
    GIVEN = "given"


def consent(person: Personne | Photographie, today: date) -> Consent:
    """Where the consent of a member of a team, or of those one sees, stands; its last day still counts."""
    if not person.accord:
        return Consent.MISSING
    if person.jusquau is None:
        return Consent.ENDLESS
    if person.jusquau < today:
        return Consent.OVER
    return Consent.ENDING if person.jusquau < today + SOON else Consent.GIVEN


def may_be_named(person: Personne, today: date) -> bool:
    """Whether the person may be named today."""
    return consent(person, today) not in {Consent.MISSING, Consent.OVER}


def team(house: Maison, today: date) -> tuple[Personne, ...]:
    """The members of the team of a house who may be named today, as typed."""
    return tuple(person for person in house.equipe if may_be_named(person, today))


def photographs(site: Site) -> Mapping[str, Consent | None]:
    """The photographs that someone told of, by file: where their consent stands, None with nobody on them."""
    return {one.fichier: consent(one, site.today) if one.personnes else None for one in site.of(Photographie)}


def focuses(site: Site) -> Mapping[str, tuple[float, float]]:
    """What is to be kept of the photographs that are cut, by file: from the left and from the top, 0 to 1."""
    return {one.fichier: one.cadrage for one in site.of(Photographie) if one.cadrage}


def withheld(site: Site) -> frozenset[str]:
    """The files of the photographs that may not be shown today."""
    refused = {Consent.MISSING, Consent.OVER}
    return frozenset(file for file, state in photographs(site).items() if state in refused)

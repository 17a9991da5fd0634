"""People: named only with their consent, and while it lasts (law n° 78-17 of 1978 and GDPR, article 6)."""

from datetime import date, timedelta
from enum import Enum

from filquartiers.model.kinds.maison import Maison, Personne

SOON = timedelta(days=60)  # how long ahead the end of a consent is announced


class Consent(Enum):
    """Where the consent of a person stands on a day."""

    MISSING = "missing"
    OVER = "over"
    ENDING = "ending"
    ENDLESS = "endless"
    GIVEN = "given"


def consent(person: Personne, today: date) -> Consent:
    """Where the consent of a member of a team stands; its last day still counts."""
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

"""The types a field may have.

YAML gives strings, kinds give types: every scalar reaches these types as the text its editor typed (see
``content.parse``). Kinds import from here all that a declaration needs.
"""

import re
from datetime import date, time
from decimal import Decimal
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field

from filquartiers.model import values
from filquartiers.model.agenda.dates import PartialDate, read_date, read_partial_date
from filquartiers.model.agenda.times import Moment as AgendaMoment
from filquartiers.model.agenda.times import Times, read_moment, read_time, read_times
from filquartiers.model.guidance import FieldGuide as FieldGuide
from filquartiers.model.guidance import field as field
from filquartiers.model.guidance import guides_of as guides_of
from filquartiers.model.prose import Prose as Prose
from filquartiers.model.prose import as_prose
from filquartiers.model.refusal import Refusal
from filquartiers.model.shapes import Choice as Choice
from filquartiers.model.shapes import Frozen as Frozen
from filquartiers.model.shapes import ReadAs, Reference
from filquartiers.model.shapes import Resolver as Resolver
from filquartiers.model.shapes import Vocabulary as Vocabulary
from filquartiers.model.shapes import bounded as bounded
from filquartiers.model.shapes import placed as placed

T = TypeVar("T")


def _as_list(raw: object) -> object:
    """A lone value is a list of one, never split on commas; nothing typed is an empty one."""
    return raw if isinstance(raw, (list, tuple)) else () if raw is None else (raw,)


def _as_phones(raw: object) -> object:
    """A list of numbers, several of which may stand on one line."""
    listed = _as_list(raw)
    if not isinstance(listed, (list, tuple)):
        return listed
    return [part for one in listed for part in (values.phones_in(one) if isinstance(one, str) else (one,))]


def _as_words(raw: object) -> object:
    """A list of single words, several of which may stand on one line."""
    if not isinstance(raw, str):
        return _as_list(raw)
    return tuple(word for part in re.split(r"[,;/\n]|\bet\b", raw) if (word := part.strip()))


def _read_hour_or_moment(text: str) -> time | AgendaMoment:
    try:
        return read_time(text)
    except Refusal:
        return read_moment(text)


REF = Reference()
# What is not typed is read too: it gives an empty list, an empty text.
Liste = Annotated[tuple[T, ...], BeforeValidator(_as_list), Field(validate_default=True)]
Texte = Annotated[str, ReadAs(values.read_text, "un texte sur une ligne")]
Long = Annotated[Prose, BeforeValidator(as_prose), Field(validate_default=True)]
OuiNon = Annotated[bool, ReadAs(values.read_yes_no, "oui ou non")]
Entier = Annotated[int, ReadAs(values.read_integer, "un nombre entier")]
Nombre = Annotated[float, ReadAs(values.read_decimal, "un nombre")]
Montant = Annotated[Decimal, ReadAs(values.read_amount, "un montant en euros, par exemple 2 500,00 €")]
Taux = Annotated[Decimal, ReadAs(values.read_rate, "un taux de 0 à 100 %, par exemple 67,5 %")]
Annee = Annotated[str, ReadAs(values.read_years, "une année, ou deux : 2017, 2017-2018")]
Fuseau = Annotated[str, ReadAs(values.read_timezone, "un fuseau horaire, par exemple Indian/Reunion")]
Rang = Annotated[Entier, bounded(0, 1000)]
Compte = Annotated[Entier, bounded(0, 1_000_000)]
Exemplaires = Annotated[
    int, ReadAs(values.read_copies, "un nombre d’exemplaires, par exemple 2 000"), bounded(1, 1_000_000)
]
Telephone = Annotated[str, ReadAs(values.read_phone, "un numéro de téléphone, par exemple 02 61 91 00 01")]
Telephones = Annotated[tuple[Telephone, ...], BeforeValidator(_as_phones), Field(validate_default=True)]
Mots = Annotated[tuple[Texte, ...], BeforeValidator(_as_words), Field(validate_default=True)]
Courriel = Annotated[str, ReadAs(values.read_email, "une adresse électronique")]
AdresseWeb = Annotated[str, ReadAs(values.read_url, "une adresse web, par exemple https://exemple.fr")]
CodePostal = Annotated[str, ReadAs(values.read_postcode, "cinq chiffres, par exemple 99140")]
Jour = Annotated[date, ReadAs(read_date, "un jour, par exemple 6 avril 2027")]
JourOuAnnee = Annotated[
    date | PartialDate, ReadAs(read_partial_date, "un jour, un mois ou une année, par exemple avril 2027")
]
Moment = Annotated[AgendaMoment, ReadAs(read_moment, "un jour et une heure, par exemple 6 avril 2027 à 14h")]
# Read with the whole entry: the year it leaves out is that of another field.
MomentDit = Annotated[str, ReadAs(values.read_text, "un jour, et l’heure si elle change")]
HeureOuMoment = Annotated[
    time | AgendaMoment, ReadAs(_read_hour_or_moment, "une heure, ou un jour et une heure")
]
Plage = Annotated[Times, ReadAs(read_times, "des heures, par exemple 9h30-11h")]
Cadrage = Annotated[
    values.Point, ReadAs(values.read_focus, "« haut », « bas », « gauche », « droite », ou « 40 % 20 % »")
]
Fichier = Annotated[str, ReadAs(values.read_path, "le nom d’un fichier du dossier content")]

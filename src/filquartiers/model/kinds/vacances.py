"""Les vacances scolaires qu’un réseau ajoute à celles que le programme connaît."""

from typing import Self

from pydantic import model_validator

from filquartiers.model.agenda.dates import write_range
from filquartiers.model.agenda.school import SchoolBreak
from filquartiers.model.agenda.words import break_name
from filquartiers.model.fields import Frozen, Jour, Texte, field, placed
from filquartiers.model.refusal import Refusal

ZONES = ("A", "B", "C", "Corse", "Guadeloupe", "Guyane", "Martinique", "Mayotte", "Réunion")
"""The school zones of the ministry; the bundled table holds the dates of the first three."""


class Vacances(Frozen):
    """Des vacances scolaires que le programme ne connaît pas encore."""

    nom: Texte = field("Leur nom.", example="Noël", required=True)
    du: Jour = field("Le premier jour sans école.", example="18 décembre 2027", required=True)
    au: Jour = field("Le dernier jour sans école.", example="2 janvier 2028", required=True)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        with placed("au"):
            if self.au < self.du:
                raise Refusal("fin-avant-debut", texte=write_range(self.du, self.au))
        return self

    def in_zone(self, zone: str) -> SchoolBreak:
        """Ces vacances, pour la zone du réseau qui les dit."""
        return SchoolBreak(break_name(self.nom), (zone,), self.du, self.au)

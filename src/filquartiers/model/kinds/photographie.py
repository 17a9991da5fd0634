"""La photographie : qui l’on y reconnaît, et son accord."""

from typing import ClassVar

from filquartiers.model.fields import Cadrage, Fichier, Jour, OuiNon, field
from filquartiers.model.kind import Entry, Kind


class Photographie(Entry):
    """L’accord de ceux que l’on reconnaît sur une photographie, où qu’elle serve."""

    kind: ClassVar[Kind] = Kind(
        "photographie", "Photographie", "Les photographies", "photographies", many=True
    )

    fichier: Fichier = field(
        "Le fichier de la photographie, rangé dans le dossier content, écrit comme là où elle sert.",
        example="images/atelier.jpg",
        required=True,
    )
    personnes: OuiNon = field(
        "« non » si l’on n’y reconnaît personne : aucun accord n’est alors à demander.",
        example="non",
        default=True,
    )
    accord: OuiNon = field(
        "« oui » si chaque personne que l’on y reconnaît a donné son accord par écrit.",
        example="oui",
        default=False,
    )
    jusquau: Jour | None = field(
        "La fin de cet accord ; passé ce jour, la photographie n’est plus montrée.",
        label="Jusqu’au",
        example="31 août 2027",
        aliases=("jusqu_au",),
    )

    cadrage: Cadrage | None = field(
        "Ce qu’il faut garder quand la photographie est coupée pour entrer dans une page imprimée : un côté, "
        "ou un point, compté depuis la gauche et depuis le haut.",
        example="haut",
    )

    @property
    def title(self) -> str:
        """Le nom de son fichier."""
        return self.fichier

"""L’imprimeur : ce qu’il demande pour imprimer du premier coup."""

from typing import ClassVar

from filquartiers.model.fields import Texte, field
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.press import PressProfile


class Presse(PressProfile, Entry):
    """Un imprimeur, ses formats de fichier et ses limites."""

    kind: ClassVar[Kind] = Kind("presse", "Imprimeur", "Les imprimeurs", "presses")

    nom: Texte = field("Le nom de l’imprimeur ou de la machine.", example="Imprimerie du Port", required=True)

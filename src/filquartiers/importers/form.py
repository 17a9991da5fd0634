"""The form of the directory of centres sociaux: its labels, in the order it prints them."""

from dataclasses import dataclass
from enum import Enum

from filquartiers.model.kinds.fiche import (
    DIMENSIONS,
    INITIATIVES,
    MOTS_CLES,
    PARTENAIRES,
    PUBLICS,
    TERRITOIRES,
)
from filquartiers.model.text import folded


class Shape(Enum):
    """What stands under a label."""

    TEXT = "lines of text"
    LINE = "one bullet"
    WORDS = "bullets, mostly of a known vocabulary"


@dataclass(frozen=True, slots=True)
class Part:
    """One label of the form, and what it introduces.

    ``name`` is the field of `Fiche` that takes it, or our own word for a part the sheet has under
    another form. ``dashed`` labels are printed after « - ».
    """

    name: str
    label: str
    shape: Shape
    words: tuple[str, ...] = ()
    optional: bool = False
    dashed: bool = True

    @property
    def form(self) -> str:
        """The label as it is compared."""
        return folded(self.label)

    def knows(self, text: str) -> bool:
        """Whether ``text`` is of the vocabulary."""
        return folded(text) in {folded(word) for word in self.words}


TITLE = Part("titre", "Actions", Shape.TEXT, dashed=False)
"""« Actions » alone on its line opens a record; the title follows."""

TEXT, LINE, WORDS = Shape.TEXT, Shape.LINE, Shape.WORDS

PARTS: tuple[Part, ...] = (
    TITLE,
    Part("structure", "Structure organisatrice", LINE),
    Part("fichiers", "Fichier(s) associé(s)", WORDS),
    Part("statut", "Statut de l'action", WORDS, ("En cours", "Terminée")),
    Part("raison_de_fin", "Raisons pour lesquelles l'action est terminée", TEXT, optional=True),
    Part("dimension", "Dimension", WORDS, DIMENSIONS),
    Part("mots_cles", "Mots clés associés à l'action", WORDS, MOTS_CLES),
    Part("resume", "Résumé", TEXT),
    Part("initiative", "Qui est à l'initiative de l'action ?", WORDS, INITIATIVES),
    Part("precision_initiative", "Précision ( si autre )", TEXT, optional=True),
    Part("territoire", "Territoire concerné", WORDS, TERRITOIRES),
    Part(
        "description",
        "Description de l'expérience, ses objectifs, ses acteurs et ses différentes phases.",
        TEXT,
    ),
    Part("public", "Public", WORDS, PUBLICS),
    Part("precision_public", "Précision ( si autre )", TEXT, optional=True),
    Part("avec_qui", "Avec qui cette action a-t-elle été menée ?", WORDS),
    Part("partenaires", "Partenaires d'action:", WORDS, PARTENAIRES, dashed=False),
    Part("precision_partenaires", "Précision ( si autre )", TEXT, optional=True),
    Part("territoire_bis", "Territoire concerné", WORDS, TERRITOIRES),
    Part("description_generale", "Description générale", TEXT),
    Part("ressources", "Ressources financières mobilisées pour cette action", TEXT),
    Part("personnes", "Nombre de personnes mobilisés pour cette action", TEXT),
    Part("resultat_territoire", "Résultat sur le territoire", TEXT),
    Part("resultat_centre", "Résultat pour le centre social", TEXT),
    Part("resultat_habitants", "Résultat pour les habitants", TEXT),
    Part("limites", "Suite de l'action : Limites", TEXT),
    Part("perspectives", "Suite de l'action : Perspectives", TEXT),
)

LONG_PARTS = tuple(part.name for part in PARTS if part.shape is TEXT and part is not TITLE)
LABELS = {part.name: part.label.rstrip(" :.?") for part in PARTS}
SHORT_LABELS = {name: label.partition(",")[0] for name, label in LABELS.items()}

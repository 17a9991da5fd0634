"""The form of the directory of centres sociaux: its labels, in the order it prints them."""

from dataclasses import dataclass
from enum import Enum

from filquartiers.model.kinds import fiche
from filquartiers.model.text import folded


class Shape(Enum):
    """What stands under a label."""

    TEXT = "lines of text"
    LINE = "one bullet"
    WORDS = "bullets, mostly of a known vocabulary"


@dataclass(frozen=True, slots=True)
class FormPart:
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


TITLE = FormPart("titre", "Actions", Shape.TEXT, dashed=False)
"""« Actions » alone on its line opens a record; the title follows."""

_LONG_LABEL = "Description de l'expérience, ses objectifs, ses acteurs et ses différentes phases."
TEXT, LINE, WORDS = Shape.TEXT, Shape.LINE, Shape.WORDS

PARTS: tuple[FormPart, ...] = (
    TITLE,
    FormPart("structure", "Structure organisatrice", LINE),
    FormPart("fichiers", "Fichier(s) associé(s)", WORDS),
    FormPart("statut", "Statut de l'action", WORDS, ("En cours", "Terminée")),
    FormPart("raison_de_fin", "Raisons pour lesquelles l'action est terminée", TEXT, optional=True),
    FormPart("dimension", "Dimension", WORDS, fiche.DIMENSIONS),
    FormPart("mots_cles", "Mots clés associés à l'action", WORDS, fiche.MOTS_CLES),
    FormPart("resume", "Résumé", TEXT),
    FormPart("initiative", "Qui est à l'initiative de l'action ?", WORDS, fiche.INITIATIVES),
    FormPart("precision_initiative", "Précision ( si autre )", TEXT, optional=True),
    FormPart("territoire", "Territoire concerné", WORDS, fiche.TERRITOIRES),
    FormPart("description", _LONG_LABEL, TEXT),
    FormPart("public", "Public", WORDS, fiche.PUBLICS),
    FormPart("precision_public", "Précision ( si autre )", TEXT, optional=True),
    FormPart("avec_qui", "Avec qui cette action a-t-elle été menée ?", WORDS),
    FormPart("partenaires", "Partenaires d'action:", WORDS, fiche.PARTENAIRES, dashed=False),
    FormPart("precision_partenaires", "Précision ( si autre )", TEXT, optional=True),
    FormPart("territoire_bis", "Territoire concerné", WORDS, fiche.TERRITOIRES),
    FormPart("description_generale", "Description générale", TEXT),
    FormPart("ressources", "Ressources financières mobilisées pour cette action", TEXT),
    FormPart("personnes", "Nombre de personnes mobilisés pour cette action", TEXT),
    FormPart("resultat_territoire", "Résultat sur le territoire", TEXT),
    FormPart("resultat_centre", "Résultat pour le centre social", TEXT),
    FormPart("resultat_habitants", "Résultat pour les habitants", TEXT),
    FormPart("limites", "Suite de l'action : Limites", TEXT),
    FormPart("perspectives", "Suite de l'action : Perspectives", TEXT),
)

LONG_PARTS = tuple(part.name for part in PARTS if part.shape is TEXT and part is not TITLE)
LABELS = {part.name: part.label.rstrip(" :.?") for part in PARTS}
SHORT_LABELS = {name: label.partition(",")[0] for name, label in LABELS.items()}

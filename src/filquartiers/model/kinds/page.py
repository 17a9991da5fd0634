"""La page libre : un titre, un texte."""

from typing import Annotated, ClassVar

from filquartiers.model.fields import REF, OuiNon, Rang, Texte, field
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.reseau import Reseau


class Page(Entry):
    """Une page libre : glossaire, écoconception, histoire d’une démarche…"""

    kind: ClassVar[Kind] = Kind("page", "Page", "Les pages", "pages", address="pages", summary="chapeau")

    titre: Texte = field("Le titre de la page.", example="Notre histoire", required=True)
    chapeau: Texte | None = field(
        "Une phrase d’introduction, sous le titre.", example="Trente ans de quartier."
    )
    reseau: Annotated[Reseau, REF] | None = field(
        "Le réseau, si la page n’est pas commune à tous.", label="Réseau", example="valmarin"
    )
    pied: OuiNon = field(
        "« oui » pour un lien vers elle en bas de toutes les pages.", example="oui", default=False
    )
    mesures: OuiNon = field(
        "« oui » pour qu’elle dise, à la fin, ce que le site pèse et demande, mesuré à la publication.",
        example="oui",
        default=False,
    )
    ordre: Rang = field("Sa place parmi les pages : 1 pour la première.", example="1", default=0)

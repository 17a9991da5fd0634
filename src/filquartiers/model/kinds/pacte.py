"""Le pacte de coopération entre des maisons et leurs partenaires publics."""

from typing import Annotated, ClassVar, Optional

from filquartiers.model.fields import REF, Frozen, JourOuAnnee, Liste, Long, Texte, field
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.maison import Maison
from filquartiers.model.kinds.reseau import Repere, Reseau
from filquartiers.model.kinds.shared import SOURCES


class Signataire(Frozen):
    """Une structure qui a signé le pacte."""

    nom: Texte = field("La structure.", example="Ville de Valmarin", required=True)
    qualite: Texte | None = field("À quel titre elle signe.", label="Qualité", example="partenaire public")


class Engagement(Frozen):
    """Une promesse du pacte, et ce qu’elle est devenue."""

    texte: Texte = field("L’engagement.", example="Une fête commune par an", required=True)
    qui: Texte | None = field("Qui s’engage.", example="toutes les maisons")
    suite: Texte | None = field("Ce qu’il est devenu.", example="tenue en 2023 et 2024")


class Pacte(Entry):
    """Un cadre de travail signé : pourquoi, avec qui, sur quels sujets, jusqu’à quand."""

    kind: ClassVar[Kind] = Kind(
        "pacte",
        "Pacte",
        "Les pactes de coopération",
        "pactes",
        address="pactes",
        menu="Pactes",
        news="signature",
        news_words="thematiques",
    )

    titre: Texte = field("Le titre du pacte.", example="Pacte de coopération 2022-2026", required=True)
    reseau: Annotated[Reseau, REF] = field(
        "Le réseau qui l’a signé.", label="Réseau", example="valmarin", required=True
    )
    maisons: Liste[Annotated[Maison, REF]] = field(
        "Les maisons signataires, par le nom de leur fichier, une par ligne.",
        example="- le-phare\n- les-tilleuls",
        aliases=("maison",),
    )
    cadre: Long = field("Ce qu’est ce pacte : le cadre de travail.", label="Un cadre partenarial")
    accord: Long = field("Ce qu’est ce pacte : l’accord politique.", label="Un accord politique")
    traits: Liste[Texte] = field(
        "Ce que le pacte change concrètement, un point par ligne.",
        label="Concrètement",
        example="- Une réunion commune chaque trimestre",
    )
    principes: Liste[Texte] = field(
        "Les principes posés ensemble, un par ligne.", example="- Égalité entre les maisons", wanted=True
    )
    valeurs: Liste[Texte] = field(
        "Les valeurs partagées, une par ligne.", example="- Solidarité\n- Laïcité", wanted=True
    )
    thematiques: Liste[Texte] = field(
        "Les sujets choisis ensemble, un par ligne.",
        label="Thématiques",
        example="- Accès aux droits\n- Parentalité",
        aliases=("themes",),
    )
    signataires: Liste[Signataire] = field(
        "Qui a signé, et à quel titre.",
        example="- nom: Ville de Valmarin\n  qualite: partenaire public",
        wanted=True,
    )
    engagements: Liste[Engagement] = field(
        "Ce qui est promis, par qui, et ce que c’est devenu.",
        example="- texte: Une fête commune par an\n  qui: toutes les maisons\n  suite: tenue en 2023 et 2024",
        wanted=True,
    )
    reperes: Liste[Repere] = field(
        "Les dates du pacte, passées ou prévues.",
        label="Repères",
        example="- date: 2022\n  texte: Signature du pacte",
    )
    signature: JourOuAnnee | None = field(
        "Le jour, le mois ou l’année de la signature.", example="14 mars 2022", wanted=True
    )
    echeance: JourOuAnnee | None = field(
        "Le jour, le mois ou l’année où il prend fin ; elle est annoncée un an avant.",
        label="Échéance",
        example="décembre 2026",
        wanted=True,
    )
    perspectives: Liste[Texte] = field(
        "Ce qui est envisagé ensuite, une idée par ligne.", example="- Un nouveau pacte en 2027"
    )
    renouvelle: Optional[Annotated["Pacte", REF]] = field(  # noqa: UP045  a quoted name cannot take |
        "Le pacte que celui-ci prolonge, par le nom de son fichier.",
        label="Renouvelle",
        example="valmarin",
    )
    sources: Liste[Texte] = SOURCES

    @property
    def summary(self) -> str:
        """La première définition, en texte simple."""
        return self.cadre.text or self.accord.text

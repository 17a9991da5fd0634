"""What printers differ on: the press profile, as an editor types it in ``content/presses/``."""

from typing import Annotated

from filquartiers.model.fields import (
    Choice,
    Entier,
    Exemplaires,
    Fichier,
    Frozen,
    Nombre,
    OuiNon,
    Texte,
    bounded,
    field,
)

NORMS = ("PDF/X-4", "PDF/X-1a")

Millimetres = Annotated[Nombre, bounded(0, 30)]
Ink = Annotated[Entier, bounded(100, 400)]
Resolution = Annotated[Entier, bounded(50, 2400)]
Points = Annotated[Nombre, bounded(0, 5)]
Bodies = Annotated[Nombre, bounded(0, 24)]
Spots = Annotated[Entier, bounded(0, 8)]
Count = Annotated[Entier, bounded(1, 1_000_000)]


class PressProfile(Frozen):
    """Ce que l’imprimeur demande pour un fichier et pour une commande."""

    nom: Texte = field("Le nom de l’imprimeur ou de la machine.", default="Imprimeur")
    norme: Annotated[str, Choice(NORMS)] = field(
        "La norme du fichier ; PDF/X-1a seulement si on vous la demande.",
        example="PDF/X-4",
        default="PDF/X-4",
    )
    fond_perdu_mm: Millimetres = field(
        "Ce qui dépasse de la coupe, en millimètres : 3, parfois 5.",
        label="Fond perdu (mm)",
        example="3",
        default=3.0,
    )
    marge_securite_mm: Millimetres = field(
        "La distance à la coupe en deçà de laquelle aucun texte n’est sûr, en millimètres.",
        label="Marge de sécurité (mm)",
        example="4",
        default=4.0,
    )
    traits_de_coupe: OuiNon = field(
        "« oui » si l’imprimeur veut des traits de coupe autour de la page.", example="oui", default=False
    )
    couverture_encre_max: Ink = field(
        "La somme des quatre encres à ne pas dépasser, en pour cent : 300 couché, 280 non couché.",
        label="Encrage maximal (%)",
        example="300",
        default=300,
    )
    resolution_min_ppi: Resolution = field(
        "La finesse attendue des images à leur taille d’impression, en points par pouce.",
        label="Résolution attendue (ppi)",
        example="300",
        default=300,
    )
    resolution_toleree_ppi: Resolution = field(
        "La finesse en dessous de laquelle une image est refusée.",
        label="Résolution tolérée (ppi)",
        example="225",
        default=225,
    )
    filet_min_pt: Points = field(
        "L’épaisseur du filet le plus fin, en points.",
        label="Filet le plus fin (pt)",
        example="0,25",
        default=0.25,
    )
    trait_min_ppi: Resolution = field(
        "La finesse attendue des images au trait, faites de noir et de blanc sans gris.",
        label="Résolution attendue des images au trait (ppi)",
        example="800",
        default=800,
    )
    trait_tolere_ppi: Resolution = field(
        "La finesse en dessous de laquelle une image au trait est refusée.",
        label="Résolution tolérée des images au trait (ppi)",
        example="550",
        default=550,
    )
    texte_surimpression_pt: Bodies = field(
        "Le corps en dessous duquel un texte noir s’imprime par-dessus ce qu’il recouvre, en points.",
        label="Texte noir en surimpression (pt)",
        example="12",
        default=12.0,
    )
    filet_surimpression_pt: Points = field(
        "L’épaisseur en dessous de laquelle un filet noir s’imprime par-dessus ce qu’il recouvre, en points.",
        label="Filet noir en surimpression (pt)",
        example="2",
        default=2.0,
    )
    texte_blanc_min_pt: Bodies = field(
        "Le corps du plus petit texte blanc sur un fond, en points.",
        label="Plus petit texte blanc (pt)",
        example="8",
        default=8.0,
    )
    texte_encres_min_pt: Bodies = field(
        "Le corps du plus petit texte fait de deux encres, en points.",
        label="Plus petit texte en deux encres (pt)",
        example="8",
        default=8.0,
    )
    tons_directs_max: Spots = field(
        "Le nombre d’encres que l’imprimeur ajoute aux quatre de la quadrichromie.",
        label="Tons directs",
        example="1",
        default=0,
    )
    condition: Texte = field(
        "La condition d’impression, du registre de l’ICC : FOGRA39, FOGRA51…",
        example="FOGRA39",
        default="FOGRA39",
    )
    profil: Fichier = field(
        "Le fichier du profil ICC de cette condition.",
        example="FOGRA39L_coated.icc",
        default="FOGRA39L_coated.icc",
    )
    multiple_de: Annotated[Entier, bounded(1, 32)] = field(
        "Le nombre de pages est un multiple de celui-ci : 4 pour une piqûre à cheval.", example="4", default=4
    )
    pages_min: Count | None = field("Le plus petit nombre de pages accepté.", example="8")
    pages_max: Count | None = field("Le plus grand nombre de pages accepté.", example="48")
    papier: Texte = field("Le papier de l’intérieur.", example="couché mat 135 g", default="")
    papier_couverture: Texte = field(
        "Le papier de la couverture, s’il est différent.", example="couché mat 250 g", default=""
    )
    exemplaires: Exemplaires | None = field("Le nombre d’exemplaires.", example="2 000")
    pliage: Texte = field("Le pliage ou la reliure.", example="piqûre à cheval", default="")
    finition: Texte = field(
        "Le pelliculage, le vernis, la perforation…", example="pelliculage mat", default=""
    )
    livraison: Texte = field("Où et quand livrer.", example="1 place du Bac, avant le 15 mars", default="")
    contact: Texte = field(
        "La personne que l’imprimeur peut appeler.", example="Camille Martin, 02 61 91 00 01", default=""
    )
    remarques: Texte = field(
        "Ce que l’imprimeur doit savoir d’autre.", example="livrer en paquets de 100", default=""
    )

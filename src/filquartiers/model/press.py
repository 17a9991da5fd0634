"""What printers differ on: the press profile, as an editor types it in ``content/presses/``."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class PressProfile(BaseModel):
    """Ce que l'imprimeur demande pour un fichier et pour une commande."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nom: str = Field(default="Imprimeur", description="Le nom de l'imprimeur ou de la machine.")
    norme: Literal["PDF/X-4", "PDF/X-1a"] = Field(
        default="PDF/X-4", description="La norme du fichier ; PDF/X-1a seulement sur demande."
    )
    fond_perdu_mm: float = Field(
        default=3, ge=0, le=20, description="Ce qui dépasse de la coupe, en millimètres : 3, parfois 5."
    )
    marge_securite_mm: float = Field(
        default=4,
        ge=0,
        le=30,
        description="La distance à la coupe en deçà de laquelle un texte risque, en millimètres.",
    )
    traits_de_coupe: bool = Field(
        default=False, description="Oui si l'imprimeur veut des traits de coupe autour de la page."
    )
    couverture_encre_max: int = Field(
        default=300,
        ge=100,
        le=400,
        description="La somme d'encre à ne pas dépasser, en pour cent : 300 couché, 280 non couché.",
    )
    resolution_min_ppi: int = Field(
        default=300, ge=50, le=2400, description="La finesse attendue des images, en points par pouce."
    )
    resolution_toleree_ppi: int = Field(
        default=225, ge=50, le=2400, description="La finesse en dessous de laquelle une image est refusée."
    )
    filet_min_pt: float = Field(
        default=0.25, ge=0, le=5, description="L'épaisseur du filet le plus fin, en points."
    )
    condition: str = Field(
        default="FOGRA39",
        description="La condition d'impression, du registre de l'ICC : FOGRA39, FOGRA51…",
    )
    profil: str = Field(
        default="FOGRA39L_coated.icc", description="Le fichier du profil ICC de cette condition."
    )
    multiple_de: int = Field(
        default=4, ge=1, le=32, description="Le nombre de pages est un multiple de celui-ci."
    )
    pages_min: int | None = Field(default=None, ge=1, description="Le plus petit nombre de pages accepté.")
    pages_max: int | None = Field(default=None, ge=1, description="Le plus grand nombre de pages accepté.")
    papier: str = Field(default="", description="Le papier de l'intérieur : « couché mat 135 g ».")
    papier_couverture: str = Field(default="", description="Le papier de la couverture, s'il est différent.")
    exemplaires: int | None = Field(default=None, ge=1, description="Le nombre d'exemplaires.")
    pliage: str = Field(default="", description="Le pliage ou la reliure : « piqûre à cheval ».")
    finition: str = Field(default="", description="Pelliculage, vernis, perforation…")
    livraison: str = Field(default="", description="Où et quand livrer.")
    contact: str = Field(default="", description="La personne que l'imprimeur peut appeler.")
    remarques: str = Field(default="", description="Ce que l'imprimeur doit savoir d'autre.")

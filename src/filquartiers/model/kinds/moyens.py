"""Les moyens d’une action : son budget, et les personnes qui la font vivre."""

from filquartiers.model.fields import Compte, Frozen, Liste, Montant, Texte, field


class LigneBudget(Frozen):
    """Une ligne du budget ; un poste peut détailler ce qu’il contient."""

    poste: Texte = field("Le nom du poste.", example="60 - Achats", required=True)
    montant: Montant | None = field("Le montant en euros ; vide s’il n’est pas donné.", example="1 800 €")
    detail: Liste["LigneBudget"] = field("Les lignes qui composent ce poste.", label="Détail")


class Budget(Frozen):
    """Les charges et les produits de l’action. Les deux totaux doivent être égaux."""

    charges: Liste[LigneBudget] = field("Ce que l’action coûte.")
    produits: Liste[LigneBudget] = field("Ce qui la finance.")
    total_charges: Montant | None = field("Le total écrit dans le document.", label="Total des charges")
    total_produits: Montant | None = field("Le total écrit dans le document.", label="Total des produits")
    contributions_charges: Liste[LigneBudget] = field(
        "Emploi des contributions volontaires en nature.", label="Contributions en nature (emploi)"
    )
    contributions_produits: Liste[LigneBudget] = field(
        "Contributions volontaires en nature.", label="Contributions en nature"
    )
    note: Texte | None = field("Ce que le document laisse incertain.")

    def __bool__(self) -> bool:
        """Vrai s’il y a une ligne à montrer."""
        return bool(self.charges or self.produits)


class Personnes(Frozen):
    """Les personnes mobilisées, comptées, ou dites en mots quand le compte ne suffit pas."""

    salaries: Compte | None = field("Le nombre de salariés.", label="Salariés", example="2")
    benevoles: Compte | None = field("Le nombre de bénévoles.", label="Bénévoles", example="5")
    habitants: Compte | None = field("Le nombre d’habitants.", example="30")
    autres: Texte | None = field("D’autres personnes, en mots.", example="deux stagiaires")
    en_mots: Texte | None = field(
        "La phrase du document, quand il ne compte pas.",
        label="En mots",
        example="toute l’équipe, à tour de rôle",
    )

    def __bool__(self) -> bool:
        """Vrai si quelque chose est dit."""
        values = (self.salaries, self.benevoles, self.habitants)
        return any(value is not None for value in values) or bool(self.autres or self.en_mots)

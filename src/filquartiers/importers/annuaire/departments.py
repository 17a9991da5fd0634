"""The 101 départements, and a structure told from its own."""

import re

from filquartiers.model.text import folded

DEPARTMENTS = (
    "Ain", "Aisne", "Allier", "Alpes-de-Haute-Provence", "Hautes-Alpes", "Alpes-Maritimes", "Ardèche",
    "Ardennes", "Ariège", "Aube", "Aude", "Aveyron", "Bouches-du-Rhône", "Calvados", "Cantal", "Charente",
    "Charente-Maritime", "Cher", "Corrèze", "Corse-du-Sud", "Haute-Corse", "Côte-d’Or", "Côtes-d’Armor",
    "Creuse", "Dordogne", "Doubs", "Drôme", "Eure", "Eure-et-Loir", "Finistère", "Gard", "Haute-Garonne",
    "Gers", "Gironde", "Hérault", "Ille-et-Vilaine", "Indre", "Indre-et-Loire", "Isère", "Jura", "Landes",
    "Loir-et-Cher", "Loire", "Haute-Loire", "Loire-Atlantique", "Loiret", "Lot", "Lot-et-Garonne", "Lozère",
    "Maine-et-Loire", "Manche", "Marne", "Haute-Marne", "Mayenne", "Meurthe-et-Moselle", "Meuse", "Morbihan",
    "Moselle", "Nièvre", "Nord", "Oise", "Orne", "Pas-de-Calais", "Puy-de-Dôme", "Pyrénées-Atlantiques",
    "Hautes-Pyrénées", "Pyrénées-Orientales", "Bas-Rhin", "Haut-Rhin", "Rhône", "Haute-Saône",
    "Saône-et-Loire", "Sarthe", "Savoie", "Haute-Savoie", "Paris", "Seine-Maritime", "Seine-et-Marne",
    "Yvelines", "Deux-Sèvres", "Somme", "Tarn", "Tarn-et-Garonne", "Var", "Vaucluse", "Vendée", "Vienne",
    "Haute-Vienne", "Vosges", "Yonne", "Territoire de Belfort", "Essonne", "Hauts-de-Seine",
    "Seine-Saint-Denis", "Val-de-Marne", "Val-d’Oise", "Guadeloupe", "Martinique", "Guyane", "La Réunion",
    "Mayotte",
)  # fmt: skip

_BY_FORM = {folded(name): name for name in DEPARTMENTS} | {
    "reunion": "La Réunion",
    "belfort": "Territoire de Belfort",
}
_SEPARATOR = re.compile(r"\s+[-–—]\s*|\s*[-–—]\s+|\s*\(")


def split_structure(text: str) -> tuple[str, str]:
    """« LE PETIT R - Loire-Atlantique » gives ``("LE PETIT R", "Loire-Atlantique")``.

    The département is what follows one of the separators, as far left as makes one of the 101 (so
    « Pas-de-Calais » is not cut in itself); it is empty when there is none, and the text then stays whole.
    """
    for found in _SEPARATOR.finditer(text):
        name = _BY_FORM.get(folded(text[found.end() :]))
        if name:
            return text[: found.start()].strip(), name
    return text.strip(), ""

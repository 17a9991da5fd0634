"""The shape of the identity file, from plain data."""

import re
from copy import deepcopy

import pytest
from pydantic import ValidationError

from filquartiers.model.identity import Identity

COLOUR = {"clair": "#c8341b", "sombre": "#FF7A5C", "cmjn": ["0", "95", "100", "0"]}
SMALL = {
    "nom": "Essai",
    "couleurs": {"encre": COLOUR, "papier": COLOUR},
    "maisons": [COLOUR | {"nom": "bleu"}, COLOUR | {"nom": "ocre"}],
    "paires": {
        "texte": {"dessus": "encre", "dessous": "papier", "contraste": "4.5"},
        "initiales": {"dessus": "papier", "dessous": "maisons", "contraste": "4.5"},
    },
    "seuils": {
        "encrage": "280",
        "ecart_impression": "7",
        "ecart_maisons": "7.5",
        "ecart_maisons_normal": "12",
    },
    "polices": {
        "texte": {
            "famille": "Atkinson Fil",
            "fichiers": [{"nom": "atkinson-fil", "graisses": ["400", "700"], "style": "normal"}],
            "secours": ["Arial"],
            "montante": "0.98",
            "descendante": "0.31",
            "chasse": "1",
        }
    },
    "tailles": {
        "texte": {
            "police": "texte",
            "graisse": "400",
            "ecran": ["1.125", "1.1875"],
            "impression": "9.5",
            "interligne": "1.55",
            "approche": "0",
        }
    },
    "espaces": [{"ecran": "0.25", "impression": "1"}],
    "dimensions": {},
    "traits": {"fil": {"ecran": "5", "impression": "2.5"}},
    "mesures": {"ligne": "36"},
    "grille": {"colonnes": "12", "marge": {"ecran": ["1.25", "4"], "impression": "13"}},
}


def changed(path, value):
    """A copy of SMALL with one value replaced: its path is written with dots."""
    data = deepcopy(SMALL)
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    place = data
    for part in parents:
        place = place[part]
    place[last] = value
    return data


def test_values_are_read_from_text_as_from_numbers():
    identity = Identity.model_validate(SMALL)
    assert identity.couleurs["encre"].clair == "#C8341B"
    assert identity.couleurs["encre"].ink == 195
    assert identity.tailles["texte"].ecran == (1.125, 1.1875)


def test_houses_take_their_colours_in_turn_and_start_over():
    identity = Identity.model_validate(SMALL)
    assert [identity.house(position).nom for position in range(3)] == ["bleu", "ocre", "bleu"]


def test_a_pair_may_stand_for_every_house():
    identity = Identity.model_validate(SMALL)
    assert [name for name, _ in identity.named("maisons")] == ["maison bleu", "maison ocre"]
    assert [name for name, _ in identity.named("encre")] == ["encre"]


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        ("couleurs.encre.clair", "rouge", "« rouge » n’est pas une couleur"),
        ("paires.texte.dessous", "mur", "la paire « texte » nomme une couleur inconnue : « mur »"),
        ("tailles.texte.police", "gothique", "la taille « texte » nomme une police inconnue : « gothique »"),
        ("tailles.texte.graisse", 800, "la police « texte » n’a pas la graisse de « texte »"),
        ("couleurs.encre.cmjn", [0, 0, 0, 101], "less than or equal to 100"),
        ("couleurs.encre.cmjn", [0, 0, 0], "Field required"),
        ("couleurs.Éclat", COLOUR, "String should match pattern"),
        ("polices.texte.fichiers.0.nom", "../police", "String should match pattern"),
        ("maisons", [], "at least 1 item"),
        ("couleur", {}, "Extra inputs are not permitted"),
        ("traits.fil.impression", 0, "greater than 0"),
    ],
)
def test_faults_are_refused(path, value, told):
    with pytest.raises(ValidationError, match=re.escape(told)):
        Identity.model_validate(changed(path, value))


def test_an_identity_cannot_be_changed():
    identity = Identity.model_validate(SMALL)
    with pytest.raises(ValidationError, match="frozen"):
        identity.nom = "Autre"

"""The real identity passes its own checks; each fault gives its own problem."""

from copy import deepcopy
from pathlib import Path

import pytest
import yaml
from PIL import ImageCms

from filquartiers.checks.identity import check_identity, read_identity
from filquartiers.model.identity import Identity

ASSETS = Path(__file__).parents[2] / "assets"
REAL = yaml.safe_load((ASSETS / "identite.yaml").read_text(encoding="utf-8"))
FOGRA39 = (ASSETS / "icc" / "FOGRA39L_coated.icc").read_bytes()


def told(data, profile=FOGRA39):
    return [(found.code, found.message) for found in check_identity(Identity.model_validate(data), profile)]


def changed(*path, value):
    data = deepcopy(REAL)
    place = data
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = value
    return data


def test_our_identity_has_no_fault():
    assert told(REAL) == []


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (
            ("couleurs", "bord", "clair"),
            "#9AA0B0",
            ("contraste-faible", "« bord » ne se lit pas assez sur « papier » en thème clair"),
        ),
        (
            ("couleurs", "bord", "sombre"),
            "#39415D",
            ("contraste-faible", "« bord » ne se lit pas assez sur « papier » en thème sombre"),
        ),
        (
            ("maisons", 0, "clair"),
            "#5AA0E0",
            ("contraste-faible", "« papier » ne se lit pas assez sur « maison bleu » en thème clair"),
        ),
        (
            ("couleurs", "pied", "cmjn"),
            [100, 90, 60, 85],
            ("encrage-fort", "La couleur « pied » demande 335 % d’encre à l’impression, pour 280 % au plus."),
        ),
        (
            ("maisons", 2, "cmjn"),
            [0, 100, 100, 0],
            ("ecart-impression", "La couleur « maison sapin » n’aura pas le même air imprimée"),
        ),
        (
            ("maisons", 4, "clair"),
            "#5C6B32",
            ("maisons-proches", "« ocre » et « olive » se confondent pour qui voit sans le rouge"),
        ),
        (("tailles", "titre", "ecran"), [2, 5.5], ("taille-elastique", "« titre » grandit trop")),
        (("traits", "filet", "impression"), 0.1, ("trait-fin", "« filet » est trop fin pour la presse")),
    ],
)
def test_each_fault_is_told(path, value, expected):
    code, part = expected
    found = told(changed(*path, value=value))
    assert any(code == known and part in message for known, message in found), found


def test_a_wanted_difference_is_admitted():
    without = deepcopy(REAL)
    del without["couleurs"]["encre"]["ecart_admis"]
    assert [code for code, _ in told(without)] == ["ecart-impression"]


@pytest.mark.parametrize(
    "profile",
    [b"", b"not a profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()],
    ids=["empty", "garbage", "screen"],
)
def test_a_wrong_profile_is_told_once(profile):
    assert [code for code, _ in told(REAL, profile)] == ["profil-illisible"]


def test_a_measure_shows_on_which_side_of_the_limit_it_falls():
    data = changed("paires", "texte", "contraste", value=14.954)
    assert told(data)[0][1].endswith("le contraste est de 14,94, il en faut 14,95 (paire « texte »).")


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (
            ("couleurs", "fil", "clair"),
            "rouge",
            (
                "Dans l’identité visuelle, « couleurs › fil › clair » ne peut pas être lu : "
                '« rouge » n’est pas une couleur : écrivez par exemple "#C8341B".'
            ),
        ),
        (
            ("maisons", 2, "cmjn"),
            [0, 0, 0, "beaucoup"],
            "Dans l’identité visuelle, « maisons › 3 › cmjn › 4 » ne peut pas être lu : il faut un nombre.",
        ),
        (
            ("seuils", "poids"),
            3,
            "Dans l’identité visuelle, « seuils › poids » ne peut pas être lu : ce nom n’est pas prévu ici.",
        ),
        (
            ("paires", "texte", "dessus"),
            "rien",
            (
                "Dans l’identité visuelle, « le fichier » ne peut pas être lu : "
                "la paire « texte » nomme une couleur inconnue : « rien »."
            ),
        ),
    ],
)
def test_a_file_of_the_wrong_shape_is_told_in_french(tmp_path, path, value, message):
    file = tmp_path / "identite.yaml"
    file.write_text(yaml.safe_dump(changed(*path, value=value), allow_unicode=True), encoding="utf-8")
    identity, faults = read_identity(file)
    assert identity is None
    assert [found.message for found in faults] == [message]

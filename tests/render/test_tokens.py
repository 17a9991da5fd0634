"""What the style sheet and the print templates receive of the identity."""

import json
import re
from pathlib import Path

import pytest
import yaml

from filquartiers.model.identity import Identity
from filquartiers.render.tokens import css_tokens, fluid, print_tokens

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture(scope="module")
def identity():
    return Identity.model_validate(yaml.safe_load((ASSETS / "identite.yaml").read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def css(identity):
    return css_tokens(identity)


@pytest.mark.parametrize(
    "line",
    [
        "--couleur-texte-secondaire: #525A70;",
        "--maison-1: #045096;",
        "--maison-8: #7A4D78;",
        "--espace-9: 7rem;",
        "--trait-fil: 5px;",
        "--dimension-noeud: 1.75rem;",
        "--mesure-ligne: 36rem;",
        "--taille-petit: 1rem;",
        "--approche-titre: -0.015em;",
        "--fonte-texte: 400 var(--taille-texte)/var(--interligne-texte) var(--police-texte);",
        '--police-texte: "Atkinson Fil", "Atkinson Fil secours", sans-serif;',
    ],
)
def test_tokens_are_custom_properties(css, line):
    assert line in css


def test_the_dark_scheme_gives_every_colour_again(css):
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    names = re.findall(r"--(?:couleur|maison)-[a-z0-9-]+(?=:)", dark)
    assert names == re.findall(r"--(?:couleur|maison)-[a-z0-9-]+(?=:)", light)
    assert "--couleur-papier: #12172A;" in dark


def test_every_font_of_the_sheet_is_shipped(css):
    addresses = re.findall(r'url\("\.\./fonts/([^"]+)"\)', css)
    assert addresses
    assert all((ASSETS / "fonts" / address).is_file() for address in addresses)


def test_the_folder_of_fonts_is_the_caller_s_choice(identity):
    assert 'url("police/atkinson-fil.woff2")' in css_tokens(identity, "police")


def test_no_request_leaves_the_site(css):
    assert "://" not in css


@pytest.mark.parametrize(("screen", "rem"), [(200, 2), (360, 2), (820, 3), (1280, 4), (2000, 4)])
def test_sizes_grow_from_phone_to_desktop_and_no_further(screen, rem):
    least, start, slope, most = map(float, re.findall(r"-?[\d.]+", fluid(2, 4)))
    size = start + slope * screen / 100 / 16
    assert max(least, min(size, most)) == pytest.approx(rem, abs=0.001)


def test_print_data_is_plain_json(identity):
    data = json.loads(json.dumps(print_tokens(identity)))
    assert data["couleurs"]["encre"] == {"cmjn": [0, 0, 0, 100], "ecran": "#17203A", "ton_direct": ""}
    assert data["maisons"][0]["nom"] == "bleu"
    assert data["tailles"]["texte"]["taille"] == 9.5
    assert data["tailles"]["titre"]["famille"] == "Bricolage Fil"
    assert data["espaces"][3] == 4
    assert data["traits"]["fil"] == 2.5


def test_the_text_of_print_is_black_alone(identity):
    for name in ("encre", "texte_secondaire"):
        cyan, magenta, yellow, black = identity.couleurs[name].cmjn
        assert (cyan, magenta, yellow) == (0, 0, 0)
        assert black >= 70

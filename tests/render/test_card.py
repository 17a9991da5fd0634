"""The picture of shared links."""

import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from filquartiers.render.card import MOST, Fonts, Subject, card_png
from render.web.conftest import ROOT, edition_of

FONTS = Fonts(ROOT / "assets/fonts/bricolage-fil.ttf", ROOT / "assets/fonts/atkinson-fil.ttf")
HOUSES = (("Co", 1), ("LP", 2), ("LT", 9))


@pytest.fixture(scope="module")
def identity():
    return edition_of(Path(ROOT / "tests/exemples/mini")).identity


def drawn(identity, subject: Subject) -> Image.Image:
    return Image.open(BytesIO(card_png(identity, subject, FONTS))).convert("RGB")


def test_it_has_the_size_that_networks_ask_for_and_never_changes(identity) -> None:
    subject = Subject("Au fil des quartiers", "Valmarin", HOUSES)
    assert drawn(identity, subject).size == (1200, 630)
    assert card_png(identity, subject, FONTS) == card_png(identity, subject, FONTS)


def test_each_house_shows_its_colour_and_colours_come_round_again(identity) -> None:
    seen = {colour for _, colour in drawn(identity, Subject("Ici", "", HOUSES)).getcolors(1 << 20)}
    for rank in (0, 1, 8):
        red, green, blue = bytes.fromhex(identity.house(rank).clair[1:])
        near = [max(abs(red - r), abs(green - g), abs(blue - b)) for r, g, b in seen]
        assert min(near) <= 6, rank  # the palette of the file is reduced


@pytest.mark.parametrize("count", [0, 1, MOST + 8])
def test_any_number_of_houses_and_long_names_hold(identity, count: int) -> None:
    name = "Les maisons de quartier et centres sociaux réunis de la vallée de l’Onde et du Bas-Pays"
    picture = drawn(identity, Subject(name, "", (("AB", 1),) * count))
    paper = drawn(identity, Subject("", "", ())).getpixel((1195, 10))
    assert {picture.getpixel((1195, y)) for y in range(0, 380, 5)} == {paper}


DRAW = """
import sys
from pathlib import Path
from filquartiers.checks.identity import read_identity
from filquartiers.render.card import Fonts, Subject, card_png
identity, _ = read_identity(Path(sys.argv[1]))
words = Subject("La fierté des filles", "Fil à fil, afin de finir", (("fi", 1), ("FI", 2)))
sys.stdout.buffer.write(card_png(identity, words, Fonts(*map(Path, sys.argv[2:]))))
"""


def test_it_is_the_same_on_a_machine_that_speaks_another_language(tmp_path: Path) -> None:
    """In Turkish, these fonts part « f » from « i »."""
    made = shutil.which("localedef") and subprocess.run(
        ["localedef", "-i", "tr_TR", "-f", "UTF-8", tmp_path / "tr_TR.UTF-8"],
        capture_output=True,
        check=False,
    )
    if not made or not (tmp_path / "tr_TR.UTF-8").is_dir():
        pytest.skip("no Turkish to be had on this machine: the package « locales » is missing")
    told = [sys.executable, "-c", DRAW, ROOT / "assets/identite.yaml", FONTS.display, FONTS.text]
    french, turkish = (
        subprocess.run(
            told, capture_output=True, check=True, env=os.environ | {"LC_ALL": language, **place}
        ).stdout
        for language, place in (("C.UTF-8", {}), ("tr_TR.UTF-8", {"LOCPATH": str(tmp_path)}))
    )
    assert french == turkish

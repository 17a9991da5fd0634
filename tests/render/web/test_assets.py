"""One style sheet whose every value comes from the tokens; icons and manifest from the identity."""

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from filquartiers.render.assets import assets, bundle, icon_png, squeezed

ROOT = Path(__file__).parents[3]
STYLES = sorted((ROOT / "assets/css").rglob("*.css"))


def test_every_style_sheet_is_named_in_the_one_that_gives_the_order() -> None:
    order = (ROOT / "assets/css/style.css").read_text(encoding="utf-8")
    named = set(re.findall(r'@import "([^"]+)"', order))
    there = {file.relative_to(ROOT / "assets/css").as_posix() for file in STYLES}
    assert named == there - {"style.css"}


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_no_colour_and_no_family_is_written_outside_the_tokens(file: Path) -> None:
    css = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(|font-family:(?! *var)|gradient", css) == []


def test_every_token_used_exists(mini) -> None:
    css = next(file for file in assets(mini).files if "style" in file.path).data.decode()
    declared = set(re.findall(r"(--[a-z0-9-]+):", css))
    assert set(re.findall(r"var\((--[a-z0-9-]+)\)", css)) <= declared


def test_imports_keep_their_layer_and_media(mini) -> None:
    css = bundle(mini, "css/style.css")
    assert "@import" not in css
    assert css.index("@layer base, page") < css.index("@layer base {")
    assert re.search(r"@media print \{@layer impression \{", css)


def test_squeezing_keeps_the_spaces_that_matter() -> None:
    css = "a { margin: calc(1rem - 2px) ; /* x */ }\n\n.b > c,\nd :hover { x: y z }"
    assert squeezed(css) == "a{margin: calc(1rem - 2px);}.b > c,d :hover{x: y z}"


def test_names_carry_their_content_and_do_not_change(mini) -> None:
    first, again = assets(mini), assets(mini)
    assert first == again
    assert re.fullmatch(r"assets/style\.[0-9a-f]{8}\.css", first.stylesheet)


def test_the_style_sheet_asks_for_fonts_that_are_there(mini) -> None:
    made = assets(mini)
    css = next(file for file in made.files if "style" in file.path).data.decode()
    asked = {f"site/assets/{name}" for name in re.findall(r'url\("\./([^"]+)"\)', css)}
    asked |= {f"site/assets/{name}" for name in re.findall(r'url\("([^"./][^"]+)"\)', css)}
    assert asked
    assert asked <= {file.path for file in made.files}


def test_the_icon_shows_the_thread_and_its_knot(mini) -> None:
    colours = mini.identity.couleurs
    picture = Image.open(BytesIO(icon_png(mini.identity, 64)))
    seen = {"#{:02X}{:02X}{:02X}".format(*colour) for _, colour in picture.getcolors(64 * 64)}
    assert {colours["fil"].clair, colours["papier"].clair} <= seen


def test_the_manifest_names_icons_that_are_there(mini) -> None:
    made = assets(mini)
    manifest = json.loads(next(file for file in made.files if "webmanifest" in file.path).data)
    paths = {file.path for file in made.files}
    assert all(f"site/assets/{icon['src']}" in paths for icon in manifest["icons"])

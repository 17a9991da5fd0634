"""Photographs as volunteers send them: turned by the phone, with the place where they were taken."""

import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from tests.render.web.conftest import ROOT, edition_of

from filquartiers.artifact import Artifact
from filquartiers.edition import Edition
from filquartiers.problems import Problem
from filquartiers.render.album import album

WIDE, HIGH = 1200, 800  # px, as the sensor gives them; the phone was held upright


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests/exemples/mini", tmp_path, dirs_exist_ok=True)
    return tmp_path


def with_photo(project: Path, name: str, data: bytes) -> Edition:
    (project / "content" / name).write_bytes(data)
    house = project / "content/maisons/le-bac.md"
    text = house.read_text(encoding="utf-8")
    house.write_text(text.replace("---\n", f"---\nphoto: {name}\nphoto_description: La cour\n", 1), "utf-8")
    return edition_of(project)


def from_a_phone() -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6  # to be turned a quarter clockwise
    exif[ExifTags.Base.Make] = "Téléphone"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (47.0, 16.0, 30.0)
    file = BytesIO()
    Image.new("RGB", (WIDE, HIGH), "orange").save(file, "JPEG", exif=exif)
    return file.getvalue()


def test_a_photograph_stands_upright_and_tells_no_place(project: Path) -> None:
    made = album(with_photo(project, "cour.jpg", from_a_phone()))
    picture = made.picture("cour.jpg")
    assert picture is not None
    assert (picture.width, picture.height) == (HIGH, WIDE)
    assert len(made.outputs) == len(picture.sources)
    for file in made.outputs:
        assert isinstance(file, Artifact)
        with Image.open(BytesIO(file.data)) as opened:
            assert opened.height > opened.width
            assert dict(opened.getexif()) == {}


def test_an_address_has_no_space_and_no_accent(project: Path) -> None:
    picture = album(with_photo(project, "Façade d’été (2).JPG", from_a_phone())).picture(
        "Façade d’été (2).JPG"
    )
    assert picture is not None
    assert all(
        re.fullmatch(r"images/facade-d-ete-2-\d+\.\w{8}\.webp", source) for source, _ in picture.sources
    )


@pytest.mark.parametrize(
    "data",
    [b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", from_a_phone()[:2000], b""],
    ids=["iphone", "cut short", "empty"],
)
def test_what_cannot_be_opened_is_told_where_it_is_named(project: Path, data: bytes) -> None:
    (told,) = album(with_photo(project, "cour.jpg", data)).outputs
    assert isinstance(told, Problem)
    assert (told.code, told.where.file, told.where.line) == (
        "photo-illisible",
        "content/maisons/le-bac.md",
        2,
    )

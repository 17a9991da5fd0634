"""Photographs of every kind that volunteers and designers send."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image, ImageCms

from filquartiers.render.photographs import UnreadableError, photograph

COATED = Path(__file__).parents[2] / "assets" / "icc" / "FOGRA39L_coated.icc"


def saved(folder: Path, name: str, picture: Image.Image, **options) -> str:
    picture.save(folder / name, **options)
    return name


def test_sixteen_bits_keep_their_greys(tmp_path):
    grey = Image.new("I;16", (40, 30), 0x8080)
    shown = photograph(tmp_path, saved(tmp_path, "scan.png", grey))
    assert shown is not None
    assert shown.getpixel((5, 5)) == (128, 128, 128)


def test_what_is_transparent_stands_on_white(tmp_path):
    clear = Image.new("RGBA", (40, 30), (200, 0, 0, 0))
    shown = photograph(tmp_path, saved(tmp_path, "logo.png", clear))
    assert shown is not None
    assert shown.getpixel((5, 5)) == (255, 255, 255)


def test_inks_are_seen_through_the_profile_in_the_file(tmp_path):
    cyan = Image.new("CMYK", (40, 30), (255, 0, 0, 0))
    bare = photograph(tmp_path, saved(tmp_path, "nu.tif", cyan))
    told = photograph(tmp_path, saved(tmp_path, "dit.tif", cyan, icc_profile=COATED.read_bytes()))
    assert bare is not None
    assert told is not None
    assert bare.getpixel((5, 5)) == (0, 255, 255)
    red, green, blue = told.getpixel((5, 5))
    assert (red, green) != (0, 255)  # the cyan of offset inks is darker than a screen's
    assert green < 190
    assert blue > 200


def test_a_profile_that_says_nothing_counts_as_none(tmp_path):
    name = saved(tmp_path, "casse.jpg", Image.new("RGB", (40, 30), "orange"), icc_profile=b"rien")
    shown = photograph(tmp_path, name)
    assert shown is not None
    assert shown.mode == "RGB"


def test_another_rgb_is_brought_to_ours(tmp_path):
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    name = saved(tmp_path, "srgb.png", Image.new("RGB", (40, 30), (10, 200, 30)), icc_profile=profile)
    shown = photograph(tmp_path, name)
    assert shown is not None
    assert all(abs(one - two) <= 1 for one, two in zip(shown.getpixel((5, 5)), (10, 200, 30), strict=True))


def test_a_sideways_picture_is_turned(tmp_path):
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 8
    shown = photograph(tmp_path, saved(tmp_path, "couche.jpg", Image.new("RGB", (40, 30)), exif=exif))
    assert shown is not None
    assert shown.size == (30, 40)


def _jpeg() -> bytes:
    out = BytesIO()
    Image.effect_noise((200, 200), 60).save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", _jpeg()[:3000], b"", b"II*\x00\xff\xff\xff\xff"],
    ids=["iphone", "cut short", "empty", "damaged tiff"],
)
def test_what_cannot_be_read_says_so(tmp_path, data):
    (tmp_path / "photo.jpg").write_bytes(data)
    with pytest.raises(UnreadableError):
        photograph(tmp_path, "photo.jpg")


def test_what_is_missing_or_elsewhere_is_none(tmp_path):
    inside = tmp_path / "content"
    inside.mkdir()
    saved(tmp_path, "dehors.png", Image.new("RGB", (4, 4)))
    assert photograph(inside, "absente.jpg") is None
    assert photograph(inside, "../dehors.png") is None

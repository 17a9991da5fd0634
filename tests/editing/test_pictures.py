"""Pictures as people send them: kept upright, bare and fine enough, or refused with what to do."""

import struct
import unicodedata
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from filquartiers.content import load
from filquartiers.editing import Desk, Refused
from filquartiers.editing.deposits import Recognised, deposit, usual_end
from filquartiers.editing.pictures import LARGEST, MOST_PIXELS, kept
from filquartiers.model.facts.people import withheld
from filquartiers.model.kinds import KINDS, Photographie
from filquartiers.render.print.pictures import FINE


def photo(size=(640, 480), mode="RGB", colour=None, form="JPEG", **options) -> bytes:
    """A picture whose left upper quarter is of another colour, so that one sees how it is turned."""
    made = Image.new(mode, size, colour or "white")
    made.paste(Image.new(mode, (size[0] // 2, size[1] // 2), "red" if mode == "RGB" else 0), (0, 0))
    out = BytesIO()
    made.save(out, form, **options)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def noise(size, form="JPEG", **options) -> bytes:
    out = BytesIO()
    Image.effect_noise(size, 80).convert("RGB").save(out, form, **options)
    return out.getvalue()


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        kept(name, data)
    sentence = refused.value.sentence
    assert sentence.startswith("« ")
    assert sentence.endswith(".")
    return sentence


def test_nothing_of_what_the_camera_wrote_is_kept():
    exif = Image.Exif()
    exif[0x0112] = 6  # turned
    exif[0x010F] = "Appareil de Camille"
    exif.get_ifd(0x8825)[2] = (47.0, 12.0, 3.0)  # where it was taken
    exif.get_ifd(0x8825)[1] = "N"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = photo(
        exif=exif,
        icc_profile=profile,
        comment=b"chez Camille",
        xmp=b"<x:xmpmeta>Camille</x:xmpmeta>",
        dpi=(72, 72),
    )
    assert data.count(b"Camille") >= 3
    found = kept("IMG_0001.JPG", data)
    assert b"Camille" not in found.data
    bare = opened(found.data)
    assert not dict(bare.getexif())
    assert bare.info.keys() <= {
        "jfif",
        "jfif_version",
        "jfif_unit",
        "jfif_density",
        "progressive",
        "progression",
    }
    assert (found.width, found.height) == bare.size == (480, 640)  # upright
    red = bare.getpixel((470, 10))
    assert (red[0] > 200, red[1] < 60) == (True, True)


@pytest.mark.parametrize("form", ["PNG", "WEBP", "TIFF", "GIF"])
def test_other_forms_are_as_bare(form):
    options = {}
    if form == "PNG":
        options["pnginfo"] = PngImagePlugin.PngInfo()
        options["pnginfo"].add_text("Author", "Camille")
    elif form in {"WEBP", "TIFF"}:
        exif = Image.Exif()
        exif[0x010F] = "Camille"
        options["exif"] = exif
    else:
        options["comment"] = b"Camille"
    data = photo(form=form, **options)
    assert b"Camille" in data
    found = kept("fete.png", data)
    assert b"Camille" not in found.data
    assert opened(found.data).mode == "RGB"


@pytest.mark.parametrize("size", [(6000, 2000), (2000, 6000), (5000, 5000)])
def test_a_large_one_is_brought_down_no_further_than_the_press_needs(size):
    found = kept("grande.jpg", photo(size))
    assert max(found.width, found.height) == LARGEST
    assert LARGEST >= 2 * FINE  # what a page of our own asks, and an A3 poster
    assert found.width * size[1] == pytest.approx(found.height * size[0], rel=0.01)


def test_one_that_is_fine_enough_keeps_every_point():
    assert (found := kept("p.jpg", photo((3000, 1000)))).width == 3000
    assert found.told == ()


def test_a_small_one_is_kept_and_told():
    found = kept("p.jpg", photo((500, 400)))
    assert found.width == 500
    assert "jusqu’à 4,2 cm" in found.told[0]


def test_forty_millions_of_points_are_taken():
    found = kept("ciel.jpg", photo((8000, 5000)))
    assert (found.width, found.height) == (3600, 2250)


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is huge, and holds nothing."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + b"\0\0\0\0"
        for name, body in ((b"IHDR", head), (b"IDAT", b"x\x9cc\0\0\0\1\0\1"), (b"IEND", b""))
    )


@pytest.mark.parametrize(
    "size", [(20_000, 20_000), (100_000, 100_000), (2**31 - 1, 2**31 - 1), (MOST_PIXELS + 1, 1)]
)
def test_a_bomb_is_turned_away_unread(size):
    refusal("bombe.png", bomb(*size))


def test_four_inks_and_sixteen_bits_look_as_they_should():
    inks = opened(kept("affiche.jpg", photo(mode="CMYK", colour=(0, 0, 0, 0))).data)
    assert inks.mode == "RGB"
    assert inks.getpixel((600, 400)) == (255, 255, 255)
    out = BytesIO()
    Image.new("I;16", (300, 300), 40_000).save(out, "PNG")
    grey = opened(kept("scan.png", out.getvalue()).data).getpixel((5, 5))
    assert grey[0] == pytest.approx(40_000 / 257, abs=3)


def test_glass_is_shown_on_white():
    out = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(out, "PNG")
    found = kept("logo.png", out.getvalue())
    assert opened(found.data).getpixel((5, 5)) == (255, 255, 255)
    assert found.name == "images/logo.png"  # a drawing loses nothing


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_of_what_moves_the_first_view_is_kept_and_told(form):
    views = [Image.new("RGB", (1200, 800), colour) for colour in ("red", "blue")]
    out = BytesIO()
    views[0].save(out, form, save_all=True, append_images=views[1:])
    found = kept("danse.gif", out.getvalue())
    assert "seule la première vue est gardée" in found.told[0]
    assert opened(found.data).getpixel((5, 5))[0] > 200


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 500


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("IMG_1.HEIC", HEIC, "Le plus compatible"),
        ("IMG_1.jpg", HEIC, "HEIC"),
        ("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "PNG"),
        ("x.svg", b"\xef\xbb\xbf<?xml version='1.0'?><svg><foreignObject/></svg>", "PNG"),
        ("x.jpg", b"<svg><image href='https://exemple.example/x'/></svg>", "PNG"),
        ("notes.jpg", "Chère Camille, voici la photo".encode(), "n’est pas une image"),
        ("page.png", b"<!doctype html><html></html>", "n’est pas une image"),
        ("x.jpg", b"", "est vide"),
        ("x.pdf", b"%PDF-1.7 ...", "PDF"),
        ("DSC.NEF", photo(form="TIFF"), "fichier brut"),
        ("x.jpg", photo()[:3000], "Copiez-la de nouveau"),
        ("x.png", noise((60, 60), "PNG")[:2000], "Copiez-la de nouveau"),
        ("x.jpg", b"\xff\xd8\xff\xe0" + b"\0" * 50, "n’est pas une image"),
        ("x.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "n’est pas une image"),
        ("x.jpg", b"\0" * 40_000_001, "40 Mo"),
    ],
)
def test_what_is_refused_is_told_with_what_to_do(name, data, said):
    assert said in refusal(name, data)


@pytest.mark.parametrize(
    ("name", "kept_as"),
    [
        ("IMG_1234.JPG", "img-1234"),
        (unicodedata.normalize("NFD", "Fête d’été.jpeg"), "fete-d-ete"),
        ("🎉🎊.jpg", "photo"),
        ("..\\..\\..\\Windows\\win.ini", "win"),
        ("../../etc/passwd", "passwd"),
        ("C:\\fakepath\\le jardin.png", "le-jardin"),
        ("con.jpg", "photo-con"),
        (".jpg", "jpg"),
        ("", "cette-image"),
        ('a\0b\r\n"<script>.jpg', "ab-script"),
        ("x" * 300 + ".jpg", "x" * 60),
        ("un long nom " * 30 + ".jpg", "un-long-nom-un-long-nom-un-long-nom-un-long-nom-un-long-nom"),
    ],
)
def test_names_are_plain(name, kept_as):
    assert kept(name, photo()).name == f"images/{kept_as}.jpg"


@given(st.text(max_size=400))
def test_no_name_leads_elsewhere(name):
    found = kept(name, SMALLEST).name
    assert found.startswith("images/")
    assert found.count("/") == 1
    assert found.isascii()
    assert len(found) < 90


SMALLEST = photo((8, 8))


@given(st.binary(max_size=300), st.integers(0, 600))
def test_whatever_comes_is_kept_or_refused(junk, place):
    """Broken anywhere: never an error of another sort."""
    for data in (junk, SMALLEST[:place] + junk + SMALLEST[place:], SMALLEST[:place] + junk):
        try:
            kept("x.jpg", data)
        except Refused:
            continue


NOBODY, ASKED_LATER = Recognised(someone=False), Recognised(someone=True)
AGREED = Recognised(someone=True, agreed=True, until="31 août 2028")


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "content").mkdir()
    return Desk(tmp_path)


def files(desk):
    return [
        one.relative_to(desk.root).as_posix() for one in (desk.root / "content").rglob("*") if one.is_file()
    ]


def told(desk):
    loaded = load(desk.root, KINDS, date(2027, 1, 5))
    assert [one.code for one in loaded.problems] == []
    return loaded.site


def test_a_picture_comes_with_its_entry(desk):
    found = deposit(desk, "Fête.JPG", photo(), files(desk), AGREED)
    assert (desk.root / "content" / found.name).read_bytes() == found.data
    (entry,) = told(desk).of(Photographie)
    assert (entry.fichier, entry.personnes, entry.accord) == ("images/fete.jpg", True, True)
    assert entry.jusquau == date(2028, 8, 31)


@pytest.mark.parametrize(
    ("recognised", "hidden"),
    [(NOBODY, False), (ASKED_LATER, True), (AGREED, False)],
)
def test_who_did_not_agree_is_not_shown(desk, recognised, hidden):
    found = deposit(desk, "p.jpg", photo(), files(desk), recognised)
    assert (found.name in withheld(told(desk))) is hidden


def test_another_of_the_same_name_writes_over_nothing(desk):
    first = deposit(desk, "P.jpg", photo(), files(desk), NOBODY)
    second = deposit(desk, "p.JPG", photo((700, 500)), files(desk), ASKED_LATER)
    assert (first.name, second.name) == ("images/p.jpg", "images/p-2.jpg")
    assert (desk.root / "content" / first.name).read_bytes() == first.data
    assert [one.personnes for one in told(desk).of(Photographie)] == [True, False]


def test_the_same_picture_twice_is_kept_once_and_its_consent_changed(desk):
    deposit(desk, "p.jpg", photo(), files(desk), AGREED)
    again = deposit(desk, "p.jpg", photo(), files(desk), NOBODY)
    assert again.name == "images/p.jpg"
    (entry,) = told(desk).of(Photographie)
    assert (entry.personnes, entry.accord, entry.jusquau) == (False, False, None)


def test_the_list_that_is_there_keeps_its_lines(desk):
    folder = desk.root / "content/photographies"
    folder.mkdir()
    before = b"# Nos accords\r\n- fichier: images/a.jpg   # la fa\xc3\xa7ade\r\n  personnes: non\r\n"
    (folder / "accords.yml").write_bytes(before)
    (desk.root / "content/images").mkdir()
    deposit(desk, "p.jpg", photo(), files(desk), NOBODY)
    after = (folder / "accords.yml").read_bytes()
    assert after.startswith(before)
    assert b"fichier: images/p.jpg\r\n" in after
    assert not (folder / "photographies.yaml").exists()


def test_an_end_that_is_no_day_is_refused_before_anything_is_written(desk):
    with pytest.raises(Refused) as refused:
        deposit(desk, "p.jpg", photo(), files(desk), replace(AGREED, until="l’année prochaine"))
    assert "La fin de l’accord" in refused.value.sentence
    assert files(desk) == []


@pytest.mark.parametrize(
    ("today", "end"), [(date(2026, 11, 27), "31 août 2028"), (date(2027, 3, 1), "31 août 2028")]
)
def test_the_end_proposed_is_that_of_a_school_year(today, end):
    assert usual_end(today) == end

"""How parts are spread: one page for a sheet or a house that can stand on it, no page with two lines."""

import io

import pikepdf
import pytest
from PIL import Image

from filquartiers.model.kinds import Fiche, Maison
from filquartiers.render.print.pictures import PrintedPictures
from filquartiers.telling.values import Photo

from .conftest import PAPER, TODAY

FEWEST = 20  # words on an inner page, the code and the folio set aside


@pytest.fixture(scope="module")
def pages_of(made):
    """The pages of each entry of the brochure, by its title."""
    titles = made("programme").titles
    return {title: [n for n, one in titles.items() if one == title] for title in titles.values()}


def test_every_sheet_of_the_brochure_stands_on_one_page(edition, pages_of):
    shown = [one.titre for one in edition.site.of(Fiche) if one.titre in pages_of]
    assert shown
    assert all(len(pages_of[title]) == 1 for title in shown)


def test_every_house_stands_on_one_page_but_the_one_with_most_to_say(edition, pages_of):
    counts = {house.title: len(pages_of[house.title]) for house in edition.site.of(Maison)}
    assert counts.pop("La Corderie") == 2
    assert set(counts.values()) == {1}


def test_no_inner_page_is_nearly_empty(made, words):
    for name in ("programme", "programme-de-la-corderie"):
        inner = words(made(name).screen)[1:-1]
        assert all(len(text.split()) >= FEWEST for text in inner if "Notes" not in text)


def test_pages_before_the_first_title_have_none(made):
    titles = made("programme").titles
    assert 1 not in titles
    assert max(titles) == made("programme").pages


def test_days_with_the_same_hours_share_a_line(made, words):
    first, *_ = (n for n, title in made("programme").titles.items() if title == "La Corderie")
    page = words(made("programme").screen)[first - 1]
    days = ("Lundi", "Mardi au vendredi", "Samedi")
    assert [page.count(f"{day} ") for day in (*days, "Mercredi", "Vendredi")] == [1, 1, 1, 0, 0]
    assert sorted(days, key=page.index) == list(days)


def test_a_screen_gets_lighter_photographs(tmp_path):
    Image.effect_noise((2400, 1600), 60).save(tmp_path / "cour.jpg")
    pictures = PrintedPictures(tmp_path)
    assert pictures.place(Photo("cour.jpg", "", "La cour"))
    (photo,) = pictures.files.values()
    assert len(photo.screen) < len(photo.press(PAPER.inking)) / 3


def test_a_file_holds_only_the_photographs_it_shows(catalogue, composer):
    sheet = catalogue["fiches/atelier-velo"]
    assert sheet.pictures
    with pikepdf.open(io.BytesIO(composer.compile(sheet, TODAY))) as pdf:
        assert not any("/XObject" in one.get("/Resources", {}) for one in pdf.pages)

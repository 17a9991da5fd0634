"""The A5 brochure: facts on the right page, pages by four, the same bytes twice."""

import re

import pytest

from filquartiers.model.kinds import Brochure, Maison
from filquartiers.model.kinds.brochure import BrochurePart
from filquartiers.model.numbers import phone
from filquartiers.render.print import Composer
from filquartiers.render.print.products import Printer, booklets
from filquartiers.telling.printed.booklet import booklet

from .conftest import PAPER, TODAY

NARROW, NBSP = "\u202f", "\u00a0"
MM = 72 / 25.4


def spaced(text: str) -> str:
    """As `words` gives it back: every kind of space is one plain space."""
    return " ".join(text.split())


@pytest.fixture(scope="module")
def pages(made, words):
    return [spaced(page) for page in words(made("programme").screen)]


def test_pages_come_to_a_multiple_of_four(made, words):
    for name in ("programme", "programme-de-la-corderie"):
        assert made(name).pages % 4 == 0
        assert len(words(made(name).press)) == made(name).pages


def test_contents_name_the_page_where_each_part_begins(pages):
    parts = re.findall(r"([^\d]+?) (\d+)(?= |$)", pages[1].split("valmarin.example ")[1])
    assert len(parts) > 5
    for title, number in parts[:-1]:
        assert title.strip() in pages[int(number) - 1], title


def test_every_house_has_its_address_and_telephone(edition, pages):
    text = " ".join(pages)
    for house in edition.site.of(Maison):
        assert house.adresse in text
        for digits in house.telephones:
            assert phone(digits) in text


def test_no_page_is_blank_and_every_page_tells_its_number(pages):
    for number, page in enumerate(pages[1:-1], start=2):
        assert re.search(rf"\b{number}\b", page), number
        assert len(page) > len("Notes 40"), number


def test_french_spaces_are_in_the_file(made, raw):
    text = raw(made("programme").screen)
    assert NARROW in text
    assert f"jour{NBSP}:" in text


def test_press_variant_bleeds_and_screen_variant_does_not(made, opened):
    press, screen = opened(made("programme").press), opened(made("programme").screen)
    width = float(press.pages[0].mediabox[2])
    assert width == pytest.approx((148 + 6) * MM, abs=0.1)
    assert [float(side) for side in press.pages[0].trimbox[:2]] == pytest.approx([3 * MM, 3 * MM], abs=0.1)
    assert float(screen.pages[0].mediabox[2]) == pytest.approx(148 * MM, abs=0.1)


def test_press_variant_has_no_link_and_the_screen_one_has(made, opened):
    press, screen = opened(made("programme").press), opened(made("programme").screen)
    assert not any("/Annots" in page for page in press.pages)
    assert sum("/Annots" in page for page in screen.pages) > 10


def test_screen_variant_says_what_it_is(made, opened):
    screen = opened(made("programme").screen)
    assert screen.Root.Lang == "fr"
    assert screen.Root.MarkInfo.Marked
    metadata = screen.open_metadata()
    assert metadata["dc:title"] == "Au fil de Valmarin"
    assert metadata["pdfuaid:part"] == "1"
    assert len(list(screen.open_outline().root)) > 5


def test_same_bytes_with_another_compiler(edition, catalogue, made):
    again = Composer.of(edition).compose(catalogue["programme"], TODAY, PAPER)
    assert again.screen == made("programme").screen
    assert again.press == made("programme").press


def _with(edition, catalogue, sections, **changes):
    """What comes of the brochure with other parts: what is told of it, then the product."""
    entry = catalogue["programme"].brochure.model_copy(update={"sections": sections, **changes})
    return list(booklets(Printer.of(edition), entry))


@pytest.mark.parametrize("houses", [1, 2, 3, 4])
def test_whatever_the_parts_pages_come_by_four(edition, catalogue, composer, houses):
    chosen = edition.site.of(Maison)[:houses]
    sections = (
        BrochurePart(section="couverture"),
        BrochurePart(section="maisons", maisons=chosen),
        BrochurePart(section="crédits"),
    )
    (product,) = _with(edition, catalogue, sections)
    assert composer.compose(product, TODAY).pages % 4 == 0


def test_the_editor_chooses_what_fills_the_last_pages(edition, catalogue, composer, words):
    sections = (BrochurePart(section="couverture"), BrochurePart(section="crédits"))
    (product,) = _with(edition, catalogue, sections, remplissage=("contacts", "notes"))
    pages = words(composer.compose(product, TODAY).screen)
    assert len(pages) == 4
    assert pages[1].startswith("Nous joindre")
    assert pages[2].startswith("Notes")


def test_a_part_with_nothing_to_show_is_left_out(edition, catalogue):
    sections = (BrochurePart(section="couverture"), BrochurePart(section="fiches", theme="Astronomie"))
    (product,) = _with(edition, catalogue, sections)
    assert [part["part"] for part in product.data["parts"]] == ["couverture"]


def test_a_brochure_without_parts_shows_everything(edition, catalogue):
    entry = catalogue["programme"].brochure.model_copy(update={"sections": ()})
    shown = [part.part for part in booklet(edition.teller, entry).parts]
    assert shown[:3] == ["couverture", "sommaire", "présentation"]
    assert "maisons" in shown


def test_markup_in_content_stays_words(edition, catalogue, composer, words):
    sections = (
        BrochurePart(section="couverture", titre='#panic("x") *gras* $x$ \\ <a>'),
        BrochurePart(section="notes"),
    )
    (product,) = _with(edition, catalogue, sections)
    pages = words(composer.compose(product, TODAY).screen)
    assert '#panic("x")' in pages[0].replace("“", '"').replace("”", '"')
    assert "*gras*" in pages[0]


def test_all_brochures_of_the_site_are_products(edition, catalogue):
    assert {entry.slug for entry in edition.site.of(Brochure)} <= set(catalogue)

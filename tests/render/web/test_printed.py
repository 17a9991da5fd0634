"""What print has put beside the pages, and what the pages make of it."""

from dataclasses import replace

import pytest

from filquartiers.drawing import drawn_here
from filquartiers.made import Chapter, Facsimile, Made, Programme
from filquartiers.render.web import pages
from filquartiers.render.web.printed import Printed


def month(page: str, whose: str, year: int, number: int) -> Made:
    file = f"{page}{whose}-{year}-{number:02}.pdf"
    return Made(page, file, programme=Programme(whose, year, number))


FIRST = Facsimile(1, "brochures/programme/pages/01.png", 64, 90, "")
SEASON = Made(
    "brochures/programme/",
    "brochures/programme/programme.pdf",
    (FIRST,),
    (Chapter("Les maisons", 3, 0), Chapter("Le Phare", 4, 1)),
)
MADE = (
    SEASON,
    month("maisons/le-bac/", "le-bac", 2027, 1),
    month("maisons/le-bac/", "le-bac", 2026, 12),
    month("agenda/", "saint-nazaire", 2026, 12),
    month("agenda/", "romans", 2026, 12),
)


@pytest.fixture(scope="module")
def printed() -> Printed:
    return Printed(MADE)


def test_only_the_document_of_a_page_is_offered(printed: Printed) -> None:
    assert printed.about("brochures/programme/") == SEASON
    assert printed.document("brochures/programme/") == SEASON.file
    assert printed.document("brochures/autre/") == ""
    assert printed.document("maisons/le-bac/") == ""  # a month is not what the page is about


@pytest.mark.parametrize(("part", "words"), [("Les maisons", "Page 3 : Les maisons"), ("", "Page 3")])
def test_a_page_is_told_by_its_part(part: str, words: str) -> None:
    assert Facsimile(3, "", 1, 1, part).alternative == words


def test_the_nearest_programme_comes_first(printed: Printed) -> None:
    assert [link.label for link in printed.programmes("maisons/le-bac/")] == ["Décembre 2026", "Janvier 2027"]


def test_towns_tell_the_programmes_of_networks_apart(printed: Printed) -> None:
    towns = {"romans": "Romans", "saint-nazaire": "Saint-Nazaire"}
    labels = [link.label for link in printed.programmes("agenda/", towns)]
    assert labels == ["Décembre 2026, Romans", "Décembre 2026, Saint-Nazaire"]


def test_pages_offer_what_is_printed_and_no_dead_link_without(fictif) -> None:
    address = "site/brochures/programme/index.html"
    for edition, offered in ((fictif, False), (replace(fictif, printed=MADE), True)):
        made = {
            one.path: one.data.decode() for one in drawn_here(pages(edition)) if one.path.endswith(".html")
        }
        for words in (
            'href="../../brochures/programme/programme.pdf"',
            'href="../../brochures/programme/programme.pdf#page=3">Les maisons<',
            'width="64" height="90" alt="Page 1" loading="lazy"',
        ):
            assert (words in made[address]) is offered, words
        assert "#page=4" not in made[address]  # what a part holds is not told
        assert not any(".pdf" in html for path, html in made.items() if path.startswith("site/fiches/"))

"""From views to the data of typst: words are typeset, what is for programs is not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

import pytest

from filquartiers.model.addresses import short
from filquartiers.render.print import Product, products
from filquartiers.render.print.pictures import PrintedPictures
from filquartiers.render.print.typeset import Typesetter
from filquartiers.render.typography import typeset
from filquartiers.telling.blocks import Points, Section
from filquartiers.telling.items import SheetCards
from filquartiers.telling.values import SCREEN, Link, LongText, OnTheWeb, Verbatim

from .conftest import REPOSITORY, VALMARIN, edition_of

# What no reader reads, by name of field.
FOR_PROGRAMS = {
    "origin",
    "slug",
    "code",
    "parents",
    "address",
    "url",
    "target",
    "site",
    "email",
    "file",
    "type",
}


def texts(data: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text, with the name of its field."""
    if isinstance(data, str):
        yield name, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from texts(value, key)
    elif isinstance(data, list):
        for value in data:
            yield from texts(value, name)


@pytest.mark.parametrize("folder", [REPOSITORY, VALMARIN], ids=["reel", "fictif"])
def test_every_word_that_is_read_is_typeset(folder):
    edition = edition_of(folder)
    slugs = {entry.slug for entry in edition.site.everything()}
    printed = [one for one in products(edition) if isinstance(one, Product)]
    assert len(printed) > 5
    for product in printed:
        read = {(name, text) for name, text in texts(product.data) if name not in FOR_PROGRAMS | {"short"}}
        assert [one for one in read if one[1] not in slugs and typeset(one[1]) != one[1]] == [], product.name
        assert [one for one in read if "'" in one[1]] == [], product.name


@dataclass(frozen=True)
class Sample:
    """A field of each sort."""

    words: str
    name: Verbatim
    other: Verbatim | None
    codes: tuple[Verbatim, ...]
    points: tuple[str, ...]
    onward: Annotated[tuple[Link, ...], SCREEN]


def test_texts_for_programs_stay_as_they_are(tmp_path):
    told = Typesetter("https://rives.example/", PrintedPictures(tmp_path), frozenset(range(0x3000))).data(
        Sample("l'eau à 18h", "l'eau-18h", "18h", ("a 5%", "l'a"), ("l'a",), (Link("Ailleurs"),))
    )
    assert told == {
        "words": "l’eau à 18\u00a0h",
        "name": "l'eau-18h",
        "other": "18h",
        "codes": ["a 5%", "l'a"],
        "points": ["l’a"],
    }


def test_what_only_leads_elsewhere_is_left_out(tmp_path):
    setter = Typesetter("", PrintedPictures(tmp_path), frozenset(range(0x3000)))
    section = Section("suite", "La suite", (SheetCards(), Points(items=("Un point",))))
    (told,) = setter.data((section, Section("voisines", "Dans le même esprit", (SheetCards(),))))
    assert [block["type"] for block in told["blocks"]] == ["points"]


def test_addresses_are_whole_or_nothing(tmp_path):
    known, unknown = (
        Typesetter(base, PrintedPictures(tmp_path), frozenset(range(0x3000)))
        for base in ("https://rives.example/", "")
    )
    page, text = (
        OnTheWeb("fiches/", "À lire :"),
        LongText("Voir [là](fiches/soupe).", (("fiches/soupe", "fiches/"),)),
    )
    assert known.data(page)["short"] == short("https://rives.example/fiches/")
    assert unknown.data(page) is None
    assert known.data(Link("Là", "fiches/"))["url"] == "https://rives.example/fiches/"
    assert unknown.data(Link("Là", "fiches/"))["url"] is None
    assert unknown.data(Link("Là", "https://autre.example/"))["url"] == "https://autre.example/"
    links = [
        [one["target"] for one in node["children"] if one["type"] == "link"] for node in known.data(text)
    ]
    assert links == [["https://rives.example/fiches/"]]


def test_what_no_template_knows_is_a_fault_of_ours(tmp_path):
    with pytest.raises(TypeError, match="object"):
        Typesetter("", PrintedPictures(tmp_path), frozenset(range(0x3000))).data(object())

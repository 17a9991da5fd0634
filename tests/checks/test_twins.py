"""Sheets that tell nearly the same."""

import random
from datetime import date

from filquartiers.checks.twins import near_sheets
from filquartiers.model.fields import Prose
from filquartiers.model.kind import Origin
from filquartiers.model.kinds import KINDS, Fiche
from filquartiers.model.site import Site

TEXT = (
    "Une fois par mois les familles du quartier préparent ensemble un grand repas ouvert à tous les voisins."
)


def sheet(slug, text, titre="Le repas"):
    origin = Origin(f"content/fiches/{slug}.md")
    return Fiche(slug=slug, origin=origin, titre=titre, resume=Prose(text=text))


def told(*sheets):
    return list(near_sheets(Site({"fiche": sheets}, KINDS, date(2027, 1, 5))))


def test_the_longer_one_is_proposed():
    (one,) = told(sheet("a", TEXT), sheet("b", f"{TEXT} Même l’hiver."))
    assert one.where.file == "content/fiches/a.md"
    assert "fiches/b.md" in one.hint


def test_a_copy_is_told_even_when_it_says_more():
    (one,) = told(sheet("a", TEXT), sheet("a - Copie", f"{TEXT} Même l’hiver."))
    assert one.where.file == "content/fiches/a - Copie.md"
    assert "fiches/a.md" in one.hint


def test_accents_case_and_signs_do_not_matter():
    assert len(told(sheet("a", TEXT), sheet("b", f"**{TEXT.upper()}**"))) == 1


def test_other_texts_are_left_alone():
    other = (
        "Le jeudi, des bénévoles réparent les vélos des collégiens et leur apprennent à régler les freins."
    )
    assert told(sheet("a", TEXT), sheet("b", other)) == []


def test_nearly_empty_sheets_are_left_alone():
    assert told(sheet("a", "À venir."), sheet("b", "À venir.")) == []


def test_a_stock_phrase_makes_no_twins():
    words = random.Random(7)  # noqa: S311  the same texts each time
    texts = [" ".join(str(words.randrange(10**6)) for _ in range(60)) for _ in range(40)]
    assert told(*(sheet(str(rank), f"{TEXT} {text}") for rank, text in enumerate(texts))) == []

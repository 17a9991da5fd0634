"""``build/a-corriger.html``: by house, whole in one file, readable by all."""

import re
from datetime import date
from pathlib import Path

import html5lib
import pytest
import yaml

from filquartiers.model.identity import Identity
from filquartiers.problems import Where, problem
from filquartiers.render.mending import ALL, SEVERAL, mending_page, parts_of

ROOT = Path(__file__).parents[2]
TOLD = [
    problem("fichier-vide", Where("content/fiches/a.md")),
    problem("cle-illisible", Where("content/fiches/a.md", 3, 1, 4, "<b>&\t")),
    problem("diese", Where("content/maisons/le-bac.md", 2, 7, 3, "titre: # x"), perdu="<script>", gardee="&"),
    problem("a-completer", Where("content/maisons/le-bac.md", 2), champ="Accès", aide=""),
    problem("a-completer", Where("content/pactes/deux.md", 2), champ="Valeurs", aide=""),
    problem("contenu-absent", Where()),
]
HOUSES = {
    "content/fiches/a.md": ("Les Saules",),
    "content/maisons/le-bac.md": ("Le Bac",),
    "content/pactes/deux.md": ("Le Bac", "Les Saules"),
}


@pytest.fixture(scope="module")
def identity():
    plain = yaml.load((ROOT / "assets/identite.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    return Identity.model_validate(plain)


@pytest.fixture(scope="module")
def page(identity):
    return mending_page(TOLD, HOUSES, date(2027, 1, 5), identity, [ROOT / "templates"]).data.decode()


def test_houses_then_what_they_share_then_the_rest():
    parts = parts_of(TOLD, HOUSES)
    assert [part.title for part in parts] == ["Le Bac", "Les Saules", SEVERAL, ALL]
    assert [(part.mendings, part.gaps) for part in parts] == [(1, 1), (2, 0), (0, 1), (1, 0)]
    assert len({part.anchor for part in parts}) == len(parts)


def test_the_page_is_valid_and_fetches_nothing(page):
    parser = html5lib.HTMLParser(strict=True)
    tree = parser.parse(page)
    assert tree.tag.endswith("html")
    assert not re.search(r"<(script|link|img|iframe)\b|https?://|url\(", page)


def test_what_editors_typed_is_escaped(page):
    assert "&lt;script&gt;" in page
    assert "<mark>&lt;b&gt;&amp;</mark>" in page
    assert "<script>" not in page


def test_every_problem_is_there(page):
    text = re.sub(r"\s+", " ", page.replace("\u202f", " ").replace("\u00a0", " "))
    for one in TOLD:
        assert one.subject in text
        assert one.subject or one.message.replace("<script>", "&lt;script&gt;") in text


def test_each_link_of_the_summary_has_its_part(page):
    targets = re.findall(r'href="#([^"]+)"', page)
    assert targets
    assert all(f'id="{target}"' in page for target in targets)


def test_nothing_to_mend(identity):
    page = mending_page([], {}, date(2027, 1, 5), identity, [ROOT / "templates"]).data.decode()
    assert "Rien à signaler" in page
    assert "<section" not in page

"""A new kind takes one class and one template; everything else follows from them."""

from datetime import date
from pathlib import Path
from time import perf_counter
from typing import Annotated, ClassVar

import pytest

from filquartiers.build import Project, build
from filquartiers.guides import editor_schema, guide
from filquartiers.model.fields import REF, Texte, field
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds import KINDS, Maison

TEMPLATE = """{% extends "base.html" %}
{% block contenu %}
<h1>{{ page.told.title }}</h1>
{% for fact in view.section("donnees").blocks[0].facts if fact.label == "Invité" %}
<p class="invite">{{ fact.words }}</p>
{% endfor %}
{% endblock %}
"""


class Emission(Entry):
    """Une émission de radio."""

    kind: ClassVar[Kind] = Kind("emission", "Émission", "Les émissions", "emissions", address="emissions")

    titre: Texte = field("Le titre de l’émission.", required=True)
    maison: Annotated[Maison, REF] = field("La maison qui la prépare.", required=True)
    invite: Texte | None = field("La personne invitée.", label="Invité", wanted=True)

    @property
    def title(self) -> str:
        return self.titre


@pytest.fixture
def site(tmp_path: Path, examples: Path) -> Path:
    """The smallest project, with two broadcasts and the template of their page."""
    for file in (examples / "mini" / "content").rglob("*"):
        if file.is_file():
            copy = tmp_path / file.relative_to(examples / "mini")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    house = min((tmp_path / "content/maisons").glob("*.md")).stem
    (tmp_path / "content/emissions").mkdir()
    (tmp_path / "content/emissions/premiere.md").write_text(
        f"---\ntitre: La première\nmaison: {house}\ninvité: Une voisine\n---\n", encoding="utf-8"
    )
    (tmp_path / "content/emissions/seconde.md").write_text(
        f"---\ntitre: La seconde\nmaison: {house}\n---\n", encoding="utf-8"
    )
    (tmp_path / "templates/site").mkdir(parents=True)
    (tmp_path / "templates/site/emission.html").write_text(TEMPLATE, encoding="utf-8")
    outcome = build(Project(tmp_path, date(2026, 11, 21), kinds=(*KINDS, Emission)), perf_counter)
    assert not outcome.blocked, outcome.problems
    gaps = [one for one in outcome.problems if one.code == "a-completer" and "emissions" in one.where.file]
    assert [one.where.file for one in gaps] == ["content/emissions/seconde.md"]
    return tmp_path / "build/site"


def test_its_page_its_index_its_search_entry_and_its_place_in_the_sitemap(site: Path) -> None:
    page = (site / "emissions/premiere/index.html").read_text(encoding="utf-8")
    assert '<p class="invite">Une voisine</p>' in page
    index = (site / "emissions/index.html").read_text(encoding="utf-8")
    assert 'href="../emissions/premiere/index.html"' in index
    assert 'href="../emissions/seconde/index.html"' in index
    assert "Les émissions" in index
    assert "emissions/premiere/index.html" in (site / "recherche/index.html").read_text(encoding="utf-8")
    assert "/emissions/premiere/" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_its_field_guide_and_its_schema() -> None:
    assert "La personne invitée." in guide(Emission)
    assert editor_schema(Emission)["properties"]["invite"]["title"] == "Invité"

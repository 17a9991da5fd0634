"""A kind on a par with the others: its class, its telling, its template; everything else follows from them.

The whole program is copied, the kind is added as its developer would, and what comes out is looked at. What
is written here is what it takes: at most five files.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

ROOT = Path(__file__).parents[1]

CLASS = '''"""L’émission de radio."""

from datetime import date
from typing import Annotated, ClassVar

from filquartiers.model.fields import REF, Jour, Long, Prose, Texte, field
from filquartiers.model.kind import Entry, Kind
from filquartiers.model.kinds.maison import Maison


class Emission(Entry):
    """Une émission de radio."""

    kind: ClassVar[Kind] = Kind(
        "emission", "Émission", "Les émissions", "emissions",
        address="emissions", menu="Radio", home="À la radio", part="émissions",
    )

    titre: Texte = field("Le titre de l’émission.", required=True)
    maison: Annotated[Maison, REF] = field("La maison qui la prépare.", required=True)
    invite: Texte | None = field("La personne invitée.", label="Invité", wanted=True)
    diffusion: Jour | None = field("Le jour de la diffusion.")
    resume: Long = field("Ce dont on parle.", label="Résumé", default=Prose())

    @property
    def title(self) -> str:
        """Son titre."""
        return self.titre

    @property
    def summary(self) -> str:
        """Son résumé."""
        return self.resume.text

    @property
    def network(self):
        """Celui de sa maison."""
        return self.maison.reseau

    @property
    def news_day(self) -> date | None:
        """Le jour de sa diffusion."""
        return self.diffusion
'''
TELLING = '''"""A broadcast: who prepares it, with whom, when."""

from filquartiers.model.kinds.emission import Emission
from filquartiers.telling.parts import fact, known_facts, section, sections, text
from filquartiers.telling.teller import Teller
from filquartiers.telling.views import EntryView
from filquartiers.telling.words import day_words


def emission(teller: Teller, entry: Emission) -> EntryView:
    """All that a broadcast says."""
    return EntryView(
        **teller.identity(entry),
        facts=known_facts(fact("Avec", entry.invite), fact("Le", day_words(entry.diffusion))),
        houses=teller.knots((entry.maison,)),
        sections=sections(section("resume", "On y parle de", text(teller, entry, "resume"))),
    )
'''
TEMPLATE = """{% extends "base.html" %}
{% from "composants/bloc.html" import etapes %}
{% from "composants/encadre.html" import donnees %}
{% block chapeau %}<dl class="donnees donnees-de-front">{{ donnees(page, view.facts) }}</dl>{% endblock %}
{% block etapes %}{{ etapes(page, view) }}{% endblock %}
"""
MODEL, TELLINGS = "src/filquartiers/model/kinds", "src/filquartiers/telling"
NEW = {
    f"{MODEL}/emission.py": CLASS,
    f"{TELLINGS}/emission.py": TELLING,
    "templates/site/emission.html": TEMPLATE,
}
LINES = {
    f"{MODEL}/contents.py": (
        ("    Page,\n)", "    Page,\n    Emission,\n)"),
        ("import Charte\n", "import Charte\nfrom filquartiers.model.kinds.emission import Emission\n"),
    ),
    f"{TELLINGS}/kinds.py": (
        ("    Page: page,\n", "    Page: page,\n    Emission: emission,\n"),
        (
            "import charte\n",
            (
                "import charte\nfrom filquartiers.model.kinds.emission import Emission\n"
                "from filquartiers.telling.emission import emission\n"
            ),
        ),
    ),
}
FIRST = """---
titre: La première
maison: {house}
invité: Une voisine
diffusion: 14 novembre 2026
---

## Résumé

Le quai."""
BROCHURE = "titre: Au micro\nreseau: {network}\nsections:\n  - section: couverture\n  - section: émissions\n"


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory, examples: Path) -> Path:
    """The program with one kind more, and what it makes of the smallest project."""
    program, project = tmp_path_factory.mktemp("programme"), tmp_path_factory.mktemp("projet")
    for folder in ("src", "templates", "assets"):
        shutil.copytree(ROOT / folder, program / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in NEW.items():
        (program / name).write_text(text, encoding="utf-8")
    for name, changes in LINES.items():
        _change(program / name, changes)
    shutil.copytree(examples / "mini/content", project / "content")
    _write_content(project / "content")
    run(program, "build", "--projet", str(project), "--date", "2026-11-21")
    (project / "build/champs.txt").write_text(run(program, "fields", "emission"), encoding="utf-8")
    return project / "build"


def run(program: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "filquartiers", *arguments]
    environment = os.environ | {"PYTHONPATH": str(program / "src")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _change(file: Path, changes: tuple[tuple[str, str], ...]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, (file, old)
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def _write_content(content: Path) -> None:
    house, network = (min((content / name).glob("*.md")).stem for name in ("maisons", "reseaux"))
    (content / "emissions").mkdir()
    (content / "brochures").mkdir(exist_ok=True)
    second = f"---\ntitre: La seconde\nmaison: {house}\n---\n"
    (content / "emissions/premiere.md").write_text(FIRST.format(house=house), encoding="utf-8")
    (content / "emissions/seconde.md").write_text(second, encoding="utf-8")
    (content / "brochures/micro.yaml").write_text(BROCHURE.format(network=network), encoding="utf-8")


def page(build: Path, address: str) -> str:
    return (build / "site" / address / "index.html").read_text(encoding="utf-8")


def test_it_takes_five_files() -> None:
    assert len(NEW) + len(LINES) <= 5


def test_its_page_and_its_index(build: Path) -> None:
    shown = page(build, "emissions/premiere")
    assert "<dt>Avec</dt><dd>Une voisine</dd>" in shown
    assert "On y parle de" in shown
    index = page(build, "emissions")
    assert 'href="../emissions/premiere/index.html"' in index
    assert 'href="../emissions/seconde/index.html"' in index


def test_its_place_in_the_menu_and_on_the_home_page(build: Path) -> None:
    home = page(build, "")
    assert '<a href="emissions/index.html">Radio</a>' in home
    assert "À la radio" in home
    assert 'href="emissions/premiere/index.html"' in home


def test_search_sitemap_news_and_open_data(build: Path) -> None:
    site = build / "site"
    assert '"emissions/premiere/"' in (site / "recherche/index.js").read_text(encoding="utf-8")
    assert "/emissions/premiere/" in (site / "sitemap.xml").read_text(encoding="utf-8")
    atom = (site / "atom.xml").read_text(encoding="utf-8")
    assert "La première" in atom
    assert "La seconde" not in atom
    assert "Une voisine" in (site / "donnees/emissions.csv").read_text(encoding="utf-8")


def test_its_part_of_a_brochure(build: Path) -> None:
    pdf = pypdfium2.PdfDocument(build / "impression/micro-ecran.pdf")
    text = " ".join(one.get_textpage().get_text_range() for one in pdf)
    for words in ("Les émissions", "La première", "Avec", "Une voisine", "On y parle de", "Le quai."):
        assert words in text


def test_what_is_left_to_complete_is_told(build: Path) -> None:
    told = (build / "a-corriger.html").read_text(encoding="utf-8")
    assert "seconde.md" in told
    assert "Invité" in told


def test_its_field_guide(build: Path) -> None:
    assert "La personne invitée." in (build / "champs.txt").read_text(encoding="utf-8")

"""What the documents say and do not say, against what is published: the files, the pages, the PDFs.

The tables were copied from the documents, not from ``content/``. ``SAID`` must be read where it is told;
``UNSAID`` says something else than a document, or nobody said it: it may be nowhere.
"""

import re
from collections.abc import Mapping
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pikepdf
import pypdfium2
import pytest

from filquartiers.build import RENDERERS, travel
from filquartiers.content import Loaded
from filquartiers.model.kinds import Evenement
from filquartiers.model.text import folded
from filquartiers.project import Project

ROOT = Path(__file__).parents[2]
NOTICE = "Démonstration : n’engage aucune des structures citées"
PACT = ("pactes/saint-nazaire/index.html", "saint-nazaire-ecran.pdf", "depliant-pactes-ecran.pdf")
LEAFLET = ("depliant-pactes-ecran.pdf",)
CHARTER = ("chartes/fabrique-des-politiques-sociales/index.html", "saint-nazaire-ecran.pdf")
TREE = ("objectifs/cooperation-romans/index.html", "romans-ecran.pdf", "arbre-romans-ecran.pdf")
ROMANS = ("romans/index.html", "romans-ecran.pdf")
NAZAIRE = ("saint-nazaire/index.html", "saint-nazaire-ecran.pdf")
WOMEN = ("fiches/place-de-femmes/index.html", "fiches/place-de-femmes.pdf")

CONTACTS = ("maisons/index.html", "saint-nazaire-ecran.pdf", "depliant-pactes-ecran.pdf")

# The six houses, as the leaflet gives them.
STREETS = (
    "3 Rue du Dr A. Calmette", "29 Rue des Frênes", "1 Rue des Ajoncs", "92 route du Château de Beauregard",
    "70 Rue Ferdinand Buisson", "1 Rue Emile Combes",
)  # fmt: skip
PHONES = (
    "02 40 70 95 92", "02 40 70 35 22", "02 28 55 99 90", "02 51 10 11 20", "02 40 53 50 00",
    "06 19 64 16 79",
)  # fmt: skip

# What a document says, and where we tell it.
SAID = (
    # The leaflet of the pacts, 2024.
    *((known, CONTACTS) for known in (*STREETS, *PHONES)),
    ("à travers le numérique", PACT),
    ("accompagnement socio-éducatif", PACT),
    ("les acteurs politiques", PACT),
    ("isolement social", PACT),
    ("des principes et des valeurs", PACT),
    ("des signataires", PACT),
    ("ces lignes restent à compléter", PACT),
    ("au service des habitant·e·s de Saint-Nazaire", PACT),
    ("une dynamique partenariale", LEAFLET),
    ("ont signé un pacte avec leurs partenaires", (*PACT, *NAZAIRE)),
    # The charter of 2017.
    ("Imaginons la ville ensemble", CHARTER),
    ("Pourquoi la Ville s’y engage", CHARTER),
    ("Écouter les habitants", CHARTER),
    ("Étudiés sous deux angles", CHARTER),
    ("La coordination des partenaires de l'action sociale", CHARTER),
    ("(annoncé)", ("saint-nazaire-ecran.pdf",)),
    # The tree of objectives.
    ("Sa légende annonce bien de « Nouvelles actions »", TREE),
    ("matériel bureautique", TREE),
    ("des opportunités de mobilité", TREE),
    ("« Consommions autrement (VRA) »", TREE),
    # The presentation of the cooperation, without a date.
    ("depuis 3 ans", ROMANS),
    ("un acteur collectif", ROMANS),
    ("dès l'adhésion", ROMANS),
    ("Elles gèrent des équipements", ROMANS),
    ("elle favorise la mobilité et la représentation", ROMANS),
    ("La gouvernance se veut dynamique", ROMANS),
    ("sans date, présentation de la Coopération", ROMANS),
    ("2018, présentation de la Coopération", ROMANS),
    # The directory's listing.
    ("des jeunes filles et des femmes enceintes", WOMEN),
    ("obésité morbide", WOMEN),
    ("des remises à niveau", WOMEN),
    ("Pour le centre social", WOMEN),
)  # fmt: skip

UNSAID = (
    "vers le numérique",
    "Accompagner les enfants seuls",
    "élu·e·s",
    "ont chacune signé",
    "avaient signé le leur",
    "très jeunes femmes",
    "matériel de bureau",
    "de changer de maison",
    "sa légende « Nouvelles actions » ont disparu",
    "d’une seule voix",
    "profiter aussi des deux autres",
    "réunies au même endroit",
    "Un objet fabriqué",
    "Un bénévole pourra corriger",
    "Édité par",
    "Commanditaire",
    "Les personnes nommées ont donné leur accord",
    "Adresse et téléphone à venir",
)


def _bare(text: str) -> str:
    """Without blanks: a word cut at the end of a line keeps its hyphen in a PDF."""
    return words(text).replace(" ", "")


def words(text: str) -> str:
    return " ".join(folded(re.sub(r"[\u00ad\ufffe\ufffd]\s*", "", text)).split())


@pytest.fixture(scope="module")
def artifacts() -> Mapping[str, bytes]:
    """All that is published, by path."""
    made = travel(Project(ROOT, date(2026, 11, 21)), RENDERERS, perf_counter).artifacts
    return {artifact.path: artifact.data for artifact in made}


@pytest.fixture(scope="module")
def published(artifacts) -> Mapping[str, str]:
    """What readers find: the words of each page and of each printed thing, by its name."""
    told: dict[str, str] = {}
    for path, data in artifacts.items():
        name = path.split("/", 1)[1]
        if name.endswith(".html"):
            told[name] = words(unescape(re.sub(r"<style.*?</style>|<[^>]+>", " ", data.decode())))
        elif name.endswith(".txt"):
            told[name] = words(data.decode())
        elif name.endswith(".pdf") and path.startswith("impression/"):
            told[name] = words("\n".join(_pages(data)))
    return told


def _pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


@pytest.fixture(scope="module")
def typed(content: Path) -> Mapping[str, str]:
    """The words that editors typed, file by file."""
    files = (file for file in content.rglob("*") if file.suffix in {".md", ".yaml"})
    return {str(file): words(file.read_text(encoding="utf-8")) for file in files}


@pytest.mark.parametrize(("said", "where"), SAID)
def test_what_the_documents_say_is_told(published, said: str, where: tuple[str, ...]) -> None:
    assert [name for name in where if _bare(said) not in _bare(published[name])] == []


@pytest.mark.parametrize("unsaid", UNSAID)
def test_what_nobody_said_is_nowhere(published, typed, unsaid: str) -> None:
    everything = {**published, **typed}
    assert [name for name, told in everything.items() if f" {words(unsaid)} " in f" {told} "] == []


def test_what_we_look_for_can_be_found(published) -> None:
    assert any("caracteres bricolage grotesque" in told for told in published.values())
    assert sum(name.endswith(".pdf") for name in published) > 20


def test_each_page_of_paper_says_that_this_is_a_demonstration(artifacts) -> None:
    papers = {path: data for path, data in artifacts.items() if path.endswith((".pdf", "bon.txt"))}
    assert len(papers) > 40
    for path, data in papers.items():
        for text in [data.decode()] if path.endswith(".txt") else _pages(data):
            assert words(NOTICE) in words(text), path


def test_each_press_file_says_it_of_itself_and_names_no_publisher(artifacts) -> None:
    files = [data for path, data in artifacts.items() if path.endswith("-imprimeur.pdf")]
    assert files
    for data in files:
        with pikepdf.open(BytesIO(data)) as pdf:
            assert words(NOTICE) in words(str(pdf.docinfo["/Subject"]))
            assert "/Author" not in pdf.docinfo


@pytest.mark.parametrize("ending", [".ics", "atom.xml", "feed.json", "agenda/tous.json"])
def test_each_feed_says_it(artifacts, ending: str) -> None:
    feeds = {path: data for path, data in artifacts.items() if path.endswith(ending)}
    assert feeds
    for path, data in feeds.items():
        assert "demonstration" in words(data.decode().replace("\r\n ", "")), path


def test_no_network_announces_what_other_towns_do(loaded: Loaded, published) -> None:
    elsewhere = [event.titre for event in loaded.site.of(Evenement) if event.network is None]
    assert len(elsewhere) == 6
    for network in ("saint-nazaire", "romans"):
        told = published.get(f"agenda/reseau/{network}/index.html", "")
        assert [title for title in elsewhere if f" {words(title)} " in told] == []
    ours, apart = published["agenda/index.html"].split(" ailleurs ce que racontent ", 1)
    assert [title for title in elsewhere if words(title) in ours] == []
    assert sum(words(title) in apart for title in elsewhere) == 5


def test_the_examples_of_the_guides_are_those_of_no_house() -> None:
    real = ("kerlede", "kerlédé", "avalix", "agora", "02 40 70", "02 40 53", "44600", "saint-nazaire")
    guides = {
        file.name: file.read_text(encoding="utf-8").lower() for file in (ROOT / "docs/champs").iterdir()
    }
    assert [(name, one) for name, text in guides.items() for one in real if one in text] == []

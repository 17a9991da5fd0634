"""People are named only with their consent: in no page, feed or file of what is published."""

import shutil
from datetime import date
from io import BytesIO
from time import perf_counter

import pikepdf
import pytest
from PIL import Image

from filquartiers.build import RENDERERS, travel
from filquartiers.project import Project

TODAY = date(2027, 1, 5)
TEAM = """equipe:
  - nom: Camille Agréée
    accord: oui
    jusquau: 31 août 2027
  - nom: Dominique Muette
  - nom: Claude Refusante
    accord: non
  - nom: Sacha Échue
    accord: oui
    jusquau: 4 janvier 2027
  - nom: Alix Dernier-Jour
    accord: oui
    jusquau: 5 janvier 2027
"""


@pytest.fixture(scope="module")
def published(examples, tmp_path_factory):
    """Everything that the renderers give, decoded as well as can be."""
    root = shutil.copytree(examples / "mini", tmp_path_factory.mktemp("personnes") / "projet")
    house = root / "content/maisons/le-bac.md"
    text = house.read_text(encoding="utf-8").replace("langues:", f"{TEAM}langues:")
    house.write_text(text, encoding="utf-8")
    renderers = {name: renderer for name, renderer in RENDERERS.items() if name != "impression"}
    artifacts = travel(Project(root, TODAY), renderers, perf_counter).artifacts
    return "\n".join(artifact.data.decode("utf-8", "replace") for artifact in artifacts)


@pytest.mark.parametrize("name", ["Agréée", "Dernier-Jour"])
def test_those_who_agreed_are_named(published, name):
    assert name in published


@pytest.mark.parametrize("name", ["Muette", "Refusante", "Échue"])
def test_the_others_are_nowhere(published, name):
    assert name not in published


# --- photographs ----------------------------------------------------------------------------------

RECORDS = {
    "accordee": "accord: oui\n  jusquau: 31 août 2027",
    "dernier-jour": "accord: oui\n  jusquau: 5 janvier 2027",
    "facade": "personnes: non",
    "echue": "accord: oui\n  jusquau: 4 janvier 2027",
    "muette": "accord: non",
}
SHOWN = {"accordee", "dernier-jour", "facade", "inconnue"}


@pytest.fixture(scope="module")
def photographed(examples, tmp_path_factory):
    """The pages and the sheet of an action that shows each photograph in its text, and one as its own."""
    root = shutil.copytree(examples / "mini", tmp_path_factory.mktemp("photos") / "projet")
    content = root / "content"
    for folder in ("images", "photographies"):
        (content / folder).mkdir(exist_ok=True)
    for rank, name in enumerate((*RECORDS, "inconnue")):
        Image.new("RGB", (640, 480), (rank * 30, 80, 120)).save(content / f"images/{name}.png")
    records = "\n".join(f"- fichier: images/{name}.png\n  {said}" for name, said in RECORDS.items())
    (content / "photographies/accords.yaml").write_text(records + "\n", encoding="utf-8")
    texts = "\n\n".join(f"![Une image](images/{name}.png)" for name in (*RECORDS, "inconnue"))
    sheet = content / "fiches/atelier.md"
    head = "titre: Atelier\nimage: images/{}.png\nimage_description: Une image\n"
    sheet.write_text(f"---\n{head.format('echue')}---\n\n{texts}\n", encoding="utf-8")
    (content / "fiches/autre.md").write_text(f"---\n{head.format('facade')}---\n", encoding="utf-8")
    return travel(Project(root, TODAY), RENDERERS, perf_counter)


def test_a_photograph_is_shown_while_consent_lasts(photographed):
    files = [one.path for one in photographed.artifacts if one.path.endswith(".webp")]
    assert {path.rsplit("/", 1)[-1].rsplit("-", 1)[0] for path in files} == SHOWN
    page = next(one for one in photographed.artifacts if one.path == "site/fiches/atelier/index.html")
    assert page.data.decode().count("<img") == len(SHOWN)


def test_a_photograph_without_consent_is_not_printed(photographed):
    sheets = {
        one.path: one.data for one in photographed.artifacts if one.path.startswith("impression/fiches/")
    }
    assert _images(sheets["impression/fiches/atelier.pdf"]) == 0
    assert _images(sheets["impression/fiches/autre.pdf"]) == 1


def _images(pdf):
    with pikepdf.open(BytesIO(pdf)) as document:
        return sum(
            one.get("/Subtype") == "/Image" for one in document.objects if isinstance(one, pikepdf.Stream)
        )


def test_what_is_not_known_of_photographs_is_told(photographed):
    told = {(one.code, one.where.file) for one in photographed.problems if one.code.startswith("photo-")}
    assert told == {
        ("photo-accord-manquant", "content/photographies/accords.yaml"),
        ("photo-accord-echu", "content/photographies/accords.yaml"),
        ("photo-accord-bientot-echu", "content/photographies/accords.yaml"),
        ("photo-sans-accord", "content/fiches/atelier.md"),
    }

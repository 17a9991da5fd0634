"""People are named only with their consent: in no page, feed or file of what is published."""

import shutil
from datetime import date
from time import perf_counter

import pytest

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

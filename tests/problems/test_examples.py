"""Each « À éviter » and « À écrire » of the catalogue is read by the real reader, where it belongs.

An example is laid into a small sound project in every place that may be meant (`PLACES`). In one of them at
least, what is to be avoided must get its own message, and what is to be written must stand without it and
without any error. One that describes a situation in words is listed, and shown by the gallery or a test.
"""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from filquartiers.checks import check_site
from filquartiers.content import Remembered, load
from filquartiers.model.kinds import KINDS
from filquartiers.problems import CATALOGUE, Gravity, Message

DAY = date(2027, 1, 5)
FAMILIES = ("fichiers", "ecriture", "champs", "agenda", "site", "textes", "doutes")
MESSAGES = [message for family in FAMILIES for message in CATALOGUE.families[family]]
TESTS = Path(__file__).parents[1]
GALLERY = TESTS / "fautes"
_FIELD = re.compile(r"^['\"“\[]?(\w+)", re.UNICODE)

# What the examples name.
BESIDE = {
    "reseaux/valmarin.md": "---\nnom: Valmarin\nville: Valmarin\ndemonstration: oui\n---\n",
    "maisons/le-phare.md": "---\nnom: Le Phare\nreseau: belleville\n---\n",
    "pages/programme.md": "---\ntitre: Programme\n---\n\nTout le programme.\n",
    "objectifs/arbre.yaml": "titre: L’arbre\nfinalites:\n  - titre: Mieux vivre\n    objectifs:\n"
    "      - titre: Ensemble\n        actions:\n          - code: commandes-groupees\n"
    "            titre: Commandes groupées\n          - code: convivialite\n            titre: La fête\n",
}
SHEET = (
    "titre: Essai\nstructure: Le Bac\ndepartement: Côte-Azuline\nstatut: en cours\ndimension: Citoyenneté\n"
)
SHEET += "mots_cles: Solidarité\npublic: familles\nterritoire: Un quartier\nmaisons: le-bac\n"
HOUSE = "nom: Essai\nreseau: belleville\nadresse: 1 quai\ncode_postal: 99200\ntelephone: 02 61 91 20 11\n"
HOUSE += "courriel: essai@belleville.example\nhoraires:\n  lundi: 9h-12h\nlangues: français\n"
HOUSE += "position:\n  latitude: 47,1\n  longitude: -3,2\n"
NETWORK = "nom: Essai\nville: Belleville\nzone_scolaire: B\ndemonstration: oui\n"
PACT = (
    "titre: Essai\nreseau: belleville\nmaisons: le-bac\nsignature: 12 mars 2025\necheance: 31 décembre 2028\n"
)


def fields(base: str, snippet: str) -> str:
    """The fields of ``base`` without those that a snippet gives, then the snippet."""
    lines = snippet.splitlines()
    given = {found[1] for line in lines if (found := _FIELD.match(line))}
    kept, keep = [], True
    for line in base.splitlines():
        if not line.startswith((" ", "-")):
            keep = line.partition(":")[0] not in given
        kept += [line] * keep
    return "\n".join([*kept, *lines]) + "\n"


def header(base: str) -> Callable[[str], str]:
    return lambda snippet: f"---\n{fields(base, snippet)}---\n\n## Résumé\n\nUn texte.\n"


def indented(before: str, base: str = "") -> Callable[[str], str]:
    """Under a list: the first line after its dash, the others below it."""
    spaces = " " * (len(before.splitlines()[-1]) if before else 2)
    lead = before or "- "

    def lay(snippet: str) -> str:
        lines = fields(base, snippet).rstrip("\n").splitlines()
        return lead + f"\n{spaces}".join(lines) + "\n"

    return lay


def within(base: str, lead: str) -> Callable[[str], str]:
    """Deep in a header: after ``lead``, whose last line says how far the snippet stands."""
    margin = " " * (len(lead.rpartition("\n")[2]))

    def lay(snippet: str) -> str:
        return f"---\n{base}{lead}" + f"\n{margin}".join(snippet.splitlines()) + "\n---\n"

    return lay


def event(base: str) -> Callable[[str], str]:
    return indented("", base)


PAGE = "---\ntitre: Essai\n---\n\n"
EVENT = "titre: Essai\nmaison: le-phare\n"
PLACES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("pages/essai.md", lambda snippet: snippet),
    ("pages/essai.md", lambda snippet: PAGE + snippet + "\n"),
    ("pages/essai.md", lambda snippet: PAGE + "## Titre\n\n" + snippet + "\n"),
    ("fiches/essai.md", lambda snippet: f"---\n{SHEET}---\n\n{snippet}\n"),
    ("fiches/essai.md", header(SHEET)),
    ("maisons/essai.md", header(HOUSE)),
    ("fiches/essai.md", lambda snippet: snippet + "\n"),
    ("fiches/essai.md", within(SHEET, "budget:\n  charges:\n    - poste: Achats\n      ")),
    ("maisons/essai.md", within(HOUSE.partition("horaires")[0], "horaires:\n  ")),
    ("maisons/essai.md", within(HOUSE, "equipe:\n  - nom: Camille\n    ")),
    ("maisons/essai.md", within(HOUSE, "equipe:\n  - nom: Camille\n    accord: oui\n    ")),
    ("maisons/essai.md", lambda snippet: f"---\n{HOUSE}---\n\n{snippet}\n"),
    ("chartes/essai.md", header("titre: Essai\nreseau: belleville\naxes:\n  - Un\n  - Deux\n")),
    (
        "chartes/essai.md",
        within(
            "titre: Essai\nreseau: belleville\naxes:\n  - Un\n  - Deux\n",
            "ateliers:\n  - titre: T\n    seances:\n      - horaire: 9h\n        date: 6/4/2027\n        ",
        ),
    ),
    ("reseaux/belleville.md", header(NETWORK)),
    ("reseaux/belleville.md", within(NETWORK, "accessibilite:\n  ")),
    ("reseaux/belleville.md", within(NETWORK, "chiffres:\n  ")),
    ("pactes/essai.md", header(PACT)),
    ("pages/essai.md", header("titre: Essai\n")),
    ("calendrier/essai.yaml", lambda snippet: snippet + "\n"),
    ("calendrier/essai.yaml", event(EVENT)),
    ("calendrier/essai.yaml", event(EVENT + "debut: 3 novembre 2026\n")),
    ("calendrier/essai.yaml", event(EVENT + "debut: 6 janvier 2027\nfin: 7 janvier 2027\n")),
    (
        "calendrier/essai.yaml",
        event(EVENT + "quand: tous les mercredis, du 4 novembre 2026 au 30 juin 2027\n"),
    ),
    ("photographies/essai.yaml", lambda snippet: snippet + "\n"),
    ("photographies/essai.yaml", event("fichier: images/atelier.jpg\n")),
    ("photographies/essai.yaml", event("fichier: images/atelier.jpg\naccord: oui\n")),
    ("objectifs/essai.yaml", lambda snippet: snippet + "\n"),
    ("presses/essai.yaml", lambda snippet: fields("nom: Essai\n", snippet)),
    ("brochures/essai.yaml", lambda snippet: snippet + "\n"),
    ("brochures/essai.yaml", lambda snippet: fields("titre: Essai\nreseau: belleville\n", snippet)),
)


@pytest.fixture(scope="module")
def read(examples, tmp_path_factory):
    """The messages of the small project once a text is laid into a file of it."""
    root = tmp_path_factory.mktemp("exemples")
    shutil.copytree(examples / "mini/content", root / "content")
    (root / "content/calendrier/hiver.yaml").unlink()
    for name, text in BESIDE.items():
        (root / "content" / name).parent.mkdir(exist_ok=True)
        (root / "content" / name).write_text(text, "utf-8")

    known = Remembered()

    def told(name: str, text: str) -> dict[str, Gravity]:
        file = root / "content" / name
        file.parent.mkdir(exist_ok=True)
        before = file.read_bytes() if file.exists() else None
        file.write_text(text, "utf-8")
        loaded = load(root, KINDS, DAY, known=known)
        found = (*loaded.problems, *check_site(loaded.site, loaded.files))
        file.unlink() if before is None else file.write_bytes(before)
        return {one.code: one.gravity for one in found if one.where.file == f"content/{name}"}

    return told


def has_a_place(message: Message, read: Callable[[str, str], dict[str, Gravity]]) -> bool:
    """Whether what is to be avoided is told in a file where what is to be written stands."""
    told = {name for name, lay in PLACES if message.code in read(name, lay(message.wrong))}
    return any(sound(message, read(name, lay(message.right))) for name, lay in PLACES if name in told)


def sound(message: Message, told: dict[str, Gravity]) -> bool:
    return message.code not in told and Gravity.ERROR not in told.values()


# Told in words, of more than one file, or of a day to come.
SITUATIONS = frozenset(Path(__file__).with_name("situations.txt").read_text("utf-8").split())
# Nothing that we know of brings these about any more: they stand behind the others.
LAST_RESORT = frozenset({"deux-points-en-trop", "valeur-invalide"})


@pytest.mark.parametrize(
    "message",
    [one for one in MESSAGES if one.code not in SITUATIONS | LAST_RESORT],
    ids=lambda message: message.code,
)
def test_the_examples_mean_what_they_say(message, read):
    assert has_a_place(message, read)


def test_situations_are_shown_by_the_gallery_or_by_a_test():
    told = [
        *GALLERY.glob("*/attendu.txt"),
        *(file for file in TESTS.rglob("test_*.py") if file != Path(__file__)),
    ]
    shown = "".join(file.read_text("utf-8") for file in told)
    assert {code for code in SITUATIONS if not re.search(rf"\b{code}\b", shown)} == set()

"""What ``check`` accepts is published and printed: contents made at random, hard ones more often than not.

What print cannot do is told by ``check`` first, in the file that asks for it, or is drawn soundly. Nothing
else may come up while building.
"""

import json
import shutil
from datetime import date
from time import perf_counter

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from filquartiers.build import build
from filquartiers.prepare import check
from filquartiers.problems import Gravity
from filquartiers.project import Project

TODAY = date(2026, 11, 21)
LONGEST_NAME, LONGEST_PATH = 120, 200  # characters, of a file of build/ and of its path in it

# What print may complain of, once check has said why.
EXPECTED = {
    "texte-trop-long": "volet-trop-plein",
    "texte-coupe": "nom-trop-long",
    "marge-courte": "nom-trop-long",
    "pages-multiple": "nom-trop-long",
}

PLAIN = ("atelier", "cuisine", "samedi matin", "pour tous", "l’équipe", "Zoé", "on y va !", "du quartier")
HARD = (
    "ﬁn de l’aﬀaire eﬃcace ﬂeur", "🎉 fête 🎉🏽", "👨‍👩‍👧 famille", "🇫🇷", "தமிழ்", "العربية : مرحبا", "עברית",
    "中文班", "Українська", "Ελληνικά", "e\u0301te\u0301", "½ ² № ✓ ★ ☎ → ∞ ≤ ‰", "zéro\u200blargeur",
    "tiret\u00adcaché", "\u202eà l’envers", "z̷̢a̸l̶g̵o̴", "①②③ Ⅳ ㎏", "𝔥𝔢𝔩𝔩𝔬", "ＦＵＬＬ", "ǅ ĳ ŉ", "Nguyễn",
    "\\alpha $x$ #let x = 1", "<b>gras</b> & &amp;", "A" * 120, "mot-" * 30,
    "https://exemple.example/" + "une/" * 30, "#MonQuartierCitoyenSolidaire", "!" * 40,
    "Anticonstitutionnellementissimementinterdépartementalisation", "''", "|a|b|", "- tiret", "1. un",
    "•", "[x](maisons/m)",
)  # fmt: skip
HEADINGS = (
    "### <b></b>", "### ![Trois enfants](images/p.png)", "## **gras**", "#", "### &nbsp;", "#### 🎉",
    "###### bas", "# haut", "### [lien](maisons/m)", "### `code`", "<h2></h2>", "<h3>a<h4>b</h4></h3>",
)  # fmt: skip
BLOCKS = (
    "| a | b | c | d | e | f | g |\n|---|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 | 7 |",
    "| a | [lien](https://x.example/) |\n|---|---|\n| un seul |", "> citation\n>\n> > dedans",
    "- un\n\n    - deux\n\n- trois", "1. un\n2. deux\n    1. trois", "---", "```\ncode\n```",
    "<table><tr><td>x</td></tr><tr><td>y</td><td>z</td></tr></table>", "<ul></ul>",
    "<ol start=0><li></li></ol>", "<ul><li><h3>t</h3></li></ul>", "<li>seul</li>",
    "Note[^1].\n\n[^1]: la note", "<table></table>", "![Une image](images/p.png)",
    "- a\n- b\n\n# titre dans la suite", "<h4><table><tr><td>t</td></tr></table></h4>",
)  # fmt: skip

words = st.lists(st.sampled_from(PLAIN), min_size=1, max_size=4).map(" ".join)
hard = st.sampled_from(HARD)
names = st.one_of(words, hard, st.tuples(words, hard).map(" ".join), words.map(lambda one: f"{one} " * 25))
blocks = st.one_of(
    words.map(lambda one: f"{one} " * 40),
    hard,
    st.sampled_from(HEADINGS),
    st.sampled_from(BLOCKS),
    hard.map("- {0}\n- **{0}**".format),
)
texts = st.lists(blocks, min_size=1, max_size=5).map("\n\n".join)
some = st.fixed_dictionaries(
    dict.fromkeys(("network", "house", "sheet", "word", "event", "theme", "pact", "tree", "booklet"), names)
    | dict.fromkeys(("told", "why", "how", "frame", "page", "access"), texts)
)


def written(folder, given) -> None:
    """The files of a small project that holds what was drawn."""
    typed = {name: json.dumps(one, ensure_ascii=False) for name, one in given.items()}
    for path, text in {
        "reseaux/r.md": (
            f"---\nnom: {typed['network']}\nville: Valmarin\ndemonstration: oui\nzone_scolaire: B\n"
            f"---\n\n## Présentation\n\n{given['told']}"
        ),
        "maisons/m.md": (
            f"---\nnom: {typed['house']}\nreseau: r\nadresse: {typed['word']}\ntelephone: 02 61 91 00 01\n"
            f"---\n\n## Accès\n\n{given['access']}"
        ),
        "fiches/f.md": (
            f"---\ntitre: {typed['sheet']}\nmaisons: [m]\nmots_cles: [{typed['word']}]\n"
            f"public: [{typed['theme']}]\nrythme: {typed['event']}\n---\n\n"
            f"{given['why']}\n\n## Comment cela se passe\n\n{given['how']}"
        ),
        "calendrier/c.yaml": (
            f"- titre: {typed['event']}\n  maison: m\n  debut: 5 décembre 2026 à 14h\n"
            f"  theme: {typed['theme']}\n  public: [{typed['word']}]\n"
            f"- titre: {typed['word']}\n  reseau: r\n  debut: 9 décembre 2026\n"
        ),
        "pactes/q.md": (
            f"---\ntitre: {typed['pact']}\nreseau: r\nmaisons: [m]\nthematiques: [{typed['theme']}]\n"
            f"---\n\n## Un cadre partenarial\n\n{given['frame']}"
        ),
        "objectifs/o.yaml": (
            f"titre: {typed['tree']}\nreseau: r\nfinalites:\n  - {{code: a, texte: {typed['word']}}}\n"
            f"objectifs:\n  - {{code: b, texte: {typed['tree']}, finalites: [a]}}\n"
        ),
        "pages/p.md": f"---\ntitre: {typed['pact']}\n---\n\n{given['page']}",
        "brochures/b.yaml": (
            f"titre: {typed['booklet']}\nreseau: r\nformat: A5\nsections:\n"
            + "".join(f"  - section: {one}\n" for one in PARTS)
        ),
        "brochures/d.yaml": f"titre: {typed['booklet']}\nreseau: r\nformat: dépliant\n",
    }.items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


PARTS = ("couverture", "présentation", "pactes", "maisons", "fiches", "objectifs", "calendrier", "crédits")


@pytest.fixture(scope="module")
def project(tmp_path_factory, examples):
    """One folder for all examples: what does not change is printed once."""
    root = tmp_path_factory.mktemp("projet")
    (root / "content/images").mkdir(parents=True)
    shutil.copy(
        examples.parent / "fautes/photo-sans-accord/content/images/bac.png", root / "content/images/p.png"
    )
    return Project(root, TODAY)


@settings(
    max_examples=18,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(given=some)
def test_what_check_accepts_is_printed(project, given):
    written(project.root, given)
    said = check(project, perf_counter)
    if said.blocked:
        return
    made = build(project, perf_counter)
    codes = {one.code for one in said.problems}
    known = {(one.code, one.where.file) for one in said.problems}
    new = [
        (one.code, one.where.file, one.message)
        for one in made.problems
        if (one.code, one.where.file) not in known and EXPECTED.get(one.code) not in codes
    ]
    assert new == []
    assert made.written is not None
    assert not any(one.gravity is Gravity.ERROR for one in made.problems if one.code not in EXPECTED)
    for file in (project.root / "build").rglob("*"):
        assert len(file.name.encode()) <= LONGEST_NAME, file.name
        assert len(str(file.relative_to(project.root))) <= LONGEST_PATH, file

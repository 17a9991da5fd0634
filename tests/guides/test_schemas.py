"""What Visual Studio Code is given: schemas that real files satisfy and mistakes do not, and snippets."""

import re
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from filquartiers.guides import editor_schema, snippets
from filquartiers.model.kinds import KINDS

ROOT = Path(__file__).parents[2]
BY_NAME = {kind.kind.name: kind for kind in KINDS}
BY_FOLDER = {kind.kind.folder: kind for kind in KINDS}
CONTENTS = [ROOT / "content", ROOT / "tests/exemples/fictif/content", ROOT / "tests/exemples/mini/content"]
FILES = sorted(file for folder in CONTENTS for file in folder.rglob("*.yaml"))


class LikeVsCode(yaml.SafeLoader):
    """YAML 1.2, as the extension of Visual Studio Code reads it: no dates, no « oui » taken for true."""


LikeVsCode.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in found
        if tag in {"tag:yaml.org,2002:null", "tag:yaml.org,2002:float"}
    ]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
LikeVsCode.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+$"), list("-+0123456789"))
LikeVsCode.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"true|false$"), list("tf"))


def complaints(name, text):
    validator = Draft202012Validator(editor_schema(BY_NAME[name]))
    return [error.message for error in validator.iter_errors(yaml.load(text, Loader=LikeVsCode))]  # noqa: S506


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind.name)
def test_schemas_are_schemas(kind):
    Draft202012Validator.check_schema(editor_schema(kind))


def test_there_are_real_files():
    assert len(FILES) > 10


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_real_files_satisfy_their_schema(file):
    name = BY_FOLDER[file.parent.name].kind.name
    assert complaints(name, file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("evenement", "- titre: Bal\n  debutt: 6 janvier 2027"),
        ("evenement", "- debut: 6 janvier 2027"),
        ("brochure", "titre: x\nreseau: y\nformat: A6"),
        ("brochure", "titre: x\nreseau: y\nsections:\n  - section: couvertur"),
        ("maison", "nom: x\nreseau: y\nposition: là-bas"),
        ("maison", "nom: [x]\nreseau: y"),
        ("fiche", "titre: x\nstatut: finie"),
        ("fiche", "titre: x\nbudget:\n  charges:\n    - post: Achats"),
    ],
)
def test_mistakes_are_underlined(name, text):
    assert complaints(name, text) != []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("evenement", "titre: Bal\ndate: 2027-01-06\nmaison: kerlede"),
        ("fiche", "titre: x\nmots_cles: un mot à nous\nbrouillon: oui"),
        ("maison", "nom: x\nreseau: y\ntelephone: 0240703522\ncode_postal: 01000"),
        ("maison", "nom: x\nreseau: y\nhoraires:\n  lundi: 9h-12h"),
    ],
)
def test_what_the_program_understands_is_not_underlined(name, text):
    assert complaints(name, text) == []


def test_a_file_added_since_is_not_underlined():
    schema = editor_schema(BY_NAME["evenement"], {"maison": ("kerlede",)})
    validator = Draft202012Validator(schema)
    assert validator.is_valid([{"titre": "Bal", "maison": "toute-neuve"}])
    assert "kerlede" in str(schema)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind.name)
def test_descriptions_are_french_and_all_there(kind):
    properties = str(editor_schema(kind))
    for guide in kind.fields():
        assert guide.help in properties


def inserted(body, typed):
    """What a snippet gives: the first of its choices, ``typed`` where there is none."""
    text = re.sub(r"\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}", r"\1", "\n".join(body))
    return re.sub(r"\\([,|$}\\])", r"\1", re.sub(r"\$[1-9]\d*", typed, text).replace("$0", ""))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind.name)
def test_a_whole_snippet_satisfies_the_schema(kind):
    body = snippets(KINDS)[f"{kind.kind.label} (fichier entier)"]["body"]
    head = inserted(body, "x").split("---\n")[1]
    assert complaints(kind.kind.name, head) == []
    assert "x" in head


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind.name)
def test_the_snippet_of_a_field_satisfies_the_schema(kind):
    required = "".join(f"{guide.name}: x\n" for guide in kind.fields() if guide.required)
    for guide in kind.fields():
        if not guide.long:
            text = inserted(snippets(KINDS)[f"{kind.kind.label} · {guide.label}"]["body"], "x")
            others = required.replace(f"{guide.name}: x\n", "")
            assert complaints(kind.kind.name, f"{others}{text}") == [], guide.name


def test_a_choice_with_a_comma_stays_one():
    body = snippets(KINDS)["Fiche action · Mots clés"]["body"]
    assert r"Emploi\, économie" in body[1]

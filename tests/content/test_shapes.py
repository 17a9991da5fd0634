"""Every field of every kind, in every shape that YAML knows: read, or refused with its own sentence."""

import pytest

from filquartiers.model.kinds import KINDS
from filquartiers.problems import Gravity

SHAPES = {
    "list": "\n  - a\n  - b",
    "mapping": "\n  a: b",
    "list-of-mappings": "\n  - a: b\n  - c: d",
    "list-of-lists": "\n  - - a\n    - b",
    "deep": "\n  a:\n    b:\n      - c",
    "deep-list": "\n  - a:\n      - b",
    "mixed": "\n  - a\n  - b: c",
    "text": " zzz",
    "number": " 12",
    "brackets": " [a, b]",
    "braces": " {a: b}",
    "empty": "",
    "empty-list": " []",
    "empty-mapping": " {}",
}
BASE = {"titre": "T", "nom": "N", "reseau": "rives", "ville": "V", "debut": "6 janvier 2027"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind.name)
def test_every_field_in_every_shape(read, kind):
    names = [guide.name for guide in kind.fields()]
    files = {}
    for name in names:
        rest = "".join(f"{key}: {value}\n" for key, value in BASE.items() if key in names and key != name)
        for shape, typed in SHAPES.items():
            file = f"{kind.kind.folder}/{name.replace('_', '-')}-{shape}.md"
            files[file] = f"---\n{rest}{name}:{typed}\n---\n"
    loaded = read(files)
    made = {entry.origin.file for entry in loaded.site.everything()}
    refused = {one.where.file for one in loaded.problems if one.gravity is Gravity.ERROR}
    drafts = {f"content/{file}" for file in files if file.split("/")[1].startswith("brouillon-")}
    assert {f"content/{file}" for file in files} - made - refused - drafts == set()
    assert [one for one in loaded.problems if one.code == "valeur-invalide"] == []

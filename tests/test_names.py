"""One name, one meaning: no two public classes of the program bear the same name."""

import ast
from collections import Counter
from pathlib import Path

SOURCES = Path(__file__).parents[1] / "src" / "filquartiers"


def public_classes() -> list[str]:
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in sorted(SOURCES.rglob("*.py")))
    names = (node.name for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    return [name for name in names if not name.startswith("_")]


def test_a_class_name_has_one_home():
    shared = {name for name, homes in Counter(public_classes()).items() if homes > 1}
    assert shared == set(), "give one of each pair another name"

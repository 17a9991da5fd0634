"""No address of the site is formed outside ``model.addresses``: neither in the program nor in templates."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from filquartiers.model.addresses import reserved
from filquartiers.model.kinds import KINDS

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src/filquartiers"
FOLDERS = "|".join(sorted({*reserved(KINDS), "site"} - {""}))
PATH = re.compile(rf"/?(?:{FOLDERS})/\S*|\S*/?(?:index|404)\.html\S*")
NAMES = frozenset({"address", "page", "home", "base", "web_address"})
"""What an address is usually called: glued to something else, it makes a new one."""

ALLOWED = {
    ("checks/identity.py", "assets/identite.yaml"): "a file of the project, not of the site",
    ("model/links.py", "/index.html"): "reads what editors type",
    ("model/values.py", "https://{}"): "completes what editors type",
    ("prose/addresses.py", None): "makes links of what editors type",
    ("cli/serve.py", "Le site est ici : {}   (Ctrl-C pour arrêter)"): "the address of the preview itself",
    ("serve/answers.py", ""): "the preview serves the site at the root of its own address",
    ("render/print/products.py", "fiches/{}"): "a folder of impression/",
    ("render/print/pictures.py", None): "the virtual folder of typst",
}


def strings(tree: ast.AST) -> Iterator[ast.expr]:
    """The strings of a module, but for docstrings, examples for editors, and parts of another string."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            skipped |= {id(node.value)}
        if isinstance(node, ast.keyword) and node.arg == "example":
            skipped |= {id(one) for one in ast.walk(node.value)}
        if isinstance(node, ast.JoinedStr):
            skipped |= {id(one) for one in node.values}
        if id(node) not in skipped and isinstance(node, (ast.JoinedStr, ast.Constant, ast.BinOp)):
            yield node


def spelled(node: ast.expr) -> str:
    """The text of a literal, « {} » for what is worked out."""
    if isinstance(node, ast.JoinedStr):
        return "".join(one.value if isinstance(one, ast.Constant) else "{}" for one in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def is_address(node: ast.AST) -> bool:
    node = node.value if isinstance(node, ast.FormattedValue) else node
    return (isinstance(node, ast.Name) and node.id in NAMES) or (
        isinstance(node, ast.Attribute) and node.attr in NAMES
    )


def glues(node: ast.expr) -> bool:
    """Whether an address gets something before or after it."""
    if isinstance(node, ast.JoinedStr):
        return len(node.values) > 1 and any(map(is_address, node.values))
    return (
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Add)
        and (is_address(node.left) or is_address(node.right))
    )


def formed(file: Path) -> Iterator[str]:
    """What forms an address in a module, with its line."""
    for node in strings(ast.parse(file.read_text(encoding="utf-8"))):
        text = spelled(node)
        if glues(node) or PATH.fullmatch(text):
            yield f"{file.relative_to(SOURCES).as_posix()}:{node.lineno} {text}"


def is_allowed(found: str) -> bool:
    where, text = found.split(" ", 1)
    return any(where.startswith(place) and literal in {None, text} for place, literal in ALLOWED)


def test_no_module_forms_an_address() -> None:
    found = [one for file in sorted(SOURCES.rglob("*.py")) for one in formed(file)]
    assert any(one.startswith("model/addresses.py:") for one in found), "the scan sees nothing"
    assert [one for one in found if not one.startswith("model/addresses.py:") and not is_allowed(one)] == []


def test_no_exception_is_kept_for_nothing() -> None:
    found = [one for file in sorted(SOURCES.rglob("*.py")) for one in formed(file)]
    for place, literal in ALLOWED:
        assert any(one.startswith(place) and literal in {None, one.split(" ", 1)[1]} for one in found), place


LITERAL = re.compile(rf"""["'](?:\.\./|/)*(?:{FOLDERS})/[^"'\s]*["']|["'][^"'\s]*index\.html["']""")


def test_no_template_forms_an_address() -> None:
    """Links of pages are asked of the page; those of print come whole with the data."""
    for file in sorted((ROOT / "templates").rglob("*.*")):
        text = file.read_text(encoding="utf-8")
        own = {"index.html"} if file.suffix == ".html" else set()  # a template's name in « extends »
        found = [one for one in LITERAL.findall(text) if one.strip("\"'") not in own]
        assert found == [], file
        if file.suffix == ".html":
            links = re.findall(r"""(?:href|src|action)="([^"{#]+)""", text)
            assert [
                one for one in links if not one.startswith(("http:", "https:", "mailto:", "data:"))
            ] == [], file

"""What the tests of the importers share: a project to import into, and the command line."""

from pathlib import Path

import pytest

from filquartiers.cli import run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """An empty project with one network and one house."""
    root = tmp_path / "projet"
    (root / "content" / "reseaux").mkdir(parents=True)
    (root / "content" / "maisons").mkdir()
    (root / "content" / "reseaux" / "val.md").write_text(
        "---\nnom: Valmarin\nville: Valmarin\ndemonstration: oui\n---\n", encoding="utf-8"
    )
    (root / "content" / "maisons" / "acacias.md").write_text(
        "---\nnom: Les Acacias\nreseau: val\n---\n", encoding="utf-8"
    )
    return root


@pytest.fixture
def command(project, capsys):
    """Run ``filquartiers import …`` on the project: exit code and what it printed."""

    def call(*arguments: str | Path) -> tuple[int, str]:
        code = run(["import", *map(str, arguments), "--projet", str(project)])
        said = capsys.readouterr()
        assert said.err == ""
        return code, said.out

    return call


@pytest.fixture
def written(project):
    """Every file below ``content/<folder>`` of the project, by name."""

    def files(folder: str) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted((project / "content" / folder).glob("*"))}

    return files

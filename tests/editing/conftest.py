"""All files of content there are: the repository's, those of example projects, the fault gallery."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from filquartiers.compose import compose
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import KINDS, Fiche

ROOT = Path(__file__).parents[2]
BY_FOLDER = {kind.kind.folder: kind for kind in KINDS}
TEXTS = frozenset({".md", ".markdown", ".yaml", ".yml"})


@dataclass(frozen=True)
class Sample:
    """A file, what it holds, and the kind of its entries; ``is_faulty``: it comes from the fault gallery."""

    file: str
    data: bytes
    kind: type[Entry]
    is_faulty: bool = False


def _samples() -> list[Sample]:
    """Files of folders that no kind has, those of some faults, are taken for sheets."""
    found = []
    for path in sorted({*ROOT.glob("content/**/*"), *ROOT.glob("tests/**/content/**/*")}):
        parts = path.relative_to(ROOT).parts
        start = len(parts) - 1 - parts[::-1].index("content") if "content" in parts else 0
        if path.is_file() and path.suffix.lower() in TEXTS and parts[start] == "content":
            kind = BY_FOLDER.get(parts[start + 1], Fiche)
            found.append(Sample("/".join(parts[start:]), path.read_bytes(), kind, "fautes" in parts))
    return found


def _templates() -> list[Sample]:
    """What ``filquartiers new`` writes, before anything is filled in."""
    named = {"titre": "Le titre", "nom": "Le nom"}
    return [
        Sample(
            f"content/{kind.kind.folder}/neuf.md",
            compose(
                kind,
                {guide.name: named[guide.name] for guide in kind.fields() if guide.name in named},
                comments=True,
                header="Les lignes qui commencent par # sont des conseils.",
            ).encode(),
            kind,
        )
        for kind in KINDS
    ]


@pytest.fixture(scope="session")
def samples() -> list[Sample]:
    """Every file of content of the repository, and the template of each kind."""
    found = _samples()
    assert sum(sample.is_faulty for sample in found) > 100
    assert sum(not sample.is_faulty for sample in found) > 80
    return found + _templates()

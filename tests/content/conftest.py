"""A project made of a few files, read by the real reader."""

from datetime import date

import pytest

from filquartiers.content import load
from filquartiers.model.kinds import KINDS

TODAY = date(2027, 1, 5)
NETWORK = "---\nnom: Les maisons de Rives\nville: Rives\nzone_scolaire: B\n---\n"
HOUSE = "---\nnom: Le Bac\nreseau: rives\n---\n"


@pytest.fixture
def read(tmp_path):
    """Write files under ``content/`` (a network and a house are there) and read the whole."""

    def read(files: dict[str, str | bytes]):
        for name, data in {"reseaux/rives.md": NETWORK, "maisons/le-bac.md": HOUSE, **files}.items():
            file = tmp_path / "content" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data if isinstance(data, bytes) else data.encode())
        return load(tmp_path, KINDS, TODAY)

    return read


@pytest.fixture
def sheet(read):
    """Read one sheet from its lines of front matter; gives the entry (or None) and the codes told."""

    def sheet(*lines: str, titre: str = "titre: Jardin"):
        head = "\n".join(line for line in (titre, *lines) if line)
        loaded = read({"fiches/jardin.md": f"---\n{head}\n---\n"})
        found = loaded.site.entries["fiche"]
        return (found[0] if found else None), [one.code for one in loaded.problems]

    return sheet

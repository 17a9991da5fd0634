"""Reading again with what the last reading made gives what a fresh reading gives, whatever was done."""

import os
import random
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from filquartiers.content import Loaded, Remembered, load
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import KINDS

FICTIF = Path(__file__).resolve().parents[1] / "exemples" / "fictif"
DAY = date(2027, 1, 4)
LINES = ("titre: Autre titre", "statut: en courz", "maisons: phare", "- un point", "", "brouillon: oui")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(FICTIF / "content", tmp_path / "content")
    return tmp_path


def reading(project: Path, known: Remembered | None = None) -> Loaded:
    return load(project, KINDS, DAY, known=known)


def entries(loaded: Loaded) -> list[Entry]:
    return list(loaded.site.everything())


def assert_same(one: Loaded, other: Loaded) -> None:
    assert entries(one) == entries(other)
    assert [entry.origin.marks for entry in entries(one)] == [entry.origin.marks for entry in entries(other)]
    assert (one.problems, one.files, one.houses) == (other.problems, other.files, other.houses)


def disturb(project: Path, chance: random.Random) -> None:
    """One thing that a person, or a program for them, does to a folder."""
    files = sorted(path for path in (project / "content").rglob("*") if path.is_file())
    file = chance.choice(files)
    lines = file.read_text(encoding="utf-8", errors="replace").split("\n")
    act = chance.choice(
        ("line", "line", "line", "remove", "rename", "new", "cut", "touch", "link", "same size")
    )
    if act == "line":
        lines.insert(chance.randrange(len(lines) + 1), chance.choice(LINES))
        file.write_text("\n".join(lines), encoding="utf-8")
    elif act == "remove":
        file.unlink()
    elif act == "rename":
        file.rename(file.with_name(f"r{chance.randrange(99)}-{file.name}"))
    elif act == "new":
        shutil.copy(file, file.with_name(f"n{chance.randrange(99)}-{file.name}"))
    elif act == "cut":
        file.write_bytes(file.read_bytes()[: chance.randrange(400)])
    elif act == "touch":
        os.utime(file, ns=(1_700_000_000_000_000_000, chance.randrange(10**18)))
    elif act == "link":
        file.with_name(f"l{chance.randrange(10**9)}.md").symlink_to(chance.choice(files))
    else:
        before = file.stat()
        file.write_bytes(file.read_bytes()[::-1])
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_done_to_the_files_a_second_reading_is_a_fresh_one(project: Path, seed: int) -> None:
    chance, known = random.Random(seed), Remembered()  # noqa: S311  a way to try things, no secret
    for _ in range(25):
        for _ in range(chance.randrange(1, 4)):
            disturb(project, chance)
        assert_same(reading(project, known), reading(project))


def test_what_did_not_change_is_not_made_again(project: Path) -> None:
    known = Remembered()
    before = {entry.key: entry for entry in entries(reading(project, known))}
    sheet = project / "content/fiches/atelier-velo.md"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("titre: ", "titre: Une "), encoding="utf-8")
    after = {entry.key: entry for entry in entries(reading(project, known))}
    made = {key for key, entry in after.items() if entry is not before[key]}
    soup = ("fiche", "atelier-velo")
    naming = {key for key, entry in after.items() if soup in {cited.key for cited in entry.references}}
    assert soup in made
    assert {key for key in made if key[0] != "evenement"} <= {soup} | naming


def test_a_stand_in_is_read_in_place_of_its_file(project: Path) -> None:
    known = Remembered()
    whole = reading(project, known)
    good = known.texts
    sheet = project / "content/fiches/atelier-velo.md"
    sheet.write_text("---\ntitre: [\n---\n", encoding="utf-8")
    assert_same(reading(project, known), reading(project))
    name = "content/fiches/atelier-velo.md"
    stood = reading(project, replace(known, stand_ins={name: good[name]}))
    assert entries(stood) == entries(whole)
    assert_same(reading(project, known), reading(project))

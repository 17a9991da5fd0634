"""The corpus of the benchmark is what it says: varied, the same each time, sound for both programs."""

from datetime import date
from itertools import combinations, pairwise
from statistics import mean

import pytest
import yaml

from bench.corpus import MISTYPED, SEED, TODAY, UNKNOWN, network
from bench.ecrits import PEERS
from filquartiers.build import SITE, build
from filquartiers.model.likeness import alike, words_of
from filquartiers.problems import Gravity
from filquartiers.project import Project

SHEETS = 30


def written(folder, peer, sheets=SHEETS, seed=SEED):
    PEERS[peer](network(sheets, seed), folder)
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def runs(text):
    words = words_of(text)
    return {tuple(words[rank : rank + 4]) for rank in range(len(words) - 3)}


def test_sheets_share_few_runs_of_words():
    texts = [sheet.text for sheet in network(60).sheets]
    likeness = [len(one & two) / len(one | two) for one, two in combinations(map(runs, texts), 2)]
    assert max(likeness) < 0.1
    assert mean(likeness) < 0.03
    assert not list(alike(texts))


def test_sheets_have_the_length_and_the_forms_of_real_ones():
    for sheet in network(60).sheets:
        assert 400 <= len(sheet.text.split()) <= 600
        assert {"- ", "1. ", "| ", "> ", "## "} <= {
            f"{line.split(' ')[0]} " for line in sheet.text.splitlines() if line
        }


def test_words_and_names_grow_with_the_number_of_sheets():
    counts = [
        len(set(words_of(" ".join(sheet.text for sheet in network(size).sheets)))) for size in (50, 100, 200)
    ]
    assert all(two > 1.15 * one for one, two in pairwise(counts))
    sizes = network(100)
    assert (len(sizes.houses), len(sizes.pacts), len(sizes.events)) == (10, 10, 10)
    assert len({sheet.slug for sheet in sizes.sheets}) == 100


def test_a_seed_gives_the_same_bytes_and_another_seed_others(tmp_path):
    first = written(tmp_path / "a", "nous")
    assert first == written(tmp_path / "b", "nous")
    assert first != written(tmp_path / "c", "nous", seed="autre")


def test_both_programs_get_the_same_words(tmp_path):
    made = network(SHEETS)
    ours, hugo = written(tmp_path / "nous", "nous"), written(tmp_path / "hugo", "hugo")
    for sheet in made.sheets:
        name = f"content/fiches/{sheet.slug}.md"
        bodies = [files[name].decode().split("---\n", 2)[2] for files in (ours, hugo)]
        assert bodies[0] == bodies[1]
        assert sheet.text in bodies[0]


@pytest.mark.parametrize("peer", sorted(PEERS))
def test_every_head_is_yaml_that_says_what_was_meant(tmp_path, peer):
    made = network(SHEETS)
    files = written(tmp_path / peer, peer)
    for sheet in made.sheets:
        head = yaml.safe_load(files[f"content/fiches/{sheet.slug}.md"].decode().split("---\n")[1])
        assert head["titre" if peer == "nous" else "title"] == sheet.fields["titre"]
        assert head["mots_cles"] == sheet.fields["mots_cles"]
        assert isinstance(head["relue_le" if peer == "nous" else "date"], date)
    heads = [data.decode().split("---\n")[1] for name, data in files.items() if name.endswith(".md")]
    assert all(isinstance(yaml.safe_load(head), dict) for head in heads)


def test_our_build_has_no_error_and_the_faults_meant(tmp_path):
    written(tmp_path, "nous")
    outcome = build(Project(tmp_path, TODAY), lambda: 0.0, SITE)
    found = sorted(one.code for one in outcome.problems if one.gravity is not Gravity.GAP)
    assert found == sorted(["lien-casse"] * (SHEETS // MISTYPED) + ["mot-nouveau"] * (SHEETS // UNKNOWN))
    assert outcome.written
    assert outcome.written.changed > 3 * SHEETS

"""What is measured and how it is told: a benchmark that counts wrong is worse than none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="Windows ne dit pas ce qu’un processus a pris")

from bench.arbre import PROC, Look, Run, run
from bench.tableau import AFTER, BEFORE, growth, split, stage_times, stages, steep, totals

WORK = """
import subprocess, sys
spin = "import time; data = bytearray(60_000_000); [0 for _ in iter(lambda: time.process_time() > .5, 1)]"
both = [subprocess.Popen([sys.executable, "-c", spin]) for _ in range(2)]
for one in both:
    one.wait()
print("fini", flush=True)
print("puis", file=sys.stderr)
sys.exit(3)
"""


def a_run(said="", spoke=4.0, wall=5.0):
    """Two seconds of start, one second of reading, one of drawing, one of messages; all at full speed."""
    looks = tuple(Look(at / 10, at / 10, 100.0 if at < 30 else 200.0) for at in range(50))
    return Run(wall, wall, 200.0, spoke, looks, 0, said)


def test_children_are_counted_and_both_voices_kept(tmp_path):
    done = run([sys.executable, "-c", WORK], tmp_path, os.environ)
    assert done.cpu > 0.8
    assert done.code == 3
    assert done.said.split() == ["fini", "puis"]
    assert 0 < done.spoke <= done.wall
    if PROC.is_dir():
        assert done.memory > 120, "the two are there at once"
        assert done.looks[-1].cpu > 0.2


@pytest.mark.skipif(not PROC.is_dir(), reason="only Linux tells it apart")
def test_what_we_hold_ourselves_is_not_counted(tmp_path):
    ballast = bytearray(300_000_000)
    assert run([sys.executable, "-c", "pass"], tmp_path, os.environ).memory < len(ballast) / 1e7


def test_stages_are_read_as_the_command_writes_them():
    said = "Publié dans build/ : 3 fichiers écrits.\n  lecture        1201,50 s\n  pages    0,07 s\n"
    assert stage_times(said) == [("lecture", 1201.5), ("pages", 0.07)]


def test_each_stage_gets_its_part_of_the_processor_and_its_peak():
    found = split(a_run("  lecture          1,00 s\n  pages            1,00 s\n"))
    assert list(found) == [BEFORE, "lecture", "pages", AFTER]
    assert {name: one[0] for name, one in found.items()} == pytest.approx(
        {BEFORE: 2, "lecture": 1, "pages": 1, AFTER: 1}
    )
    assert found["lecture"][2] == 200
    assert found[BEFORE][2] == 100


def test_growth_is_the_exponent_and_silent_on_what_is_too_small():
    assert growth(100, 1.0, 1000, 10.0) == "1.00"
    assert growth(100, 1.0, 1000, 100.0) == "2.00"
    assert growth(100, 0.01, 1000, 10.0) == "–"


def test_stages_that_grow_too_fast_are_named():
    slow = "  lecture          1,00 s\n  pages            3,00 s\n"
    runs = {10: [a_run("  lecture          1,00 s\n  pages            0,20 s\n")], 100: [a_run(slow)]}
    assert steep(runs) == ["pages 1.18"]
    assert steep({10: runs[10], 100: runs[10]}) == []


def test_tables_have_as_many_cells_on_each_line():
    runs = {
        (size, "neuf", peer): [a_run("  pages            1,00 s\n")] * 2
        for size in (10, 100)
        for peer in ("nous", "hugo")
    }
    for text in (
        totals(runs, {"neuf": "cold"}),
        totals({key: one for key, one in runs.items() if key[2] == "nous"}, {"neuf": "cold"}),
        stages({size: runs[size, "neuf", "nous"] for size in (10, 100)}),
    ):
        assert len({line.count("|") for line in text.splitlines()}) == 1
    assert "**1.00**" in totals(runs, {"neuf": "cold"})


def test_the_script_builds_edits_and_prints_its_tables(tmp_path):
    command = [sys.executable, str(Path(__file__).with_name("site.py")), "5", "--une-fois", "--sans-hugo"]
    asked = ["--seulement", "neuf", "titre", "--dans", str(tmp_path)]
    done = subprocess.run([*command, *asked], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line for line in lines if line.startswith(("| 5, cold", "| 5, one word in a title"))]
    assert len([line for line in lines if line.startswith("| pages |")]) == 2
    assert not list(tmp_path.iterdir()), "nothing is left"

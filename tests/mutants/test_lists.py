"""The lists of mutants fit today's sources; trying them all is for ``python3 tests/mutants``."""

import ast
from pathlib import Path

from mutants.mutant import ROOT, Mutant, mutants
from mutants.run import Bench

MUTANTS = mutants()


def test_each_mutant_applies_once():
    assert [one.stale for one in MUTANTS if one.stale] == []


def test_each_mutant_is_python_and_another_program():
    for one in MUTANTS:
        assert ast.dump(ast.parse(one.mutated)) != ast.dump(ast.parse(one.source)), one.name


def test_no_mutant_is_listed_twice():
    assert len({(one.file, one.mutated) for one in MUTANTS}) == len(MUTANTS)


def test_each_mutant_has_its_nearest_tests():
    assert [test for one in MUTANTS for test in one.tests if not (ROOT / test).exists()] == []
    assert [one.name for one in MUTANTS if not one.tests] == []


def test_a_mutant_is_tried_in_the_copy_of_the_sources(tmp_path: Path):
    """The tests read the copy: they notice what changes a text, and let live what changes a comment."""
    bench, tests = Bench(tmp_path), ("tests/test_encodings.py",)

    def killed(old: str, new: str) -> bool:
        return bench.kills(Mutant("encodings", "src/filquartiers/encodings.py", tests, old, new))

    assert killed('_HIDDEN_BREAKS.sub(" ", lines)', "lines")
    assert not killed("# What a word processor leaves behind", "# What is left behind")

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
    """The tests read the copy: they notice what they look at, and let live what none of them looks at."""
    test = tmp_path / "test_name.py"
    test.write_text("from filquartiers.encodings import UTF8\ndef test(): assert UTF8 == 'UTF-8'\n")
    bench = Bench(tmp_path / "bench")

    def killed(old: str, new: str) -> bool:
        return bench.kills(Mutant("encodings", "src/filquartiers/encodings.py", (str(test),), old, new))

    assert killed('UTF8 = "UTF-8"', 'UTF8 = "utf-8"')
    assert not killed('UTF16 = "UTF-16"', 'UTF16 = "utf-16"')
    assert not bench.notices([str(test)])

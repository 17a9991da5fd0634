"""The thread passes every house once, level at each, whatever their number."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.render.thread import DEPTH, EXIT, LONGEST, SPAN, smooth, strand, strands


def points(path: str) -> list[tuple[float, float]]:
    """The ends of the pieces of a path, its control points left out."""
    found = [tuple(map(float, pair.split(","))) for pair in re.findall(r"-?[\d.]+,-?[\d.]+", path)]
    return [found[0], *found[3::3]]


@given(st.integers(0, 60))
def test_rows_hold_every_house_as_evenly_as_can_be(count: int) -> None:
    sizes = [len(row.levels) for row in strands(count)]
    assert sum(sizes) == count
    assert all(0 < size <= LONGEST for size in sizes)
    assert not sizes or max(sizes) - min(sizes) <= 1


@given(st.integers(1, LONGEST))
def test_a_row_passes_each_knot_in_the_middle_of_its_cell(count: int) -> None:
    row = strand(count)
    knots = [((index + 0.5) * SPAN, level * SPAN) for index, level in enumerate(row.levels)]
    assert points(row.wide) == [*knots, (count * SPAN, EXIT * SPAN)]
    assert points(row.tall) == [(0, 0), *((y, x) for x, y in knots), (0, count * SPAN)]
    assert all(0 <= level <= DEPTH for level in row.levels)


def test_neighbours_are_never_level_with_each_other() -> None:
    levels = strand(LONGEST).levels
    assert all(one != other for one, other in pairwise(levels))


@pytest.mark.parametrize(("places", "path"), [([], ""), ([(1, 2)], "")])
def test_a_lone_place_draws_nothing(places: list[tuple[float, float]], path: str) -> None:
    assert smooth(places) == path


def test_a_curve_on_a_plan_goes_through_its_places() -> None:
    places = [(110.0, 890.0), (300.0, 110.0), (890.0, 500.0)]
    assert points(smooth(places)) == places

"""What the walk says of objects whose place is known beforehand."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Dictionary, Matrix, Name, Pdf

from filquartiers.press.geometry import Box, curve_points, thickness
from filquartiers.press.painted import Inside, PaintKind
from filquartiers.press.trace import Tracer
from filquartiers.press.walk import walk
from press.makers import draws, form, samples

NUMBER = st.floats(-500, 500)
POINT = st.tuples(NUMBER, NUMBER)


def painted(content, **resources):
    with Pdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 200))
        pdf.pages[0].obj.Resources = Dictionary()
        draws(content, **resources)(pdf)
        out = BytesIO()
        pdf.save(out)
    with Pdf.open(out) as pdf:
        return list(walk(pdf.pages[0], Tracer(), Box(0, 0, 200, 200)))


def edges(item):
    return pytest.approx((item.box.left, item.box.bottom, item.box.right, item.box.top), abs=0.01)


def test_a_rectangle_through_two_matrices():
    (item,) = painted("2 0 0 2 10 10 cm 1 0 0 1 5 0 cm 0 0 10 20 re f")
    assert edges(item) == (20, 10, 40, 50)
    assert item.kind is PaintKind.FILL


def test_what_is_clipped_away_has_no_place():
    shown, hidden = painted("q 0 0 50 50 re W n 40 40 30 30 re f 60 60 10 10 re f Q")
    assert edges(shown) == (40, 40, 50, 50)
    assert hidden.box is None


def test_a_saved_state_comes_back():
    first, second = painted("q 1 0 0 rg 0 0 9 9 re f Q 0 0 9 9 re f")
    assert first.colour.values == (1, 0, 0)
    assert second.colour.values == (0,)


def test_a_curve_is_bounded_by_its_extremes_not_by_its_control_points():
    (item,) = painted("0 100 m 0 200 100 200 100 100 c f")
    assert edges(item) == (0, 100, 100, 175)


@given(POINT, POINT, POINT, POINT, st.floats(0, 1))
def test_no_point_of_a_curve_lies_outside_its_box(start, first, second, end, t):
    box = Box.around([start, *curve_points(start, first, second, end)])
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (
        sum(w * p[axis] for w, p in zip(weights, (start, first, second, end), strict=True)) for axis in (0, 1)
    )
    assert box.holds(Box(x, y, x, y), slack=1e-3)


def test_a_text_is_as_wide_as_its_font_says():
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, FirstChar=97, Widths=[600, 400])
    first, second = painted("BT /F 10 Tf 20 100 Td (ab) Tj (a) Tj ET", Font={"F": font})
    assert (first.box.left, first.box.right) == pytest.approx((20, 30))
    assert (second.box.left, second.box.right) == pytest.approx((30, 36))
    assert (first.glyphs, second.glyphs) == (2, 1)


def test_an_image_fills_the_unit_square_of_its_matrix():
    image = samples(Name.DeviceGray, 1, 1, b"\0")
    (item,) = painted("0 30 -20 0 100 100 cm /I Do", XObject={"I": image})
    assert edges(item) == (80, 100, 100, 130)


def test_a_form_is_cut_to_its_box_and_says_where_it_hides():
    (item,) = painted(
        "1 0 0 1 10 10 cm /F Do", XObject={"F": form("0 0 500 500 re f", Matrix=[0.5, 0, 0, 0.5, 0, 0])}
    )
    assert edges(item) == (10, 10, 60, 60)
    assert item.inside == (Inside.FORM,)


def test_transparency_and_overprint_come_from_the_extended_state():
    state = Dictionary(ca=0.5, BM=Name.Multiply, OP=True, OPM=1)
    (item,) = painted("/G gs 0 0 9 9 re f", ExtGState={"G": state})
    assert item.state.transparent
    assert item.alpha == 0.5
    assert item.overprints


@pytest.mark.parametrize(
    ("content", "box"),
    [
        ("4 w 10 50 m 90 50 l S", (10, 48, 90, 52)),
        ("4 w 1 J 10 50 m 90 50 l S", (8, 48, 92, 52)),
        ("4 w 10 50 m 90 90 l S", (8, 48, 92, 92)),
    ],
    ids=["bouts-plats", "bouts-ronds", "oblique"],
)
def test_a_line_is_as_long_as_its_ends_make_it(content, box):
    (item,) = painted(content)
    assert edges(item) == box


def test_a_line_squeezed_one_way_is_as_thin_as_its_thin_side():
    assert thickness(Matrix(1, 0, 0, 0.1, 0, 0), 2) == pytest.approx(0.2)
    assert thickness(Matrix(0, 3, -3, 0, 7, 7), 0.5) == pytest.approx(1.5)

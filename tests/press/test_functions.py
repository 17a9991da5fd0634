"""PDF functions against values worked out by hand."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Pdf, Stream

from filquartiers.press.calculator import compile_calculator
from filquartiers.press.functions import from_samples, grid, read_function
from press.makers import ramp


@pytest.mark.parametrize(
    ("code", "inputs", "outputs"),
    [
        (b"{ 2 mul 1 add }", (3,), (7,)),
        (b"{ dup 0.5 gt { pop 1 } { pop 0 } ifelse }", (0.7,), (1,)),
        (b"{ 3 1 roll }", (1, 2, 3), (3, 1, 2)),
        (b"{ 2 copy add }", (1, 2), (1, 2, 3)),
        (b"{ 1 index exch sub }", (5, 3), (5, 2)),
        (b"{ 360 mul sin }", (0.25,), (1,)),
        (b"{ 1 atan }", (1,), (45,)),
        (b"{ % a comment\n neg abs sqrt cvi }", (16,), (4,)),
        (b"{ dup 1 lt { 2 mul } if }", (0.25,), (0.5,)),
    ],
)
def test_calculators(code, inputs, outputs):
    assert compile_calculator(code)(inputs) == pytest.approx(outputs)


@pytest.mark.parametrize("code", [b"", b"1 add", b"{ 1 add", b"{ quit }"])
def test_a_damaged_calculator_is_refused(code):
    with pytest.raises(ValueError, match=r"brace|float|int"):
        compile_calculator(code)


@given(st.text(alphabet="{} 0123456789.addmulpopexchrollifdup-", max_size=60))
def test_no_calculator_fails_otherwise_than_by_a_value_error(text):
    with suppress(ValueError):
        compile_calculator(text.encode())((0.5,))


def test_a_stitched_function_takes_each_part_in_its_bounds():
    whole = Dictionary(
        FunctionType=3,
        Domain=[0, 1],
        Bounds=[0.25],
        Encode=[0, 1, 1, 0],
        Functions=Array([ramp([0], [1]), ramp([0], [10])]),
    )
    function = read_function(whole)
    assert function((0.125,)) == (0.5,)
    assert function((0.25,)) == (10,)
    assert function((1,)) == (0,)
    assert function((7,)) == (0,)


def test_sixteen_bit_samples_and_several_inputs():
    with Pdf.new() as pdf:
        data = b"".join(value.to_bytes(2) for value in (0, 65535, 0, 65535))
        function = read_function(
            Stream(
                pdf, data, FunctionType=0, Domain=[0, 1, 0, 1], Range=[0, 1], Size=[2, 2], BitsPerSample=16
            )
        )
        assert function((0.25, 0.9)) == (pytest.approx(0.25),)


@given(st.floats(0, 1), st.floats(0, 1))
def test_what_is_sampled_reads_back_nearly_the_same(x, y):
    with Pdf.new() as pdf:
        domain = (0.0, 1.0, 0.0, 1.0)
        samples = [((a + b) / 2, a) for a, b in grid(domain)]
        again = read_function(from_samples(pdf, domain, samples))
        assert again((x, y)) == pytest.approx(((x + y) / 2, x), abs=0.01)


def test_an_unknown_function_is_refused():
    with pytest.raises(ValueError, match="damaged"):
        read_function(Dictionary(FunctionType=9, Domain=[0, 1]))

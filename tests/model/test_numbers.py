"""Numbers as French writes them."""

import pytest

from filquartiers.model.numbers import decimal


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [
        (3.0, 1, "3"),
        (3.46, 1, "3,5"),
        (210, 1, "210"),
        (0.25, 2, "0,25"),
        (-0.01, 1, "0"),
        (1234.5, 0, "1234"),
    ],
)
def test_a_comma_and_no_useless_zero(value: float, digits: int, written: str) -> None:
    assert decimal(value, digits) == written

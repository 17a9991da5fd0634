"""Numbers as French writes them."""

from decimal import Decimal

import pytest

from filquartiers.model.numbers import decimal, euros, short_euros
from filquartiers.model.values import read_amount


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


@pytest.mark.parametrize(
    ("amount", "full", "short"),
    [
        ("2500", "2 500,00 €", "2 500 €"),
        ("12.5", "12,50 €", "12,50 €"),
        ("-650", "−650,00 €", "−650 €"),
        ("1234567.89", "1 234 567,89 €", "1 234 567,89 €"),
        ("0", "0,00 €", "0 €"),
    ],
)
def test_euros_and_back(amount, full, short):
    assert euros(Decimal(amount)) == full
    assert short_euros(Decimal(amount)) == short
    assert read_amount(full) == read_amount(short) == Decimal(amount)

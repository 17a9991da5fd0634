"""Numbers as French writes them."""

from decimal import Decimal

import pytest

from filquartiers.model.numbers import (
    day_of_month,
    decimal,
    euros,
    in_words,
    ordinal,
    percent,
    phone,
    phone_link,
    short_euros,
    whole,
)
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


def test_the_other_ways_to_write_a_number():
    assert [decimal(9, fixed=True), decimal(Decimal("12.345"), 2)] == ["9,0", "12,34"]
    assert [whole(7), whole(1840), whole(-1_000_000)] == ["7", "1 840", "-1 000 000"]
    assert [percent(Decimal("67.5")), percent(100)] == ["67,5 %", "100 %"]
    assert [in_words(1), in_words(1, feminine=True), in_words(21)] == ["un", "une", "21"]
    assert [ordinal(1), ordinal(3), day_of_month(1), day_of_month(15)] == ["1er", "3e", "1er", "15"]
    assert [phone("0240709592"), phone("3949")] == ["02 40 70 95 92", "3949"]
    assert [phone_link("0240709592"), phone_link("115")] == ["tel:+33240709592", "tel:115"]

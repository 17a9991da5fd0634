"""What volunteers type for telephones, amounts, yes and no, numbers and addresses."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.model import values
from filquartiers.model.refusal import Refusal
from filquartiers.problems import Where, problem

PHONES = {
    "0240709592": "0240709592",
    "02 40 70 95 92": "0240709592",
    "02.40.70.95.92": "0240709592",
    "02-40-70-95-92": "0240709592",
    "02/40/70/95/92": "0240709592",
    "02\u00a040\u00a070\u00a095\u00a092": "0240709592",
    "02\u202f40\u202f70\u202f95\u202f92": "0240709592",
    "+33 2 40 70 95 92": "0240709592",
    "+33 (0)2 40 70 95 92": "0240709592",
    "+33(0) 240709592": "0240709592",
    "0033 2 40 70 95 92": "0240709592",
    "(02) 40 70 95 92": "0240709592",
    "tél. 02 40 70 95 92": "0240709592",
    "3949": "3949",
    "115": "115",
}
AMOUNTS = {
    "2 500,00 €": "2500.00",
    "2500€": "2500",
    "7000.00": "7000.00",
    "1 800 euros": "1800",
    "1\u00a0800 euros": "1800",
    "1\u202f800,5 €": "1800.5",
    "1.800,50": "1800.50",
    "1.800.000 €": "1800000",
    "12 euro": "12",
    "300 EUR": "300",
    "-12": "-12",
    "0": "0",
}
YES = ("oui", "Oui", "OUI", "o", "O", "vrai", "true", "yes", "on", "1", "x")
NO = ("non", "Non", "n", "faux", "false", "no", "off", "0")
REFUSED = (
    (values.read_phone, "02 40 70"),
    (values.read_phone, "02 40 70 95 92 / 02 40 70 95 93"),
    (values.read_phone, ""),
    (values.read_amount, "environ 300"),
    (values.read_amount, "300 à 400 €"),
    (values.read_amount, "12,345"),
    (values.read_yes_no, "peut-être"),
    (values.read_integer, "douze"),
    (values.read_integer, "1,5"),
    (values.read_decimal, "47° 16' N"),
    (values.read_email, "accueil.exemple.fr"),
    (values.read_email, "a b@exemple.fr"),
    (values.read_url, "notre site"),
    (values.read_url, "javascript:alert(1)"),
    (values.read_url, "ftp://exemple.fr"),
    (values.read_postcode, "4460"),
    (values.read_path, "../secret.jpg"),
    (values.read_path, "C:\\photos\\jardin.jpg"),
    (values.read_path, "/etc/passwd"),
)
READERS = sorted({reader for reader, _ in REFUSED}, key=lambda reader: reader.__name__)


@pytest.mark.parametrize(("typed", "digits"), PHONES.items())
def test_telephones(typed, digits):
    assert values.read_phone(typed) == digits


@pytest.mark.parametrize(("typed", "amount"), AMOUNTS.items())
def test_amounts(typed, amount):
    assert values.read_amount(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", YES)
def test_yes(typed):
    assert values.read_yes_no(typed) is True


@pytest.mark.parametrize("typed", NO)
def test_no(typed):
    assert values.read_yes_no(typed) is False


def test_numbers_addresses_and_files():
    assert values.read_integer("1 840") == 1840
    assert values.read_decimal("-2,2137") == -2.2137
    assert values.read_decimal("47.27°") == 47.27
    assert values.read_email(" mailto:accueil@exemple.fr ") == "accueil@exemple.fr"
    assert values.read_url("www.exemple.fr/agenda") == "https://www.exemple.fr/agenda"
    assert values.read_url("http://exemple.fr") == "http://exemple.fr"
    assert values.read_postcode("01000") == "01000"
    assert values.read_postcode("44 600") == "44600"
    assert values.read_path("images\\été.jpg") == "images/été.jpg"
    assert values.read_path("./images//jardin.jpg") == "images/jardin.jpg"


@pytest.mark.parametrize(("reader", "typed"), REFUSED, ids=lambda part: getattr(part, "__name__", part))
def test_refused_with_a_sentence(reader, typed):
    with pytest.raises(Refusal) as caught:
        reader(typed)
    told = problem(caught.value.code, Where(), **caught.value.values)
    assert typed in told.message
    assert told.hint


def read_or_refused(reader, text):
    try:
        return reader(text)
    except Refusal as refusal:
        return refusal


@given(st.sampled_from(READERS), st.text())
def test_any_text_is_read_or_refused(reader, text):
    outcome = read_or_refused(reader, text)
    if isinstance(outcome, Refusal):
        assert problem(outcome.code, Where(), **outcome.values).message

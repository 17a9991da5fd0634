"""What volunteers type for telephones, amounts, yes and no, numbers and addresses."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.model import numbers, values
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
    "− 12,50 €": "-12.50",
    "0": "0",
}
RATES = {
    "67.5 %": "67.5",
    "67,5%": "67.5",
    "67,5\u00a0%": "67.5",
    "82": "82",
    "100 %": "100",
    "0": "0",
    "49,9 pour cent": "49.9",
}
COPIES = {
    "2 000": 2000,
    "2000": 2000,
    "2\u202f000 ex.": 2000,
    "2000 EX": 2000,
    "1 exemplaire": 1,
    "1500 exemplaires": 1500,
}
YEARS = ("2017", "2017-2018", "2026 – 2027", "2017 à 2018", "2017/2018", "2017 et 2018")
YES = ("oui", "Oui", "OUI", "o", "O", "vrai", "true", "yes", "on", "1", "x")
NO = ("non", "Non", "n", "faux", "false", "no", "off", "0")
REFUSED = (
    (values.read_phone, "02 40 70"),
    (values.read_phone, "02 40 70 95 92 / 02 40 70 95 93"),
    (values.read_phone, ""),
    (values.read_phone, "02 40 70 95 92 ou 02 40 70 95 93 (le matin)"),
    (values.read_phone, "poste 115"),
    (values.read_phone, "٠٢٤٠٧٠٩٥٩٢"),
    (values.read_amount, "environ 300"),
    (values.read_amount, "300 à 400 €"),
    (values.read_amount, "12,345"),
    (values.read_amount, "0.500"),
    (values.read_amount, "12 5 €"),
    (values.read_amount, "9999999999999"),
    (values.read_focus, "le visage de gauche"),
    (values.read_focus, "haut bas"),
    (values.read_focus, "haut haut"),
    (values.read_focus, "140 % 20 %"),
    (values.read_focus, ""),
    (values.read_rate, "67.5 % ou 70 %"),
    (values.read_rate, "675 %"),
    (values.read_rate, "-1 %"),
    (values.read_rate, "100,01"),
    (values.read_rate, "82/106"),
    (values.read_rate, "deux tiers"),
    (values.read_copies, "2 000 à 3 000"),
    (values.read_copies, "2000-3000"),
    (values.read_copies, "environ 2 000"),
    (values.read_copies, "2 000 ex. ou 3 000 ex."),
    (values.read_copies, "2,5"),
    (values.read_copies, "2_000"),
    (values.read_years, "17"),
    (values.read_years, "2018-2017"),
    (values.read_years, "en 2017"),
    (values.read_years, "20170"),
    (values.read_timezone, "heure de La Réunion"),
    (values.read_timezone, "localtime"),
    (values.read_timezone, "Paris"),
    (values.read_yes_no, "peut-être"),
    (values.read_integer, "douze"),
    (values.read_integer, "1,5"),
    (values.read_integer, "12 34"),
    (values.read_integer, "2 à 3"),
    (values.read_integer, "0x1F"),
    (values.read_integer, "1e3"),
    (values.read_integer, "1_000"),
    (values.read_integer, "١٢"),
    (values.read_decimal, "47° 16' N"),
    (values.read_decimal, "47,27 48"),
    (values.read_decimal, "nan"),
    (values.read_decimal, "inf"),
    (values.read_email, "accueil.exemple.fr"),
    (values.read_email, "a b@exemple.fr"),
    (values.read_url, "notre site"),
    (values.read_url, "javascript:alert(1)"),
    (values.read_url, "ftp://exemple.fr"),
    (values.read_postcode, "4460"),
    (values.read_postcode, "٤٤٦٠٠"),
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


@pytest.mark.parametrize(("typed", "rate"), RATES.items())
def test_rates(typed, rate):
    assert values.read_rate(typed) == Decimal(rate)


@pytest.mark.parametrize(("typed", "copies"), COPIES.items())
def test_copies(typed, copies):
    assert values.read_copies(typed) == copies


@pytest.mark.parametrize("typed", YEARS)
def test_years_are_kept_as_typed(typed):
    assert values.read_years(f" {typed} ") == typed


@pytest.mark.parametrize("typed", ["Indian/Reunion", "indian/réunion", " Indian/Réunion "])
def test_a_time_zone_has_one_name(typed):
    assert values.read_timezone(typed) == "Indian/Reunion"


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


CENTS = st.decimals(-(10**9), 10**9, places=2)


@given(CENTS)
def test_an_amount_is_read_as_it_is_written(amount):
    assert values.read_amount(numbers.euros(amount)) == amount
    assert values.read_amount(numbers.short_euros(amount).replace(" ", "\u202f")) == amount


@given(st.decimals(0, 100, places=2))
def test_a_rate_is_read_as_it_is_written(rate):
    assert values.read_rate(numbers.percent(rate)) == rate


@given(st.decimals(places=2, allow_nan=False, allow_infinity=False))
def test_no_rate_leaves_its_bounds(number):
    outcome = read_or_refused(values.read_rate, f"{number:f}")
    assert isinstance(outcome, Refusal) or 0 <= outcome <= 100


@given(st.integers(0, 10**11), st.sampled_from(["", " ", " ex.", " exemplaires"]))
def test_copies_are_read_as_they_are_written(copies, unit):
    assert values.read_copies(numbers.whole(copies) + unit) == copies
    assert values.read_integer(numbers.whole(copies)) == copies


@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from([" à ", "-", " ou ", " / ", ", ", "–", "; "]),
)
def test_two_numbers_are_never_one(first, second, between):
    typed = f"{numbers.whole(first)}{between}{numbers.whole(second)}"
    for reader in (values.read_copies, values.read_integer):
        assert isinstance(read_or_refused(reader, typed), Refusal)


@given(st.floats(-180, 180))
def test_a_position_is_read_as_it_is_written(degrees):
    assert values.read_decimal(numbers.decimal(degrees, 9)) == pytest.approx(degrees, abs=1e-9)


@given(st.integers(1900, 2099), st.integers(1900, 2099), st.sampled_from(["-", " – ", " à ", "/"]))
def test_years_go_forward(first, second, between):
    outcome = read_or_refused(values.read_years, f"{first}{between}{second}")
    assert isinstance(outcome, str) is (first < second)


@given(st.from_regex("0[1-9][0-9]{8}", fullmatch=True))
def test_a_telephone_is_read_as_it_is_shown_and_dialled(digits):
    assert values.read_phone(numbers.phone(digits)) == digits
    assert values.read_phone(numbers.phone_link(digits).removeprefix("tel:")) == digits


@pytest.mark.parametrize(
    ("typed", "point"),
    [
        ("haut", (0.5, 0)),
        ("Bas gauche", (0, 1)),
        ("à droite de Paul", None),
        ("droite, haut", (1, 0)),
        ("centre", (0.5, 0.5)),
        ("40 % 20 %", (0.4, 0.2)),
        ("40%,20%", (0.4, 0.2)),
    ],
)
def test_what_is_kept_of_a_photograph_is_a_point_of_it(typed, point):
    if point is None:
        with pytest.raises(Refusal):
            values.read_focus(typed)
    else:
        assert values.read_focus(typed) == pytest.approx(point)


@pytest.mark.parametrize(
    "typed", ["02 40 70 95 92 (le matin)", "Accueil : 02.40.70.95.92", "+33 (0)2 40 70 95 92 poste 3"]
)
def test_the_one_number_of_a_line_is_read(typed):
    assert values.read_phone(typed) == "0240709592"
    assert values.beside_phone(typed)


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("02 40 70 95 92 / 06 12 34 56 78", 2),
        ("02 40 70 95 92 ou 06 12 34 56 78", 2),
        ("Tél : 0240709592 ; portable 0612345678", 2),
        ("02 40 70 95 92 - 02 40 70 95 93 - 02 40 70 95 94", 3),
        ("02 40 70 95 92", 1),
        ("02 40 70 95 92 le matin, 06 12 34 56 78 le soir", 1),
    ],
)
def test_numbers_on_one_line(typed, count):
    assert len(values.phones_in(typed)) == count

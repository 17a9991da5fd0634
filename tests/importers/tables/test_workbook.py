"""The cells of a workbook as one would type them."""

from datetime import time, timedelta

import pytest

from filquartiers.importers.tables.table import cell_text


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, "oui"),
        (False, "non"),
        (12.0, "12"),
        (2.75, "2,75"),
        (timedelta(hours=9, minutes=30), "9 h 30"),
        (time(0, 0), "minuit"),
        ("  texte ", "texte"),
        ("#REF!", "#REF!"),
    ],
)
def test_a_cell(value, expected):
    assert cell_text(value) == expected

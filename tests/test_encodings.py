"""Bytes as any program may have written them, and what a word processor leaves behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.encodings import UTF8, UTF8_BOM, UTF16, WINDOWS, decode, tidy

TEXT = "Fête de l’été – cœur à 5 €\n"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (TEXT.encode(), UTF8),
        (TEXT.encode("utf-8-sig"), UTF8_BOM),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), UTF16),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), UTF16),
        (TEXT.encode("utf-16-le"), UTF16),
        (TEXT.encode("utf-16-be"), UTF16),
        (TEXT.encode("cp1252"), WINDOWS),
    ],
)
def test_usual_encodings(data, name):
    found = decode(data)
    assert found
    assert (found.text, found.encoding) == (TEXT, name)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("une\u2028deux", "une deux"),
        ("caf\u200bé", "café"),
        ("\ufeff---", "---"),
        ("cou\u00adture", "couture"),
        ("e\u0301te\u0301", "été"),
        ("famille 👨\u200d👩\u200d👧", "famille 👨\u200d👩\u200d👧"),
        ("a\r\nb\rc\n", "a\nb\nc\n"),
    ],
)
def test_what_nobody_can_see_goes(typed, kept):
    assert tidy(typed) == kept


@given(st.text())
def test_tidy_keeps_lines_and_does_it_once(text):
    once = tidy(text)
    assert tidy(once) == once
    assert once.count("\n") == text.replace("\r\n", "\n").replace("\r", "\n").count("\n")


@given(st.binary())
def test_any_bytes_are_a_text_or_none(data):
    found = decode(data)
    assert found is None or isinstance(found.text, str)

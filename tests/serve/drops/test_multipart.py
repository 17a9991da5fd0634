"""What forms with files send: read to the byte, or refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filquartiers.serve.editor.multipart import DroppedFile, parts_of
from serve.drops.conftest import multipart

KIND = "multipart/form-data; boundary=----marque"


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.text(st.characters(codec="utf-8"), max_size=40)), max_size=4
    ),
    st.binary(max_size=300),
    st.text(st.characters(codec="utf-8", exclude_characters="%"), max_size=40),
)
def test_every_byte_comes_back(pairs, data, name):
    body = multipart("----marque", pairs, [("photo", name or "x", data)])
    assert list(parts_of(KIND, body)) == [*pairs, ("photo", DroppedFile(name or "x", data))]


def test_line_ends_and_marks_in_a_picture_are_kept():
    data = b"\r\n--\r\n\r\n------marqu\r\n\n\r\0--"
    assert list(parts_of(KIND, multipart("----marque", (), [("f", "x", data)]))) == [
        ("f", DroppedFile("x", data))
    ]


def test_a_file_that_was_not_chosen_is_none():
    assert list(parts_of(KIND, multipart("----marque", [("a", "1")], [("f", "", b"")]))) == [("a", "1")]


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b""),
        (KIND, b""),
        (KIND, b"------marque\r\nno header"),
        (KIND, b'------marque\r\nContent-Disposition: form-data; name="a"\r\n\r\ncut short'),
        (KIND, b"before\r\n------marque--\r\n"),
        (KIND, b"------marque\r\n\r\n\xff\r\n------marque--\r\n"),
        (KIND, b"------marque\r\n" + b"X" * 5000 + b"\r\n\r\n\r\n------marque--"),
        (KIND, b"\r\n------marque" * 6000),
    ],
)
def test_what_no_browser_writes_is_refused(kind, body):
    with pytest.raises(ValueError):  # noqa: PT011  of the reader, or of its decoding
        list(parts_of(kind, body))


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(body):
    for sent in (body, b"------marque\r\n" + body + b"\r\n------marque--\r\n"):
        try:
            list(parts_of(KIND, sent))
        except ValueError:
            continue

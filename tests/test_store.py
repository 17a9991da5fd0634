"""Whatever happens to an entry of the store, what comes out is what was put in, or made again."""

import os
import sys
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from filquartiers.store import AS_JSON, Store, key_of, program


@dataclass(frozen=True, slots=True)
class Page:
    path: str
    data: bytes
    words: tuple[str, ...] = ()


SHAPE = TypeAdapter(tuple[Page, ...], config=AS_JSON)
PAGES = (Page("a.html", bytes(range(256)), ("été", "\u202f")), Page("b.html", b""))
AGAIN = (Page("encore.html", b"made again"),)
KEY = key_of("pages")


def never():
    raise AssertionError("it was kept")


@pytest.fixture
def store(tmp_path):
    kept = Store(tmp_path / "cache")
    assert kept.recall(KEY, lambda: PAGES, SHAPE) == PAGES
    return kept


def test_what_was_made_is_not_made_again(store):
    assert store.recall(KEY, never, SHAPE) == PAGES
    assert Store(store.folder).recall(KEY, never, SHAPE) == PAGES
    assert store.recall(key_of("other pages"), lambda: AGAIN, SHAPE) == AGAIN


def test_any_flipped_byte_means_made_again(store):
    file = store.folder / KEY
    whole = file.read_bytes()
    for place in range(len(whole)):
        for flip in (0x01, 0x20, 0x80, 0xFF):
            file.write_bytes(whole[:place] + bytes([whole[place] ^ flip]) + whole[place + 1 :])
            assert store.recall(KEY, lambda: AGAIN, SHAPE) == AGAIN
    file.write_bytes(whole)
    assert store.recall(KEY, never, SHAPE) == PAGES


def test_an_entry_cut_short_or_too_long_is_made_again(store):
    file = store.folder / KEY
    whole = file.read_bytes()
    for damaged in (*(whole[:length] for length in range(len(whole))), whole + b"\0", whole + whole):
        file.write_bytes(damaged)
        assert store.recall(KEY, lambda: AGAIN, SHAPE) == AGAIN


def test_an_entry_under_another_name_is_made_again(store):
    other = key_of("other pages")
    (store.folder / KEY).rename(store.folder / other)
    assert store.recall(other, lambda: AGAIN, SHAPE) == AGAIN


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_no_file_ever_breaks_it(store, data):
    (store.folder / KEY).write_bytes(data)
    assert store.recall(KEY, lambda: AGAIN, SHAPE) == AGAIN


def test_what_is_no_file_or_no_folder_costs_time_only(store, tmp_path):
    (store.folder / KEY).unlink()
    (store.folder / KEY).mkdir()
    (store.folder / KEY / "inside").touch()
    (store.folder / "folder").mkdir()
    assert store.recall(KEY, lambda: PAGES, SHAPE) == PAGES
    store.forget_the_rest()
    (tmp_path / "file").touch()
    for nowhere in (tmp_path / "file", tmp_path / "file" / "below"):
        lost = Store(nowhere)
        assert lost.recall(KEY, lambda: PAGES, SHAPE) == PAGES
        lost.forget_the_rest()


def test_a_pipe_keeps_nobody_waiting(store):
    (store.folder / KEY).unlink()
    os.mkfifo(store.folder / "pipe")
    for way in ("pipe", "link"):
        if way == "pipe":
            os.mkfifo(store.folder / KEY)
        else:
            (store.folder / KEY).symlink_to("pipe")
        assert store.recall(KEY, lambda: PAGES, SHAPE) == PAGES
        assert store.recall(KEY, never, SHAPE) == PAGES
        (store.folder / KEY).unlink()


def test_what_others_put_there_stays(tmp_path):
    """The folder may be a link, by mistake, to one of the editor's."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/fete.jpg").write_bytes(b"a moi")
    (tmp_path / "cache").symlink_to("photos", target_is_directory=True)
    store = Store(tmp_path / "cache")
    store.recall(KEY, lambda: PAGES, SHAPE)
    store.forget_the_rest()
    assert (tmp_path / "photos/fete.jpg").read_bytes() == b"a moi"


def test_a_half_written_entry_is_forgotten(store):
    (store.folder / f"{KEY}.nouveau").write_bytes(b"half")
    (store.folder / key_of("former")).write_bytes(b"former")
    store.forget_the_rest()
    assert [file.name for file in store.folder.iterdir()] == [KEY]


@pytest.mark.parametrize(
    ("made", "shape"),
    [
        ((1, 2), TypeAdapter(list[int])),
        ("1", TypeAdapter(int)),
        ("lone \ud800", TypeAdapter(str)),
        (float("nan"), TypeAdapter(float)),
    ],
)
def test_what_would_not_come_back_as_it_was_is_not_kept(tmp_path, made, shape):
    store = Store(tmp_path)
    for _ in range(2):
        calls = []
        assert store.recall(KEY, lambda: calls.append(1) or made, shape) is made  # noqa: B023  called at once
        assert calls


def test_a_key_tells_where_each_part_ends():
    keys = {key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", ""), key_of("c", "ab")}
    assert len(keys) == 5
    assert key_of("é") == key_of("é".encode())


@pytest.mark.parametrize("name", ["typst", "pikepdf", "pillow", "pypdfium2", "segno", "unheard_of"])
def test_another_version_of_any_package_is_another_program(tmp_path, monkeypatch, name):
    before = program()
    (tmp_path / f"{name}-99.9.dist-info").mkdir()
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    assert program() != before


def test_the_packages_that_draw_are_named(monkeypatch):
    told = []
    monkeypatch.setattr("filquartiers.store.key_of", lambda *parts: told.extend(parts) or "")
    program()
    names = [part.lower() for part in told if isinstance(part, str)]
    for package in ("typst", "pikepdf", "pillow", "pypdfium2", "segno", "pydantic", "jinja2"):
        assert any(name.startswith(f"{package}-") for name in names), package
    assert "problems/catalogue/impression.txt" in names
    assert "press/preflight/controle.html" in names

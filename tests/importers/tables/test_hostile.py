"""Workbooks that are damaged, locked or made to harm: one sentence each, in bounded time and memory."""

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.importers.agenda.template import template
from filquartiers.importers.tables.archive import MOST_BYTES
from filquartiers.importers.tables.workbook import read_workbook
from filquartiers.problems import Problem
from importers.agenda.sortes.kind import ods, ods_row

SHEET = "xl/worksheets/sheet1.xml"
MANIFEST = "META-INF/manifest.xml"
OLD = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
SPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
LAUGHS = (
    "<!DOCTYPE x ["
    + "".join(
        f'<!ENTITY {name} "{("&" + below + ";") * 10}">'
        for below, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + '<!ENTITY a "haha">]>'
)


def zipped(parts: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def model() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(template())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def with_sheet(rows: str, before: str = "", after: str = "") -> bytes:
    sheet = f"{before}<worksheet {SPACE}><sheetData>{rows}</sheetData>{after}</worksheet>"
    return zipped(model() | {SHEET: sheet.encode()})


def without(part: str) -> bytes:
    return zipped({name: data for name, data in model().items() if name != part})


def lying() -> bytes:
    """A sheet that the zip says to be of a hundred bytes."""
    data = bytearray(with_sheet('<row><c t="str"><v>a</v></c></row>' * 20_000))
    at = data.index(SHEET.encode(), data.index(b"PK\x01\x02"))
    data[at - 22 : at - 18] = struct.pack("<I", 100)
    return bytes(data)


def told(data: bytes) -> tuple[str, str]:
    found = read_workbook("classeur", data)
    assert isinstance(found, Problem)
    return found.code, found.message


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (template()[:3000], "classeur-illisible", "coupé ou abîmé"),
        (lying(), "classeur-illisible", "abîmée"),
        (with_sheet("<row>&a;</row>", OUTSIDE), "classeur-illisible", "qu’aucun tableur n’écrit"),
        (with_sheet("<row>&i;</row>", LAUGHS), "classeur-illisible", "qu’aucun tableur n’écrit"),
        (with_sheet('<row><c t="s"><v>9999</v></c></row>'), "classeur-illisible", "des textes qu’il n’a pas"),
        (with_sheet("<row></col>"), "classeur-illisible", "abîmée"),
        (with_sheet(" " * (MOST_BYTES + 1)), "classeur-trop-grand", "64 Mo"),
        (without(SHEET), "classeur-illisible", SHEET),
        (OLD, "ancien-excel", ".xls"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "classeur-protege", "mot de passe"),
        (zipped({"xl/workbook.bin": b""}), "classeur-autre", ".xlsb"),
        (zipped({"word/document.xml": b""}), "classeur-autre", "Word"),
        (zipped({"mimetype": b"x.text", "content.xml": b""}), "classeur-autre", "archive"),
        (zipped({"content.xml": b"", MANIFEST: b"<encryption-data/>"}), "classeur-protege", "mot de passe"),
    ],
)  # fmt: skip
def test_one_sentence(data, code, words):
    found = told(data)
    assert found[0] == code
    assert words in found[1]


FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
WIDE = 'office:value-type="string" table:number-columns-repeated="16384"'
CELL = f"<table:table-cell {WIDE}><text:p>x</text:p></table:table-cell>"
OFTEN = ' table:number-rows-repeated="1048576"'
HIDDEN = f' table:visibility="collapse"{OFTEN}'


@pytest.mark.parametrize(
    "data",
    [
        with_sheet(FAR),
        with_sheet('<row r="99999999999"><c r="ZZZZZZZ99999999999"><v>1</v></c></row>'),
        with_sheet('<row r="1"><c r="A1" s="1"><v>1e300</v></c><c><v>nan</v></c><c><v>-inf</v></c></row>'),
        with_sheet("", after="<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 20_000 + "</mergeCells>"),
        ods(f"<table:table>{ods_row(CELL, more=OFTEN)}</table:table>"),
        ods(f"<table:table>{ods_row(CELL, more=OFTEN) * 500}</table:table>"),
        ods(f"<table:table>{ods_row('', more=HIDDEN) * 5000}</table:table>"),
        ods(f"<table:table><table:table-row>{CELL * 5000}</table:table-row></table:table>"),
    ],
)  # fmt: skip
def test_far_and_repeated_cells_cost_little(data):
    tracemalloc.start()
    assert isinstance(read_workbook("classeur", data), tuple)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < MOST_BYTES


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(model())), st.integers(min_value=0), st.binary(max_size=12))
def test_a_damaged_part_never_breaks(part, place, noise):
    """Parts damaged before they are zipped: the sum that the zip keeps of them is right."""
    parts = model()
    at = place % (len(parts[part]) or 1)
    parts[part] = parts[part][:at] + noise + parts[part][at + len(noise) :]
    assert isinstance(read_workbook("classeur", zipped(parts)), (tuple, Problem))

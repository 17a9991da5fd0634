"""PDFs as no program should write them: sound ones in which a few values were replaced by others.

``PYTHONPATH=src .venv/bin/python tests/press/odd_files.py 300`` checks so many of them and names each that
the preflight could not tell about.
"""

import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

from pikepdf import Array, Dictionary, Name, Object, Operator, Pdf, PdfError, Stream, String
from pikepdf import parse_content_stream as steps_of
from pikepdf import unparse_content_stream as written

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from filquartiers.press.preflight import preflight
from press.faults_of_pages import PAINTED
from press.makers import changed, press, sound

CHANGES = 6  # at most, in one file: more and the file says nothing any more
OPERATORS = ("q", "Q", "cm", "gs", "rg", "K", "scn", "Do", "sh", "Tj", "TJ", "Tf", "BI", "BDC")
DEPTH = 40  # of the walk through a file


def odd_file(sound_pdf: bytes, seed: int) -> bytes:
    """A file in which up to ``CHANGES`` values, operands or bytes of a drawn page stand for others."""
    draw = Random(seed)  # noqa: S311  no secret

    def spoil(pdf: Pdf) -> None:
        places = list(_places(pdf.Root, set(), DEPTH))
        for _ in range(draw.randint(1, CHANGES)):
            with suppress(KeyError, PdfError, TypeError):  # it was spoilt before
                draw.choice((_spoil_value, _spoil_value, _spoil_operand, _spoil_bytes))(draw, places, pdf)

    painted = changed(sound_pdf, draw.choice(tuple(PAINTED.values()))[0])
    return changed(painted, spoil, static_id=True, fix_metadata_version=False)


def _places(holder: Object, seen: set[tuple[int, int]], depth: int) -> Iterator[tuple[Object, str | int]]:
    """Every value of a file, as the dictionary or list that holds it and its key or rank there."""
    if holder.is_indirect:
        if holder.objgen in seen:
            return
        seen.add(holder.objgen)
    keys = list(range(len(holder))) if isinstance(holder, Array) else list(holder.keys())
    for key in keys:
        yield holder, key
        value = holder[key]
        if depth and isinstance(value, Array | Dictionary | Stream) and key != "/Parent":
            yield from _places(value, seen, depth - 1)


def _value(draw: Random, pdf: Pdf) -> object:
    """Something that a value may be, and that is rarely what stood there."""
    return draw.choice(
        (
            *(None, True, 0, -1, 7, 2**31, -(2**40), 0.5, 1e30),
            *(Name.DeviceRGB, Name("/é#20x"), Name("/"), String(""), String("(é\\"), String("x" * 300)),
            *(
                Array(),
                Array([1, Name.X, String("a"), Array()]),
                Dictionary(),
                Dictionary(A=1, Type=Name.Font),
            ),
            *(pdf.make_indirect(Array([0, 0])), pdf.make_stream(b"1 0 0 rg /X Do"), pdf.Root),
        )
    )


def _spoil_value(draw: Random, places: list[tuple[Object, str | int]], pdf: Pdf) -> None:
    holder, key = draw.choice(places)
    value = _value(draw, pdf)
    if isinstance(holder, Array):
        if isinstance(key, int) and key < len(holder):
            holder[key] = value
    elif value is None:
        del holder[key]
    elif key != "/Length":
        holder[key] = value


def _spoil_operand(draw: Random, _: list[tuple[Object, str | int]], pdf: Pdf) -> None:
    """One instruction of a page takes another operand, loses one, or becomes another one."""
    page = draw.choice(list(pdf.pages))
    steps = [list(step) for step in steps_of(page)]
    if not steps:
        return
    step = draw.choice(steps)
    odd = draw.choice(
        (Name.X, String("\xff"), Array([Name.Y, 1, String("b")]), Dictionary(A=1), 1e20, -3, True)
    )
    operands = list(step[0])[: draw.randint(0, 8)] if len(step) > 1 else []
    operands.insert(draw.randint(0, len(operands)), odd)
    operator = draw.choice((step[-1], Operator(draw.choice(OPERATORS))))
    steps[steps.index(step)] = [operands, operator]
    page.Contents = pdf.make_stream(written([(step[0], step[-1]) for step in steps if len(step) > 1]))


def _spoil_bytes(draw: Random, places: list[tuple[Object, str | int]], pdf: Pdf) -> None:
    """A few bytes of a stream change: a page, a font, a function, a profile, a picture."""
    streams = [holder for holder, _ in places if isinstance(holder, Stream)]
    stream = draw.choice(streams) if streams else pdf.pages[0].obj.Contents
    data = bytearray(stream.read_raw_bytes())
    for _ in range(draw.randint(1, 5)):
        if data:
            data[draw.randrange(len(data))] = draw.randrange(256)
    stream.write(bytes(data), filter=stream.get("/Filter"), decode_parms=stream.get("/DecodeParms"))


def main(count: int) -> int:
    """How many of ``count`` files stopped the preflight."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        start = sound(Path(folder))
    for seed in range(count):
        odd = odd_file(start, seed)
        try:
            preflight(odd, press(), "essai.pdf", thumbnails=False)
        except Exception as error:  # noqa: BLE001  each is a fault to be told
            failed += 1
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(last.filename).name}:{last.lineno}"
            print(f"{seed}: {type(error).__name__}: {error} ({place})")  # noqa: T201  a command of ours
    print(f"{count} odd files, {failed} not told about")  # noqa: T201  same
    return failed


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)))

"""Processor time and peak memory of finishing and checking a made-up brochure.

Run it with ``python tests/bench/press.py``.

Not a test: it asserts nothing. Each size runs in a process of its own, so that its peak is its own.
"""

import resource
import subprocess
import sys
import tempfile
from itertools import pairwise
from pathlib import Path
from time import process_time

ROOT = Path(__file__).parents[2]
sys.path[0] = str(ROOT / "tests")  # instead of this folder, where `press` would be this file

from filquartiers.press.finish import finish  # noqa: E402  the line above comes first
from filquartiers.press.impose import booklet  # noqa: E402  same
from filquartiers.press.preflight import preflight  # noqa: E402  same
from press.makers import IMPRINT, compose, encoded, photo, press  # noqa: E402  same

SIZES = (24, 100, 500)
HEAD = """#set page(width: 148mm, height: 210mm, bleed: 3mm, margin: 14mm)
#set text(font: "Libertinus Serif", size: 9.5pt, fill: cmyk(0%, 0%, 0%, 100%))
"""
SHEET = """
#place(dx: -14mm - 3mm, dy: -14mm - 3mm, rect(width: 154mm, height: 30mm, fill: cmyk(0%, 85%, 80%, 0%)))
#v(20mm)
#text(size: 20pt)[Fiche {number}]
#image("photo{picture}.jpg", width: 80mm)
#table(columns: 4, stroke: 0.5pt + cmyk(0%, 0%, 0%, 60%), ..range(24).map(n => [case #n]))
#lorem(220)
#pagebreak(weak: true)
"""


def brochure(folder: Path, sheets: int) -> bytes:
    """``sheets`` sheets of two pages: text, a table, a band that bleeds and one of twelve photographs."""
    inks = press().inks()
    photos = (inks.photograph(photo(960).rotate(30 * n)) for n in range(12))
    pictures = {f"photo{n}.jpg": encoded(one, "JPEG", quality=85) for n, one in enumerate(photos)}
    body = "".join(SHEET.format(number=n, picture=n % 12) for n in range(sheets))
    return compose(folder, body, pictures, HEAD)


def run(sheets: int) -> None:
    """Measure one size and print a line."""
    with tempfile.TemporaryDirectory() as folder:
        composed = brochure(Path(folder), sheets)
    marks = [process_time()]
    finished = finish(composed, press(), IMPRINT).pdf
    marks.append(process_time())
    report = preflight(finished, press(), "banc.pdf")
    marks.append(process_time())
    booklet(composed)
    marks.append(process_time())
    finishing, checking, imposing = (after - before for before, after in pairwise(marks))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(
        f"{sheets:4} sheets, {report.sections[0].facts[0].value:>4} pages  finish {finishing:6.2f} s"
        f"  preflight {checking:6.2f} s  booklet {imposing:5.2f} s  peak {peak:5.0f} MB"
        f"  file {len(finished) / 1e6:4.1f} MB  {report.errors} errors\n"
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        run(int(sys.argv[1]))
    else:
        for size in SIZES:
            subprocess.run([sys.executable, __file__, str(size)], check=True)

"""Time and peak memory of composing: ``python tests/bench/impression.py``.

Not a test: it asserts nothing. Each size runs in a process of its own, so that its peak is its own.
The brochure holds that many sheets, made up; the A4 sheets are composed one by one, as a build does.
"""

import resource
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter, process_time

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]

import yaml  # noqa: E402  after the path

from filquartiers.content import load  # noqa: E402  same
from filquartiers.edition import Edition  # noqa: E402  same
from filquartiers.model.identity import Identity  # noqa: E402  same
from filquartiers.model.kinds import KINDS, Fiche  # noqa: E402  same
from filquartiers.model.kinds.brochure import BrochurePart  # noqa: E402  same
from filquartiers.model.site import Site  # noqa: E402  same
from filquartiers.render.print import Composed, Composer, Product  # noqa: E402  same
from filquartiers.render.print.products import Printer, action_sheet, booklets  # noqa: E402  same

SIZES = (24, 100, 500, 1000)
TODAY = date(2026, 11, 21)
VALMARIN = ROOT / "tests" / "exemples" / "fictif"


def edition(sheets: int) -> Edition:
    """Valmarin with so many sheets: its own, again and again under other names."""
    site = load(VALMARIN, KINDS, TODAY).site
    models = site.entries["fiche"]
    many = tuple(
        models[number % len(models)].model_copy(update={"slug": f"fiche-{number}"})
        for number in range(sheets)
    )
    identity = yaml.safe_load((ROOT / "assets" / "identite.yaml").read_text(encoding="utf-8"))
    return Edition(
        site=Site(entries={**site.entries, "fiche": many}, kinds=site.kinds, today=TODAY),
        identity=Identity.model_validate(identity),
        content=VALMARIN / "content",
        templates=(ROOT / "templates",),
        assets=(ROOT / "assets",),
    )


def run(sheets: int) -> None:
    """Measure one size and print a line."""
    made = edition(sheets)
    composer, printer = Composer.of(made), Printer.of(made)
    entry = next(one for one in made.site.entries["brochure"] if one.format == "A5")
    parts = tuple(BrochurePart(section=name) for name in ("couverture", "sommaire", "fiches", "crédits"))
    asked = entry.model_copy(update={"sections": parts})
    (product,) = (one for one in booklets(printer, asked) if isinstance(one, Product))
    wall, start = perf_counter(), process_time()
    composed = composer.compose(replace(product, for_press=False), TODAY)
    brochure, brochure_cpu = perf_counter() - wall, process_time() - start
    wall, start = perf_counter(), process_time()
    for sheet in made.site.of(Fiche):
        composer.compose(action_sheet(printer, sheet), TODAY)
    single, single_cpu = perf_counter() - wall, process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pages = composed.pages if isinstance(composed, Composed) else 0
    sys.stdout.write(
        f"{sheets:5} sheets  brochure of {pages:4} pages {brochure:6.2f} s ({brochure_cpu:6.2f} s of CPU)"
        f"  A4 sheets {single:6.2f} s ({single_cpu:6.2f} s of CPU)  peak {peak:5.0f} MB\n"
    )


def main() -> None:
    """Run the size given, or every size in a process of its own."""
    if len(sys.argv) > 1:
        run(int(sys.argv[1]))
        return
    for size in SIZES:
        subprocess.run([sys.executable, __file__, str(size)], check=True)


if __name__ == "__main__":
    main()

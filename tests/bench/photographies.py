"""A made-up brochure of some sixty pages with photographs, through the whole chain: time, memory, verdict.

``python tests/bench/photographies.py [SHEETS]``. Not a test: it asserts nothing. The photographs are noise
and gradients, which compress worse than any house does.
"""

import resource
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parent))

from impression import TODAY, edition
from PIL import Image

from filquartiers.artifact import Artifact
from filquartiers.edition import Edition
from filquartiers.model.kinds import Fiche
from filquartiers.model.kinds.brochure import BrochurePart
from filquartiers.model.site import Site
from filquartiers.printing import print_products
from filquartiers.problems import Problem

SIZE = (1700, 1150)  # px: the width of a page at 300 ppi


def photograph(number: int) -> Image.Image:
    """A picture like no other one."""
    noise = Image.effect_noise((160, 110), 90).resize(SIZE)
    round_light = Image.radial_gradient("L").resize(SIZE)
    sky = Image.linear_gradient("L").rotate(37 * number).resize(SIZE)
    return Image.merge("RGB", (noise, round_light, sky))


def illustrated(sheets: tuple[Fiche, ...], folder: Path) -> Iterator[Fiche]:
    """The sheets, each with a photograph of its own in the folder."""
    for number, sheet in enumerate(sheets):
        name = f"photo-{number}.jpg"
        photograph(number).save(folder / name, quality=85)
        yield sheet.model_copy(update={"image": name, "image_description": "Une photographie."})


def with_photographs(sheets: int, folder: Path) -> Edition:
    """Valmarin's A5 brochure alone, with so many illustrated sheets."""
    made = edition(sheets)
    entry = next(one for one in made.site.entries["brochure"] if one.format == "A5")
    kept = [one for one in entry.sections if one.section not in {"fiches", "crédits"}]
    sections = (*kept, BrochurePart(section="fiches"), BrochurePart(section="crédits"))
    shown = tuple(illustrated(made.site.entries["fiche"], folder))
    entries = {
        **made.site.entries,
        "fiche": shown,
        "evenement": (),
        "brochure": (entry.model_copy(update={"sections": sections}),),
    }
    return replace(made, site=Site(entries=entries, kinds=made.site.kinds, today=TODAY), content=folder)


def main() -> None:
    """Print the brochure and the sheets, and say what came of it."""
    sheets = int(sys.argv[1]) if len(sys.argv) > 1 else 54
    with tempfile.TemporaryDirectory() as name:
        content = Path(name) / "content"
        content.mkdir()
        made = with_photographs(sheets, content)
        start = perf_counter()
        for one in print_products(made):
            if isinstance(one, Problem):
                sys.stdout.write(f"{one.gravity.name} {one.message} {one.hint}\n")
            elif isinstance(one, Artifact) and one.path.endswith(
                ("-imprimeur.pdf", "-ecran.pdf", "-IMPRIMER.pdf", "-bon.txt")
            ):
                sys.stdout.write(f"{len(one.data) / 1e6:6.1f} MB  {one.path}\n")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(f"{perf_counter() - start:6.1f} s, peak {peak:.0f} MB\n")


if __name__ == "__main__":
    main()

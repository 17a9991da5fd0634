"""How long the site takes: the real content, then the made-up network with many sheets.

Run: ``.venv/bin/python tests/bench/site.py [SHEETS]`` (1,000 when left out). Prints the seconds of each
stage, for each project, in a process that has just started, and the peak of its memory.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from itertools import cycle
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
FICTIF = ROOT / "tests" / "exemples" / "fictif"
TODAY = date(2026, 11, 21)


def main() -> None:
    """Time both projects."""
    sheets = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        for name, project in (("contenu réel", ROOT), (f"{sheets} fiches", many(Path(folder), sheets))):
            command = [sys.executable, __file__, "--mesure", str(project)]
            print(f"{name}\n{subprocess.run(command, capture_output=True, text=True, check=True).stdout}")


def many(folder: Path, sheets: int) -> Path:
    """The made-up network, with copies of its sheets up to ``sheets``."""
    shutil.copytree(FICTIF / "content", folder / "content")
    models = sorted((FICTIF / "content/fiches").glob("*.md"))
    for number, model in zip(range(sheets - len(models)), cycle(models), strict=False):
        copy = folder / "content/fiches" / f"{model.stem}-{number:05}.md"
        copy.write_bytes(model.read_bytes())
    return folder


def measure(project: Path) -> None:
    """One build of the site, from the import of the program to the last file written."""
    start = perf_counter()
    from filquartiers.build import SITE, build  # noqa: PLC0415  importing is part of what is timed
    from filquartiers.project import Project  # noqa: PLC0415  importing is part of what is timed

    loaded = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(project / "content", Path(folder) / "content")
        copied = perf_counter()
        outcome = build(Project(Path(folder), TODAY), perf_counter, SITE)
        done = perf_counter()
    assert outcome.written, outcome.problems
    print(f"  {'import':<14} {loaded - start:6.2f} s")
    for stage, seconds in outcome.stages:
        print(f"  {stage:<14} {seconds:6.2f} s")
    total = loaded - start + done - copied
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"  {'en tout':<14} {total:6.2f} s   {outcome.written.changed} fichiers, {peak:.0f} Mo")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--mesure"]:
        measure(Path(sys.argv[2]))
    else:
        main()

"""What a reader of ``build/`` sees while builds write it, and what is left of builds that are killed.

``python tests/bench/ecriture.py [SECONDS] [KILLS]``. Two editions of the invented network, which differ by
pages, pictures and the name of the style sheet, are drawn once, then written in turn by processes of their
own. A look follows every link of the home page and measures every file that both editions have; it finds
fault when one is missing or cut short.
"""

import pickle
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from filquartiers.artifact import Artifact
from filquartiers.build import SITE, travel
from filquartiers.project import Project
from filquartiers.write import write

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "tests/exemples/fictif"
LINK = re.compile(r'(?:href|src)="(?![a-z]+:|//|#)([^"#?]+)')
APART = 0.001  # seconds between two looks

# A process that writes: the same two editions, again and again.
WRITER = """if True:
    import pickle, sys
    from pathlib import Path
    from filquartiers.write import write
    editions, done = pickle.loads(Path(sys.argv[2]).read_bytes()), 0
    while True:
        try:
            write(Path(sys.argv[1]), editions[done % 2])
            print("written", flush=True)
        except OSError as error:
            print(type(error).__name__, flush=True)
        done += 1
"""
Editions = list[dict[str, bytes]]


def editions(folder: Path) -> Iterator[list[Artifact]]:
    """The artifacts of the network, then of the same with a page less and other words everywhere."""
    for rank in range(2):
        root = folder / f"edition {rank}"
        shutil.copytree(EXAMPLE, root)
        if rank:
            next((root / "content/fiches").glob("*.md")).unlink()
            (root / "assets/css").mkdir(parents=True)
            style = (ROOT / "assets/css/style.css").read_bytes()
            (root / "assets/css/style.css").write_bytes(style + b"body{outline:0}")
            for file in (root / "content/reseaux").glob("*.md"):
                text = file.read_text(encoding="utf-8")
                file.write_text(text.replace("nom:", "nom: Autres", 1), encoding="utf-8")
        yield travel(Project(root, date(2027, 1, 4), drafts=True), SITE, time.perf_counter).artifacts


def fault(build: Path, whole: Editions) -> str:
    """What is wrong with the site as it stands, or nothing."""
    site = build / "site"
    try:
        for link in LINK.findall((site / "index.html").read_text(encoding="utf-8")):
            (site / link / "index.html" if link.endswith("/") else site / link).stat()
        for path in whole[0].keys() & whole[1].keys():
            if (build / path).stat().st_size not in {len(one[path]) for one in whole}:
                return "cut short"
    except OSError as error:
        return type(error).__name__
    return ""


def looks(build: Path, command: list[str], whole: Editions, writers: int, seconds: float) -> str:
    """Look at the site while processes write it."""
    build.parent.mkdir()
    write(build, [Artifact(*one) for one in whole[0].items()])
    log = build.parent / "log"
    with log.open("ab") as said:
        running = [subprocess.Popen(command, stdout=said) for _ in range(writers)]
        found, end = Counter[str](), time.monotonic() + seconds
        while time.monotonic() < end:
            found[fault(build, whole)] += 1
            time.sleep(APART)
        for process in running:
            process.kill()
            process.wait()
    told = Counter(log.read_text(encoding="utf-8").splitlines())
    count, sound = found.total(), found.pop("", 0)
    return f"{writers} writing: {count} looks, {count - sound} faults {dict(found)}; builds: {dict(told)}"


def kills(build: Path, command: list[str], whole: Editions, count: int) -> str:
    """Kill a writing process at random, then look at what it left."""
    left = Counter[str]()
    sites = [{path: data for path, data in one.items() if path.startswith("site/")} for one in whole]
    for rank in range(count):
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            if process.stdout:
                process.stdout.readline()
            time.sleep(random.Random(rank).random() * 0.4)
            process.kill()
        files = (path for path in (build / "site").rglob("*") if path.is_file())
        held = {path.relative_to(build).as_posix(): path.read_bytes() for path in files}
        if found := fault(build, whole):
            left[found] += 1
        else:
            left["one edition" if held in sites else "files of both, none missing"] += 1
    return f"{count} kills left: {dict(left)}"


def main() -> None:
    """Print what was seen."""
    seconds, count = (float(given) for given in (*sys.argv[1:], 15, 150)[:2])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = list(editions(folder))
        drawn = folder / "drawn.pickle"
        drawn.write_bytes(pickle.dumps(made))
        whole = [{one.path: one.data for one in artifacts} for artifacts in made]
        print(
            f"{len(whole[0])} and {len(whole[1])} files, {len(whole[0].keys() ^ whole[1].keys())} in one only"
        )
        for writers in (1, 2):
            build = folder / f"{writers}" / "build"
            command = [sys.executable, "-c", WRITER, str(build), str(drawn)]
            print(looks(build, command, whole, writers, seconds))
        print(kills(build, command, whole, int(count)))
        start = time.perf_counter()
        pages = [Artifact(f"site/{rank}/index.html", b"%d" % rank * 4000) for rank in range(10_000)]
        for _ in range(3):
            write(folder / "many", pages)
            told, start = time.perf_counter() - start, time.perf_counter()
            print(f"10,000 pages: {told:.2f} s")


if __name__ == "__main__":
    main()

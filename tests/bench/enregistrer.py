"""From the save to the screen: the preview and a real Chromium, on the made-up network.

Run: ``python tests/bench/enregistrer.py [SHEETS…] [--site] [--fois N] [--rafale N] [--patience SECONDS]``,
100, 1,000 and 10,000 sheets when left out. A file is saved, in place as Notepad does; the page tells the
moment of the first frame that shows the changed words, by the clock that the save was told by. One page is
open at a time: the sheet, the list of all sheets, its house, an event. Before each save the preview has
finished what it was doing, unless patience runs out: the last column says how often that was. With ``--site``
nothing is printed: thousands of sheets take an hour to print, which says nothing of the screen. Then come
``--rafale`` saves in a row, a twentieth of a second apart, timed from the last. What it prints is Markdown.
"""

import argparse
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from statistics import median
from time import monotonic, sleep, time

from playwright.sync_api import Browser, Page, sync_playwright

sys.path[0] = str(Path(__file__).resolve().parents[1])  # instead of this folder, whose names are short

from bench.apercu import Served, served  # noqa: E402  the line above comes first
from bench.corpus import SIZES, network  # noqa: E402  same
from bench.ecrits import ours  # noqa: E402  same
from bench.machine import disk, machine  # noqa: E402  same
from bench.tableau import table  # noqa: E402  same

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PORT = 8790
BETWEEN = 0.05  # seconds between two saves of a row
LONGEST = 900.0  # seconds before we say that it never comes
MARKS = (f"repère{rank}" for rank in count(1))  # each is written once, so that none can be seen before
SEEN = """
(() => {
  const told = new Set();
  const look = () => {
    const words = [...document.querySelectorAll(SELECTOR)].map((one) => one.textContent).join(" ");
    for (const mark of words.match(/repère\\d+/g) ?? []) {
      if (told.has(mark)) continue;
      told.add(mark);
      requestAnimationFrame(() => window.banc_vu(mark, performance.timeOrigin + performance.now()));
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  addEventListener("DOMContentLoaded", look);
})();
"""


class Desk:
    """The editor and the reader: a file to save, a page that looks at what comes of it."""

    def __init__(self, page: Page, preview: Served, file: Path, text: str, patience: float) -> None:
        self.page = page
        self.preview = preview
        self.file = file
        self.text = text
        self.patience = patience
        self.busy = 0
        self.seen: dict[str, float] = {}
        page.expose_function("banc_vu", lambda mark, at: self.seen.setdefault(mark, at / 1000))

    def save(self, mark: str, where: str) -> float:
        """Save the file with a mark in a field or in its text; gives the moment, in seconds of the clock."""
        head, line, rest = self.text.partition(f"{where}: ")
        typed, _, body = rest.partition("\n")
        changed = f"{typed[:-1]} {mark}{typed[-1]}" if typed.endswith('"') else f"{typed} {mark}"
        text = f"{head}{line}{changed}\n{body}" if line else f"{self.text}\nEt {mark}.\n"
        moment = time()
        self.file.write_text(text, "utf-8")
        return moment

    def shown(self, mark: str) -> float | None:
        """The moment when the mark was shown; None when it never was."""
        end = monotonic() + LONGEST
        while mark not in self.seen and monotonic() < end:
            self.page.wait_for_timeout(5)
        return self.seen.get(mark)

    def rest(self) -> None:
        """Let the preview finish, and the page settle."""
        self.busy += not self.preview.until_calm(self.patience)
        self.page.wait_for_timeout(500)


@dataclass(frozen=True)
class Office:
    """What lasts from one page to the next: browser, preview, the folder of the files to save."""

    browser: Browser
    preview: Served
    content: Path
    patience: float

    @contextmanager
    def desk(self, name: str, address: str, selector: str) -> Iterator[Desk]:
        """The page at an address, looking at what a selector finds; the file is put back at the end."""
        file = self.content / f"{name}.md"
        text = file.read_text("utf-8")
        context = self.browser.new_context()
        context.add_init_script(SEEN.replace("SELECTOR", f'"{selector}"'))
        page = context.new_page()
        desk = Desk(page, self.preview, file, text, self.patience)
        page.goto(f"{self.preview.address}{address}", timeout=1000 * LONGEST)
        if not page.locator(selector).count():
            raise SystemExit(f"Nothing of the sheet at {address}: {selector}")
        try:
            yield desk
        finally:
            context.close()
            file.write_text(text, "utf-8")


def main() -> None:
    """Measure and print."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # stopped, it leaves neither process nor folder
    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("sheets", type=int, nargs="*", metavar="SHEETS", default=list(SIZES))
    asked.add_argument("--fois", type=int, default=10, metavar="N", help="saves of each sort (10)")
    asked.add_argument("--rafale", type=int, default=30, metavar="N", help="saves in a row (30)")
    asked.add_argument(
        "--patience", type=float, default=300, metavar="SECONDS", help="how long to let it rest (300)"
    )
    asked.add_argument("--site", action="store_true", help="the site only, nothing printed")
    asked.add_argument("--chromium", default=CHROMIUM, metavar="PROGRAM")
    options = asked.parse_args()
    if not options.chromium:
        asked.error("no Chromium on this machine: --chromium PROGRAM")
    printed = "the site only" if options.site else "printed things included"
    print(f"{machine(None)} The preview makes {printed}.\n")
    rows = [row for size in options.sheets for row in _rows(size, options)]
    heads = (
        "sheets, what is saved, what is looked at",
        "median ms",
        "best ms",
        "worst ms",
        "drawings",
        "busy",
    )
    print(table(heads, rows))


def _rows(size: int, options: argparse.Namespace) -> Iterator[list[str]]:
    """All that is measured at one size."""
    made = network(size)
    sheet = made.sheets[size // 2]
    link = f"a[href*='{sheet.slug}/']"
    own, house, event = f"fiches/{sheet.slug}", f"maisons/{sheet.fields['maisons'][0]}", made.events[-1].slug
    sorts = (
        ("a text, its page", "texte", own, own, "main"),
        ("a title, its page", "titre", own, own, "h1"),
        ("a title, the list of sheets", "titre", own, "fiches", link),
        ("a title, its house", "titre", own, house, link),
        ("the text of a house, its page", "texte", house, house, "main"),
        ("the title of an event, its page", "titre", f"calendrier/{event}", f"agenda/{event}", "h1"),
    )
    with tempfile.TemporaryDirectory(prefix="banc-", dir=disk(size)) as folder:
        project = Path(folder) / "nous"
        ours(made, project)
        with served(project, PORT, site_only=options.site) as preview, _browser(options.chromium) as browser:
            start = monotonic()
            preview.until_ready(LONGEST)
            sys.stderr.write(f"{size:,} sheets: ready after {monotonic() - start:.1f} s\n")
            office = Office(browser, preview, project / "content", options.patience)
            for name, where, file, address, selector in sorts:
                with office.desk(file, f"{address}/", selector) as desk:
                    yield _row(f"{size:,}, {name}", desk, *_saves(desk, where, options.fois))
            with office.desk(own, f"{own}/", "h1") as desk:
                yield _row(f"{size:,}, {options.rafale} titles in a row", desk, *_burst(desk, options.rafale))


@contextmanager
def _browser(program: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser
        finally:
            browser.close()


def _saves(desk: Desk, where: str, times: int) -> tuple[list[float | None], int]:
    """Seconds from each of so many saves to the screen, and the drawings they led to."""
    found, before = list[float | None](), 0
    for rank in range(times):
        desk.rest()
        before = before if rank else desk.preview.drawings
        mark = next(MARKS)
        saved = desk.save(mark, where)
        shown = desk.shown(mark)
        found.append(shown and shown - saved)
        sys.stderr.write(f"  {where} {rank + 1}/{times}: {found[-1]} s\n")
    desk.rest()
    return found, desk.preview.drawings - before


def _burst(desk: Desk, times: int) -> tuple[list[float | None], int]:
    """Seconds from the last of so many saves in a row to the screen, and the drawings they led to."""
    desk.rest()
    before, saved, mark = desk.preview.drawings, 0.0, ""
    for _ in range(times):
        mark = next(MARKS)
        saved = desk.save(mark, "titre")
        desk.page.wait_for_timeout(1000 * BETWEEN)
    shown = desk.shown(mark)
    desk.rest()
    sleep(BETWEEN)
    return [shown and shown - saved], desk.preview.drawings - before


def _row(name: str, desk: Desk, times: list[float | None], drawings: int) -> list[str]:
    """Figures in milliseconds; what was never shown is the worst there is."""
    known = [1000 * one for one in times if one is not None]
    worst = "never" if len(known) < len(times) else f"{max(known):.0f}"
    figures = [f"{median(known):.0f}", f"{min(known):.0f}"] if known else ["–", "–"]
    return [name, *figures, worst, str(drawings), str(desk.busy)]


if __name__ == "__main__":
    main()

"""How much processor time the long texts of a project take: Markdown by both roads, cleaning, typography.

Run ``python tests/bench/prose.py [folder]``, then nothing cached; the figures go into the note of a change.
"""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from time import process_time

from filquartiers.content import load
from filquartiers.model.kinds import KINDS
from filquartiers.model.prose import Prose
from filquartiers.prose import cleaned, reference, road
from filquartiers.prose.typed import as_markdown
from filquartiers.render import typography

WORDS_OF_A_PAGE = 500
ROUNDS = 5


def texts(folder: Path) -> list[str]:
    """The long texts of a project, each once."""
    site = load(folder, KINDS, date(2026, 11, 21)).site
    values = [value for kind in site.entries.values() for entry in kind for value in vars(entry).values()]
    return sorted({value.text for value in values if isinstance(value, Prose) and value})


def main() -> None:
    """Print what each step takes for a page of 500 words, and the share of texts on the fast road."""
    typed = texts(Path(sys.argv[1] if sys.argv[1:] else "."))
    pages = sum(len(text.split()) for text in typed) / WORDS_OF_A_PAGE
    markdown = [as_markdown(text) for text in typed]
    fast = [made for made in map(road.converted, markdown) if made is not None]
    html = [cleaned(reference(text)) for text in markdown]
    print(f"{len(typed)} texts, {pages:.0f} pages; on the fast road: {len(fast) / len(typed):.1%}")
    for name, step, given in (
        ("as typed → Markdown", as_markdown, typed),
        ("fast road", road.converted, markdown),
        ("reference", reference, markdown),
        ("cleaning", cleaned, html),
        ("typography, new words", _typeset_anew, html),
        ("typography, known words", typography.typeset_html, html),
    ):
        print(f"{name:<24} {_seconds(step, given) / pages * 1e6:6.0f} µs a page")


def _typeset_anew(markup: str) -> str:
    typography.forget()
    return typography.typeset_html(markup)


def _seconds(step: Callable[[str], object], given: list[str]) -> float:
    """The quickest of several rounds: other programs run on the machine."""
    spent = []
    for _ in range(ROUNDS):
        start = process_time()
        for text in given:
            step(text)
        spent.append(process_time() - start)
    return min(spent)


if __name__ == "__main__":
    main()

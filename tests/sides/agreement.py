"""Whether site and paper agree: what may stand on one side only, and why; all the rest must be the same."""

import re
from collections.abc import Iterable, Iterator

from sides.words import Said, bare, missing

SCREEN_ONLY = {  # by class or identifier of what holds it on the page
    "#bientot": "dates that come: the calendar has them",
    "#fiches": "cards of other entries",
    "#voisines": "cards of other entries",
    "#pactes": "links to other entries",
    "liens": "links to other entries",
    "arbre-fiches": "links to other entries",
    "suite": "the way to another page",
    "#fichiers": "files to take",
    "imprimer": "a file to take",
    "etiquettes": "links to what shares a word: paper has them above its title",
    "fil": "the thread of the houses: paper draws its own",
    "fil-depart": "the same",
    "bascule": "a box to tick",
    "sources": "paper has them in its foot, which PDF/UA holds for decoration",
    "hors-vue": "says in words what eyes see in a drawing",
}
# The heads of columns: amounts and sessions, one under the other, need none on paper.
HEADS = re.compile(r"Poste|Montant|Axe de travail|\d+(er|e) atelier")
# What a network says of itself; the agenda, the houses and the sheets are parts of their own.
NETWORK = {"#presentation", "#cooperation", "#ensemble"}
# Where to read on.
WEB_NOTE = re.compile(r"(Le|La|L’)\s?[\w ]+, tenue? à jour\s:")
# A brochure has no room for figures and tables of a sheet.
IN_ONE_LINE = {"Qui s’en occupe", "Budget"}
# What comes back at a house: the site shows it date by date.
EVERY_WEEK = "Toutes les semaines"
# The number of a point: the style sheet of the site draws it.
NUMBER = re.compile(r"\d")


def on_both(said: list[Said]) -> Iterator[Said]:
    """What a page says that is not on screen only."""
    for one in said:
        if not SCREEN_ONLY.keys() & set(one.inside) and not (one.role == "th" and HEADS.fullmatch(one.text)):
            yield one


def own(said: list[Said], address: str, last: Iterable[str] = ()) -> list[Said]:
    """What paper says without the way to the site and, at its end, the words of ``last``.

    The thread of the houses, or the title that follows, bring them.
    """
    kept = [one for one in said if not WEB_NOTE.fullmatch(one.text.strip()) and not _leads(one, address)]
    while kept and any(kept[-1].bare in words for words in last):
        kept.pop()
    return kept


def _leads(one: Said, address: str) -> bool:
    """Whether it is a line of the address of the page."""
    return "Link" in one.inside and one.bare in bare(address)


def disagreements(page: list[Said], paper: list[Said]) -> list[str]:
    """What one side says and not the other, or in another order; and what is a heading of the page only.

    Notices stand in the margin of a sheet, under plain words.
    """
    words = (one for one in paper if not NUMBER.fullmatch(one.text.strip()))
    titles = (one for one in page if re.fullmatch(r"h\d", one.role) and "encadre" not in one.inside)
    headings = (one for one in paper if re.fullmatch(r"H\d", one.role))
    return [
        *(f"not on paper, {told}" for told in missing(page, paper)),
        *(f"not on the page, {told}" for told in missing(words, page)),
        *(f"no heading on paper, {told}" for told in missing(titles, headings)),
    ]

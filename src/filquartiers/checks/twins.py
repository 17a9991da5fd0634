"""Sheets that tell nearly the same: perhaps one action typed twice."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from filquartiers.model.fields import Prose
from filquartiers.model.kinds import Fiche
from filquartiers.model.site import Site
from filquartiers.model.text import folded
from filquartiers.problems import Problem, problem

WORDS = 4  # words in a row that make a shingle
LIKE = 0.5  # share of shingles in common (Jaccard) from which two sheets are told
LEAST = 8  # a sheet of fewer shingles says too little to be compared
COMMON = 30  # a shingle found in more sheets is a stock phrase, and proves nothing


def near_sheets(site: Site) -> Iterator[Problem]:
    """Pairs of sheets whose texts are alike, with the one to keep.

    An index of shingles finds the pairs: no sheet is compared with all others.
    """
    sheets = [fiche for fiche in site.of(Fiche) if fiche.origin.file]
    shingles = [shingles_of(words_of(fiche)) for fiche in sheets]
    for (one, other), common in sorted(_pairs(shingles).items()):
        likeness = common / (len(shingles[one]) + len(shingles[other]) - common)
        if likeness >= LIKE:
            yield _told(sheets[one], sheets[other], likeness)


def _told(one: Fiche, other: Fiche, likeness: float) -> Problem:
    kept, doubled = (one, other) if len(words_of(one)) >= len(words_of(other)) else (other, one)
    return problem(
        "fiches-proches",
        doubled.where("titre"),
        titre=kept.titre,
        fichier=kept.origin.file.removeprefix("content/"),
        part=f"{likeness:.0%}".replace("%", "\u00a0%"),
    )


def words_of(fiche: Fiche) -> list[str]:
    """The words of a sheet: its title and its long texts, as a reader compares them."""
    values = (getattr(fiche, name) for name in type(fiche).model_fields)
    texts = (value.text for value in values if isinstance(value, Prose))
    return folded_words(" ".join([fiche.titre, *texts]))


def folded_words(text: str) -> list[str]:
    """The words of a text without accents or case; Markdown signs are no words."""
    return folded(re.sub(r"[*_#>|]", " ", text)).split()


def shingles_of(words: list[str]) -> frozenset[tuple[str, ...]]:
    """Every run of `WORDS` words; nothing when there are too few to compare."""
    found = frozenset(zip(*(words[rank:] for rank in range(WORDS)), strict=False))
    return found if len(found) >= LEAST else frozenset()


def _pairs(shingles: list[frozenset[tuple[str, ...]]]) -> Counter[tuple[int, int]]:
    """How many shingles each pair of sheets shares."""
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for rank, found in enumerate(shingles):
        for shingle in found:
            holders[shingle].append(rank)
    return Counter(
        (one, other)
        for ranks in holders.values()
        if len(ranks) <= COMMON
        for position, one in enumerate(ranks)
        for other in ranks[position + 1 :]
    )

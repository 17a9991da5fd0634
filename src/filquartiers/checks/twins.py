"""Sheets that tell nearly the same: perhaps one action typed twice."""

import re
from collections import defaultdict
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import combinations

from filquartiers.model.fields import Prose
from filquartiers.model.kinds import Fiche
from filquartiers.model.site import Site
from filquartiers.model.text import folded
from filquartiers.problems import Problem, problem

Shingle = tuple[str, ...]

WORDS = 4  # words in a row that make a shingle
LIKE = 0.5  # share of shingles in common (Jaccard) from which two sheets are told
LEAST = 8  # a sheet of fewer shingles says too little to be compared
COMMON = 30  # a shingle found in more sheets is a stock phrase, and proves nothing


def near_sheets(site: Site) -> Iterator[Problem]:
    """Pairs of sheets whose texts are alike, with the one to keep.

    A sample of the shingles tells which pairs to compare: no sheet is compared with all others.
    """
    sheets = [fiche for fiche in site.of(Fiche) if fiche.origin.file]
    words = [words_of(fiche) for fiche in sheets]
    for one, other in sorted(_candidates(words)):
        likeness = _likeness(shingles_of(words[one]), shingles_of(words[other]))
        if likeness >= LIKE:
            yield _told(sheets[one], sheets[other], likeness)


def _likeness(one: AbstractSet[Shingle], other: AbstractSet[Shingle]) -> float:
    """What two sheets share of all they say (Jaccard), 0 when either says too little."""
    return len(one & other) / len(one | other) if one and other else 0.0


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


def shingles_of(words: list[str]) -> frozenset[Shingle]:
    """Every run of `WORDS` words; nothing when there are too few to compare."""
    found = frozenset(zip(*(words[rank:] for rank in range(WORDS)), strict=False))
    return found if len(found) >= LEAST else frozenset()


def _candidates(words: list[list[str]]) -> set[tuple[int, int]]:
    """The pairs of sheets that share some of the sampled shingles, and not only stock phrases."""
    holders: defaultdict[Shingle, list[int]] = defaultdict(list)
    for rank, said in enumerate(words):
        for shingle in _sample(said):
            holders[shingle].append(rank)
    found = (ranks for ranks in holders.values() if len(ranks) <= COMMON)
    return {pair for ranks in found for pair in combinations(ranks, 2)}


def _sample(words: list[str]) -> frozenset[Shingle]:
    """About half of the shingles, the same ones wherever they stand: chosen by their first words."""
    found = zip(*(words[rank:] for rank in range(WORDS)), strict=False)
    return frozenset(shingle for shingle in found if (len(shingle[0]) + len(shingle[1])) % 2 == 0)

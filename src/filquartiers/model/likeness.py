"""Texts that say nearly the same: perhaps one thing told twice."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from filquartiers.model.text import folded

Shingle = tuple[str, ...]

WORDS = 4  # words in a row that make a shingle
LIKE = 0.5  # share of shingles in common (Jaccard) from which two texts are alike
LEAST = 8  # a text of fewer shingles says too little to be compared
COMMON = 30  # a shingle found in more texts is a stock phrase, and proves nothing


def alike(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """The ranks of each pair of texts that are alike, and the share that they have in common.

    Accents, case and the signs of Markdown do not count. A sample of the shingles tells which pairs to
    compare: no text is compared with all others.
    """
    shingles = [_shingles(words_of(text)) for text in texts]
    for one, other in sorted(_candidates(shingles)):
        first, second = set(shingles[one]), set(shingles[other])
        likeness = len(first & second) / len(first | second)
        if min(len(first), len(second)) >= LEAST and likeness >= LIKE:
            yield one, other, likeness


def words_of(text: str) -> list[str]:
    """The words of a text without accents or case; Markdown signs are no words."""
    return folded(re.sub(r"[*_#>|]", " ", text)).split()


def _shingles(words: Sequence[str]) -> list[Shingle]:
    """Every run of `WORDS` words."""
    return list(zip(*(words[rank:] for rank in range(WORDS)), strict=False))


def _candidates(texts: Sequence[Sequence[Shingle]]) -> set[tuple[int, int]]:
    """The pairs that share some of the sampled shingles, and not only stock phrases.

    The sample is about half of the shingles, the same ones wherever they stand: chosen by their first words.
    """
    holders: defaultdict[Shingle, list[int]] = defaultdict(list)
    for rank, shingles in enumerate(texts):
        for shingle in dict.fromkeys(shingles):
            if (len(shingle[0]) + len(shingle[1])) % 2 == 0:
                holders[shingle].append(rank)
    found = (ranks for ranks in holders.values() if len(ranks) <= COMMON)
    return {pair for ranks in found for pair in combinations(ranks, 2)}

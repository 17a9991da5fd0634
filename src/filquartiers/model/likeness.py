"""Texts that say nearly the same: perhaps one thing told twice."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from filquartiers.model.text import folded

Shingles = frozenset[int]
"""The runs of `WORDS` words of a text, each as a number; two texts that share many say the same."""

WORDS = 4  # words in a row that make a shingle
LIKE = 0.5  # share of shingles in common (Jaccard) from which two texts are alike
LEAST = 8  # a text of fewer shingles says too little to be compared
COMMON = 30  # a shingle found in more texts is a stock phrase, and proves nothing


def alike(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """The ranks of each pair of texts that are alike, and the share that they have in common.

    Accents, case and the signs of Markdown do not count. Only texts of which others hold a good part are
    compared, and only with those others: the work grows as the texts do, not as their pairs.
    """
    shingles = [shingles_of(text) for text in texts]
    for one, other in sorted(_candidates(shingles)):
        first, second = shingles[one], shingles[other]
        likeness = len(first & second) / len(first | second)
        if likeness >= LIKE:
            yield one, other, likeness


def words_of(text: str) -> list[str]:
    """The words of a text without accents or case; Markdown signs are no words."""
    return folded(re.sub(r"[*_#>|]", " ", text)).split()


def shingles_of(text: str) -> Shingles:
    """Every run of `WORDS` words."""
    words = words_of(text)
    return frozenset(map(hash, zip(*(words[rank:] for rank in range(WORDS)), strict=False)))


def _candidates(texts: Sequence[Shingles]) -> set[tuple[int, int]]:
    """The pairs that may be alike: each shares enough with others, and something rare.

    Two texts alike share at least `LIKE` of the shingles of each: a text that holds fewer shared ones has no
    twin. Of the others, it is enough to look at their rarest shingles: among the `1 - LIKE` rarest of two
    texts alike there is one in common (prefix filtering: Chaudhuri, Ganti, Kaushik, ICDE 2006).
    """
    held = Counter(shingle for own in texts if len(own) >= LEAST for shingle in own)
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for rank, own in enumerate(texts):
        if len(own) >= LEAST:
            for shingle in _rarest(own, held):
                holders[shingle].append(rank)
    found = (ranks for ranks in holders.values() if len(ranks) <= COMMON)
    return {pair for ranks in found for pair in combinations(ranks, 2)}


def _rarest(own: Shingles, held: Counter[int]) -> Iterable[int]:
    """The shared shingles among the rarest of a text; none when it shares too little with any other."""
    shared = [shingle for shingle in own if held[shingle] > 1]
    needed = LIKE * len(own)
    if len(shared) < needed:
        return ()
    return sorted(shared, key=lambda shingle: (held[shingle], shingle))[: int(len(shared) - needed) + 1]

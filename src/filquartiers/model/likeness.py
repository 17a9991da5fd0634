"""Texts that say nearly the same: perhaps one thing told twice."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress, pairwise
from zlib import crc32

from filquartiers.model.text import words_of

Shingles = frozenset[int]
"""The runs of `WORDS` words of a text, each as a number; two texts that share many say the same."""

WORDS = 4  # words in a row that make a shingle
LIKE = 0.5  # share of shingles in common (Jaccard) from which two texts are alike
LEAST = 8  # a text of fewer shingles says too little to be compared
SAMPLE = 64  # places of a text at which it is held against the others
COMMON = 30  # words that stand together in more texts are a stock phrase, and prove nothing
LENGTHS = (WORDS, 2 * WORDS, 4 * WORDS)  # words looked at: more of them where the first are a stock phrase
ENOUGH = 12  # two texts that agree at one place out of so many are compared


def alike(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """The ranks of each pair of texts that are alike, and the share that they have in common.

    Accents, case and the signs of Markdown do not count. Only the pairs that `candidates` gives are
    compared, whole: the work grows as the texts do, not as their pairs.
    """
    shingles = cache(lambda rank: shingles_of(texts[rank]))
    for one, other in sorted(candidates(texts)):
        first, second = shingles(one), shingles(other)
        common = len(first & second)
        likeness = common / (len(first) + len(second) - common)
        if likeness >= LIKE:
            yield one, other, likeness


def shingles_of(text: str) -> Shingles:
    """Every run of `WORDS` words."""
    return frozenset(_runs(words_of(text)))


def candidates(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The pairs worth comparing, as ranks, the lower first: they agree at enough places.

    Each text is looked at in `SAMPLE` places, which the words there choose, so that texts alike choose the
    same (bottom-k sketch: Broder, « On the resemblance and containment of documents », 1997). A text
    therefore meets at most ``SAMPLE * COMMON`` others, whatever they all say.
    """
    samples = [_sample(text) for text in texts]
    met: list[list[int]] = [[] for _ in samples]  # for each text, those before it, once for each place
    for ranks in _meetings(samples):
        for place, rank in enumerate(ranks):
            met[rank] += ranks[:place]
    for rank, others in enumerate(met):
        for other, times in Counter(others).items():
            if times * ENOUGH >= min(len(samples[rank].places), len(samples[other].places)):
                yield other, rank


@dataclass(frozen=True, slots=True)
class _Sample:
    """The words of a text, as numbers, and the places in it that are held against other texts."""

    words: list[int]
    places: list[int]


@cache
def _number(word: str) -> int:
    """A word as a number, the same each time the program runs: the sample depends on it."""
    return crc32(word.encode())


def _sample(text: str) -> _Sample:
    words = list(map(_number, words_of(text)))
    runs = _runs(words)
    start = dict(zip(runs, range(len(runs)), strict=True))
    return _Sample(words, [start[run] for run in sorted(start)[:SAMPLE]] if len(start) >= LEAST else [])


def _runs(words: Sequence[object]) -> list[int]:
    return list(map(hash, zip(*(words[rank:] for rank in range(WORDS)), strict=False)))


def _meetings(samples: Sequence[_Sample]) -> Iterator[Sequence[int]]:
    """The ranks, in order, of the texts that say the same at one of their places, for each thing so said.

    A stock phrase is looked at with the words after it. What too many texts still say then, as copies of one
    text do, only ties each to the next.
    """
    ranks = [rank for rank, sample in enumerate(samples) for _ in sample.places]
    starts = [start for sample in samples for start in sample.places]
    for length in LENGTHS:
        places = zip(ranks, starts, strict=True)
        said = [hash(tuple(samples[rank].words[start : start + length])) for rank, start in places]
        times = Counter(said)
        yield from _groups(
            (one, rank) for one, rank in zip(said, ranks, strict=True) if 1 < times[one] <= COMMON
        )
        stock = [times[one] > COMMON for one in said]
        said, ranks, starts = (list(compress(column, stock)) for column in (said, ranks, starts))
    for held in _groups(zip(said, ranks, strict=True)):
        yield from pairwise(held)


def _groups(pairs: Iterable[tuple[int, int]]) -> Iterable[list[int]]:
    """The second of the pairs that have the same first."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in pairs:
        groups[one].append(other)
    return groups.values()

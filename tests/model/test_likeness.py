"""Texts that say nearly the same are found among many, without holding each against each."""

import random
from itertools import combinations
from math import comb

import pytest

from filquartiers.model import likeness
from filquartiers.model.likeness import COMMON, LEAST, LIKE, SAMPLE, alike, candidates, shingles_of

WHO = (
    "le collectif",
    "l’équipe de la maison",
    "chaque partenaire",
    "un groupe de voisins",
    "le conseil",
    "la régie",
)
DOES = ("organise", "prépare", "anime", "accompagne", "évalue", "documente", "soutient", "imagine")
WHAT = (
    "des rencontres",
    "un espace d’entraide",
    "les ateliers du mercredi",
    "une cantine",
    "la gazette",
    "un budget",
)
WHY = (
    "pour les voisins.",
    "avec l’école.",
    "sans réunion de plus.",
    "jusqu’à la fête.",
    "avec la ville.",
    "en commun.",
)


def sheets(count: int, seed: int = 1) -> list[str]:
    """Texts that say the same sentences in other orders: the more there are, the less each word tells."""
    chance = random.Random(seed)  # noqa: S311  the same texts each time
    parts = (WHO, DOES, WHAT, WHY)
    return [
        f"Action numéro {rank}. " + " ".join(" ".join(map(chance.choice, parts)) for _ in range(40))
        for rank in range(count)
    ]


def edited(text: str, chance: random.Random) -> str:
    """A copy as people make them: words changed, sentences moved, an end cut or added."""
    words, sentences = text.split(), text.split(". ")
    changed = [chance.choice(words) if chance.random() < 0.07 else word for word in words]
    chance.shuffle(sentences)
    cut = words[: len(words) * 2 // 3]
    return " ".join(chance.choice((changed, ". ".join(sentences).split(), cut, [*words, *words[:60][::-1]])))


def held_each_against_each(texts: list[str]) -> list[tuple[int, int, float]]:
    whole = [shingles_of(text) for text in texts]
    found = []
    for one, other in combinations(range(len(texts)), 2):
        share = len(whole[one] & whole[other]) / (len(whole[one] | whole[other]) or 1)
        if share >= LIKE and min(len(whole[one]), len(whole[other])) >= LEAST:
            found.append((one, other, share))
    return found


@pytest.mark.parametrize("seed", range(3))
def test_what_is_told_is_what_holding_each_against_each_tells(seed):
    texts, chance = sheets(120, seed), random.Random(seed)  # noqa: S311  the same texts each time
    texts += [edited(chance.choice(texts), chance) for _ in range(40)]
    chance.shuffle(texts)
    expected = held_each_against_each(texts)
    assert len(expected) > 30
    assert list(alike(texts)) == expected


def test_short_texts_are_held_against_each_other_whole():
    text = "on répare les vélos des collégiens le jeudi soir dans la cour de l’école avec des outils"
    words = text.split()
    texts = [" ".join(words[start : start + 12]) for start in range(5)]
    assert list(alike(texts)) == held_each_against_each(texts)


def work(count: int) -> tuple[int, int]:
    """How often texts meet at a place, and how many pairs are then compared."""
    texts = sheets(count)
    samples = [likeness._sample(text) for text in texts]
    met = sum(comb(len(ranks), 2) for ranks in likeness._meetings(samples))
    return met, len(list(candidates(texts)))


def test_twice_the_texts_take_twice_the_work():
    (met, compared), (met_by_twice, compared_by_twice) = work(800), work(1600)
    assert 0 < met_by_twice <= 2.2 * met
    assert 0 < compared_by_twice <= 2.2 * compared


@pytest.mark.parametrize("count", [100, 200, 400])
def test_no_text_meets_more_than_so_many_others(count):
    met, compared = work(count)
    assert compared <= met <= count * SAMPLE * COMMON / 2


def test_many_copies_are_told_each_with_the_next():
    texts = [sheets(1)[0]] * (COMMON + 5)
    assert [pair for *pair, _ in alike(texts)] == [[rank, rank + 1] for rank in range(COMMON + 4)]


def test_the_places_looked_at_are_the_same_on_every_machine():
    text = sheets(1)[0]
    assert likeness._sample(text).places[:4] == [335, 83, 376, 315]

"""What one entry says of another, where the schema alone does not hold the answer."""

from collections import Counter
from collections.abc import Collection, Iterator

from filquartiers.model.kinds import Fiche, Objectifs
from filquartiers.model.kinds.fiche import DIMENSIONS, MOTS_CLES, PARTENAIRES, PUBLICS
from filquartiers.model.site import Site
from filquartiers.model.text import closest, folded
from filquartiers.problems import Problem, problem

# The fields of a sheet that use the words of the directory, and where a network adds its own.
_VOCABULARIES = (
    ("dimension", DIMENSIONS, "dimensions"),
    ("mots_cles", MOTS_CLES, "mots_cles"),
    ("public", PUBLICS, "publics"),
    ("partenaires", PARTENAIRES, "partenaires"),
)

_SLIP = 0.85
"""Likeness from which a word is the same, misspelt: « Précarité » is not « Parentalité »."""


def tree_codes(site: Site) -> Iterator[Problem]:
    """A sheet may only cite lines that an objectives tree has."""
    codes = [code for tree in site.of(Objectifs) for code in tree.codes]
    for fiche, rank, code in _outside(site, "objectifs", codes):
        near = closest(code, codes)
        yield problem("objectif-inconnu", fiche.where("objectifs", rank), valeur=code, proche=near)


def vocabulary(site: Site) -> Iterator[Problem]:
    """Words new to the directory's vocabulary and to the networks' additions, perhaps mistyped.

    The directory has more words than we know. One that several sheets use, or that an import brought, is
    new, not mistyped; of others only a slip of the pen is put right, never a look-alike proposed.
    """
    for name, words, addition in _VOCABULARIES:
        added = [word for network in site.networks for word in getattr(network.vocabulaire, addition)]
        known = [*words, *added]
        uses = Counter(folded(word) for fiche in site.of(Fiche) for word in getattr(fiche, name))
        for fiche, rank, word in _outside(site, name, known):
            meant = not fiche.empreinte and uses[folded(word)] == 1
            near = closest(word, known, cutoff=_SLIP) if meant else ""
            yield problem("mot-nouveau", fiche.where(name, rank), valeur=word, proche=near)


def _outside(site: Site, name: str, words: Collection[str]) -> Iterator[tuple[Fiche, int, str]]:
    """What the field ``name`` of sheets says that is none of ``words``, with its rank."""
    known = set(map(folded, words))
    for fiche in site.of(Fiche):
        for rank, word in enumerate(getattr(fiche, name)):
            if folded(word) not in known:
                yield fiche, rank, word

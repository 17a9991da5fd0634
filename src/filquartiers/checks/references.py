"""What one entry says of another, where the schema alone does not hold the answer."""

from collections.abc import Iterator

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
NEARLY = 0.85  # the same word with a slip of the finger: « Précarité » is not « Parentalité »


def tree_codes(site: Site) -> Iterator[Problem]:
    """A sheet may only cite lines that an objectives tree has."""
    codes = [code for tree in site.of(Objectifs) for code in tree.codes]
    yield from _unknown("objectif-inconnu", site, "objectifs", codes)


def vocabulary(site: Site) -> Iterator[Problem]:
    """Words that are new to us: in none of the directory's listings we know, added by no network.

    The directory has more words than we have seen: a new one is not wrong, and only a word nearly the same
    is proposed for it.
    """
    for name, words, addition in _VOCABULARIES:
        added = [word for network in site.networks for word in getattr(network.vocabulaire, addition)]
        yield from _unknown("mot-nouveau", site, name, [*words, *added], cutoff=NEARLY)


def _unknown(code: str, site: Site, name: str, words: list[str], *, cutoff: float = 0.6) -> Iterator[Problem]:
    """What the field ``name`` of sheets says that is none of ``words``."""
    known = set(map(folded, words))
    for fiche in site.of(Fiche):
        for rank, word in enumerate(getattr(fiche, name)):
            if folded(word) not in known:
                yield problem(
                    code, fiche.where(name, rank), valeur=word, proche=closest(word, words, cutoff=cutoff)
                )

"""What one entry says of another, where the schema alone does not hold the answer."""

from collections.abc import Iterator, Sequence

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


def tree_codes(site: Site) -> Iterator[Problem]:
    """A sheet may only cite lines that an objectives tree has."""
    codes = [code for tree in site.of(Objectifs) for code in tree.codes]
    yield from _unknown("objectif-inconnu", site, "objectifs", codes)


def vocabulary(site: Site) -> Iterator[Problem]:
    """Words outside the directory's vocabulary and the networks' additions, perhaps mistyped."""
    for name, words, addition in _VOCABULARIES:
        added = [word for network in site.networks for word in getattr(network.vocabulaire, addition)]
        yield from _unknown("mot-hors-vocabulaire", site, name, [*words, *added])


def _unknown(code: str, site: Site, name: str, words: Sequence[str]) -> Iterator[Problem]:
    """What the field ``name`` of sheets says that is none of ``words``."""
    known, words = set(map(folded, words)), tuple(words)
    for fiche in site.of(Fiche):
        for rank, word in enumerate(getattr(fiche, name)):
            if folded(word) not in known:
                yield problem(code, fiche.where(name, rank), valeur=word, proche=closest(word, words))

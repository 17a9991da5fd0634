"""The objectives tree: what no sheet serves yet."""

from collections.abc import Iterator

from filquartiers.model.kinds import Fiche, Objectifs
from filquartiers.model.site import Site
from filquartiers.model.text import closest, folded
from filquartiers.problems import Problem, problem


def unserved(site: Site) -> Iterator[Problem]:
    """Objectives that no sheet cites, by themselves or through one of their actions; one notice a tree."""
    typed = sorted({code for fiche in site.of(Fiche) for code in fiche.objectifs})
    for tree in site.of(Objectifs):
        # A mistyped code is told by itself: what it probably means is not missing too.
        cited = {folded(closest(code, tree.codes) or code) for code in typed}
        served = {
            folded(code) for line in tree.actions if folded(line.code) in cited for code in line.objectifs
        }
        alone = [line for line in tree.objectifs if folded(line.code) not in served | cited]
        if alone and tree.origin.file:
            where = tree.where("objectifs", tree.objectifs.index(alone[0]))
            codes = ", ".join(line.code for line in alone)
            yield problem("objectif-sans-fiche", where, nombre=len(alone), codes=codes)

"""The objectives tree: what no sheet serves yet."""

from collections.abc import Iterator

from filquartiers.model.kinds import Fiche, Objectifs
from filquartiers.model.site import Site
from filquartiers.model.text import folded
from filquartiers.problems import Problem, problem


def unserved(site: Site) -> Iterator[Problem]:
    """Objectives that no sheet cites, by themselves or through one of their actions; one notice a tree."""
    cited = {folded(code) for fiche in site.of(Fiche) for code in fiche.objectifs}
    for tree in site.of(Objectifs):
        served = {folded(code) for code in cited}
        served |= {
            folded(code)
            for action in tree.actions
            if folded(action.code) in cited
            for code in action.objectifs
        }
        alone = [line for line in tree.objectifs if folded(line.code) not in served]
        if alone and tree.origin.file:
            where = tree.where("objectifs", tree.objectifs.index(alone[0]))
            codes = ", ".join(line.code for line in alone)
            yield problem("objectif-sans-fiche", where, nombre=len(alone), codes=codes)

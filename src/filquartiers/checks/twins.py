"""Sheets that tell nearly the same: perhaps one action typed twice."""

from collections.abc import Iterator

from filquartiers.model.fields import Prose
from filquartiers.model.kinds import Fiche
from filquartiers.model.likeness import alike
from filquartiers.model.site import Site
from filquartiers.model.text import words_of
from filquartiers.problems import Problem, problem


def near_sheets(site: Site) -> Iterator[Problem]:
    """Pairs of sheets whose texts are alike, with the one to keep: the one that says more."""
    sheets = [fiche for fiche in site.of(Fiche) if fiche.origin.file]
    texts = [_text(fiche) for fiche in sheets]
    for one, other, likeness in alike(texts):
        longer = len(words_of(texts[one])) >= len(words_of(texts[other]))
        kept, doubled = (sheets[one], sheets[other]) if longer else (sheets[other], sheets[one])
        yield problem(
            "fiches-proches",
            doubled.where("titre"),
            titre=kept.titre,
            fichier=kept.origin.file.removeprefix("content/"),
            part=f"{likeness:.0%}".replace("%", "\u00a0%"),
        )


def _text(fiche: Fiche) -> str:
    """The title and the long texts of a sheet."""
    values = (getattr(fiche, name) for name in type(fiche).model_fields)
    return " ".join([fiche.titre, *(value.text for value in values if isinstance(value, Prose))])

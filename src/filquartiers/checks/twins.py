"""Sheets that tell nearly the same: perhaps one action typed twice."""

from collections.abc import Iterator

from filquartiers.model.copies import copies_among
from filquartiers.model.fields import Prose
from filquartiers.model.kinds import Fiche
from filquartiers.model.likeness import alike
from filquartiers.model.site import Site
from filquartiers.model.text import words_of
from filquartiers.problems import Problem, problem


def near_sheets(site: Site) -> Iterator[Problem]:
    """Pairs of sheets whose texts are alike, with the one to keep: no copy, and the one that says more."""
    sheets = [fiche for fiche in site.of(Fiche) if fiche.origin.file]
    texts = [_text(fiche) for fiche in sheets]
    for one, other, likeness in alike(texts):
        copies = copies_among(sheets[rank].origin.file for rank in (one, other))
        ranks = sorted(
            (one, other), key=lambda rank: (sheets[rank].origin.file in copies, -len(words_of(texts[rank])))
        )
        kept, doubled = (sheets[rank] for rank in ranks)
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

"""The names of fields: every wording that is understood, and what a mistyped one probably means."""

from collections.abc import Mapping
from functools import cache

from filquartiers.content.nodes import Scalar
from filquartiers.model.fields import FieldGuide
from filquartiers.model.kind import Entry, Path
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import closest, key_of, slugify
from filquartiers.problems import Problem, problem

FEW = 6  # how many names a message lists
SURE = 0.8  # likeness from which a heading of the body is taken for a mistyped field


@cache
def names_of(guides: tuple[FieldGuide, ...]) -> dict[str, str]:
    """Every key and heading that is understood, in the form of `key_of`, and the field it means."""
    names: dict[str, str] = {}
    for guide in guides:
        for wording in (*guide.aliases, guide.label, guide.name):
            names[key_of(wording)] = guide.name
    return names


def unknown_key(
    key: Scalar, guides: tuple[FieldGuide, ...], kind: type[Entry], path: Path
) -> tuple[Problem, str]:
    """The problem of a key that nothing reads, and the field that it probably means, if any."""
    wordings = [guide.name for guide in guides] + [guide.label for guide in guides]
    proposal = closest(key.text.replace("_", " "), wordings)
    near = names_of(guides).get(key_of(proposal), "") if proposal else ""
    told = problem(
        "cle-inconnue", key.where, cle=key.text, dans=within(kind, path), proche=near, nom=kind.kind.name
    )
    return told, near


def unknown_reference(kind: type[Entry], text: str, titles: Mapping[str, str]) -> Refusal:
    """There is no entry called ``text``: what there is, and what was probably meant.

    Args:
        kind: what was to be named.
        text: as typed; perhaps a title, or several names on one line.
        titles: the entries there are, by address, and the title that each file gives.
    """
    known = sorted(titles)
    few = f" Il y a : {', '.join(known)}." if 0 < len(known) <= FEW else ""
    several = " Plusieurs noms : un par ligne, après un tiret." if "," in text else ""
    titled = [slug for slug in known if titles[slug] and slugify(titles[slug]) == slugify(text)]
    return Refusal(
        "reference-inconnue",
        valeur=text,
        dossier=kind.kind.folder,
        existants=f"{several}{few}",
        proche=titled[0] if titled else "" if several else closest(text, known),
    )


def near_heading(text: str, guides: tuple[FieldGuide, ...]) -> str:
    """The heading of a long field that ``text`` misspells, or an empty string."""
    return closest(text, [word for guide in guides for word in (*guide.aliases, guide.label)], cutoff=SURE)


def within(kind: type[Entry], path: Path) -> str:
    """Where a field stands, in words: « dans « position » », « ici (maison) »."""
    groups = [part for part in path if isinstance(part, str)]
    return f"dans « {groups[-1]} »" if groups else f"ici ({kind.kind.label.lower()})"

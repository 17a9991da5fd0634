"""``build/a-corriger.html``: what there is to mend, house by house, on one page that can be sent as it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from filquartiers.artifact import Artifact
from filquartiers.model.agenda.dates import write_date
from filquartiers.model.identity import Identity
from filquartiers.model.text import slugify
from filquartiers.problems import Gravity, Problem
from filquartiers.problems.order import by_file
from filquartiers.render.templates import environment, fault_of
from filquartiers.render.typography import typeset

PAGE = "a-corriger.html"
SEVERAL, ALL = "Plusieurs maisons", "Tout le réseau"
_SHARED = (SEVERAL, ALL)

# The colours of the identity that the page uses.
_COLOURS = ("papier", "papier_teinte", "encre", "texte_secondaire", "fil", "filet", "attention")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file: what to mend, then the labels of what to fill in."""

    file: str
    problems: tuple[Problem, ...]
    gaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One house, or what concerns them all."""

    anchor: str
    title: str
    sheets: tuple[Sheet, ...]
    mendings: int
    gaps: int


def mending_page(
    problems: Iterable[Problem],
    houses: Mapping[str, tuple[str, ...]],
    today: date,
    identity: Identity,
    templates: Iterable[Path],
) -> Artifact:
    """The page, whole in one file: no script, no picture, nothing to fetch.

    Args:
        problems: everything that was found.
        houses: the names of the houses that each file is about.
        today: the day of the check.
        identity: its colours are those of the page.
        templates: folders of templates, the preferred first.
    """
    folders = tuple(templates)
    values = {
        "name": identity.nom,
        "day": write_date(today, weekday=False),
        "parts": parts_of(problems, houses),
        "light": _palette(identity, dark=False),
        "dark": _palette(identity, dark=True),
    }
    try:
        html = _drawn(folders, values)
    except Exception as error:
        if fault_of(error, folders) is None:
            raise
        html = _drawn(folders[-1:], values)  # what is to mend must be told, whatever happens to its template
    return Artifact(PAGE, html.encode())


def _drawn(templates: tuple[Path, ...], values: Mapping[str, object]) -> str:
    return environment(templates, {"typeset": typeset}).get_template(PAGE).render(values)


def parts_of(problems: Iterable[Problem], houses: Mapping[str, tuple[str, ...]]) -> tuple[Part, ...]:
    """The houses in the order of their names, then what concerns several, then all."""
    sheets: defaultdict[str, list[Sheet]] = defaultdict(list)
    for file, found in by_file(problems):
        sheets[_owner(houses.get(file, ()))].append(_sheet(file, found))
    order = sorted(sheets, key=lambda title: (_SHARED.index(title) if title in _SHARED else -1, title))
    return tuple(_part(title, sheets[title]) for title in order)


def _owner(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else SEVERAL if names else ALL


def _sheet(file: str, found: list[Problem]) -> Sheet:
    mend = tuple(one for one in found if one.gravity is not Gravity.GAP)
    gaps = dict.fromkeys(one.subject for one in found if one.gravity is Gravity.GAP)
    return Sheet(file or "content", mend, tuple(gaps))


def _part(title: str, sheets: list[Sheet]) -> Part:
    return Part(
        anchor=slugify(title),
        title=title,
        sheets=tuple(sheets),
        mendings=sum(len(sheet.problems) for sheet in sheets),
        gaps=sum(len(sheet.gaps) for sheet in sheets),
    )


def _palette(identity: Identity, *, dark: bool) -> dict[str, str]:
    colours = {name: identity.couleurs[name] for name in _COLOURS}
    return {name.replace("_", "-"): one.sombre if dark else one.clair for name, one in colours.items()}

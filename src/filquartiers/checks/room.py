"""Texts that paper may have no room for, known by counting letters: nothing is composed here.

A panel of a leaflet and a column of the tree have a fixed size: a text is set smaller to fit, as long as it
can still be read. The counts below are those of the smallest setting, rounded down: what is told may
still fit, what is not told does.
"""

import re
from collections.abc import Iterable, Iterator
from math import ceil

from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Brochure, Maison, Objectifs, Pacte
from filquartiers.model.site import Site
from filquartiers.problems import Problem, problem

NAME = 160  # letters of a name or a title: beyond, it is a paragraph
_NAMES = (
    "titre",
    "nom",
    "accroche",
    "sous_titre",
    "adresse",
    "quartier",
    "lieu",
    "salle",
    "theme",
    "age",
    "tarif",
)
_PANEL = 44  # lines of running text that a panel holds, its title aside
_LINE, _LARGE, _GREAT = 58, 42, 34  # letters on a line: running text, lead, great letters
_ALL_PANELS = 98  # lines, for pacts that share the inside
_COLUMN = 170.0  # mm of a column of the tree
# For each level of the tree: letters on a line, the height of a line in mm.
_LEVELS = ((40, 7.1), (52, 3.8), (68, 3.1), (60, 2.8))
_ITEM = re.compile(r"\s*(?:[-*+•>#]|\d+[.)])")
_BETWEEN = 2.4  # mm between two items of the tree


def names(site: Site) -> Iterator[Problem]:
    """Names and titles as long as paragraphs."""
    for entry in site.everything():
        for name in _NAMES:
            value = getattr(entry, name, None)
            if entry.origin.file and isinstance(value, str) and len(value) > NAME:
                yield problem("nom-trop-long", entry.where(name), signes=len(value), limite=NAME)


def leaflets(site: Site) -> Iterator[Problem]:
    """Panels of a leaflet that hold more than they can."""
    for entry in site.of(Brochure):
        if entry.format == "dépliant":
            for panel, place, lines, most in _panels(site, entry):
                if lines > most:
                    yield problem("volet-trop-plein", place.where(), titre=entry.titre, volet=panel)


def trees(site: Site) -> Iterator[Problem]:
    """Columns of a tree of objectives, on A3, that hold more than they can."""
    for entry in site.of(Brochure):
        for tree in site.of(Objectifs, entry.reseau) if entry.format == "A3" else ():
            for (letters, height), items in zip(_LEVELS, _levels(tree), strict=True):
                if sum(ceil(len(one) / letters) * height + _BETWEEN for one in items) > _COLUMN:
                    yield problem("volet-trop-plein", tree.where(), titre=entry.titre, volet="une colonne")
                    break


def _levels(tree: Objectifs) -> tuple[tuple[str, ...], ...]:
    parts = (tree.finalites, tree.objectifs, tree.actions, tree.exemples)
    return tuple(tuple(one.texte for one in part) for part in parts)


Panel = tuple[str, Entry, float, int]


def _panels(site: Site, entry: Brochure) -> Iterator[Panel]:
    """Each panel: its name, who fills it, its lines and how many it holds."""
    pacts, houses = site.of(Pacte, entry.reseau), site.of(Maison, entry.reseau)
    named = [part.maisons for part in entry.sections if part.section == "maisons" and part.maisons]
    yield "le dos", entry, sum(_house(one) for one in (named[0] if named else houses)) + 6, _PANEL
    if len(pacts) != 1:
        told = entry.reseau.presentation.text or entry.reseau.cooperation.text
        aims = _lines(entry.reseau.buts, _LINE)
        yield "le volet qui se replie", entry.reseau, _text(told) + aims + 6, _PANEL
        yield "l’intérieur du dépliant", entry, sum(map(_whole, pacts)), _ALL_PANELS
        return
    (pact,) = pacts
    headline = 3 * ceil(len(entry.reseau.accroche or "") / 20) + 2
    yield (
        "le volet qui se replie",
        pact,
        _text(pact.cadre.text) + _text(pact.accord.text) + headline + 6,
        _PANEL,
    )
    how = _lines(pact.traits, _LARGE, 1.6, 1) + _lines((*pact.principes, *pact.valeurs), _LINE)
    yield "le premier volet intérieur", pact, how, _PANEL
    subjects = _lines(pact.thematiques, _GREAT, 1.6, 0.8) + _text(pact.corps.text)
    yield "le deuxième volet intérieur", pact, subjects, _PANEL
    yield "le troisième volet intérieur", pact, _when(pact), _PANEL


def _house(house: Maison) -> float:
    """Its name, its street, its telephones."""
    return _lines((house.title, house.adresse or ""), _LARGE, 1, 0.3) + 1.6 * len(house.telephones)


def _when(pact: Pacte) -> float:
    signed = " ".join(f"{one.nom} {one.qualite or ''}" for one in pact.signataires)
    marks = _lines((one.texte for one in pact.reperes), _LINE, 1, 2)
    return marks + _text(signed) + _lines(pact.perspectives, _LINE, 1, 0.3) + 4


def _whole(pact: Pacte) -> float:
    return _text(pact.cadre.text) + _lines(pact.thematiques, _LINE) + _when(pact) + 5


def _text(text: str) -> float:
    """Lines of a long text, its paragraphs apart; whatever is typed counts, marks and addresses too."""
    return sum(map(_paragraph, text.split("\n\n"))) if text else 0


def _paragraph(text: str) -> float:
    """A table is told cell by cell where it is too wide; lines of a list stand apart."""
    lines = text.split("\n")
    if any(line.lstrip().startswith("|") for line in lines):
        return 2 * _lines((cell for line in lines for cell in line.split("|")), _LARGE)
    listed = [line for line in lines if _ITEM.match(line)]
    return _lines(listed, _LARGE) if listed == lines else _lines([text], _LARGE, 1, 1) + len(listed)


def _lines(texts: Iterable[str], letters: int, height: float = 1, above: float = 0.5) -> float:
    return sum(ceil(len(text) / letters) * height + above for text in texts if text)


def formats(site: Site) -> Iterator[Problem]:
    """Formats that are printed for every site, and need no entry."""
    for entry in site.of(Brochure):
        if entry.format == "A4":
            where = entry.where("format")
            yield problem("format-fait-d-office", where, titre=entry.titre, format=entry.format)

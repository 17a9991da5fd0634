"""The colour space of every text, path, picture, gradient, tile and mask."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from filquartiers.press.painted import Kind, Painted
from filquartiers.press.pictures import picture_space
from filquartiers.press.preflight.examined import Examined, Row, group
from filquartiers.press.preflight.report import Fact, Section
from filquartiers.press.resources import entry
from filquartiers.press.spaces import PATTERN, Model, Space, read_space

COMMON_INKS = frozenset(("All", "None", "Cyan", "Magenta", "Yellow", "Black"))
CODES = ("couleur-rvb", "couleur-calibree", "couleur-inconnue", "ton-direct")
LABELS = {
    Kind.TEXT: "Textes",
    Kind.FILL: "Aplats",
    Kind.STROKE: "Filets",
    Kind.IMAGE: "Images",
    Kind.STENCIL: "Images au trait",
    Kind.SHADING: "Dégradés",
}


def space_of(item: Painted) -> Space:
    """The colour space that an object is painted in; `PATTERN` when its tile speaks for it."""
    if item.colour is not None:
        return PATTERN if item.colour.pattern is not None else item.colour.space
    if item.kind is Kind.IMAGE:
        return picture_space(item.source, item.resources) if item.source is not None else PATTERN
    return read_space(entry(item.source, "/ColorSpace"), item.resources)


def check_colours(file: Examined) -> Section:
    """CMYK, black alone and the spot inks agreed on: nothing else goes on paper."""
    seen = [(view.number, item, space_of(item)) for view in file.pages for item in view.painted]
    printed = [row for row in seen if not row[1].in_mask and row[1].box]
    rows: dict[str, list[Row]] = {code: [] for code in CODES}
    for page, item, space in printed:
        code = _objection(space.process)
        values = {"espace": space.label} if code == "couleur-calibree" else {}
        if code:
            rows[code].append(Row(page, values, item.box, item.kind))
        for ink in sorted(set(space.process.inks) - COMMON_INKS):
            rows["ton-direct"].append(Row(page, {"encre": ink}, item.box))
    findings = chain.from_iterable(group(code, found, file.where) for code, found in rows.items())
    return Section("Couleurs", tuple(_facts(printed, seen)), tuple(findings))


def _objection(space: Space) -> str:
    """The code of what is wrong with a space; empty when nothing is."""
    if space.model in (Model.RGB, Model.LAB):
        return "couleur-rvb"
    if space.model is Model.UNKNOWN:
        return "couleur-inconnue"
    return "couleur-calibree" if space.calibrated else ""


Seen = list[tuple[int, Painted, Space]]


def _facts(printed: Seen, seen: Seen) -> Iterator[Fact]:
    for kind, label in LABELS.items():
        yield from _count(label, Counter(space.label for _, item, space in printed if item.kind is kind))
    hidden = Counter(item.inside[-1] for _, item, _ in printed if item.inside)
    yield from _count("Dans un bloc ou un motif", Counter({str(key): n for key, n in hidden.items()}))
    yield from _count("Dans un masque", Counter(space.label for _, item, space in seen if item.in_mask))


def _count(label: str, counts: Counter[str]) -> Iterator[Fact]:
    if counts:
        yield Fact(label, ", ".join(f"{name} ({counts[name]})" for name in sorted(counts)))

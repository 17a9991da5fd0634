"""Colours: their spaces, black, how much ink, what is printed over what, what shows through."""

from collections import Counter
from collections.abc import Iterator
from math import sqrt

from pikepdf import Object, Stream

from filquartiers.model.numbers import decimal
from filquartiers.press.geometry import MM, Box
from filquartiers.press.painted import Painted, PaintKind
from filquartiers.press.pictures import picture_space
from filquartiers.press.preflight.examined import Examined, PageView
from filquartiers.press.preflight.faults import Fault
from filquartiers.press.preflight.report import Measure
from filquartiers.press.resources import entries, entry, identity
from filquartiers.press.spaces import PATTERN, Model, Space, group_space, read_space
from filquartiers.press.state import PaintColour
from filquartiers.press.walk import inherited

COMMON_INKS = frozenset(("All", "None", "Cyan", "Magenta", "Yellow", "Black"))
PLATES = ("cyan", "magenta", "jaune", "noir", "tons directs")
SMALL_PT = 9.0
A_LITTLE = 0.05
BLACKISH, NEUTRAL = 0.5, 0.35
INK_TOLERANCE = 2.0
"""Per cent: what rounding to 8 bits four times can add."""


def space_of(item: Painted) -> Space:
    """The colour space that an object is painted in; `PATTERN` when its tile speaks for it."""
    if item.colour is not None:
        return PATTERN if item.flat is None else item.colour.space
    if item.kind is PaintKind.IMAGE:
        return picture_space(item.source, item.resources) if item.source is not None else PATTERN
    return read_space(entry(item.source, "/ColorSpace"), item.resources)


def spot_inks(space: Space) -> set[str]:
    """The inks of a space beside the four of the press."""
    return set(space.process.inks) - COMMON_INKS


def spaces(file: Examined) -> Iterator[Measure | Fault]:
    """CMYK, black alone and the spot inks agreed on: nothing else goes on paper."""
    seen = [(view.number, item, space_of(item)) for view in file.pages for item in view.painted]
    printed = [row for row in seen if not row[1].in_mask and row[1].box]
    views = {view.number: view for view in file.pages}
    spots = {name for _, _, space in printed for name in spot_inks(space)}
    foreseen = len(spots) <= file.profile.tons_directs_max
    for kind in PaintKind:
        yield from _count(kind.label, (space.label for _, item, space in printed if item.kind is kind))
    hidden = (str(item.inside[-1]) for _, item, _ in printed if item.inside)
    yield from _count("Dans un bloc ou un motif", hidden)
    yield from _count("Dans un masque", (space.label for _, item, space in seen if item.in_mask))
    for page, item, space in printed:
        if code := _objection(space.process):
            values = {"espace": space.label} if code == "couleur-calibree" else {}
            yield Fault(code, values, page, item.box, item.kind)
        for name in sorted(spot_inks(space)) if foreseen else ():
            yield Fault("ton-direct", {"encre": name}, page, item.box)
        if "All" in space.process.inks and item.box and item.box.meet(views[page].boxes.cut):
            yield Fault("toutes-encres", {}, page, item.box, item.kind)
    yield from _spots(file, spots)


def _spots(file: Examined, names: set[str]) -> Iterator[Fault]:
    """More spot inks than the press has, or one ink under two names."""
    most = file.profile.tons_directs_max
    if len(names) > most:
        yield Fault("tons-directs-nombreux", {"encres": ", ".join(sorted(names)), "maximum": most})
    alike: dict[str, list[str]] = {}
    for name in sorted(names):
        alike.setdefault(_bare_ink(name), []).append(name)
    for same in alike.values():
        if len(same) > 1:
            yield Fault("ton-direct-jumeau", {"encres": " et ".join(f"« {name} »" for name in same)})


def _bare_ink(name: str) -> str:
    """What two spellings of one ink share: « PANTONE 185 C », « Pantone 185C »."""
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def _objection(space: Space) -> str:
    """The code of what is wrong with a space; empty when nothing is."""
    if space.model in (Model.RGB, Model.LAB):
        return "couleur-rvb"
    if space.model is Model.UNKNOWN:
        return "couleur-inconnue"
    return "couleur-calibree" if space.calibrated else ""


def _count(label: str, names: Iterator[str]) -> Iterator[Measure]:
    if counts := Counter(names):
        yield Measure(label, ", ".join(f"{name} ({count})" for name, count in sorted(counts.items())))


def text_black(file: Examined) -> Iterator[Measure | Fault]:
    """Black text in black ink alone; small text in one or two inks."""
    glyphs = black = 0
    for view, item, box in file.printed:
        if item.kind is not PaintKind.TEXT or item.flat is None:
            continue
        inks = _inks(file, item.flat)
        glyphs += item.glyphs
        black += item.glyphs if inks and not any(inks[:3]) else 0
        used = sum(part > A_LITTLE for part in inks)
        values = {"encres": used, "recette": recipe(inks)}
        if used > 1 and inks[3] >= BLACKISH and max(inks[:3]) - min(inks[:3]) <= NEUTRAL:
            yield Fault("texte-noir-compose", values, view.number, box)
        elif used > 1 and body(item) < (SMALL_PT if used > 2 else file.profile.texte_encres_min_pt):  # noqa: PLR2004  beyond two
            yield Fault("petit-texte-couleur", values | {"corps": decimal(body(item))}, view.number, box)
    yield Measure(
        "En noir seul", f"{100 * black / glyphs:.0f} % des {glyphs} signes" if glyphs else "aucun texte"
    )


def _inks(file: Examined, colour: PaintColour) -> tuple[float, ...]:
    """The inks of a text; none for RGB (another check speaks of it) and for spot inks."""
    if colour.space.model not in (Model.CMYK, Model.GREY):
        return ()
    try:
        return file.inks.colour(colour.space, colour.values)
    except ValueError:
        return ()


def body(item: Painted) -> float:
    """The size of a text on paper, in points."""
    matrix = item.state.text @ item.state.ctm
    return item.state.font_size * sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))


def recipe(inks: tuple[float, ...]) -> str:
    """« C 75 M 68 J 67 N 90 »."""
    named = zip("CMJN", inks, strict=False)
    return " ".join(f"{name} {round(part * 100)}" for name, part in named if part > 0)


def ink(file: Examined) -> Iterator[Measure | Fault]:
    """The sum of inks, measured on the rendered plates over squares of a millimetre."""
    if not file.ink:
        if not any(view.cut_short for view in file.pages):
            yield Fault("encre-non-mesuree")
        return
    limit, pairs = file.profile.couverture_encre_max, list(zip(file.pages, file.ink, strict=True))
    view, worst = max(pairs, key=lambda pair: pair[1].heaviest)
    plates = zip(PLATES, zip(*(page.coverage for page in file.ink), strict=True), strict=False)
    means = ", ".join(f"{name} {decimal(sum(values) / len(values), fixed=True)} %" for name, values in plates)
    heaviest = f"{worst.heaviest:.0f} % (page {view.number}), limite {limit} %"
    yield Measure("Zone la plus chargée", heaviest)
    yield Measure("Couverture moyenne", means)
    for view, page in pairs:
        if page.heaviest > limit + INK_TOLERANCE:
            (x, y), cut = page.place, view.boxes.cut
            place = {"x": round((x - cut.left) / MM), "y": round((cut.top - y) / MM)}
            values = {"mesure": round(page.heaviest), **place, "maximum": limit}
            yield Fault("encre-excessive", values, view.number, Box(x, y, x, y).grown(MM / 2))


def overprint(file: Examined) -> Iterator[Measure | Fault]:
    """Right for black, a trap for white, which would vanish, and for colours, which would mix."""
    blacks = 0
    for view, item, box in file.printed:
        colour = item.flat if item.overprints else None
        if colour is None:
            continue
        if item.inkless:
            # In mode 1, or with a spot ink, no ink leaves the plates as they were (8.6.7).
            if item.state.overprint_mode == 1 or colour.space.model is Model.INKS:
                yield Fault("surimpression-blanc", {}, view.number, box, item.kind)
        elif is_black(colour):
            blacks += 1
        else:
            values = {"recette": recipe(colour.values) or colour.space.label}
            yield Fault("surimpression-couleur", values, view.number, box, item.kind)
    yield Measure("Éléments noirs en surimpression", str(blacks))


def is_black(colour: PaintColour) -> bool:
    """Whether nothing but black ink is in it, or registration marks."""
    if colour.space.model is Model.CMYK:
        return not any(colour.values[:3])
    return colour.space.model is Model.GREY or colour.space.inks in {("Black",), ("All",)}


def transparency(file: Examined) -> Iterator[Measure | Fault]:
    """Allowed in PDF/X-4, blended in the inks of the press; forbidden in PDF/X-1a."""
    pages = [(view, [item for item in view.painted if item.lets_through]) for view in file.pages]
    found = [(view, items) for view, items in pages if items]
    count = sum(len(items) for _, items in found)
    yield Measure("Éléments transparents", f"{count} sur {len(found)} page(s)" if count else "aucun")
    for view in file.pages:
        for label in sorted(_blends_on_screen(view)):
            yield Fault("melange-rvb", {"espace": label}, view.number)
    for view, items in found:
        if file.profile.norme == "PDF/X-1a":
            yield Fault("transparence-x1a", {"place": f"la page {view.number}"}, view.number, items[0].box)


def _contents(view: PageView) -> Iterator[Object]:
    """The page and every form that it may show, however deep."""
    waiting: list[Object] = [view.page.obj]
    met = {identity(view.page.obj)}
    while waiting:
        yield (shown := waiting.pop())
        for _, form in entries(entry(shown, "/Resources") or inherited(view.page, "/Resources"), "/XObject"):
            if isinstance(form, Stream) and identity(form) not in met:
                met.add(identity(form))
                waiting.append(form)


def _blends_on_screen(view: PageView) -> set[str]:
    """The spaces of the page's transparency groups, its forms' included, that are no inks (R0030)."""
    spaces = (group_space(one) for one in _contents(view))
    return {space.label for space in spaces if space and space.model in (Model.RGB, Model.LAB)}

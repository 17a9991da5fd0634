"""The effective resolution of each picture, from the matrix that puts it on the page."""

from collections.abc import Iterator

from filquartiers.press.painted import Kind, Painted
from filquartiers.press.preflight.examined import Examined, PageView, Row, group
from filquartiers.press.preflight.report import Fact, Section
from filquartiers.press.resources import identity


def check_images(file: Examined) -> Section:
    """Coarse pictures refused, soft ones mentioned, unreadable ones named."""
    profile = file.profile
    seen = [(view, item, round(item.fineness)) for view in file.pages for item in _pictures(view)]
    coarse, soft, unread = [], [], []
    for view, item, ppi in seen:
        sheet = f" (dans « {view.label} »)" if view.label else ""
        values = {"mesure": ppi, "attendu": profile.resolution_min_ppi, "fiche": sheet}
        if identity(item.source) in file.unread:
            unread.append(Row(view.number, {"fiche": sheet}, item.box))
        if ppi < profile.resolution_toleree_ppi:
            coarse.append(Row(view.number, values, item.box, None, ppi))
        elif ppi < profile.resolution_min_ppi:
            soft.append(Row(view.number, values, item.box, None, ppi))
    return Section(
        "Images",
        tuple(_facts([ppi for _, _, ppi in seen])),
        (
            *group("image-grossiere", coarse, file.where),
            *group("image-juste", soft, file.where),
            *group("image-illisible", unread, file.where),
        ),
    )


def _facts(finenesses: list[int]) -> Iterator[Fact]:
    yield Fact("Images", str(len(finenesses)))
    if finenesses:
        yield Fact("La moins fine", f"{min(finenesses)} points par pouce")


def _pictures(view: PageView) -> list[Painted]:
    return [item for item in view.printed if item.kind in (Kind.IMAGE, Kind.STENCIL) and item.fineness]

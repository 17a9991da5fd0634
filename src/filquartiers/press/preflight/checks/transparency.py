"""Transparency: allowed in PDF/X-4, blended in the inks of the press; forbidden in PDF/X-1a."""

from filquartiers.press.preflight.examined import Examined, Row, group
from filquartiers.press.preflight.report import Fact, Section
from filquartiers.press.spaces import Model, group_space


def check_transparency(file: Examined) -> Section:
    """Which pages hold any, and what it is blended in."""
    pages = [(view, [item for item in view.painted if item.lets_through]) for view in file.pages]
    found = [(view, items) for view, items in pages if items]
    mixed = [
        Row(view.number, {"espace": space.label})
        for view, _ in found
        if (space := group_space(view.page.obj)) and space.model in (Model.RGB, Model.LAB)
    ]
    forbidden = [
        Row(view.number, {"place": f"la page {view.number}"}, items[0].box)
        for view, items in found
        if file.profile.norme == "PDF/X-1a"
    ]
    count = sum(len(items) for _, items in found)
    return Section(
        "Transparence",
        (Fact("Éléments transparents", f"{count} sur {len(found)} page(s)" if count else "aucun"),),
        (
            *group("melange-rvb", mixed, file.where),
            *group("transparence-x1a", forbidden, file.where),
        ),
    )

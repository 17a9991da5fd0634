"""The number of pages: a folded sheet carries four."""

from filquartiers.press.preflight.examined import Examined, Row, group
from filquartiers.press.preflight.report import Fact, Finding, Section
from filquartiers.problems import problem

ONE_SHEET = 2  # pages: a poster or a leaflet is not bound, whatever the press asks of booklets


def check_page_count(file: Examined) -> Section:
    """A multiple of what the binding asks, between its least and its most."""
    profile, count = file.profile, len(file.pages)
    findings = []
    if count > ONE_SHEET and count % profile.multiple_de:
        missing = -count % profile.multiple_de
        values = {"pages": count, "multiple": profile.multiple_de, "manque": missing}
        findings.append(Finding(problem("pages-multiple", file.where, **values)))
    least, most = profile.pages_min or 1, profile.pages_max
    if count < least or (most and count > most):
        bounds = {"mini": str(least), "maxi": str(most or "autant qu’on veut")}
        findings.append(Finding(problem("pages-nombre", file.where, pages=count, **bounds)))
    short = [Row(view.number, {"limite": len(view.painted)}) for view in file.pages if view.cut_short]
    return Section(
        "Pages",
        (Fact("Nombre de pages", str(count)),),
        (*findings, *group("objets-nombreux", short, file.where)),
    )

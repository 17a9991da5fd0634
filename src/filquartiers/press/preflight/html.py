"""The report as one HTML page: nothing to load, thumbnails inside, readable by anyone."""

from base64 import b64encode
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from filquartiers.press.geometry import Box
from filquartiers.press.preflight.report import DISCLAIMER, Report, Thumbnail
from filquartiers.problems import Gravity


def render_report(report: Report) -> str:
    """The ``*-controle.html`` of a report. The same report gives the same page."""
    environment = Environment(
        loader=PackageLoader("filquartiers.press.preflight", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    pages = [_page(report, number, shown) for number, shown in enumerate(report.thumbnails, 1)]
    template = environment.get_template("controle.html")
    return template.render(report=report, pages=pages, disclaimer=DISCLAIMER)


def _page(report: Report, number: int, shown: Thumbnail) -> dict[str, Any]:
    marks = [
        {"gravity": finding.problem.gravity.label, "style": _style(finding.place, shown.box)}
        for finding in report.findings
        if finding.pages[:1] == (number,) and finding.place and shown.box
    ]
    return {
        "number": number,
        "image": "data:image/png;base64," + b64encode(shown.image).decode("ascii"),
        "errors": _on_page(report, number, Gravity.ERROR),
        "warnings": _on_page(report, number, Gravity.WARNING),
        "marks": marks,
    }


def _style(place: Box, page: Box) -> str:
    """Where to frame a place on the thumbnail of its page, in per cent."""
    place = place.meet(page) or page
    parts = {
        "left": (place.left - page.left) / page.width,
        "top": (page.top - place.top) / page.height,
        "width": place.width / page.width,
        "height": place.height / page.height,
    }
    return ";".join(f"{name}:{share:.2%}" for name, share in parts.items())


def _on_page(report: Report, number: int, gravity: Gravity) -> int:
    return sum(number in finding.pages and finding.problem.gravity is gravity for finding in report.findings)

"""The report as one HTML page: nothing to load, thumbnails inside, readable by anyone."""

from base64 import b64encode

from jinja2 import Environment, PackageLoader, StrictUndefined

from filquartiers.press.preflight.report import DISCLAIMER, Report
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
    pages = [
        {
            "number": number,
            "image": "data:image/png;base64," + b64encode(image).decode("ascii"),
            "errors": _on_page(report, number, Gravity.ERROR),
            "warnings": _on_page(report, number, Gravity.WARNING),
        }
        for number, image in enumerate(report.thumbnails, 1)
    ]
    template = environment.get_template("controle.html")
    return template.render(report=report, pages=pages, disclaimer=DISCLAIMER)


def _on_page(report: Report, number: int, gravity: Gravity) -> int:
    return sum(number in finding.pages and finding.problem.gravity is gravity for finding in report.findings)

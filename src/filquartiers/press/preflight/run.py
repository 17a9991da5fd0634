"""Open, walk, measure, run the table of checks."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pikepdf import Pdf, PdfError
from pypdfium2 import PdfiumError

from filquartiers.press.job import Press
from filquartiers.press.opening import open_for
from filquartiers.press.pages import page_images, png
from filquartiers.press.plates import measure
from filquartiers.press.preflight.checks import CHECKS
from filquartiers.press.preflight.checks.colours import space_of, spot_inks
from filquartiers.press.preflight.examined import Examined, view_pages
from filquartiers.press.preflight.faults import Fault, findings
from filquartiers.press.preflight.report import Finding, Measure, PreflightReport, ReportPart, Thumbnail
from filquartiers.press.walk import inherited
from filquartiers.problems import Where

THUMBNAIL_DPI = 36


def preflight(
    pdf: bytes,
    press: Press,
    name: str,
    *,
    labels: Mapping[int, str] | None = None,
    thumbnails: bool = True,
) -> PreflightReport:
    """Run every check on a PDF, anyone's.

    Args:
        pdf: the bytes of the file, sound or not.
        press: what the press asks, and its profile.
        name: how to name the file in messages.
        labels: by page number from 1, what a page is made from (a sheet, an article).
        thumbnails: whether to draw the pages for the HTML report.
    """
    where = Where(file=name)
    opened = open_for(press, pdf, where)
    sections = [ReportPart("Fichier", findings=tuple(Finding(found) for found in opened.problems))]
    shown: tuple[Thumbnail, ...] = ()
    if opened.pdf is not None:
        with opened.pdf as file:
            examined = _examined(file, pdf, press, labels or {})
            sections += [_section(title, check(examined), where) for title, check in CHECKS.items()]
            shown = tuple(_thumbnails(pdf, examined)) if thumbnails and examined.ink else ()
    return PreflightReport(
        name, press.profile.nom, tuple(one for one in sections if one.facts or one.findings), shown
    )


def _examined(file: Pdf, data: bytes, press: Press, labels: Mapping[int, str]) -> Examined:
    """The pages walked, with the ink of each unless they cannot be drawn, which a check will say."""
    examined = Examined(file, press.profile, press.inks(), view_pages(file, labels))
    if any(view.cut_short for view in examined.pages):
        return examined
    spots = any(spot_inks(space_of(item)) for _, item, _ in examined.printed)
    try:
        found = measure(data, examined.inks, spots=spots)
    except (PdfiumError, PdfError):
        return examined
    return replace(examined, ink=found.pages, unread=found.unread)


def _section(title: str, told: Iterator[Measure | Fault], where: Where) -> ReportPart:
    said = tuple(told)
    facts = tuple(one for one in said if isinstance(one, Measure))
    return ReportPart(title, facts, findings((one for one in said if isinstance(one, Fault)), where))


def _thumbnails(pdf: bytes, examined: Examined) -> Iterator[Thumbnail]:
    try:
        images = [png(image) for image in page_images(pdf, THUMBNAIL_DPI)]
    except PdfiumError:
        return
    for image, view in zip(images, examined.pages, strict=False):
        boxes, turned = view.boxes, inherited(view.page, "/Rotate")
        yield Thumbnail(image, None if turned else boxes.media.meet(boxes.crop or boxes.media))

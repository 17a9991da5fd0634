"""Open, walk, measure, run the table of checks."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pikepdf import PdfError
from pypdfium2 import PdfiumError

from filquartiers.press.inks import BadProfileError, open_profile
from filquartiers.press.job import Press
from filquartiers.press.opening import open_pdf
from filquartiers.press.pages import page_images, png
from filquartiers.press.plates import measure
from filquartiers.press.preflight.checks import CHECKS
from filquartiers.press.preflight.checks.colours import COMMON_INKS, space_of
from filquartiers.press.preflight.examined import Examined, view_pages
from filquartiers.press.preflight.report import Finding, Report, Section, Thumbnail
from filquartiers.press.walk import inherited
from filquartiers.problems import Problem, Where, problem

THUMBNAIL_DPI = 36


def preflight(
    pdf: bytes,
    press: Press,
    name: str,
    *,
    labels: Mapping[int, str] | None = None,
    thumbnails: bool = True,
) -> Report:
    """Run every check on a PDF, anyone's.

    Args:
        pdf: the bytes of the file, sound or not.
        press: what the press asks, and its profile.
        name: how to name the file in messages.
        labels: by page number from 1, what a page is made from (a sheet, an article).
        thumbnails: whether to draw the pages for the HTML report.
    """
    where = Where(file=name)
    try:
        open_profile(press.icc)
    except BadProfileError as fault:
        bad = problem("profil-icc", where, profil=press.profile.profil, defaut=fault)
        return _refusal(name, press, (bad,))
    opened = open_pdf(pdf, where)
    if opened.pdf is None:
        return _refusal(name, press, opened.problems)
    with opened.pdf as file:
        views = view_pages(file, labels or {})
        examined = Examined(name, file, press.profile, press.inks(), views)
        if not any(view.cut_short for view in views):
            examined = _measured(examined, pdf)
        sections = [_opening(opened.problems), *(check(examined) for check in CHECKS)]
        shown = tuple(_thumbnails(pdf, examined)) if thumbnails and examined.ink else ()
    return Report(name, press.profile.nom, tuple(s for s in sections if s.facts or s.findings), shown)


def _measured(examined: Examined, pdf: bytes) -> Examined:
    """With the ink of each page; as it was when the pages cannot be drawn, which a check will say."""
    try:
        found = measure(pdf, examined.inks, spots=_has_spots(examined))
    except (PdfiumError, PdfError):
        return examined
    return replace(examined, ink=found.pages, unread=found.unread)


def _thumbnails(pdf: bytes, examined: Examined) -> Iterator[Thumbnail]:
    try:
        images = [png(image) for image in page_images(pdf, THUMBNAIL_DPI)]
    except PdfiumError:
        return
    for image, view in zip(images, examined.pages, strict=False):
        boxes, turned = view.boxes, inherited(view.page, "/Rotate")
        yield Thumbnail(image, None if turned else boxes.media.meet(boxes.crop or boxes.media))


def _refusal(name: str, press: Press, problems: tuple[Problem, ...]) -> Report:
    return Report(name, press.profile.nom, (_opening(problems),))


def _opening(problems: tuple[Problem, ...]) -> Section:
    return Section("Fichier", findings=tuple(Finding(found) for found in problems))


def _has_spots(examined: Examined) -> bool:
    printed = (item for view in examined.pages for item in view.printed)
    return any(set(space_of(item).process.inks) - COMMON_INKS for item in printed)

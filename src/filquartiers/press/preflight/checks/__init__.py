"""The table of checks: one module each, in the order of the report."""

from collections.abc import Callable

from filquartiers.press.preflight.checks.annotations import check_annotations
from filquartiers.press.preflight.checks.bleed import check_bleed
from filquartiers.press.preflight.checks.boxes import check_boxes
from filquartiers.press.preflight.checks.colours import check_colours
from filquartiers.press.preflight.checks.fonts import check_fonts
from filquartiers.press.preflight.checks.images import check_images
from filquartiers.press.preflight.checks.ink import check_ink
from filquartiers.press.preflight.checks.lines import check_lines
from filquartiers.press.preflight.checks.margin import check_margin
from filquartiers.press.preflight.checks.metadata import check_metadata
from filquartiers.press.preflight.checks.output_intent import check_output_intent
from filquartiers.press.preflight.checks.overprint import check_overprint
from filquartiers.press.preflight.checks.page_count import check_page_count
from filquartiers.press.preflight.checks.text_black import check_text_black
from filquartiers.press.preflight.checks.transparency import check_transparency
from filquartiers.press.preflight.examined import Examined
from filquartiers.press.preflight.report import Section

CHECKS: tuple[Callable[[Examined], Section], ...] = (
    check_page_count,
    check_boxes,
    check_bleed,
    check_margin,
    check_colours,
    check_text_black,
    check_ink,
    check_images,
    check_fonts,
    check_lines,
    check_overprint,
    check_transparency,
    check_annotations,
    check_metadata,
    check_output_intent,
)

"""The table of checks, in the order of the report: each yields what it measured and what is wrong."""

from collections.abc import Callable, Iterator, Mapping

from filquartiers.press.preflight.checks import colours, description, drawing, fine, sheet
from filquartiers.press.preflight.examined import Examined
from filquartiers.press.preflight.faults import Fault
from filquartiers.press.preflight.report import Measure

CHECKS: Mapping[str, Callable[[Examined], Iterator[Measure | Fault]]] = {
    "Pages": sheet.page_count,
    "Format et coupe": sheet.boxes,
    "Fond perdu": sheet.bleed,
    "Marge de sécurité": sheet.margin,
    "Couleurs": colours.spaces,
    "Noir des textes": colours.text_black,
    "Petits textes et filets": fine.fine_print,
    "Encre": colours.ink,
    "Images": drawing.images,
    "Polices": drawing.fonts,
    "Filets": drawing.lines,
    "Surimpression": colours.overprint,
    "Transparence": colours.transparency,
    "Liens, formulaires, calques": description.annotations,
    "Norme et description": description.metadata,
    "Condition d’impression": description.output_intent,
}

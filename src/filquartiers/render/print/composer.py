"""Typst, held in one hand: templates and data in, PDF or French problems out."""

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import typst

from filquartiers.edition import Edition
from filquartiers.problems import Problem, Where, problem
from filquartiers.render.print.glyphs import Coverage
from filquartiers.render.print.product import Composed, Product, Variant
from filquartiers.render.tokens import print_tokens

SCREEN_STANDARDS = ["ua-1"]  # ISO 14289-1
_PICTURE = re.compile(rb"images/[0-9a-f]{16}\.svg")
_OVERFLOW = "trop-long:"  # how a template says that a text does not fit; see templates/print/base.typ


@dataclass
class Composer:
    """A typst compiler kept alive from one product to the next: the second costs far less.

    Templates are given as bytes, never as paths: typst sees no file of the machine but our fonts.
    """

    templates: dict[str, bytes]
    tokens: dict[str, object]
    coverage: Coverage
    compiler: Any = field(repr=False)

    @classmethod
    def of(cls, edition: Edition) -> "Composer":
        """A composer with the templates, fonts and identity of an edition."""
        fonts = edition.asset("fonts/atkinson-fil.ttf").parent
        book = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)])
        return cls(
            templates=_templates(edition.templates),
            tokens=print_tokens(edition.identity),
            coverage=Coverage.of(sorted(fonts.glob("*.ttf"))),
            compiler=typst.Compiler(font_paths=book),
        )

    def compose(self, product: Product, today: date, bleed: float = 3) -> Composed | tuple[Problem, ...]:
        """Both variants of a product, or why it cannot be composed.

        Args:
            product: what to compose.
            today: the date written in the file; the same date gives the same bytes.
            bleed: what the press cuts off, in mm.
        """
        missing = tuple(self.coverage.missing(product))
        if missing:
            return missing
        try:
            screen = self.compile(product, "screen", today, 0)
            press = self.compile(product, "press", today, bleed) if product.for_press else None
        except RuntimeError as error:  # TypstError is one; the binding raises a plain one for its own faults
            return (_refusal(product.where, product.title, error),)
        return Composed(product, screen, press, page_count(screen))

    def compile(self, product: Product, variant: Variant, today: date, bleed: float) -> bytes:
        """One PDF.

        Raises:
            typst.TypstError: a text does not fit, or a template is wrong.
        """
        entry = f'#include "/{product.template}.typ"'.encode()
        data = self.data(product, variant, today, bleed)
        pdf, warnings = self.compiler.compile_with_warnings(
            input=self.templates | _shown(product, variant, data) | {"main.typ": entry, "donnees.json": data},
            format="pdf",
            pdf_standards=SCREEN_STANDARDS if variant == "screen" else [],
            timestamp=datetime(today.year, today.month, today.day, tzinfo=UTC),
        )
        if warnings:
            # A missing font, or a layout that never settles: the page would not be what it seems.
            raise typst.TypstError(warnings[0].message, warnings[0].diagnostic)
        return bytes(pdf)

    def data(self, product: Product, variant: Variant, today: date, bleed: float) -> bytes:
        """All that a template sees, as JSON: what changes nothing here changes nothing on paper."""
        shown = dict(product.data) | {
            "tokens": self.tokens,
            "variant": variant,
            "bleed_mm": bleed,
            "day": [today.year, today.month, today.day] if product.dated else None,
        }
        return json.dumps(shown).encode()


def _shown(product: Product, variant: Variant, data: bytes) -> dict[str, bytes]:
    """The photographs that the data name: typst copies all it is given, and a site may have a thousand."""
    named = {path.decode() for path in _PICTURE.findall(data)}
    return {path: files[variant] for path, files in product.pictures.items() if path in named}


def _templates(folders: tuple[Path, ...]) -> dict[str, bytes]:
    """Every print template by its path; a project's own goes before the shipped one."""
    found: dict[str, bytes] = {}
    for folder in reversed(folders):
        base = folder / "print"
        found |= {
            path.relative_to(base).as_posix(): path.read_bytes() for path in sorted(base.rglob("*.typ"))
        }
    return found


def _refusal(where: Where, title: str, error: RuntimeError) -> Problem:
    """What typst says, in French: a text too long for its place, or a fault of a template."""
    message = getattr(error, "message", str(error))
    if _OVERFLOW in message:
        panel, excess = message.split(_OVERFLOW, 1)[1].strip('" ').split("|")[:2]
        return problem("texte-trop-long", where, titre=title, volet=panel, excedent=excess)
    return problem("composition-impossible", where, titre=title, raison=message)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()

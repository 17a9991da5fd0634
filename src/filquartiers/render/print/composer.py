"""Typst, held in one hand: templates and data in, PDF or French problems out."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pypdfium2
import typst

from filquartiers import encodings
from filquartiers.edition import Edition
from filquartiers.made import Chapter
from filquartiers.paper import FONT, drawn_by
from filquartiers.problems import Problem, Where, problem
from filquartiers.render.print.glyphs import Coverage
from filquartiers.render.print.product import Composed, Paper, Product
from filquartiers.render.tokens import print_tokens

SCREEN_STANDARDS = ["ua-1"]  # ISO 14289-1
_PICTURE = re.compile(rb"images/[0-9a-f]{64}\.svg")
# The bookmarks of a document: its headings that are meant to be found, in plain words, with their page.
_CHAPTERS = """{
  let plain(it) = {
    if type(it) == str { it } else if it.has("text") { plain(it.text) }
    else if it.has("body") { plain(it.body) }
    else if it.has("children") { it.children.map(plain).join("") } else { " " }
  }
  query(heading).filter(it => if it.bookmarked == auto { it.outlined } else { it.bookmarked })
    .map(it => (title: plain(it.body), page: it.location().page(), level: it.level - 1))
}"""
_BASE = "templates/print/"
_PLACE = re.compile(r"┌─ (.+?):(\d+):\d+$", re.MULTILINE)  # where typst saw a fault, then what led there
_OVERFLOW = "trop-long:"  # how a template says that a text does not fit; see templates/print/base.typ


@dataclass
class Composer:
    """A typst compiler kept alive from one product to the next: the second costs far less.

    ``templates`` are those that are ``shipped`` with the program, but where the project has its ``own``.
    Templates are given as bytes, never as paths: typst sees no file of the machine but our fonts.
    """

    templates: dict[str, bytes]
    shipped: dict[str, bytes]
    own: dict[str, bytes]
    tokens: dict[str, object]
    coverage: Coverage
    fonts: Any = field(repr=False)
    compiler: Any = field(repr=False)

    @classmethod
    def of(cls, edition: Edition) -> "Composer":
        """A composer with the templates, fonts and identity of an edition."""
        fonts = edition.asset(FONT).parent
        book = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)])
        shipped, own = _templates(edition.templates[-1:]), _templates(edition.templates[:-1])
        return cls(
            templates=shipped | own,
            shipped=shipped,
            own=own,
            tokens=print_tokens(edition.identity),
            coverage=Coverage(drawn_by(fonts)),
            fonts=book,
            compiler=typst.Compiler(font_paths=book),
        )

    def compose(
        self, product: Product, today: date, paper: Paper | None = None
    ) -> Composed | tuple[Problem, ...]:
        """The variants of a product, or why it cannot be composed.

        Args:
            product: what to compose.
            today: the date written in the file; the same date gives the same bytes.
            paper: what a press prints it on; without, there is neither a variant for a press nor chapters.
        """
        missing = tuple(self.coverage.missing(product))
        if missing:
            return missing
        try:
            screen = self.compile(product, today)
            chapters = self._chapters(product, today) if paper else ()
            press = self.compile(product, today, paper) if paper else None
        except RuntimeError as error:  # TypstError is one; the binding raises a plain one for its own faults
            fault = _fault_of(error, self.own)
            if fault is None:
                return (_refusal(product.where, product.title, error),)
            again = self._without(fault.where.file).compose(product, today, paper)
            return replace(again, faults=(fault, *again.faults)) if isinstance(again, Composed) else again
        return Composed(product, screen, press, page_count(screen), chapters)

    def _without(self, file: str) -> "Composer":
        """The same without a template of the project: the program's own serves, if there is one."""
        name = file.removeprefix(_BASE)
        kept = {path: data for path, data in self.own.items() if path != name}
        return replace(self, own=kept, templates=self.shipped | kept)

    def compile(self, product: Product, today: date, paper: Paper | None = None) -> bytes:
        """One PDF: for a press that prints on ``paper``, or for a screen.

        Raises:
            typst.TypstError: a text does not fit, or a template is wrong.
        """
        pdf, warnings = self.compiler.compile_with_warnings(
            input=self._input(product, today, paper),
            format="pdf",
            pdf_standards=[] if paper else SCREEN_STANDARDS,
            timestamp=datetime(today.year, today.month, today.day, tzinfo=UTC),
        )
        if warnings:
            # A missing font, or a layout that never settles: the page would not be what it seems.
            raise typst.TypstError(warnings[0].message, warnings[0].diagnostic)
        return bytes(pdf)

    def data(self, product: Product, today: date, paper: Paper | None = None) -> bytes:
        """All that a template sees, as JSON: what changes nothing here changes nothing on paper."""
        shown = dict(product.data) | {
            "tokens": self.tokens,
            "variant": "press" if paper else "screen",
            "bleed_mm": paper.bleed_mm if paper else 0,
            "day": [today.year, today.month, today.day] if product.dated else None,
        }
        return json.dumps(shown).encode()

    def _chapters(self, product: Product, today: date) -> tuple[Chapter, ...]:
        """What stands on which page of the variant for a screen; typst still knows how it laid it out."""
        told = typst.Compiler(input=self._input(product, today), font_paths=self.fonts).eval(_CHAPTERS)
        return tuple(Chapter(**one) for one in json.loads(told))

    def _input(self, product: Product, today: date, paper: Paper | None = None) -> dict[str, bytes]:
        """The virtual files: templates, data, and the photographs that they name.

        typst copies all that it is given, and a site may have a thousand photographs.
        """
        data = self.data(product, today, paper)
        named = {path.decode() for path in _PICTURE.findall(data)}
        shown = ((path, photo) for path, photo in product.pictures.items() if path in named)
        photos = {path: photo.press(paper.inking) if paper else photo.screen for path, photo in shown}
        entry = f'#include "/{product.template}.typ"'.encode()
        return self.templates | photos | {"main.typ": entry, "donnees.json": data}


def _templates(folders: tuple[Path, ...]) -> dict[str, bytes]:
    """Every print template by its path; a project's own goes before the shipped one."""
    found: dict[str, bytes] = {}
    for folder in reversed(folders):
        base = folder / "print"
        found |= {
            path.relative_to(base).as_posix(): path.read_bytes() for path in sorted(base.rglob("*.typ"))
        }
    return found


def _fault_of(error: RuntimeError, own: Mapping[str, bytes]) -> Problem | None:
    """What is wrong with a template of the project; None when it is not there, or a text is too long."""
    message = getattr(error, "message", str(error))
    places = _PLACE.findall(getattr(error, "diagnostic", ""))
    name, line = next(((name, int(line)) for name, line in places if name in own), ("", 0))
    if not name or _OVERFLOW in message:
        return None
    found = encodings.decode(own[name])
    lines = found.text.splitlines() if found else []
    excerpt = lines[line - 1].strip() if line <= len(lines) else ""
    return problem("gabarit-illisible", Where(f"{_BASE}{name}", line, excerpt=excerpt), raison=message)


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

"""What the preflight hands back: facts, findings with their page and place; as JSON and as lines."""

import json
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from filquartiers.press.geometry import MM, Box
from filquartiers.problems import Gravity, Problem

DISCLAIMER = (
    "Ce rapport est une liste de contrôles faits par un programme. Ce n’est pas un certificat : "
    "aucun outil libre n’atteste la norme PDF/X, et seul l’imprimeur peut accepter le fichier."
)


@dataclass(frozen=True, slots=True)
class Measure:
    """Something measured, in French: what, and how much."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, the pages it is on, and where on the first of them (points from the sheet's corner)."""

    problem: Problem
    pages: tuple[int, ...] = ()
    place: Box | None = None


@dataclass(frozen=True, slots=True)
class ReportPart:
    """What one check saw."""

    title: str
    facts: tuple[Measure, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A page in small: PNG bytes, and the box of the page that they show; None when it is turned."""

    image: bytes
    box: Box | None

    @property
    def address(self) -> str:
        """The picture as a ``data:`` address (RFC 2397)."""
        return "data:image/png;base64," + b64encode(self.image).decode("ascii")

    def frame(self, place: Box) -> str:
        """The CSS that frames a place on the picture, in per cent; empty when the page is turned."""
        if self.box is None:
            return ""
        shown = place.meet(self.box) or self.box
        parts = {
            "left": (shown.left - self.box.left) / self.box.width,
            "top": (self.box.top - shown.top) / self.box.height,
            "width": shown.width / self.box.width,
            "height": shown.height / self.box.height,
        }
        return ";".join(f"{name}:{share:.2%}" for name, share in parts.items())


@dataclass(frozen=True, slots=True)
class PreflightReport:
    """All the checks of one file."""

    file: str
    press: str
    sections: tuple[ReportPart, ...]
    thumbnails: tuple[Thumbnail, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, gravest first, in the order of the checks."""
        found = [finding for section in self.sections for finding in section.findings]
        return tuple(sorted(found, key=lambda finding: finding.problem.gravity))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems alone, gravest first."""
        return tuple(finding.problem for finding in self.findings)

    @property
    def errors(self) -> int:
        """How many findings forbid printing."""
        return sum(problem.gravity is Gravity.ERROR for problem in self.problems)

    @property
    def verdict(self) -> str:
        """One French sentence."""
        warnings = sum(problem.gravity is Gravity.WARNING for problem in self.problems)
        if self.errors:
            return f"À ne pas imprimer : {_count(self.errors, 'erreur')} à corriger."
        if warnings:
            return f"Aucune erreur ; {_count(warnings, 'avertissement')} à lire avant d’imprimer."
        return "Aucune erreur : rien de ce que nous contrôlons ne s’oppose à l’impression."

    def to_json(self) -> str:
        """Everything but the thumbnails, with stable keys."""
        content = {
            "fichier": self.file,
            "imprimeur": self.press,
            "verdict": self.verdict,
            "erreurs": self.errors,
            "avertissement": DISCLAIMER,
            "controles": [_section(section) for section in self.sections],
        }
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"

    def to_text(self) -> Iterator[str]:
        """Lines for a terminal: the verdict, what was measured, what is wrong."""
        yield f"{self.file} — {self.verdict}"
        for section in self.sections:
            yield ""
            yield section.title
            for fact in section.facts:
                yield f"  {fact.label} : {fact.value}"
            for finding in section.findings:
                yield f"  {finding.problem.gravity.label} : {finding.problem.message}"
                if finding.problem.hint:
                    yield f"    {finding.problem.hint}"
        yield ""
        yield DISCLAIMER

    def to_html(self) -> str:
        """A page on its own, with nothing to load, and thumbnails on which the findings are framed."""
        here = PackageLoader("filquartiers.press.preflight", ".")
        environment = Environment(
            loader=here, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        pages = [self._page(number, shown) for number, shown in enumerate(self.thumbnails, 1)]
        page = environment.get_template("controle.html")
        return page.render(report=self, pages=pages, disclaimer=DISCLAIMER)

    def _page(self, number: int, shown: Thumbnail) -> dict[str, Any]:
        """A thumbnail, how much is wrong on its page, and the frame of what is first met there."""
        found = [finding for finding in self.findings if number in finding.pages]
        gravities = [finding.problem.gravity for finding in found]
        return {
            "number": number,
            "image": shown.address,
            "errors": gravities.count(Gravity.ERROR),
            "warnings": gravities.count(Gravity.WARNING),
            "marks": [
                {"gravity": finding.problem.gravity.label, "style": style}
                for finding in found
                if finding.pages[0] == number and finding.place and (style := shown.frame(finding.place))
            ],
        }


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' if number > 1 else ''}"


def _section(section: ReportPart) -> dict[str, Any]:
    return {
        "titre": section.title,
        "faits": {fact.label: fact.value for fact in section.facts},
        "problemes": [_finding(finding) for finding in section.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.problem.code,
        "gravite": finding.problem.gravity.label,
        "message": finding.problem.message,
        "conseil": finding.problem.hint,
        "pages": list(finding.pages),
        "place_mm": place and [round(v / MM, 1) for v in (place.left, place.bottom, place.right, place.top)],
    }

"""What is printed for a site: one line per product."""

from collections.abc import Iterator

from filquartiers.artifact import Edition
from filquartiers.model.kinds import Brochure, Fiche
from filquartiers.problems import Problem, problem
from filquartiers.render.print.data.brochure import brochure
from filquartiers.render.print.data.leaflet import leaflet
from filquartiers.render.print.data.scope import Scope, document
from filquartiers.render.print.data.sheet import SHEET_LABELS, whole
from filquartiers.render.print.product import Product
from filquartiers.render.typography import typeset


def products(edition: Edition) -> Iterator[Product | Problem]:
    """Every product of a site, the editor's own first."""
    for entry in edition.site.of(Brochure):
        yield from FORMATS[entry.format](entry, Scope(edition.site, entry.reseau))
    for sheet in edition.site.of(Fiche):
        yield action_sheet(sheet, Scope(edition.site, sheet.network or edition.site.networks[0]))


def booklet(entry: Brochure, scope: Scope) -> Iterator[Product | Problem]:
    """The A5 brochure that an entry describes, and its parts that have nothing to show."""
    data = brochure(entry, scope)
    for rank, section in enumerate(entry.sections):
        if section.section in data["empty"]:
            yield problem("partie-vide", entry.where("sections", rank), partie=section.section, titre=entry.titre)
    yield Product(
        name=entry.slug,
        title=entry.titre,
        template="brochure",
        format="A5",
        data=data,
        where=entry.where(),
        brochure=entry,
        multiple=4,
    )


def folded(entry: Brochure, scope: Scope) -> Iterator[Product | Problem]:
    """The leaflet of the pacts that an entry describes."""
    yield Product(
        name=entry.slug,
        title=entry.titre,
        template="depliant",
        format="dépliant",
        data=leaflet(entry, scope),
        where=entry.where(),
        brochure=entry,
    )


def action_sheet(entry: Fiche, scope: Scope) -> Product:
    """The A4 sheet of an action: for an office printer and for reading on screen."""
    return Product(
        name=f"fiches/{entry.slug}",
        title=entry.titre,
        template="fiche",
        format="A4",
        data=document(entry.origin.file, entry.titre, None, scope, step="texte_grand")
        | {"sheet": whole(entry, scope), "network": typeset(scope.network.nom), "labels": SHEET_LABELS},
        where=entry.where(),
        for_press=False,
    )


FORMATS = {"A5": booklet, "dépliant": folded, "A4": booklet, "A3": booklet}

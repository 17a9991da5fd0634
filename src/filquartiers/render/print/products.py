"""What is printed for a site: one line per product."""

from collections.abc import Iterator

from filquartiers.artifact import Edition
from filquartiers.model.kinds import Brochure
from filquartiers.problems import Problem, problem
from filquartiers.render.print.data.brochure import brochure
from filquartiers.render.print.data.scope import Scope
from filquartiers.render.print.product import Product


def products(edition: Edition) -> Iterator[Product | Problem]:
    """Every product of a site, the editor's own first."""
    for entry in edition.site.of(Brochure):
        yield from booklet(entry, Scope(edition.site, entry.reseau))


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

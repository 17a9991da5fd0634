"""What is printed for a site: one line per product."""

from collections.abc import Iterator

from filquartiers.artifact import Edition
from filquartiers.model.kinds import Brochure
from filquartiers.render.print.data.brochure import brochure
from filquartiers.render.print.data.scope import Scope
from filquartiers.render.print.product import Product


def products(edition: Edition) -> Iterator[Product]:
    """Every product of a site, the editor's own first."""
    for entry in edition.site.of(Brochure):
        yield booklet(entry, Scope(edition.site, entry.reseau))


def booklet(entry: Brochure, scope: Scope) -> Product:
    """The A5 brochure that an entry describes."""
    return Product(
        name=entry.slug,
        title=entry.titre,
        template="brochure",
        format="A5",
        data=brochure(entry, scope),
        where=entry.where(),
        brochure=entry,
        multiple=4,
    )

"""What is printed for a site: one line per product."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from filquartiers.edition import Edition
from filquartiers.made import Programme
from filquartiers.model.addresses import AGENDA, address_of, base_of
from filquartiers.model.facts.people import focuses, withheld
from filquartiers.model.glyphs import Points, is_silent
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Brochure, Fiche, Maison, Objectifs, Reseau
from filquartiers.model.press import PressProfile
from filquartiers.paper import FONT, drawn_by, print_gaps
from filquartiers.problems import Problem
from filquartiers.render.print.pictures import PrintedPictures
from filquartiers.render.print.product import Product
from filquartiers.render.print.typeset import Typesetter
from filquartiers.telling.printed.booklet import booklet
from filquartiers.telling.printed.leaflet import leaflet
from filquartiers.telling.printed.posters import paper_specimen, programmes, sheet_poster, tree_poster
from filquartiers.telling.printed.views import PrintedView
from filquartiers.telling.teller import Teller


@dataclass(frozen=True)
class Printer:
    """Makes the products of one edition, that share its photographs."""

    edition: Edition
    pictures: PrintedPictures
    points: Points

    @classmethod
    def of(cls, edition: Edition) -> "Printer":
        """A printer for an edition."""
        pictures = PrintedPictures(edition.content, withheld(edition.site), focuses(edition.site))
        return cls(edition, pictures, drawn_by(edition.asset(FONT).parent))

    @property
    def teller(self) -> Teller:
        """The site as it is told."""
        return self.edition.teller

    def product(self, view: PrintedView, owner: Entry, step: str = "texte", **told: Any) -> Product:
        """A product that shows ``view``, asked for by ``owner``; ``step`` is the size of its running text."""
        base = base_of(self.edition.site, owner.network)
        data = Typesetter(base, self.pictures, self.points).data(view)
        files = self.pictures.files
        shown = data | {"online": bool(base), "text_step": step}
        title = "".join(char for char in view.title if not is_silent(char))
        return Product(title=title, data=shown, where=owner.where(), pictures=files, **told)


def products(edition: Edition) -> Iterator[Product | Problem]:
    """Every product of a site, the editor's own first."""
    printer, site = Printer.of(edition), edition.site
    for entry in site.of(Brochure):
        if entry.format in FORMATS:  # sheets and programmes are made without an entry
            yield from FORMATS[entry.format](printer, entry)
    for network in site.networks:
        yield from month_programmes(printer, network)
        yield specimen_of(printer, network)
    for sheet in site.of(Fiche):
        yield action_sheet(printer, sheet)


def booklets(printer: Printer, entry: Brochure) -> Iterator[Product | Problem]:
    """The A5 brochure that an entry describes, without its parts that have nothing to show: checks tell."""
    view = booklet(printer.teller, entry)
    folding = "piqûre à cheval, deux agrafes"
    yield printer.product(
        view,
        entry,
        name=entry.slug,
        template="brochure",
        format="A5",
        brochure=entry,
        multiple=4,
        folding=folding,
    )


def leaflets(printer: Printer, entry: Brochure) -> Iterator[Product]:
    """The leaflet of the pacts that an entry describes."""
    yield printer.product(
        leaflet(printer.teller, entry),
        entry,
        name=entry.slug,
        template="depliant",
        format="dépliant",
        brochure=entry,
        multiple=2,
        folding="deux plis roulés, trois volets : 100, 100 et 97 mm",
    )


def tree_posters(printer: Printer, entry: Brochure) -> Iterator[Product]:
    """The trees of objectives of the network, on A3."""
    for rank, tree in enumerate(printer.edition.site.of(Objectifs, entry.reseau)):
        name = entry.slug if rank == 0 else f"{entry.slug}-{rank + 1}"
        view = tree_poster(printer.teller, entry, tree)
        yield printer.product(view, entry, name=name, template="arbre", format="A3", brochure=entry)


def month_programmes(printer: Printer, network: Reseau) -> Iterator[Product]:
    """The programme of the months ahead: on A3 for the network, on A4 for each house."""
    for house in (None, *printer.edition.site.of(Maison, network)):
        whose = house or network
        for start, view in programmes(printer.teller, network, house):
            yield printer.product(
                view,
                whose,
                name=f"programmes/{whose.slug}-{start:%Y-%m}",
                template="programme",
                format="A4" if house else "A3",
                for_press=False,
                page=address_of(house) if house else AGENDA,
                programme=Programme(whose.slug, start.year, start.month),
            )


def action_sheet(printer: Printer, sheet: Fiche) -> Product:
    """The A4 sheet of an action: for an office printer and for reading on screen."""
    return printer.product(
        sheet_poster(printer.teller, sheet),
        sheet,
        "texte_grand",
        name=f"fiches/{sheet.slug}",
        template="fiche",
        format="A4",
        for_press=False,
        dated=False,
        page=address_of(sheet),
    )


def specimen_of(printer: Printer, network: Reseau) -> Product:
    """The specimen of tokens and components, beside the one of the site."""
    edition = printer.edition
    profile = edition.asset(f"icc/{PressProfile().profil}").read_bytes()
    gaps = {name: gap for name, _, gap in print_gaps(edition.identity, profile)}
    view = paper_specimen(printer.teller, network, gaps)
    return printer.product(view, network, name=f"planche-{network.slug}", template="planche", format="A4")


FORMATS: Mapping[str, Callable[[Printer, Brochure], Iterator[Product | Problem]]] = {
    "A5": booklets,
    "dépliant": leaflets,
    "A3": tree_posters,
}

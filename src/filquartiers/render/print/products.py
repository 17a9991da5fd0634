"""What is printed for a site: one line per product."""

from collections.abc import Callable, Iterator

from filquartiers.artifact import Programme
from filquartiers.edition import Edition
from filquartiers.model.kinds import Brochure, Fiche, Objectifs, Reseau
from filquartiers.model.press import PressProfile
from filquartiers.model.site import Site
from filquartiers.paper import print_gaps
from filquartiers.problems import Problem, problem
from filquartiers.render.feeds.identifiers import base_of
from filquartiers.render.print.data.brochure import brochure
from filquartiers.render.print.data.leaflet import leaflet
from filquartiers.render.print.data.posters import programmes, specimen, tree_poster
from filquartiers.render.print.data.scope import Scope, document, text
from filquartiers.render.print.data.sheet import SHEET_LABELS, whole
from filquartiers.render.print.pictures import Pictures
from filquartiers.render.print.product import Product
from filquartiers.render.web.links import address_of


def products(edition: Edition) -> Iterator[Product | Problem]:
    """Every product of a site, the editor's own first."""
    pictures = Pictures(edition.content)
    for entry in edition.site.of(Brochure):
        if entry.format in FORMATS:
            yield from FORMATS[entry.format](entry, Scope(edition.site, entry.reseau, pictures))
        else:
            yield problem(
                "format-fait-d-office", entry.where("format"), titre=entry.titre, format=entry.format
            )
    for network in edition.site.networks:
        scope = Scope(edition.site, network, pictures)
        yield from month_programmes(scope)
        yield specimen_of(scope, edition)
    yield from action_sheets(edition.site, pictures)
    yield from pictures.problems


def booklet(entry: Brochure, scope: Scope) -> Iterator[Product | Problem]:
    """The A5 brochure that an entry describes, and its parts that have nothing to show."""
    data = brochure(entry, scope)
    for rank, section in enumerate(entry.sections):
        if section.section in data["empty"]:
            yield problem(
                "partie-vide", entry.where("sections", rank), partie=section.section, titre=entry.titre
            )
    yield Product(
        name=entry.slug,
        title=entry.titre,
        template="brochure",
        format="A5",
        data=data,
        where=entry.where(),
        pictures=scope.pictures.files,
        brochure=entry,
        multiple=4,
        folding="piqûre à cheval, deux agrafes",
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
        multiple=2,
        folding="deux plis roulés, trois volets : 100, 100 et 97 mm",
    )


def poster(entry: Brochure, scope: Scope) -> Iterator[Product | Problem]:
    """The trees of objectives of the network, on A3."""
    for rank, tree in enumerate(scope.site.of(Objectifs, scope.network)):
        yield Product(
            name=entry.slug if rank == 0 else f"{entry.slug}-{rank + 1}",
            title=entry.titre,
            template="arbre",
            format="A3",
            data=tree_poster(tree, entry.titre, scope),
            where=entry.where(),
            brochure=entry,
        )


def month_programmes(scope: Scope) -> Iterator[Product]:
    """The programme of the months ahead: on A3 for the network, on A4 for each house."""
    for house in (None, *scope.houses()):
        for start, data in programmes(scope, house):
            yield Product(
                name=f"programmes/{(house or scope.network).slug}-{start:%Y-%m}",
                title=str(data["title"]),
                template="programme",
                format=str(data["format"]),
                data=data,
                where=(house or scope.network).where(),
                for_press=False,
                page=address_of(house) if house else "agenda/",
                programme=Programme((house or scope.network).slug, start.year, start.month),
            )


def action_sheets(site: Site, pictures: Pictures) -> Iterator[Product]:
    """The A4 sheet of each action: for an office printer and for reading on screen."""
    for entry in site.of(Fiche):
        scope = Scope(site, site.network_of(entry) or _nobody(entry, site), pictures)
        yield Product(
            name=f"fiches/{entry.slug}",
            title=entry.titre,
            template="fiche",
            format="A4",
            data=document(entry.origin.file, entry.titre, None, scope, step="texte_grand")
            | {
                "sheet": whole(entry, scope),
                "network": text(entry.network.nom if entry.network else ""),
                "labels": SHEET_LABELS,
            },
            where=entry.where(),
            pictures=pictures.files,
            for_press=False,
            dated=False,
            page=address_of(entry),
        )


def _nobody(entry: Fiche, site: Site) -> Reseau:
    """What stands for the network of a sheet that belongs to none: who carries it, on the same site."""
    return Reseau(slug="", nom=entry.structure or "", ville="", site=base_of(site) or None)


def specimen_of(scope: Scope, edition: Edition) -> Product:
    """The specimen of tokens and components, beside the one of the site."""
    profile = edition.asset(f"icc/{PressProfile().profil}").read_bytes()
    gaps = {name: gap for name, _, gap in print_gaps(edition.identity, profile)}
    return Product(
        name=f"planche-{scope.network.slug}",
        title="Planche",
        template="planche",
        format="A4",
        data=specimen(scope, gaps),
        where=scope.network.where(),
    )


FORMATS: dict[str, Callable[[Brochure, Scope], Iterator[Product | Problem]]] = {
    "A5": booklet,
    "dépliant": folded,
    "A3": poster,
}

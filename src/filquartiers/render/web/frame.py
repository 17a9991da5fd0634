"""What surrounds every page: the name of the site, its menu, its foot."""

from collections.abc import Iterator, Mapping

from filquartiers.artifact import Artifact, Edition
from filquartiers.model.facts.conformity import conformity
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Charte, Fiche, Maison, Objectifs, Pacte, Page
from filquartiers.model.site import Site
from filquartiers.render.assets import Assets
from filquartiers.render.web.links import Addresses
from filquartiers.render.web.page import Frame, Link


def frame(edition: Edition, made: Assets, addresses: Addresses, cards: Mapping[str, Artifact]) -> Frame:
    """The frame of a site: what has no entry is left out of menu and foot."""
    site = edition.site
    return Frame(
        name=edition.identity.nom,
        motto=motto(site),
        menu=tuple(_menu(site)),
        foot=(tuple(_services(site)), tuple(_legal(site, addresses))),
        stylesheet=made.stylesheet,
        script=made.script,
        fonts=made.fonts,
        icons=made.icons,
        manifest=made.manifest,
        cards={network: card.path.removeprefix("site/") for network, card in cards.items()},
        demonstrations=tuple(network for network in site.networks if network.demonstration),
        paper=edition.identity.couleurs["papier"],
    )


def motto(site: Site) -> str:
    """The line under the name of the site: its network, or its towns."""
    if len(site.networks) == 1:
        return site.networks[0].nom
    return " · ".join(network.ville for network in site.networks)


# The menu names what visitors come for; an empty kind is left out.
MENU: tuple[tuple[str, type[Entry] | None, str], ...] = (
    ("Agenda", None, "agenda/"),
    ("Maisons", Maison, "maisons/"),
    ("Pactes", Pacte, "pactes/"),
    ("Actions", Fiche, "fiches/"),
    ("Chercher", None, "recherche/"),
)


def _menu(site: Site) -> Iterator[Link]:
    for label, kind, address in MENU:
        if kind is None or site.of(kind):
            yield Link(label, address)


def _services(site: Site) -> Iterator[Link]:
    if any(site.of(kind) for kind in site.kinds if kind.kind.name == "brochure"):
        yield Link("Les imprimés", "brochures/")
    yield Link("S’abonner à l’agenda", "agenda/s-abonner/")
    yield Link("Le plan", "plan/")
    for kind in (Objectifs, Charte):
        if site.of(kind):
            yield Link(kind.kind.plural, f"{kind.kind.address}/")
    yield Link("Données ouvertes", "donnees/")


def _legal(site: Site, addresses: Addresses) -> Iterator[Link]:
    for page in site.of(Page):
        address = addresses.of(page)
        if page.pied and address:
            yield Link(page.titre, address)
    yield Link(f"Accessibilité : {conformity(site)}", "accessibilite/")
    yield Link("Mentions légales", "mentions-legales/")

"""What the makers of views look at: the edition, and the site's addresses, frame and pictures."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from filquartiers.artifact import Edition
from filquartiers.model.agenda.schedule import Occurrence
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import (
    Charte,
    Evenement,
    Fiche,
    Maison,
    Objectifs,
    Pacte,
    Page as PageEntry,
    Reseau,
)
from filquartiers.model.site import Site
from filquartiers.render.album import Album, album
from filquartiers.render.assets import Assets, assets
from filquartiers.render.web.dates import soon
from filquartiers.render.web.links import Addresses
from filquartiers.render.web.page import Feed, Frame, Link, Page


@dataclass(frozen=True)
class Web:
    """One edition of the site, as its pages are being made."""

    edition: Edition
    assets: Assets
    album: Album
    addresses: Addresses
    frame: Frame

    @property
    def site(self) -> Site:
        """The entries."""
        return self.edition.site

    @cached_property
    def soon(self) -> tuple[tuple[Evenement, Occurrence], ...]:
        """Every date of the weeks that come."""
        return soon(self.site)

    def page(  # noqa: PLR0913  what a page says of itself, all optional past its title
        self,
        address: str,
        title: str,
        *,
        description: str = "",
        network: Reseau | None = None,
        section: str = "",
        crumbs: tuple[Link, ...] = (),
        feeds: tuple[Feed, ...] = (),
    ) -> Page:
        """A page of this site."""
        return Page(address, title, self.frame, self.addresses, description, network, section, crumbs, feeds)

    def network_of(self, entry: Entry) -> Reseau | None:
        """The network an entry belongs to; the only one of the site if it names none."""
        if isinstance(entry, Reseau):
            return entry
        found = getattr(entry, "network", None) or getattr(entry, "reseau", None)
        alone = self.site.networks[0] if len(self.site.networks) == 1 else None
        return found if isinstance(found, Reseau) else alone


def web(edition: Edition) -> Web:
    """Gather what all pages share."""
    made = assets(edition)
    addresses = Addresses(edition.site)
    return Web(edition, made, album(edition), addresses, _frame(edition, made, addresses))


def _frame(edition: Edition, made: Assets, addresses: Addresses) -> Frame:
    site = edition.site
    return Frame(
        name=edition.identity.nom,
        motto=_motto(site),
        menu=tuple(_menu(site)),
        foot=(tuple(_services(site)), tuple(_legal(site, addresses))),
        stylesheet=made.stylesheet,
        script=made.script,
        fonts=made.fonts,
        icons=made.icons,
        manifest=made.manifest,
        demonstrations=tuple(network for network in site.networks if network.demonstration),
        paper=edition.identity.couleurs["papier"],
    )


def _motto(site: Site) -> str:
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
    for page in site.of(PageEntry):
        address = addresses.of(page)
        if page.pied and address:
            yield Link(page.titre, address)
    yield Link(f"Accessibilité : {conformity(site)}", "accessibilite/")
    yield Link("Mentions légales", "mentions-legales/")


def conformity(site: Site) -> str:
    """The state that the law asks to show on every page (décret n° 2019-768, article 5).

    Without an audit a site is « non conforme »; with several networks, the lowest state is shown.
    """
    return min((state_of(network) for network in site.networks), key=STATES.index, default=STATES[0])


STATES = ("non conforme", "partiellement conforme", "totalement conforme")
HALF, WHOLE = 50, 100


def state_of(network: Reseau) -> str:
    """What the audit of a network's site allows it to say (RGAA 4.1, obligations)."""
    known = network.accessibilite
    digits = "".join(char for char in (known.taux or "").split(",")[0] if char.isdigit())
    if known.audit is None or not digits or int(digits) < HALF:
        return STATES[0]
    return STATES[2] if int(digits) >= WHOLE else STATES[1]

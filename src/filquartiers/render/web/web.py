"""What the makers of views look at: the edition, and the site's addresses, frame and pictures."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from filquartiers.artifact import Artifact, Edition
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement, Fiche, Reseau
from filquartiers.model.site import Site
from filquartiers.render.album import Album, album
from filquartiers.render.assets import assets
from filquartiers.render.web.cards import cards
from filquartiers.render.web.diary import Dated, Diary
from filquartiers.render.web.facets import FACETS, KEYWORDS, Facet, Having, by_value
from filquartiers.render.web.frame import frame, motto
from filquartiers.render.web.links import Addresses
from filquartiers.render.web.page import Feed, Frame, Link, Page
from filquartiers.render.web.printed import Printed


@dataclass(frozen=True)
class Web:
    """One edition of the site, as its pages are being made; ``files`` are those that all pages share."""

    edition: Edition
    files: tuple[Artifact, ...]
    album: Album
    addresses: Addresses
    frame: Frame

    @property
    def site(self) -> Site:
        """The entries."""
        return self.edition.site

    @cached_property
    def printed(self) -> Printed:
        """What print has put beside the pages."""
        return Printed(self.edition.printed)

    @cached_property
    def diary(self) -> Diary:
        """Every date of every event."""
        return Diary(self.site)

    @cached_property
    def soon(self) -> tuple[Dated, ...]:
        """Every date of the weeks that come."""
        return self.diary.soon(self.site.of(Evenement))

    @cached_property
    def facets(self) -> tuple[tuple[Facet, tuple[Having, ...]], ...]:
        """Each way to sort out the sheets, with its values and their sheets."""
        return tuple((facet, by_value(facet, self.site.of(Fiche))) for facet in FACETS)

    @cached_property
    def by_keyword(self) -> Mapping[str, tuple[Fiche, ...]]:
        """The sheets of each keyword, by its part of the address."""
        values = next(values for facet, values in self.facets if facet is KEYWORDS)
        return {having.value.key: having.sheets for having in values}

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
    made, shared = assets(edition), dict(cards(edition, motto(edition.site)))
    addresses = Addresses(edition.site)
    around = frame(edition, made, addresses, shared)
    return Web(edition, (*made.files, *shared.values()), album(edition), addresses, around)

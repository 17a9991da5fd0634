"""A page as templates see it: what it tells, what surrounds it, and how it links to everything else."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from filquartiers.made import Facsimile, Made
from filquartiers.model.addresses import absolute, leaf, relative
from filquartiers.model.identity import Colour, Identity
from filquartiers.model.links import file_name
from filquartiers.render.album import Album, WebPicture
from filquartiers.render.assets import Assets
from filquartiers.render.passages import to_html
from filquartiers.render.web.measured import Findings
from filquartiers.render.web.printed import Printed
from filquartiers.telling.frame import Frame
from filquartiers.telling.page import WebPage
from filquartiers.telling.values import Knot, Link, LongText, Photo

_PICTURE = Markup('<img class="image" src="{}" alt="{}" width="{}" height="{}" loading="lazy">')


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What all pages share: the frame, the files beside them, the pictures, what print has put there.

    ``cards`` are the full addresses of the pictures that go with a shared link, by network; that of the site
    is under no name. ``towns`` are those of several networks, by network. ``measured`` is what was found in
    the pages, for those that tell of it.
    """

    frame: Frame
    assets: Assets
    identity: Identity
    cards: Mapping[str, str]
    album: Album
    printed: Printed
    towns: Mapping[str, str]
    measured: Findings | None = None


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """One page being drawn."""

    told: WebPage
    around: Surroundings

    def to(self, target: str) -> str:
        """The link from this page to an address: relative, unless the page has a base."""
        return absolute(self.told.base, target) if self.told.base else self.file(target)

    def file(self, target: str) -> str:
        """The relative link to an address: a style sheet is never asked of another place."""
        return relative(self.told.address, target)

    def prose(self, passage: LongText, level: int = 2) -> Markup:
        """A long text, its highest heading at that level."""
        return to_html(passage, self.to, self._drawn, level=level)

    def picture(self, photo: Photo) -> WebPicture | None:
        """The photograph as the site has it; None when it could not be read."""
        return self.around.album.picture(photo.file)

    def _drawn(self, name: str, alternative: str) -> str:
        found = self.around.album.picture(file_name(name))
        if found is None:
            return ""
        return str(_PICTURE.format(self.to(found.largest), alternative, found.width, found.height))

    def colour(self, house: Knot) -> int:
        """The number of the colour of a house among those of the identity, which come round again."""
        return (house.colour - 1) % len(self.around.identity.maisons) + 1

    @property
    def document(self) -> str:
        """The PDF that says what the page says, empty when there is none."""
        return self._made.file

    @property
    def facsimiles(self) -> tuple[Facsimile, ...]:
        """The pages of that document as pictures."""
        return self._made.facsimiles

    @property
    def contents(self) -> tuple[Link, ...]:
        """The parts of that document, where they start."""
        parts = (one for one in self._made.chapters if one.level == 0)
        return tuple(Link(one.title, leaf(self.document, one.page)) for one in parts)

    @property
    def programmes(self) -> tuple[Link, ...]:
        """The printed programmes of the months; those of several networks are told apart by their towns."""
        return self.around.printed.programmes(self.told.printed_beside, self.around.towns)

    @property
    def _made(self) -> Made:
        return self.around.printed.about(self.told.address)

    @property
    def paper(self) -> Colour:
        """The colour of the page itself."""
        return self.around.identity.couleurs["papier"]

    @property
    def card(self) -> str:
        """The full web address of the picture that goes with the page when it is shared, or nothing."""
        cards = self.around.cards
        return (cards.get(self.told.network.slug) if self.told.network else "") or cards.get("", "")

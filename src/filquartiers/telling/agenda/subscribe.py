"""How to have the agenda on one's own telephone."""

from dataclasses import dataclass

from filquartiers.model.addresses import absolute, base_of, is_unprotected, webcal
from filquartiers.telling.channels import FAMILIES, Channel
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Knot


@dataclass(frozen=True, slots=True)
class Subscription:
    """How to follow one selection: by address while the site has one, else by file only.

    ``webcal`` opens the calendar of telephones and computers, ``https`` is pasted into others; ``qr`` is
    the address of a picture that leads to the selection's page.
    """

    label: str
    page: str
    file: str
    webcal: str
    https: str
    qr: str
    house: Knot | None

    @property
    def unprotected(self) -> bool:
        """Whether Google refuses to follow it."""
        return is_unprotected(self.https)


@dataclass(frozen=True, slots=True)
class SubscribeView:
    """The agenda of all, then the other selections by family."""

    whole: Subscription
    families: tuple[tuple[str, tuple[Subscription, ...]], ...]


TITLES = {"reseau": "Un réseau", "maison": "Une maison", "theme": "Un thème", "public": "Pour vous"}


def subscribe_view(teller: Teller) -> SubscribeView:
    """What the page shows."""
    first, *others = (one for one in teller.diary.channels if one.followed)
    families = (
        (TITLES[family], tuple(subscription(teller, one) for one in others if one.family == family))
        for family, _ in FAMILIES
    )
    return SubscribeView(subscription(teller, first), tuple(pair for pair in families if pair[1]))


def subscription(teller: Teller, channel: Channel) -> Subscription:
    """The addresses of one selection."""
    https = absolute(base_of(teller.site, channel.network), channel.file("ics"))
    return Subscription(
        label=channel.label,
        page=channel.page,
        file=channel.file("ics"),
        webcal=webcal(https),
        https=https,
        qr=channel.file("svg") if https else "",
        house=teller.knot(channel.house) if channel.house else None,
    )

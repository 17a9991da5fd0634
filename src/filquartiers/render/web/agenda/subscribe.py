"""The page that tells how to have the agenda on one's own telephone."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import segno

from filquartiers.artifact import Artifact
from filquartiers.model.kinds import Maison
from filquartiers.model.site import Site
from filquartiers.render.feeds.channels import FAMILIES, Channel, channels
from filquartiers.render.feeds.identifiers import absolute, base_of

_QUIET_ZONE = 4  # modules, ISO/IEC 18004 § 6.3.8


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
    house: Maison | None


@dataclass(frozen=True, slots=True)
class SubscribeView:
    """The agenda of all, then the other selections by family."""

    whole: Subscription
    families: tuple[tuple[str, tuple[Subscription, ...]], ...]


def subscribe_view(site: Site) -> SubscribeView:
    """What the page shows."""
    first, *others = (channel for channel in channels(site) if channel.dated or not channel.family)
    families = tuple(
        (label, told)
        for family, label in FAMILIES
        if (told := tuple(subscription(site, one) for one in others if one.family == family))
    )
    return SubscribeView(subscription(site, first), families)


def subscription(site: Site, channel: Channel) -> Subscription:
    """The addresses of one selection."""
    https = absolute(base_of(site, channel.network), channel.file("ics"))
    return Subscription(
        label=channel.label,
        page=channel.page,
        file=channel.file("ics"),
        webcal=https.replace("https:", "webcal:").replace("http:", "webcal:"),
        https=https,
        qr=channel.file("svg") if https else "",
        house=channel.house,
    )


def qr_codes(site: Site) -> Iterator[Artifact]:
    """The QR code of each selection's page, once the site has an address."""
    for channel in channels(site):
        base = base_of(site, channel.network)
        if base and (channel.dated or not channel.family):
            yield Artifact(f"site/{channel.file('svg')}", qr_svg(absolute(base, channel.page)))


def qr_svg(address: str) -> bytes:
    """A QR code (ISO/IEC 18004, level M) as SVG, dark on white whatever the scheme: readers need it so."""
    file = BytesIO()
    segno.make(address, error="m", micro=False).save(
        file,
        kind="svg",
        border=_QUIET_ZONE,
        dark="#000",
        light="#fff",
        xmldecl=False,
        svgns=True,
        omitsize=True,
    )
    return file.getvalue()

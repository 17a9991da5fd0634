"""The QR codes of the agenda, so that a poster or a screen leads a telephone to a selection's page."""

from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

import segno

from filquartiers.artifact import Artifact
from filquartiers.model.addresses import absolute, base_of, output_path
from filquartiers.telling.teller import Teller

_QUIET_ZONE = 4  # modules, ISO/IEC 18004 § 6.3.8


def qr_codes(teller: Teller) -> Iterator[Artifact]:
    """The QR code of each selection's page, once the site has an address."""
    for channel in teller.diary.channels:
        base = base_of(teller.site, channel.network)
        if base and channel.followed:
            yield Artifact(output_path(channel.file("svg")), qr_svg(absolute(base, channel.page)))


@lru_cache(maxsize=1 << 12)  # the preview asks for all of them at each save
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

"""The QR codes of the agenda, so that a poster or a screen leads a telephone to a selection's page."""

from collections.abc import Iterator
from functools import lru_cache, partial
from io import BytesIO

import segno

from filquartiers.artifact import Deferred
from filquartiers.model.addresses import absolute, base_of, output_path
from filquartiers.store import key_of, running
from filquartiers.telling.teller import Teller

_QUIET_ZONE = 4  # modules, ISO/IEC 18004 § 6.3.8


def qr_codes(teller: Teller) -> Iterator[Deferred]:
    """The QR code of each selection's page, once the site has an address."""
    for channel in teller.diary.channels:
        base = base_of(teller.site, channel.network)
        if base and channel.followed:
            address = absolute(base, channel.page)
            key, draw = partial(key_of, running(), address), partial(qr_svg, address)
            yield Deferred(output_path(channel.file("svg")), key, draw, _nothing_to_note)


def _nothing_to_note(_data: bytes) -> str:
    return ""


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

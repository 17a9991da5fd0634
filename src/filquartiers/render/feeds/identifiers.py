"""Names that never change for what is published, and the web address everything hangs from."""

from urllib.parse import urljoin
from uuid import UUID, uuid5

from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement, Reseau
from filquartiers.model.site import Site

_OURS = UUID("7d0f4a52-6a3e-5c0b-9f0e-0d1c5b7a3e11")
"""The namespace of our names (RFC 9562 § 5.5): drawn once, never to be changed."""


def stable_id(entry: Entry) -> UUID:
    """The name of an entry: the same whatever the web address, the day or the wording.

    It follows from the network, the kind and the file name; for an event from its ``identifiant`` when it
    states one.
    """
    network = entry.network
    stated = entry.identifiant if isinstance(entry, Evenement) else None
    parts = (network.slug if network else "", entry.kind.name, stated or entry.slug)
    return uuid5(_OURS, "/".join(parts))


def base_of(site: Site, network: Reseau | None = None) -> str:
    """The web address of the root of the site, with a last slash; empty while it is not known.

    A network's own answer comes first; else the one that all networks that state one agree on.
    """
    stated = {one.site for one in ((network,) if network else site.networks) if one.site}
    return f"{stated.pop().rstrip('/')}/" if len(stated) == 1 else ""


def absolute(base: str, address: str) -> str:
    """The full web address of a page or file of the site; empty while the base is not known."""
    return urljoin(base, address) if base else ""

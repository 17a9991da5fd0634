"""Names that never change for what is published, whatever the web address, the day or the wording."""

from uuid import UUID, uuid5

from filquartiers.model.kind import Entry

_OURS = UUID("7d0f4a52-6a3e-5c0b-9f0e-0d1c5b7a3e11")
"""The namespace of our names (RFC 9562 § 5.5): drawn once, never to be changed."""


def stable_id(entry: Entry) -> UUID:
    """The name of an entry: it follows from the network, the kind and the file name.

    An entry that states an ``identifiant`` is named after it instead of its file.
    """
    network = entry.network.slug if entry.network else ""
    stated = getattr(entry, "identifiant", None)
    return uuid5(_OURS, "/".join((network, entry.kind.name, stated or entry.slug)))

"""The pictures and documents of ``content/`` that an entry names, in its fields and in its texts."""

from collections.abc import Iterator
from functools import lru_cache

from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Fiche, Reseau
from filquartiers.model.links import TypedLink, links_in
from filquartiers.model.passages import Passage, passages_of
from filquartiers.model.site import Site
from filquartiers.problems import Where

Named = tuple[str, Where]

_PAGES = (".md", ".markdown", ".yaml", ".yml")
PICTURE_FIELDS = ("image", "photo")


def pictures_in_fields(entry: Entry) -> Iterator[Named]:
    """The photographs of an entry, and where they are named."""
    for field in PICTURE_FIELDS:
        name = getattr(entry, field, None)
        if isinstance(name, str):
            yield name, entry.where(field)


def documents_in_fields(entry: Entry) -> Iterator[Named]:
    """The documents joined to an entry, and where they are named."""
    if isinstance(entry, Fiche):
        for index, name in enumerate(entry.fichiers):
            yield name, entry.where("fichiers", index)
    if isinstance(entry, Reseau):
        for index, document in enumerate(entry.documents):
            if document.fichier:
                yield document.fichier, entry.where("documents", index, "fichier")


def named_documents(site: Site) -> Iterator[str]:
    """Documents of fields, and files that texts lead to; a text file of content is a page, not a document."""
    for entry in site.everything():
        yield from entry.once(_documents)


def _documents(entry: Entry) -> tuple[str, ...]:
    fields = (name for name, _ in documents_in_fields(entry))
    texts = (link.name for link, _ in in_texts(entry, pictures=False))
    return (*fields, *(name for name in texts if not name.lower().endswith(_PAGES)))


def named_pictures(site: Site) -> Iterator[str]:
    """Pictures of fields and of texts."""
    for entry in site.everything():
        yield from (name for name, _ in pictures_in_fields(entry))
        yield from (link.name for link, _ in in_texts(entry, pictures=True))


def in_texts(entry: Entry, *, pictures: bool) -> Iterator[tuple[TypedLink, Passage]]:
    """What the long texts show (``pictures``) or lead to, among pages and files of ours; and which text."""
    yield from entry.once(_shown if pictures else _led_to)


def _shown(entry: Entry) -> tuple[tuple[TypedLink, Passage], ...]:
    return tuple(one for one in _ours(entry) if one[0].is_picture)


def _led_to(entry: Entry) -> tuple[tuple[TypedLink, Passage], ...]:
    return tuple(one for one in _ours(entry) if not one[0].is_picture)


def _ours(entry: Entry) -> Iterator[tuple[TypedLink, Passage]]:
    for passage in passages_of(entry):
        yield from ((link, passage) for link in _internal(passage.text))


@lru_cache(maxsize=1 << 16)  # an entry may be made anew of the same texts
def _internal(text: str) -> tuple[TypedLink, ...]:
    return tuple(link for link in links_in(text) if link.is_internal)

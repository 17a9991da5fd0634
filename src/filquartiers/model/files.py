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
        yield from (name for name, _ in documents_in_fields(entry))
        for link, _ in in_texts(entry, pictures=False):
            if not link.name.lower().endswith(_PAGES):
                yield link.name


def named_pictures(site: Site) -> Iterator[Named]:
    """Pictures of fields and of texts, and where they are named."""
    for entry in site.everything():
        yield from pictures_in_fields(entry)
        for link, passage in in_texts(entry, pictures=True):
            yield link.name, passage.where(link.start, link.length)


def in_texts(entry: Entry, *, pictures: bool) -> Iterator[tuple[TypedLink, Passage]]:
    """What the long texts show (``pictures``) or lead to, among pages and files of ours; and which text."""
    for passage in passages_of(entry):
        for link in _ours(passage.text):
            if link.is_picture is pictures:
                yield link, passage


@lru_cache(maxsize=1 << 16)  # asked at each save, of every text
def _ours(text: str) -> tuple[TypedLink, ...]:
    return tuple(link for link in links_in(text) if link.is_internal)

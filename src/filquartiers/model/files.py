"""The pictures and documents of ``content/`` that an entry names, in its fields and in its texts."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath

from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Fiche, Reseau
from filquartiers.model.links import TypedLink, links_in
from filquartiers.model.passages import Passage, passages_of
from filquartiers.model.site import Site
from filquartiers.problems import Where

Named = tuple[str, Where]

_LONGEST = 120  # signs of a name that one reads
_PACKAGES = frozenset({".pages", ".numbers", ".key", ".rtfd", ".app", ".photoslibrary"})
_PAGES = (".md", ".markdown", ".yaml", ".yml")
PICTURE_FIELDS = ("image", "photo")


def last_name(name: str) -> str:
    """The name of a file without its folder, as it is looked up whatever its case."""
    return name.rsplit("/", 1)[-1].casefold()


def shown_name(path: str) -> str:
    """The name of a file that comes from elsewhere, as it can be shown: some browsers send the whole path."""
    last = path.replace("\\", "/").rpartition("/")[2]
    return "".join(sign for sign in last if sign.isprintable()).strip()[:_LONGEST]


def whole_file(name: str) -> str:
    """The file that a person sees: macOS shows as one what others see as a folder (« affiche.pages »)."""
    path = PurePosixPath(name)
    packages = (one for one in reversed(path.parents) if one.suffix.lower() in _PACKAGES)
    return str(next(packages, path))


def picture_field(kind: type[Entry]) -> str:
    """The field that holds the photograph of a kind; empty when it has none."""
    return next((name for name in PICTURE_FIELDS if name in kind.model_fields), "")


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


def named_pictures(site: Site) -> Iterator[Named]:
    """Pictures of fields and of texts, and where they are named."""
    for entry in site.everything():
        yield from entry.once(_pictures)


def _pictures(entry: Entry) -> tuple[Named, ...]:
    texts = in_texts(entry, pictures=True)
    places = ((link.name, passage.where(link.start, link.length)) for link, passage in texts)
    return (*pictures_in_fields(entry), *places)


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

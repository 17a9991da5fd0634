"""The pictures and documents that entries name: there, and spelled as on the disk."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property

from filquartiers.model.files import documents_in_fields, in_texts, last_name, pictures_in_fields
from filquartiers.model.kinds import Photographie
from filquartiers.model.site import Site
from filquartiers.model.text import closest
from filquartiers.problems import Problem, Where, problem


def missing_files(site: Site, files: AbstractSet[str]) -> Iterator[Problem]:
    """Files that are named and are not in ``content/``, exact case.

    ``Photo.JPG`` cited as ``photo.jpg`` works on Windows, and is broken once online.
    """
    shelf = _Shelf(tuple(sorted(files)))
    for entry in site.everything():
        for name, where in pictures_in_fields(entry):
            yield from _missing("image-introuvable", name, where, shelf)
        for link, passage in in_texts(entry, pictures=True):
            if link.name not in shelf:
                where = passage.where(link.start, link.length)
                yield from _missing("image-introuvable", link.name, where, shelf)
        for name, where in documents_in_fields(entry):
            yield from _missing("document-introuvable", name, where, shelf)
    for photo in site.of(Photographie):
        yield from _missing("image-introuvable", photo.fichier, photo.where("fichier"), shelf)


class _Shelf:
    """The names of the files there are, in order."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        self._held = frozenset(names)

    def __contains__(self, name: str) -> bool:
        return name in self._held

    @cached_property
    def _by_last(self) -> dict[str, str]:
        """The first file of each last name, whatever the case."""
        return {last_name(name): name for name in reversed(self.names)}

    def nearest(self, name: str) -> str:
        """The file an editor probably meant: same name but for the case or the folder, or a close one."""
        return self._by_last.get(last_name(name)) or closest(name, self.names, cutoff=0.75)


def _missing(code: str, name: str, where: Where, shelf: _Shelf) -> Iterator[Problem]:
    if name not in shelf:
        yield problem(code, where, fichier=name, proche=shelf.nearest(name))

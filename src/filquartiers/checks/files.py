"""The pictures and documents that entries name: there, and spelled as on the disk."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from filquartiers.model.files import documents_in_fields, in_texts, pictures_in_fields
from filquartiers.model.kinds import Photographie
from filquartiers.model.site import Site
from filquartiers.model.text import closest
from filquartiers.problems import Problem, Where, problem


def missing_files(site: Site, files: AbstractSet[str]) -> Iterator[Problem]:
    """Files that are named and are not in ``content/``, exact case.

    ``Photo.JPG`` cited as ``photo.jpg`` works on Windows, and is broken once online.
    """
    for entry in site.everything():
        for name, where in pictures_in_fields(entry):
            yield from _missing("image-introuvable", name, where, files)
        for link, where in in_texts(entry, pictures=True):
            yield from _missing("image-introuvable", link.name, where, files)
        for name, where in documents_in_fields(entry):
            yield from _missing("document-introuvable", name, where, files)
    for photo in site.of(Photographie):
        yield from _missing("image-introuvable", photo.fichier, photo.where("fichier"), files)


def _missing(code: str, name: str, where: Where, files: AbstractSet[str]) -> Iterator[Problem]:
    if name not in files:
        yield problem(code, where, fichier=name, proche=near_file(name, files))


def near_file(name: str, files: AbstractSet[str]) -> str:
    """The file an editor probably meant: same name but for the case or the folder, or a close one."""
    last = name.rsplit("/", 1)[-1].casefold()
    same = sorted(file for file in files if file.rsplit("/", 1)[-1].casefold() == last)
    return same[0] if same else closest(name, sorted(files), cutoff=0.75)

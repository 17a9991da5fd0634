"""Files of ``content/`` that nothing reads: a calendar to be imported, what no page names."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath

from filquartiers.model.files import last_name, named_documents, named_pictures, whole_file
from filquartiers.model.kinds import KINDS
from filquartiers.model.site import Site
from filquartiers.problems import Problem, Where, problem

_PAGES = frozenset({".md", ".markdown", ".yaml", ".yml"})
_PICTURES = frozenset(
    (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif", ".heic", ".tif", ".tiff", ".bmp")
)
_TEXTS = frozenset({".txt", ".doc", ".docx", ".odt", ".rtf", ""})
"""Texts that were not saved as pages: told where pages are read."""
_SORTS = (
    # What ``import agenda`` reads, or tells how to save again.
    ("agenda-a-importer", ".ics .csv .xlsx .xlsm .ods .xls"),
    ("raccourci-vers-ailleurs", ".gdoc .gsheet .gslides .gform .gdraw .lnk .url .webloc .website .desktop"),
    ("reste-en-ligne", ".icloud"),
    ("archive-fermee", ".zip .rar .7z .tar .gz .tgz .bz2 .xz"),
    (
        "film-ou-son",
        ".mp4 .mov .avi .mkv .webm .m4v .wmv .mpg .mpeg .3gp .mp3 .m4a .wav .ogg .flac .aac .wma",
    ),
    (
        "document-d-un-logiciel",
        ".pages .numbers .key .rtfd .pub .odp .odg .ppt .pptx .one .wps .indd .psd .ai .afpub .xcf .eml .msg",
    ),
)
_CODES = {ending: code for code, endings in _SORTS for ending in endings.split()}


def unread_files(site: Site, files: AbstractSet[str]) -> Iterator[Problem]:
    """Files that nobody will see on the site, each with what to do; a picture may wait there.

    A file that is named in another case or folder is told where it is named.
    """
    pictures = (name for name, _ in named_pictures(site))
    named = {last_name(name) for name in (*named_documents(site), *pictures)}
    folders = {kind.kind.folder for kind in KINDS}
    for name in dict.fromkeys(whole_file(name) for name in sorted(files) if last_name(name) not in named):
        path = PurePosixPath(name)
        ending = path.suffix.lower()
        if ending in _PAGES | _PICTURES or (ending in _TEXTS and path.parts[0] in folders):
            continue
        shown = path.name.removeprefix(".").removesuffix(".icloud")
        typed = f'"content/{name}"' if " " in name else f"content/{name}"
        yield problem(
            _CODES.get(ending, "fichier-non-cite"), Where(f"content/{name}"), nom=shown, chemin=typed
        )

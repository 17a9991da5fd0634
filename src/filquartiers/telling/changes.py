"""What readers will find new, in one sentence: « 3 pages, l’agenda de Kerlédé et 1 imprimé changent. »."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from filquartiers.model.addresses import DOCUMENTS, INDEX, SITE, address_at
from filquartiers.telling.teller import Teller

FEW = 3  # named one by one; more are counted
_PRINTED = "impression/"
_COUNTED = ((".pdf", "document", "documents"), (".webp", "photographie", "photographies"))


def changes(teller: Teller, paths: Iterable[str]) -> str:
    """What changed for readers; empty when nothing did.

    Args:
        teller: the site as it is now told.
        paths: the files of ``build/`` that are new, other or gone.
    """
    told = tuple(_told(teller, frozenset(paths)))
    if not told:
        return ""
    words = [words for words, _ in told]
    listed = f"{', '.join(words[:-1])} et {words[-1]}" if words[1:] else words[0]
    several = len(told) > 1 or told[0][1] > 1
    return f"{listed[0].upper()}{listed[1:]} {'changent' if several else 'change'}."


def _told(teller: Teller, paths: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The words for each sort of thing, and how many of them there are."""
    site = [address_at(path) for path in sorted(paths) if path.startswith(SITE)]
    pages = [address.removesuffix(INDEX) for address in site if address.endswith(".html")]
    if pages:
        yield _pages(teller, pages), len(pages)
    calendars = [one for one in teller.diary.channels if one.file("ics") in site]
    if calendars:
        named = [f"l’agenda de {one.label}" if one.family else "l’agenda de tous" for one in calendars]
        yield (" et ".join(named) if len(named) < FEW else f"{len(named)} agendas"), len(named)
    printed = {_product(path) for path in paths if path.startswith(_PRINTED)}
    if printed:
        yield _counted(len(printed), "imprimé", "imprimés"), len(printed)
    endings = Counter(PurePosixPath(address).suffix for address in site if not _is_printed(address))
    for ending, one, many in _COUNTED:
        if endings[ending]:
            yield _counted(endings[ending], one, many), endings[ending]


def _pages(teller: Teller, pages: list[str]) -> str:
    """« 3 pages (dont La soupe) »."""
    titles = {teller.addresses.of(entry): entry.title for entry in teller.site.everything()}
    named = [f"« {titles[address]} »" for address in pages if address in titles][:FEW]
    count = _counted(len(pages), "page", "pages")
    if not named:
        return count
    return f"{count} ({'dont ' if len(named) < len(pages) else ''}{', '.join(named)})"


def _product(path: str) -> str:
    """What is printed, whichever of its files changed."""
    name = path.removeprefix(_PRINTED).rsplit(".", 1)[0]
    for ending in ("-imprimeur-A-NE-PAS-IMPRIMER", "-imprimeur", "-ecran", "-livret", "-controle", "-bon"):
        name = name.removesuffix(ending)
    return name


def _is_printed(address: str) -> bool:
    """Whether a file beside a page is one that print has put there."""
    return address.endswith(".pdf") and not address.startswith(DOCUMENTS)


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"

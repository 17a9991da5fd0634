"""The first page of the editor, what there is to mend, and the way from a page of the site to its form."""

from dataclasses import dataclass
from http import HTTPStatus

from filquartiers.model.addresses import index_of, output_path
from filquartiers.model.agenda.dates import write_date
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement
from filquartiers.problems import Gravity, Problem
from filquartiers.serve.answers import Reply
from filquartiers.serve.editor.asked import Asked
from filquartiers.serve.editor.shelves import Held, ListedEntry, matching, source_name, told_by
from filquartiers.serve.editor.workroom import Workroom, away, to

RECENT, FEW = 5, 8


@dataclass(frozen=True, slots=True)
class ListedKind:
    """The entries of a kind; ``rest`` is how many more there are."""

    kind: type[Entry]
    listed: tuple[ListedEntry, ...]
    rest: int


@dataclass(frozen=True, slots=True)
class Mending:
    """One problem, and the address of the form where it can be mended; empty when there is none."""

    told: Problem
    address: str


def show(room: Workroom, asked: Asked) -> Reply:
    """All entries by kind, those whose title is searched, or those of one kind."""
    words, only = asked.one("q"), asked.one("sorte")
    kinds = [kind for kind in room.project.kinds if only in {"", kind.kind.name}]
    kinds.sort(key=lambda kind: kind is not Evenement)
    shelves = [_shelf(room, kind, words, whole=bool(words or only)) for kind in kinds]
    held = sorted(room.shelves.files(), key=lambda one: (-one.saved, one.file))[:RECENT]
    recent = [(to("fichier", fichier=one.file), _name(room, one), one.kind.kind.label) for one in held]
    return room.draw(
        "accueil.html",
        rayons=[one for one in shelves if one.listed or not words],
        recents=() if words or only else recent,
        q=words,
        sorte=only,
        a_corriger=sum(one.gravity is not Gravity.GAP for one in room.problems),
        evenement=Evenement.kind,
        jour=write_date,
    )


def _name(room: Workroom, held: Held) -> str:
    """The title of the only entry of a file; the name of a file that lists several."""
    found = [one for one in room.shelves.entries(held.kind, room.site) if one.file == held.file]
    return found[0].title if len(found) == 1 and found[0].title else f"{source_name(held.file)} (liste)"


def _shelf(room: Workroom, kind: type[Entry], words: str, *, whole: bool) -> ListedKind:
    found = matching(room.shelves.entries(kind, room.site), words)
    shown = found if whole else found[:FEW]
    return ListedKind(kind, shown, len(found) - len(shown))


def of_page(room: Workroom, asked: Asked) -> Reply:
    """The form of what a page of the site tells; the list of a kind, or all, for other pages."""
    address = asked.one("adresse")
    entry = told_by(output_path(address), room.site)
    if entry is None:
        kind = next(
            (one for one in room.project.kinds if one.kind.address and address.startswith(index_of(one))),
            None,
        )
        return away(to("", sorte=kind.kind.name) if kind else to(""))
    if isinstance(entry, Evenement) and not entry.origin.file:
        entry = entry.charte or entry  # a session of a charter, which is where it is typed
    return away(_form_at(room, entry.origin.file, entry.where().line) or to(""))


def of_file(room: Workroom, asked: Asked) -> Reply:
    """The form of the only entry of a file; its entries when it lists several."""
    held = room.shelves.holder(asked.one("fichier"))
    if held is None:
        return away(to(""))
    found = tuple(one for one in room.shelves.entries(held.kind, room.site) if one.file == held.file)
    if len(found) == 1:
        return away(to("fiche", fichier=held.file, rang=0))
    shelf = ListedKind(held.kind, found, 0)
    return room.draw("fichier.html", rayon=shelf, fichier=held.file)


def mending(room: Workroom, _asked: Asked) -> Reply:
    """What was found in the files, the gravest first, each with the way to its form."""
    told = sorted(room.problems, key=lambda one: (one.gravity, one.sort_key))
    shown = [
        Mending(one, _form_at(room, one.where.file, one.where.line))
        for one in told
        if one.gravity is not Gravity.GAP
    ]
    gaps = [
        Mending(one, _form_at(room, one.where.file, one.where.line))
        for one in told
        if one.gravity is Gravity.GAP
    ]
    return room.draw("a-corriger.html", problemes=shown, manques=gaps)


def _form_at(room: Workroom, file: str, line: int) -> str:
    """The form of the entry that a line of a file is of; the text of the file when none is."""
    held = room.shelves.holder(file)
    if held is None:
        return ""
    entries = sorted(
        (one for one in room.shelves.entries(held.kind, room.site) if one.file == file),
        key=lambda one: one.rank,
    )
    before = [one for one in entries if not held.kind.kind.many or one.line <= line]
    ranked = before[-1] if before else entries[0] if entries else None
    return to("fiche", fichier=file, rang=ranked.rank if ranked else 0)


def missing(room: Workroom, _asked: Asked) -> Reply:
    """An address that is none of ours."""
    return room.message(
        "Cette page n’existe pas",
        "L’adresse n’est pas celle d’une page.",
        HTTPStatus.NOT_FOUND,
        (to(""), "La liste"),
    )

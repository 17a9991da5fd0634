"""Importing from where people are: a calendar or a spreadsheet is dropped, and accepted line by line."""

from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus

from filquartiers.editing import NotEditable, Refused
from filquartiers.editing.arrivals import Delivery, Incoming, Novelty, accept, delivery
from filquartiers.importers.agenda.context import context_of
from filquartiers.model.addresses import AGENDA
from filquartiers.model.facts.dates import when_in_words
from filquartiers.model.files import shown_name
from filquartiers.model.kinds import Evenement, Maison
from filquartiers.problems import Gravity, Problem
from filquartiers.serve.answers import Reply
from filquartiers.serve.editor.asked import Asked
from filquartiers.serve.editor.coming import FIVE, ComingDate, coming
from filquartiers.serve.editor.entry import reason_of
from filquartiers.serve.editor.judging import Judgement, judged
from filquartiers.serve.editor.multipart import DroppedFile
from filquartiers.serve.editor.twins import twins
from filquartiers.serve.editor.widgets import plain
from filquartiers.serve.editor.workroom import Workroom, to

FILE, HOUSE, HELD, CHOSEN = "programme", "maison", "garde", "pris"
MOST = 1000  # events shown: nobody reads more on one page

_LABELS = {guide.name: guide.label for guide in Evenement.fields()}


@dataclass(frozen=True, slots=True)
class ShownArrival:
    """One event as it is shown: what it says, in words, and whether it is proposed.

    ``dates`` are the next ones, ``alike`` the events of the project that it may be.
    """

    event: Incoming
    when: str
    where: str
    dates: tuple[ComingDate, ...]
    alike: tuple[Evenement, ...]
    problems: tuple[Problem, ...]

    @property
    def proposed(self) -> bool:
        """Whether it is ticked: a new event, of which nothing is in doubt."""
        doubts = any(one.gravity <= Gravity.WARNING for one in self.problems)
        return self.event.standing is Novelty.NEW and not self.alike and not doubts

    @property
    def changes(self) -> tuple[tuple[str, str, str], ...]:
        """What it says otherwise than the project: the field, what stands, what arrives."""
        return tuple((_LABELS[name], plain(old), plain(now)) for name, old, now in self.event.changes)


def show(room: Workroom, _asked: Asked) -> Reply:
    """The page where a file is dropped."""
    return _asking(room)


def _asking(room: Workroom, fault: str = "", house: str = "") -> Reply:
    houses = room.site.of(Maison)
    chosen = house or (houses[0].slug if len(houses) == 1 else "")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if fault else HTTPStatus.OK
    return room.draw("importer.html", status, faute=fault, maisons=houses, maison=chosen)


def drop(room: Workroom, asked: Asked) -> Reply:
    """What the file that was dropped brings."""
    file, house = asked.files.get(FILE), asked.one(HOUSE)
    if file is None or not file.data:
        return _asking(room, "Choisissez un fichier, ou glissez-le sur ce bouton.", house)
    return _told(room, _delivered(room, file, house), room.keep(file), house)


def _delivered(room: Workroom, file: DroppedFile, house: str) -> Delivery:
    known = {one.slug for one in room.site.of(Maison)}
    defaults = {"maisons": house} if house in known else None
    name = shown_name(file.name) or "programme"
    return delivery(name, file.data, context_of(room.project.root, room.project.today, defaults))


def _told(room: Workroom, brought: Delivery, held: str, house: str, refused: Problem | None = None) -> Reply:
    """The report: what may be accepted, line by line, and all the rest."""
    lines = [_line(room, one) for one in brought.events[:MOST]]
    return room.draw(
        "arrivages.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK,
        apport=brought,
        garde=held,
        maison=house,
        lignes=[one for one in lines if one.event.standing is not Novelty.PRESENT],
        presents=[one for one in lines if one.event.standing is Novelty.PRESENT],
        de_plus=max(0, len(brought.events) - MOST),
        refus=refused,
    )


def _line(room: Workroom, one: Incoming) -> ShownArrival:
    told = judged(one.entry, room.site)
    event = told.entry if isinstance(told.entry, Evenement) else None
    problems = (*one.told, *_new_to(one.told, told))
    if event is None:
        return ShownArrival(one, "", "", (), (), problems)
    alike = tuple(twins(event, room.site)) if one.standing is Novelty.NEW else ()
    where = ", ".join(house.title for house in event.maisons) or str(event.lieu or "")
    return ShownArrival(
        one, when_in_words(event), where, coming(event, room.project.today, FIVE), alike, problems
    )


def _new_to(known: Iterable[Problem], told: Judgement) -> tuple[Problem, ...]:
    codes = {one.code for one in known}
    return tuple(one for found in told.problems.values() for one in found if one.code not in codes)


def take(room: Workroom, asked: Asked) -> Reply:
    """Write the lines that were ticked; those of a form that is sent twice are there already."""
    file = room.dropped.get(asked.one(HELD))
    if file is None:
        return _asking(room, "Ce fichier n’est plus gardé ici : déposez-le de nouveau. Rien n’a été écrit.")
    brought = _delivered(room, file, asked.one(HOUSE))
    chosen = frozenset(asked.sent.get(CHOSEN, ()))
    try:
        files = accept(room.desk, brought, chosen)
    except (Refused, NotEditable) as refused:
        return _told(room, brought, asked.one(HELD), asked.one(HOUSE), reason_of(refused))
    number = sum(one.key in chosen for one in brought.events)
    return _done(room, number if files else 0, files)


def _done(room: Workroom, number: int, files: tuple[str, ...]) -> Reply:
    links = [(to("fichier", fichier=file), f"Voir {file.removeprefix('content/')}") for file in files]
    links += [
        (f"/{AGENDA}", "Voir l’agenda"),
        (to("importer"), "Importer un autre fichier"),
        (to(""), "La liste"),
    ]
    if not number:
        return room.message(
            "Rien n’a été écrit",
            "Aucune ligne n’était cochée, ou toutes sont déjà là.",
            HTTPStatus.OK,
            *links,
        )
    words = "Un événement est dans l’agenda." if number == 1 else f"{number} événements sont dans l’agenda."
    return room.message("C’est importé", f"{words} Aucun autre n’a été touché.", HTTPStatus.OK, *links)

"""The page where a photograph is dropped: seen, described, and said who is on it, in one screen."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from filquartiers.content.read import files_in
from filquartiers.editing import ChangedMeanwhile, NotEditable, Refused
from filquartiers.editing.deposits import Recognised, deposit, usual_end
from filquartiers.editing.pictures import KeptPicture, kept
from filquartiers.model.files import picture_field
from filquartiers.model.kind import Path
from filquartiers.serve.answers import Reply, refusal, type_of
from filquartiers.serve.editor.asked import Asked
from filquartiers.serve.editor.controls import controls_of
from filquartiers.serve.editor.entry import Before, found, gone, rank_in, reason_of, title_in
from filquartiers.serve.editor.guard import TOKEN
from filquartiers.serve.editor.merging import marks_of, written
from filquartiers.serve.editor.multipart import DroppedFile
from filquartiers.serve.editor.workroom import Workroom, away, to

FILE, HELD, SAVE = "photo", "garde", "enregistrer"
DESCRIPTION, WHO, UNTIL = "description", "personnes", "jusquau"
NOBODY, AGREED, NOT_YET = "personne", "accord", "sans"
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class PhotoAnswers:
    """What was answered on the page; ``held`` is the number of the picture that it shows."""

    description: str = ""
    who: str = ""
    until: str = ""
    held: str = ""

    @property
    def recognised(self) -> Recognised:
        """Whom one recognises on the picture."""
        return Recognised(self.who != NOBODY, self.who == AGREED, self.until if self.who == AGREED else "")


def show(room: Workroom, asked: Asked) -> Reply:
    """The page, with the description that the entry has."""
    taken, rank = room.on_desk(asked.one("fichier")), rank_in(asked)
    if taken is None or rank >= len(taken.opened.entries) or not picture_field(taken.held.kind):
        return gone(room)
    before = Before(taken, rank, controls_of(taken.held.kind, room.site))
    description = str(before.entry.values.get(f"{picture_field(taken.held.kind)}_description", ""))
    return _drawn(room, before, PhotoAnswers(description, "", usual_end(room.project.today)))


def _drawn(
    room: Workroom,
    before: Before,
    answers: PhotoAnswers,
    faults: dict[str, str] | None = None,
    picture: KeptPicture | None = None,
) -> Reply:
    entry = before.entry
    return room.draw(
        "photo.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if faults else HTTPStatus.OK,
        fichier=before.file,
        rang=before.rank,
        vu=written(marks_of(before.controls, entry, room.site)),
        titre=title_in(entry.values) or before.file,
        actuelle=entry.values.get(picture_field(entry.kind), ""),
        reponses=answers,
        fautes=faults or {},
        image=picture,
    )


def picture(room: Workroom, asked: Asked) -> Reply:
    """A picture that was just dropped, as it will be kept."""
    file = room.dropped.get(asked.one("numero"))
    if file is None:
        return refusal(HTTPStatus.NOT_FOUND, "Cette image n’est plus ici.")
    shown = kept(file.name, file.data)
    return Reply(HTTPStatus.OK, type_of(shown.name), shown.data)


def take(room: Workroom, asked: Asked) -> Reply:
    """Show what was dropped, or keep it and name it in the entry."""
    if asked.one(TOKEN) in room.made:
        return away(room.made[asked.one(TOKEN)])
    taken = room.on_desk(asked.one("fichier"))
    before = found(room, taken, asked)
    if before is None or not picture_field(before.entry.kind):
        return gone(room)
    answers = PhotoAnswers(
        asked.one(DESCRIPTION).strip(), asked.one(WHO), asked.one(UNTIL).strip(), asked.one(HELD)
    )
    if sent := asked.files.get(FILE):
        answers = replace(answers, held=room.keep(sent))
    file, saves = room.dropped.get(answers.held), asked.one("geste") == SAVE
    seen, faults = _seen(file), _missing(answers) if saves else {}
    if file is None or isinstance(seen, str):
        return _drawn(room, before, replace(answers, held=""), {FILE: str(seen), **faults})
    if faults or not saves:
        return _drawn(room, before, answers, faults, seen)
    return _kept(room, asked, before, answers, file)


def _seen(file: DroppedFile | None) -> KeptPicture | str:
    """What would be kept of a file, or why nothing is."""
    if file is None:
        return "Choisissez une photo, ou glissez-la sur ce bouton."
    try:
        return kept(file.name, file.data)
    except Refused as told:
        return told.sentence


def _missing(answers: PhotoAnswers) -> dict[str, str]:
    found = {}
    if not answers.description:
        found[DESCRIPTION] = "Dites en quelques mots ce que montre la photo."
    if answers.who not in {NOBODY, AGREED, NOT_YET}:
        found[WHO] = "Dites si l’on reconnaît quelqu’un."
    try:
        answers.recognised.check()
    except Refused as told:
        found[UNTIL] = told.sentence
    return found


def _kept(room: Workroom, asked: Asked, before: Before, answers: PhotoAnswers, file: DroppedFile) -> Reply:
    since = room.preview.shown.drawn
    try:
        files = [one.path for one in files_in(room.project.root)]
        made = deposit(room.desk, file.name, file.data, files, answers.recognised)
        rank = _named(room, asked, before, made, answers.description)
    except (Refused, NotEditable) as refused:
        told = reason_of(refused)
        return _drawn(room, before, answers, {FILE: f"{told.message} {told.hint}".strip()})
    if rank is None:
        return gone(room)
    address = to("fait", fichier=before.file, rang=rank, depuis=since)
    room.note(asked, address)
    return away(address)


def _named(room: Workroom, asked: Asked, before: Before, made: KeptPicture, description: str) -> int | None:
    """Name the photograph in the entry, wherever it now stands in its file; None when it is gone."""
    field = picture_field(before.entry.kind)
    for _ in range(_ATTEMPTS):
        now = found(room, room.on_desk(before.file), asked)
        if now is None:
            return None
        changes: dict[Path, str] = {(field,): made.name, (f"{field}_description",): description}
        data = now.taken.opened.changed(now.rank, changes)
        try:
            room.desk.save(now.file, now.taken.digest, data)
        except ChangedMeanwhile:
            continue
        return now.rank
    raise Refused("Ce fichier change sans cesse : attendez un instant, puis recommencez.")

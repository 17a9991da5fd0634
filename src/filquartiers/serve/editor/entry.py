"""The form of an entry: shown, checked, saved."""

from dataclasses import dataclass, replace
from http import HTTPStatus

from filquartiers.editing import ChangedMeanwhile, Gone, NotEditable, OpenedEntry, Refused, Value
from filquartiers.model.kinds import Evenement
from filquartiers.problems import Gravity, Problem, Where
from filquartiers.serve.answers import Reply
from filquartiers.serve.editor.asked import ANYWAY, Asked, Sent
from filquartiers.serve.editor.coming import coming, told_dates
from filquartiers.serve.editor.controls import Control, controls_of
from filquartiers.serve.editor.forms import Filling, Form, form_of, more_of
from filquartiers.serve.editor.judging import WHOLE, Judgement, judged
from filquartiers.serve.editor.merging import Merge, marks_in, marks_of, merge, rank_of, values_in, written
from filquartiers.serve.editor.workroom import OnDesk, Workroom, away, to

SHOWN_DATES = 10
SLEPT = Problem(
    "formulaire-endormi",
    Gravity.WARNING,
    Where(),
    "Cette page date d’un autre lancement de l’éditeur : rien n’a encore été écrit.",
    "Relisez-la, puis enregistrez de nouveau.",
)
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class Before:
    """An entry of a file as it now is."""

    taken: OnDesk
    rank: int
    controls: tuple[Control, ...]

    @property
    def entry(self) -> OpenedEntry:
        """What is typed."""
        return self.taken.opened.entries[self.rank]

    @property
    def file(self) -> str:
        """The name of the file."""
        return self.taken.held.file


def show(room: Workroom, asked: Asked) -> Reply:
    """The form, with what the file holds; its text when it cannot be taken apart."""
    taken = room.on_desk(asked.one("fichier"))
    rank = rank_in(asked)
    if taken is None:
        return gone(room)
    if taken.opened.problem or rank >= len(taken.opened.entries):
        return away(to("texte", fichier=taken.held.file))
    before = Before(taken, rank, controls_of(taken.held.kind, room.site))
    told = judged(before.entry, room.site)
    filling = Filling(before.entry.values, told.problems, told.readings)
    return drawn(room, before, filling, told)


def rank_in(asked: Asked) -> int:
    """The place in the file that a request names; the first without any."""
    text = asked.one("rang")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0  # noqa: PLR2004  digits


def gone(room: Workroom) -> Reply:
    """Nothing of that name."""
    words = "Ce fichier n’existe pas, ou n’existe plus : il a peut-être été renommé ou retiré."
    links = ((to(""), "Chercher dans la liste"), (to("corbeille"), "Regarder dans la corbeille"))
    return room.message("Ce fichier n’est pas ici", words, HTTPStatus.NOT_FOUND, *links)


def drawn(
    room: Workroom, before: Before, filling: Filling, told: Judgement, status: HTTPStatus = HTTPStatus.OK
) -> Reply:
    """The form of an entry that exists."""
    marks = marks_of(before.controls, before.entry, room.site)
    form = form_of(
        before.taken.held.kind,
        room.site,
        filling,
        file=before.file,
        rank=before.rank,
        seen=written(marks),
        title=title_in(before.entry.values),
    )
    event = told.entry if isinstance(told.entry, Evenement) else None
    dates = coming(event, room.project.today, SHOWN_DATES) if event else ()
    five = told_dates(event, room.project.today)
    return room.draw("entree.html", status, form=form, dates=dates, est_date=is_dated(form), **five)


def title_in(values: object) -> str:
    """The title or name among values as typed."""
    found = [values.get(name) for name in ("titre", "nom")] if isinstance(values, dict) else []
    return next((one for one in found if isinstance(one, str) and one), "")


def is_dated(form: Form) -> bool:
    """Whether it has dates to verify."""
    return issubclass(form.kind, Evenement)


def save(room: Workroom, asked: Asked) -> Reply:
    """What a form sent: written where only it changed, told where it cannot be."""
    for _ in range(_ATTEMPTS):
        try:
            return _save(room, asked)
        except ChangedMeanwhile:
            continue
    return _lost(room, asked)


def _save(room: Workroom, asked: Asked) -> Reply:
    try:
        taken = room.on_desk(asked.one("fichier"))
    except Gone:
        taken = None
    before = found(room, taken, asked)
    if before is None:
        return _lost(room, asked)
    merged = merge(before.controls, before.entry, asked.sent, room.site)
    if merged.conflicts or asked.only_looks:
        return _again(room, before, asked, merged)
    return _written(room, before, asked, merged)


def found(room: Workroom, taken: OnDesk | None, asked: Asked) -> Before | None:
    """The entry that a form is of; None when it is no more in the file."""
    if taken is None or taken.opened.problem:
        return None
    controls = controls_of(taken.held.kind, room.site)
    marks = [marks_of(controls, one, room.site) for one in taken.opened.entries]
    rank = rank_of(marks, marks_in(asked.sent), rank_in(asked), listed=taken.opened.is_list)
    return None if rank is None else Before(taken, rank, controls)


def _written(room: Workroom, before: Before, asked: Asked, merged: Merge) -> Reply:
    opened, drawn_before = before.taken.opened, room.preview.shown.drawn
    try:
        data = opened.changed(before.rank, dict(merged.changes))
    except NotEditable as refused:
        return _again(room, before, asked, merged, refused.problem)
    now = opened.reopened(data).entries[before.rank]
    told = judged(now, room.site)
    if told.adds_to(judged(before.entry, room.site)) and asked.gesture != ANYWAY:
        return _again(room, before, asked, merged)
    try:
        room.desk.save(before.file, before.taken.digest, data)
    except Refused as refused:
        return _again(room, before, asked, merged, reason_of(refused))
    if data == opened.data:
        return away(to("fait", fichier=before.file, rang=before.rank, rien=1))
    return away(to("fait", fichier=before.file, rang=before.rank, depuis=drawn_before))


def reason_of(refused: NotEditable | Refused) -> Problem:
    """Why nothing was written."""
    if isinstance(refused, NotEditable):
        return refused.problem
    return Problem(
        "refus-du-disque",
        Gravity.ERROR,
        Where(),
        refused.sentence,
        "Rien de ce que vous avez écrit n’est perdu : il est encore dans cette page.",
    )


def _again(
    room: Workroom, before: Before, asked: Asked, merged: Merge, refused: Problem | None = None
) -> Reply:
    """The form once more, with all that was typed in it and what there is to say."""
    told = _would_be(room, before, merged)
    problems = dict(told.problems)
    first = refused or (SLEPT if asked.asleep else None)
    if first:
        problems[WHOLE] = (first, *problems.get(WHOLE, ()))
    values = _typed(room, before, asked.sent, merged)
    filling = Filling(values, problems, told.readings, more_of(asked.gesture), merged.conflicts, typed=True)
    wrong = HTTPStatus.CONFLICT if merged.conflicts else HTTPStatus.UNPROCESSABLE_ENTITY
    return drawn(room, before, filling, told, HTTPStatus.OK if asked.only_looks else wrong)


def _typed(room: Workroom, before: Before, sent: Sent, merged: Merge) -> dict[str, Value]:
    """What the file holds, under what the form changes or both changed."""
    mine = values_in([one for one in before.controls if one.name in marks_in(sent)], sent, room.site)
    changed = {str(path[0]) for path in merged.changes} | set(merged.conflicts)
    kept = {name: value for name, value in before.entry.values.items() if name not in changed}
    return kept | {name: mine[name] for name in changed if name in mine}


def _would_be(room: Workroom, before: Before, merged: Merge) -> Judgement:
    """What the reader would say, were it written; what it says now when it cannot be."""
    try:
        data = before.taken.opened.changed(before.rank, dict(merged.changes))
    except NotEditable:
        return judged(before.entry, room.site)
    return judged(before.taken.opened.reopened(data).entries[before.rank], room.site)


def _lost(room: Workroom, asked: Asked) -> Reply:
    """The file, or the entry, was taken away meanwhile: all that was typed is shown, to be kept elsewhere."""
    kinds = [
        kind for kind in room.project.kinds if asked.one("fichier").startswith(f"content/{kind.kind.folder}/")
    ]
    if not kinds:
        return gone(room)
    values = values_in(controls_of(kinds[0], room.site), asked.sent, room.site)
    form = replace(form_of(kinds[0], room.site, Filling(values, typed=True)), title=title_in(values))
    return room.draw(
        "nouveau.html",
        HTTPStatus.CONFLICT,
        form=form,
        **told_dates(None, room.project.today),
        est_date=is_dated(form),
        places=(),
        place="",
        jumeaux=(),
        perdu=asked.one("fichier"),
    )

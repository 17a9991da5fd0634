"""One date of an event cancelled, or put back, in the words of the file."""

from datetime import date

from filquartiers.editing import ChangedMeanwhile, NotEditable, Refused
from filquartiers.model.kinds import Evenement
from filquartiers.serve.answers import Reply
from filquartiers.serve.editor.asked import Asked
from filquartiers.serve.editor.coming import with_again, without
from filquartiers.serve.editor.entry import found, gone
from filquartiers.serve.editor.judging import judged
from filquartiers.serve.editor.workroom import Workroom, away, to

DAY, AGAIN = "jour", "remettre"


def cancel(room: Workroom, asked: Asked) -> Reply:
    """Cancel a date, or put it back."""
    before = found(room, room.on_desk(asked.one("fichier")), asked)
    day = _day(asked.one(DAY))
    event = judged(before.entry, room.site).entry if before else None
    if before is None or day is None or not isinstance(event, Evenement):
        return gone(room)
    since = room.preview.shown.drawn
    words = with_again(event, day) if asked.one(AGAIN) else without(event, day)
    if len(set(words)) == len(event.annule) and not asked.one(AGAIN):
        return away(to("fait", fichier=before.file, rang=before.rank, rien=1))  # sent twice
    value = words[0] if len(words) == 1 else words
    try:
        data = before.taken.opened.changed(before.rank, {("annule",): value or None})
        room.desk.save(before.file, before.taken.digest, data)
    except NotEditable as refused:
        raise Refused(refused.problem.message) from None
    except ChangedMeanwhile:
        raise Refused("Le fichier vient de changer : regardez-le, puis recommencez.") from None
    return away(to("fait", fichier=before.file, rang=before.rank, depuis=since))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

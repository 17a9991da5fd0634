"""What was taken away and what was there before: the bin, and the history of a file."""

from dataclasses import dataclass
from datetime import datetime
from difflib import SequenceMatcher

from filquartiers import encodings
from filquartiers.editing import ChangedMeanwhile, Discarded, NotEditable, Refused, open_text
from filquartiers.model.agenda.dates import write_date
from filquartiers.model.kind import Entry
from filquartiers.serve.answers import Reply
from filquartiers.serve.editor.asked import Asked
from filquartiers.serve.editor.controls import controls_of
from filquartiers.serve.editor.entry import found, gone, rank_in, title_in
from filquartiers.serve.editor.merging import marks_of, written
from filquartiers.serve.editor.workroom import Workroom, away, to

_AROUND = 1  # lines shown around those that differ
_CHANGED = "Ce fichier vient de changer : regardez-le, puis recommencez."


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One line of a difference: « - » gone, « + » new, a blank for what is there on both sides."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True)
class FormerState:
    """A former state of a file: when it was saved, and what bringing it back would change."""

    number: int
    day: str
    lines: tuple[DiffLine, ...]


def confirm(room: Workroom, asked: Asked) -> Reply:
    """Ask whether an entry goes to the bin."""
    taken, rank = room.on_desk(asked.one("fichier")), rank_in(asked)
    if taken is None:
        return gone(room)
    entries, kind = taken.opened.entries, taken.held.kind
    title, seen = taken.held.file, ""
    if rank < len(entries):
        title = title_in(entries[rank].values) or title
        seen = written(marks_of(controls_of(kind, room.site), entries[rank], room.site))
    return room.draw(
        "supprimer.html", titre=title, fichier=taken.held.file, rang=rank, vu=seen, empreinte=taken.digest,
        seul=len(entries) <= 1,
    )  # fmt: skip


def discard(room: Workroom, asked: Asked) -> Reply:
    """Put an entry, or the whole file, in the bin."""
    taken = room.on_desk(asked.one("fichier"))
    if taken is None:
        return gone(room)
    before = found(room, taken, asked)
    try:
        if len(taken.opened.entries) <= 1:
            room.desk.discard(taken.held.file, asked.one("empreinte"))
        elif before is None:
            return gone(room)
        else:
            room.desk.discard_entry(taken.opened, before.rank, taken.digest)
    except ChangedMeanwhile:
        raise Refused(_CHANGED) from None
    except NotEditable as refused:
        raise Refused(refused.problem.message) from None
    return away(to("corbeille", fait=1))


def show_bin(room: Workroom, asked: Asked) -> Reply:
    """What was taken away, the latest first."""
    things = [(one, _title(room, one), _text(one.data)) for one in room.desk.kept()]
    return room.draw("corbeille.html", choses=things, fait=asked.one("fait") == "1")


def put_back(room: Workroom, asked: Asked) -> Reply:
    """Take a thing out of the bin."""
    one = next((one for one in room.desk.kept() if str(one.number) == asked.one("numero")), None)
    kind = _kind(room, one) if one else None
    if one is None or kind is None:
        return away(to("corbeille"))  # it is back already
    try:
        room.desk.put_back(one, kind)
    except NotEditable as refused:
        raise Refused(refused.problem.message) from None
    except ChangedMeanwhile:
        raise Refused(_CHANGED) from None
    return away(to("fichier", fichier=one.file))


def _kind(room: Workroom, one: Discarded) -> type[Entry] | None:
    folder = one.file.split("/")[1]
    return next((kind for kind in room.project.kinds if kind.kind.folder == folder), None)


def _title(room: Workroom, one: Discarded) -> str:
    kind = _kind(room, one)
    entries = open_text(one.file, one.data, kind).entries if kind else ()
    return title_in(entries[0].values) if entries else ""


def _text(data: bytes) -> str:
    found = encodings.decode(data)
    return encodings.tidy(found.text) if found else ""


def show_past(room: Workroom, asked: Asked) -> Reply:
    """The former states of a file, the newest first."""
    taken = room.on_desk(asked.one("fichier"))
    if taken is None:
        return gone(room)
    now = _text(taken.opened.data)
    states = [
        FormerState(one.number, _when(one.place.stat().st_mtime), differences(now, _text(one.data)))
        for one in room.desk.versions(taken.held.file)
    ]
    return room.draw("histoire.html", fichier=taken.held.file, etats=states, empreinte=taken.digest)


def restore(room: Workroom, asked: Asked) -> Reply:
    """Bring a former state back; the present one joins the history."""
    number, file = asked.one("version"), asked.one("fichier")
    if not (number.isascii() and number.isdecimal()) or room.shelves.holder(file) is None:
        return gone(room)
    since = room.preview.shown.drawn
    try:
        room.desk.restore(file, int(number), asked.one("empreinte"))
    except ChangedMeanwhile as changed:
        known = {one.number: one for one in room.desk.versions(file)}
        if int(number) not in known or known[int(number)].data != changed.theirs:
            raise Refused(_CHANGED) from None
        return away(to("fait", fichier=file, rang=rank_in(asked), rien=1))  # sent twice
    return away(to("fait", fichier=file, rang=rank_in(asked), depuis=since))


def _when(seconds: float) -> str:
    """The day and hour at which a file was saved, where the editor lives."""
    moment = datetime.fromtimestamp(seconds).astimezone()
    return f"{write_date(moment.date())} à {moment.hour} h {moment.minute:02}"


def differences(now: str, then: str) -> tuple[DiffLine, ...]:
    """What would change, line by line, were the present text the former one again."""
    one, other = now.split("\n"), then.split("\n")
    lines: list[DiffLine] = []
    for group in SequenceMatcher(None, one, other, autojunk=False).get_grouped_opcodes(_AROUND):
        for tag, start, stop, first, last in group:
            if tag == "equal":
                lines += [DiffLine(" ", text) for text in one[start:stop]]
                continue
            lines += [DiffLine("-", text) for text in one[start:stop]]
            lines += [DiffLine("+", text) for text in other[first:last]]
    return tuple(lines)

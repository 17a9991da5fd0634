"""The text of a file, as it stands: shown with what each line is, and changed whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from filquartiers.content.read import MAX_BYTES
from filquartiers.editing import ChangedMeanwhile, OpenedText, Refused
from filquartiers.serve.answers import Reply
from filquartiers.serve.editor.asked import Asked
from filquartiers.serve.editor.entry import gone, rank_in, reason_of, title_in
from filquartiers.serve.editor.keeping import differences
from filquartiers.serve.editor.workroom import OnDesk, Workroom, away, to


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One line of a file: ``ours`` when it is of the entry, ``label`` where a field begins."""

    number: int
    text: str
    ours: bool
    label: str


@dataclass(frozen=True, slots=True)
class Unwritten:
    """A text that was not written, and why."""

    text: str
    why: str


def show(room: Workroom, asked: Asked) -> Reply:
    """The text, the lines of one entry marked, each of its fields named where it stands."""
    taken = room.on_desk(asked.one("fichier"))
    if taken is None:
        return gone(room)
    return _drawn(room, taken, rank_in(asked), saved=asked.one("enregistre") == "1")


def _drawn(
    room: Workroom, taken: OnDesk, rank: int, unwritten: Unwritten | None = None, *, saved: bool = False
) -> Reply:
    opened = taken.opened
    if opened.text is None:
        raise Refused("Ce fichier n’est pas du texte : il ne peut pas être montré ici.")
    text = "\n".join(opened.text.lines)
    entries = opened.entries
    mine = unwritten.text if unwritten else text
    return room.draw(
        "texte.html",
        HTTPStatus.CONFLICT if unwritten else HTTPStatus.OK,
        fichier=taken.held.file,
        rang=rank,
        titre=title_in(entries[rank].values) if rank < len(entries) else "",
        lignes=tuple(_lines(opened, rank)),
        texte=mine,
        leur=differences(text, mine) if unwritten else (),
        empreinte=taken.digest,
        faute=opened.problem,
        pourquoi=unwritten.why if unwritten else "",
        enregistre=saved,
        formulaire=opened.problem is None and rank < len(entries),
    )


def _lines(opened: OpenedText, rank: int) -> Iterator[ShownLine]:
    lines = opened.text.lines if opened.text else ()
    entries = opened.entries
    typed = entries[rank].typed if rank < len(entries) else {}
    labels = {guide.name: guide.label for guide in opened.kind.fields()}
    starts = {one.first: labels[name] for name, one in typed.items()}
    first = min((one.first for one in typed.values()), default=0)
    last = max((one.last for one in typed.values()), default=-1)
    for number, text in enumerate(lines, 1):
        yield ShownLine(number, text, first <= number <= last, starts.get(number, ""))


def save(room: Workroom, asked: Asked) -> Reply:
    """The whole text: its encoding, and the ends of the lines that stay, are kept."""
    taken = room.on_desk(asked.one("fichier"))
    if taken is None or taken.opened.text is None:
        return gone(room)
    mine, text = asked.one("texte"), taken.opened.text
    new = mine.split("\n")
    data = (
        taken.opened.data if list(text.lines) == new else text.with_changes(range(len(text.lines)), new).data
    )
    if len(data) > MAX_BYTES:
        raise Refused("Ce texte est trop long pour un fichier : rien n’a été changé.")
    since = room.preview.shown.drawn
    if data == taken.opened.data:
        return _done(taken.opened, rank_in(asked), rien=1)
    try:
        room.desk.save(taken.held.file, asked.one("empreinte"), data)
    except ChangedMeanwhile:
        why = "Ce fichier a changé pendant que vous écriviez : rien n’a été écrit."
        return _drawn(room, taken, rank_in(asked), Unwritten(mine, why))
    except Refused as refused:
        return _drawn(room, taken, rank_in(asked), Unwritten(mine, reason_of(refused).message))
    return _done(taken.opened.reopened(data), rank_in(asked), depuis=since)


def _done(now: OpenedText, rank: int, **how: int) -> Reply:
    if now.problem or rank >= len(now.entries):
        return away(to("texte", fichier=now.file, enregistre=1))
    return away(to("fait", fichier=now.file, rang=rank, **how))

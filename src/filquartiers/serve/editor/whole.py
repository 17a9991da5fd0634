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


def show(room: Workroom, asked: Asked) -> Reply:
    """The text, the lines of one entry marked, each of its fields named where it stands."""
    taken = room.on_desk(asked.one("fichier"))
    return gone(room) if taken is None else _drawn(room, taken, rank_in(asked))


def _drawn(room: Workroom, taken: OnDesk, rank: int, mine: str | None = None, why: str = "") -> Reply:
    opened = taken.opened
    if opened.text is None:
        raise Refused("Ce fichier n’est pas du texte : il ne peut pas être montré ici.")
    text = "\n".join(opened.text.lines)
    entries = opened.entries
    status = HTTPStatus.OK if mine is None else HTTPStatus.CONFLICT
    return room.draw(
        "texte.html",
        status,
        fichier=taken.held.file,
        rang=rank,
        titre=title_in(entries[rank].values) if rank < len(entries) else "",
        lignes=tuple(_lines(opened, rank)),
        texte=text if mine is None else mine,
        leur=differences(text, mine) if mine is not None else (),
        empreinte=taken.digest,
        faute=opened.problem,
        pourquoi=why,
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
        return _done(taken, rank_in(asked), rien=1)
    try:
        room.desk.save(taken.held.file, asked.one("empreinte"), data)
    except ChangedMeanwhile:
        why = "Ce fichier a changé pendant que vous écriviez : rien n’a été écrit."
        return _drawn(room, taken, rank_in(asked), mine, why)
    except Refused as refused:
        return _drawn(room, taken, rank_in(asked), mine, reason_of(refused).message)
    return _done(taken, rank_in(asked), depuis=since)


def _done(taken: OnDesk, rank: int, **how: int) -> Reply:
    if taken.opened.problem or rank >= len(taken.opened.entries):
        return away(to("texte", fichier=taken.held.file, enregistre=1))
    return away(to("fait", fichier=taken.held.file, rang=rank, **how))

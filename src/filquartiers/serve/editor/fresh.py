"""The form of a new entry; a new event goes to the list of its house, or to a file of its own."""

from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from http import HTTPStatus
from typing import Any, cast

from filquartiers.content.addresses import slugs_of
from filquartiers.creation import new_file
from filquartiers.editing import ChangedMeanwhile, Gone, NotEditable, OpenedEntry, Refused, Value, open_text
from filquartiers.model.agenda.times import read_moment
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import numbered
from filquartiers.problems import Problem
from filquartiers.serve.answers import Reply
from filquartiers.serve.editor.asked import ANYWAY, MORE, OTHER, Asked
from filquartiers.serve.editor.coming import told_dates
from filquartiers.serve.editor.controls import controls_of
from filquartiers.serve.editor.entry import SLEPT, gone, is_dated, reason_of
from filquartiers.serve.editor.forms import Filling, form_of, more_of
from filquartiers.serve.editor.guard import TOKEN
from filquartiers.serve.editor.judging import WHOLE, Judgement, judged
from filquartiers.serve.editor.merging import values_in
from filquartiers.serve.editor.twins import twins
from filquartiers.serve.editor.workroom import Workroom, away, to

PLACE, ALONE = "ou", "seul"
_LEAST = 2  # events of a house that make a file its list

Typed = Mapping[str, Value]


def show(room: Workroom, asked: Asked) -> Reply:
    """An empty form; what can only be answered in one way is answered."""
    kind = room.kind_named(asked.one("sorte"))
    if kind is None:
        return gone(room)
    controls = controls_of(kind, room.site)
    only = {
        one.name: one.choices[0].value
        for one in controls
        if one.folder and len(one.choices) == 1 and one.usual
    }
    return _drawn(room, kind, Filling(only), place=asked.one(PLACE))


def _drawn(
    room: Workroom, kind: type[Entry], filling: Filling, status: HTTPStatus = HTTPStatus.OK, **more: Any
) -> Reply:
    form = form_of(kind, room.site, filling)
    event = more.pop("event", None)
    place = more.pop("place", "") or usual_place(room, kind, filling.values)
    told: dict[str, Any] = {"jumeaux": (), "perdu": "", **told_dates(event, room.project.today)} | more
    places = tuple(places_of(room, kind))
    return room.draw(
        "nouveau.html", status, form=form, est_date=is_dated(form), places=places, place=place, **told
    )


def places_of(room: Workroom, kind: type[Entry]) -> list[str]:
    """The lists that a new entry may be added to."""
    if not kind.kind.many:
        return []
    held = [one.file for one in room.shelves.files() if one.kind is kind]
    return [file for file in held if not file.lower().endswith((".md", ".markdown"))]


def usual_place(room: Workroom, kind: type[Entry], values: Typed) -> str:
    """The list that holds most of the coming events of the same house; else a file of its own."""
    named = values.get("maisons", ())
    houses = set(named if isinstance(named, tuple) else (named,))
    events = room.site.of(Evenement) if issubclass(kind, Evenement) else ()
    files = [
        one.origin.file for one in events if not houses or houses & {house.slug for house in one.maisons}
    ]
    counted = Counter(file for file in files if file in places_of(room, kind)).most_common(1)
    return counted[0][0] if counted and counted[0][1] >= _LEAST else ALONE


def save(room: Workroom, asked: Asked) -> Reply:
    """Write the new entry; the same form sent twice writes it once."""
    kind = room.kind_named(asked.one("sorte"))
    if kind is None:
        return gone(room)
    if asked.one(TOKEN) in room.made:
        return away(room.made[asked.one(TOKEN)])
    values = dated(values_in(controls_of(kind, room.site), asked.sent, room.site))
    entry = preview_of(room, kind, values)
    told = judged(entry, room.site) if entry else Judgement(None, {})
    gesture = asked.gesture
    if asked.only_looks:
        return _shown_again(room, kind, values, told, asked)
    if told.errors and gesture != ANYWAY:
        return _shown_again(room, kind, values, told, asked, HTTPStatus.UNPROCESSABLE_ENTITY)
    alike = tuple(twins(told.entry, room.site)) if isinstance(told.entry, Evenement) else ()
    if alike and gesture != OTHER:
        return _shown_again(room, kind, values, told, asked, HTTPStatus.CONFLICT, jumeaux=alike)
    return _written(room, kind, values, told, asked)


def dated(values: Typed) -> dict[str, Value]:
    """A single day said in « quand » is the day of the event: its address and its feeds hold to it."""
    found, words = dict(values), values.get("recurrence")
    if isinstance(words, str) and not {"debut", "horaire", "fin"} & values.keys():
        with suppress(Refusal):
            read_moment(words)
            found["debut"] = found.pop("recurrence")
    return found


def preview_of(room: Workroom, kind: type[Entry], values: Typed) -> OpenedEntry | None:
    """The entry that these values would be, read from the file they would be written to."""
    path, text = new_file(kind, cast("Any", values), room.site)
    opened = open_text(path, text.encode(), kind)
    return opened.entries[0] if opened.entries else None


def _shown_again(  # noqa: PLR0913, PLR0917  what was typed, what is said of it, and how
    room: Workroom,
    kind: type[Entry],
    values: Typed,
    told: Judgement,
    asked: Asked,
    status: HTTPStatus = HTTPStatus.OK,
    refused: Problem | None = None,
    jumeaux: tuple[Evenement, ...] = (),
) -> Reply:
    problems = {} if asked.gesture.startswith(MORE) else dict(told.problems)
    if refused or asked.asleep:
        problems[WHOLE] = (refused or SLEPT,)
    filling = Filling(values, problems, told.readings, more_of(asked.gesture), typed=True)
    event = told.entry if isinstance(told.entry, Evenement) else None
    return _drawn(room, kind, filling, status, event=event, place=asked.one(PLACE), jumeaux=jumeaux)


def _written(room: Workroom, kind: type[Entry], values: Typed, told: Judgement, asked: Asked) -> Reply:
    since = room.preview.shown.drawn
    place = asked.one(PLACE) or usual_place(room, kind, values)
    try:
        if place in places_of(room, kind) and not _named_alike(room, kind, values, place):
            file, rank = _added(room, kind, place, values)
        else:
            file, rank = _alone(room, kind, values), 0
    except (NotEditable, Refused) as refused:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _shown_again(room, kind, values, told, asked, status, reason_of(refused))
    address = to("fait", fichier=file, rang=rank, depuis=since, neuf=1)
    room.note(asked, address)
    return away(address)


def _named_alike(room: Workroom, kind: type[Entry], values: Typed, place: str) -> bool:
    """Whether the entry would take, in a list, the address of another one."""
    entry = preview_of(room, kind, values)
    names = slugs_of(kind, replace(entry.draft, file=place)) if entry else ()
    return {one.slug for one in room.site.of(kind)}.issuperset(names)


def _added(room: Workroom, kind: type[Entry], place: str, values: Typed) -> tuple[str, int]:
    """At the end of a list, whatever somebody else adds to it meanwhile."""
    for _ in range(3):
        data, digest = room.desk.read(place)
        opened = open_text(place, data, kind)
        try:
            room.desk.save(place, digest, opened.added(values))
        except (ChangedMeanwhile, Gone):
            continue
        return place, len(opened.entries)
    raise Refused("Ce fichier change sans cesse : attendez un instant, puis recommencez.")


def _alone(room: Workroom, kind: type[Entry], values: Typed) -> str:
    """In a file of its own, under the first name that is free."""
    path, text = new_file(kind, cast("Any", values), room.site)
    stem = path.removesuffix(".md")
    taken = {one.file for one in room.shelves.files()}
    file = next(name for one in numbered(stem) if (name := f"{one}.md") not in taken)
    room.desk.create(file, text.encode())
    return file

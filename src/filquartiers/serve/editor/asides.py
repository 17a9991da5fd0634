"""What the small script asks while one types: the next dates of an event."""

from typing import Any, cast

from filquartiers.model.kinds import Evenement
from filquartiers.problems import Gravity
from filquartiers.serve.answers import Reply
from filquartiers.serve.editor.asked import Asked
from filquartiers.serve.editor.coming import told_dates
from filquartiers.serve.editor.controls import controls_of
from filquartiers.serve.editor.fresh import preview_of
from filquartiers.serve.editor.judging import judged
from filquartiers.serve.editor.merging import values_in
from filquartiers.serve.editor.workroom import Workroom

_ABOUT_DATES = frozenset({"debut", "fin", "horaire", "recurrence", "en_plus", "annule", "reporte", "journee"})


def dates(room: Workroom, asked: Asked) -> Reply:
    """The five next dates, or why they cannot be told; nothing is written."""
    controls = [
        one for one in controls_of(Evenement, room.site) if one.name in _ABOUT_DATES | {"maisons", "reseau"}
    ]
    values: dict[str, Any] = dict(values_in(controls, asked.sent, room.site))
    entry = preview_of(room, Evenement, {"titre": "…", **values}) if _ABOUT_DATES & values.keys() else None
    told = judged(entry, room.site) if entry else None
    event = cast("Evenement | None", told.entry) if told else None
    found = [
        (name, one)
        for name, group in (told.problems.items() if told else ())
        for one in group
        if one.gravity is Gravity.ERROR and name in _ABOUT_DATES
    ]
    readings = told.readings if told else {}
    shown = told_dates(event, room.project.today)
    return room.draw("dates.html", fautes=found, lectures=readings, **shown)

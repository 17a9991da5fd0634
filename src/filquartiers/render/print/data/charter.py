"""The charter of a process: axes, workshops, rules of the game."""

from filquartiers.model.agenda.dates import write_date
from filquartiers.model.agenda.times import write_times_short
from filquartiers.model.kinds import Charte
from filquartiers.model.kinds.charte import Atelier, Seance
from filquartiers.render.print.data.scope import Json, Scope, nodes, text, texts, timeline
from filquartiers.render.typography import typeset
from filquartiers.render.web import filters


def charter(entry: Charte, scope: Scope) -> Json:
    """All that a charter says."""
    return {
        "origin": entry.origin.file,
        "title": text(entry.titre),
        "year": text(entry.annee),
        "context": nodes(entry.contexte),
        "approach": nodes(entry.demarche),
        "reasons": texts(entry.raisons),
        "axes": texts(entry.axes),
        "angles": texts(entry.angles),
        "workshops": [_workshop(entry, series) for series in entry.ateliers],
        "great": nodes(entry.grand_atelier),
        "principles": [
            {"title": text(one.titre), "commitments": texts(one.engagements)} for one in entry.principes
        ],
        "timeline": timeline(entry.reperes, scope.site.today),
        "after": nodes(entry.suites),
        "web": scope.web(entry),
        "labels": {guide.name: guide.label for guide in type(entry).fields()},
    }


def _workshop(entry: Charte, series: Atelier) -> Json:
    rows = [
        {"axis": text(axis), "sessions": [_session(one) for one in series.at(number)]}
        for number, axis in enumerate(entry.axes, start=1)
    ]
    return {
        "title": text(series.titre),
        "for": " · ".join(texts(filter(None, (series.public, series.lieu)))),
        "rows": [row for row in rows if row["sessions"]],
    }


def _session(one: Seance) -> str:
    day = write_date(one.date, year=False)
    return typeset(f"{filters.capital(day)}, {write_times_short(one.horaire)}")

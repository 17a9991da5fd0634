"""What is said of one date only: added, moved, cancelled, full.

Editors type these dates as in a conversation, often without their year: it is that of the event.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from filquartiers.model.agenda.dates import read_date
from filquartiers.model.agenda.schedule import Change, Override
from filquartiers.model.agenda.times import Moment, read_moment
from filquartiers.model.fields import Frozen, MomentDit, field, placed
from filquartiers.model.text import folded

_MOST_MOVED = timedelta(days=180)
"""A date is moved by less than half a year, forwards or backwards: that gives its year."""


class Report(Frozen):
    """Une séance déplacée."""

    du: MomentDit = field("La date prévue.", example="6 avril 2027", required=True)
    au: MomentDit = field("La nouvelle date.", example="13 avril 2027", required=True)


def concerns_all(words: tuple[str, ...]) -> bool:
    """Whether « oui » stands where dates may: the whole event is meant."""
    return len(words) == 1 and folded(words[0]) in {"oui", "o", "x", "vrai"}


def added(texts: Iterable[str], since: date | None) -> Iterator[Moment]:
    """The dates of ``en_plus``; without ``since``, each needs its year."""
    for rank, text in enumerate(texts):
        with placed("en_plus", rank):
            yield read_moment(text, since=since)


def moved(reports: Iterable[Report], since: date) -> Iterator[Override]:
    """The dates of ``reporte``."""
    for rank, report in enumerate(reports):
        with placed("reporte", rank, "du"):
            day = read_moment(report.du, since=since).day
        with placed("reporte", rank, "au"):
            new = read_moment(report.au, since=day - _MOST_MOVED)
        yield Override(change=Change.MOVED, day=day, new_day=new.day, times=new.times)


def marked(name: str, texts: tuple[str, ...], change: Change, since: date) -> Iterator[Override]:
    """The single dates of ``annule`` or ``complet``; none when the whole event is meant."""
    for rank, text in enumerate(() if concerns_all(texts) else texts):
        with placed(name, rank):
            yield Override(change=change, day=read_date(text, since=since))

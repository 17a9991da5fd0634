"""Events that nobody could come to: without place, given twice, called off in their title alone."""

import re
from collections.abc import Iterator

from filquartiers.model.kinds import Evenement
from filquartiers.model.site import Site
from filquartiers.model.text import folded
from filquartiers.problems import Problem, problem

_STATES = (
    ("annule", re.compile(r"\bannule(?:e|s|es)?\b")),
    ("reporte", re.compile(r"\breporte(?:e|s|es)?\b")),
    ("complet", re.compile(r"\b(?:complet|complete)\b")),
)


def doubtful_events(site: Site) -> Iterator[Problem]:
    """What each event lacks or says beside its fields."""
    seen: dict[tuple[object, ...], Evenement] = {}
    for event in site.of(Evenement):
        if not event.origin.file:
            continue
        if not (event.maisons or event.lieu or event.adresse):
            yield problem("evenement-sans-lieu", event.where("titre"), titre=event.titre)
        yield from _state_in_title(event)
        first = seen.setdefault(_what_it_is(event), event)
        if first is not event:
            other = first.where("titre")
            place = f"ligne {other.line}" if other.file == event.origin.file else other.file
            yield problem("evenement-repete", event.where("titre"), titre=event.titre, autre=place)


def _what_it_is(event: Evenement) -> tuple[object, ...]:
    """Title, time and place: two events that share them are one."""
    houses = tuple(house.slug for house in event.maisons)
    when = (event.debut, event.horaire, folded(str(event.recurrence or "")))
    return folded(event.titre), when, houses, folded(event.lieu or "")


def _state_in_title(event: Evenement) -> Iterator[Problem]:
    title = folded(event.titre)
    for name, words in _STATES:
        if words.search(title) and not getattr(event, name):
            yield problem("titre-dit-etat", event.where("titre"), titre=event.titre, champ=name)

"""One series of a calendar as events of ours: its state and its dates, with the words that tell them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from filquartiers.importers.agenda.candidates import Candidate
from filquartiers.importers.agenda.ics.expansion import Expansion, Session, expanded, from_then_on
from filquartiers.importers.agenda.ics.groups import Bundle, Told, text_of
from filquartiers.importers.agenda.ics.moments import day_of, local, odd_end
from filquartiers.importers.agenda.ics.phrasing import MOST_LISTED, Dated, Values, in_doubt, in_full, in_words
from filquartiers.importers.agenda.ics.recurrence import MOST, parts_of
from filquartiers.importers.agenda.ics.rules import likely, proposals
from filquartiers.importers.agenda.ics.texts import plain_line, title_state
from filquartiers.importers.agenda.ics.wording import has_own_words, words_of
from filquartiers.model.agenda.dates import write_date
from filquartiers.model.agenda.expand import zone
from filquartiers.model.agenda.rule import Rule
from filquartiers.problems import Problem, problem


@dataclass(frozen=True, slots=True)
class Setting:
    """What the dates depend on: the day of the import, and the zone (an IANA name) of each place."""

    today: date
    zone_of: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Part:
    """Dates that are told with the same words, those of ``told``; ``source`` is its rank in the group.

    ``full`` are the planned days that have no room left.
    """

    told: Told
    source: int
    dated: Dated
    full: tuple[date, ...] = ()


def candidates_of(group: Bundle, setting: Setting, problems: list[Problem]) -> Iterator[Candidate]:
    """The events of ours that say all that a series says; several where some dates have other words."""
    where = zone(setting.zone_of(plain_line(text_of(group.main.event, "LOCATION"))))
    expansion = expanded([one.event for one in group.events], where, setting.today)
    problems.extend(_doubts(group, expansion))
    for part in _parts(group, expansion, problems):
        dates = list(_dates(group, part, expansion, where, problems))
        for rank, values in enumerate(dates):
            key = _key(group, part, rank)
            yield Candidate(part.told.where, _values(group, part, values, key))


def _doubts(group: Bundle, expansion: Expansion) -> Iterator[Problem]:
    for code, values in expansion.doubts:
        yield problem(code, group.where, titre=group.main.title, **values)
    for one in group.events:
        if end := odd_end(one.event):
            yield problem("fin-ecartee", one.where, titre=one.title or group.main.title, fin=end)
        status = text_of(one.event, "STATUS").upper()
        if status not in {"", "CONFIRMED", "CANCELLED", "CANCELED"}:
            yield problem("etat-provisoire", one.where, titre=one.title, etat=status)
        state, doubt = title_state(one.typed_title)[1:]
        if state:
            yield problem("etat-dans-le-titre", one.where, titre=one.typed_title, etat=state)
        elif doubt:
            yield problem("titre-douteux", one.where, titre=one.typed_title, mot=doubt)
        if one.method not in {"", "PUBLISH", "REQUEST", "CANCEL", "ADD"}:
            yield problem("methode-inconnue", one.where, titre=one.title, methode=one.method)


def _parts(group: Bundle, expansion: Expansion, problems: list[Problem]) -> Iterator[_Part]:
    """The dates by the words that tell them: those of the series, then those that have their own."""
    own = {rank: has_own_words(one, group.main) for rank, one in enumerate(group.events)}
    hidden = {rank for rank, one in enumerate(group.events) if one.private}
    for rank in sorted(hidden):
        one = group.events[rank]
        title = f"{one.title or group.main.title}, {_planned_words(one)}"
        problems.append(problem("evenement-prive", one.where, titre=title))
    main = [one for one in expansion.sessions if not own[one.source] and one.source not in hidden]
    if main:
        full = tuple(
            one.planned for one in main if one.source and group.events[one.source].state == "complet"
        )
        yield _Part(group.main, 0, _dated(group, expansion, main), full)
    for rank, one in enumerate(group.events):
        theirs = [session for session in expansion.sessions if session.source == rank]
        if rank and own[rank] and rank not in hidden and theirs:
            values = {"seance": _planned_words(one), "titre": one.title or group.main.title}
            problems.append(problem("seance-particuliere", one.where, **values))
            yield _Part(one, rank, _dated(group, expansion, theirs))


def _dated(group: Bundle, expansion: Expansion, sessions: Sequence[Session]) -> Dated:
    """Which of these dates are held; all of them when the whole is cancelled: it is told once."""
    whole = group.main.state == "annulé"
    off = {rank for rank, one in enumerate(group.events) if one.state == "annulé" and not whole}
    held = tuple(one for one in sessions if one.source not in off)
    cancelled = tuple(one for one in sessions if one.source in off)
    first = expansion.first if sessions[0].source == 0 and expansion.first else sessions[0].when
    gone = {*expansion.gone, *(one.planned for one in cancelled)} if held and not whole else set()
    return Dated(
        held=held or cancelled,
        first=first,
        off=whole or not held,
        cancelled=cancelled if held else (),
        gone=frozenset(gone),
        goes_on=expansion.endless and any(one.source == expansion.tail for one in sessions),
        limit=expansion.limit,
    )


def _dates(
    group: Bundle, part: _Part, expansion: Expansion, where: ZoneInfo, problems: list[Problem]
) -> Iterator[Values]:
    """When these dates are, as fields: a rule in words, or the dates in full, or a rule to be made clear."""
    rules, dated = _rules(group.main.event), part.dated
    if len(dated.held) == 1 and not dated.cancelled and expansion.followed and not dated.goes_on:
        yield dated.held[0].when.values()
        return
    drifts = _drifts(group, part)
    if rules and expansion.followed and not drifts and (found := _by_rule(group, part, rules, where)):
        yield found
        return
    raw = " ; ".join(group.main.component.values("RRULE"))
    if drifts:
        problems.append(problem("regle-en-utc", part.told.where, regle=raw))
    most = MOST_LISTED if rules else MOST
    if events := in_full(dated, most) if expansion.followed else []:
        problems.extend(_listed(part, raw) if rules else ())
        yield from events
        return
    problems.append(problem("regle-a-preciser", part.told.where, regle=raw or "une liste de dates"))
    yield from in_doubt(dated, raw or f"{len(dated.held)} dates")


def _by_rule(group: Bundle, part: _Part, rules: Sequence[Any], where: ZoneInfo) -> Values | None:
    """The rule in words: as it says itself, else as its dates look."""
    found = in_words(part.dated, _proposals(group, part, rules, where))
    days = [one.planned for one in part.dated.held if one.ruled]
    return found or in_words(part.dated, likely(days, _last(part)), exactly=True)


def _proposals(group: Bundle, part: _Part, rules: Sequence[Any], where: ZoneInfo) -> Iterator[Rule]:
    """What may say these dates, from the rule itself."""
    start, dated = group.main.event["DTSTART"].dt, part.dated
    first = dated.held[0]
    shift = (day_of(local(start, where)) - day_of(start)).days
    if part.source:
        shift += (first.when.day - first.planned).days
    if len(rules) == 1:
        yield from proposals(parts_of(rules[0]), dated.first.day, shift, _last(part))


def _last(part: _Part) -> date | None:
    """The last day of these dates; None when they go on."""
    dated = part.dated
    days = (one.when.day if part.source else one.planned for one in (*dated.held, *dated.cancelled))
    return None if dated.goes_on else max(days)


def _drifts(group: Bundle, part: _Part) -> bool:
    """Whether the hours are counted in universal time, and so are others in summer."""
    start = group.main.event["DTSTART"].dt
    in_utc = isinstance(start, datetime) and str(start.tzinfo) in {"UTC", "Etc/UTC", "GMT"}
    return in_utc and len({one.when.times for one in part.dated.held if one.ruled}) > 1


def _listed(part: _Part, raw: str) -> Iterator[Problem]:
    """That the dates are written one by one, and how far."""
    dated = part.dated
    code, values = "regle-en-dates", {"regle": raw, "nombre": f"{len(dated.held)}"}
    if dated.goes_on:
        code, values = "regle-en-dates-sans-fin", {**values, "fin": write_date(dated.limit, weekday=False)}
    yield problem(code, part.told.where, **values)


def _rules(event: Any) -> list[Any]:
    found = event.get("RRULE", [])
    return found if isinstance(found, list) else [found]


def _values(group: Bundle, part: _Part, dates: Values, key: str) -> dict[str, object]:
    """All the fields of one event."""
    one, main = part.told, group.main
    values: dict[str, object] = {**words_of(one, main), **dates, "identifiant": key}
    if part.dated.off:
        values["annule"] = ["oui"]
    if one.state == "complet":
        values["complet"] = ["oui"]
    elif not part.source:
        values["complet"] = [write_date(day) for day in part.full]
    return {name: value for name, value in values.items() if value}


def _key(group: Bundle, part: _Part, rank: int) -> str:
    """The name of one of the events: that of the series, and the day of what stands apart from it."""
    name = group.key
    if part.source:
        name = f"{name} {_planned(part.told).isoformat()}"
    return f"{name} {rank + 1}" if rank else name


def _planned(one: Told) -> date:
    when = one.event["RECURRENCE-ID" if one.changes_one else "DTSTART"].dt
    return when.date() if isinstance(when, datetime) else when


def _planned_words(one: Told) -> str:
    then = " et les suivantes" if one.changes_one and from_then_on(one.event) else ""
    return f"séance du {write_date(_planned(one))}{then}"

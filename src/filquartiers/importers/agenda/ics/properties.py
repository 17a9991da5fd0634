"""The properties of an event that are understood: a closed list. Whatever is not on it is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from filquartiers.importers.agenda.ics.lines import Component, names_of
from filquartiers.importers.agenda.ics.moments import ALL_DAY
from filquartiers.problems import Problem, Where, problem


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNDERSTOOD = frozenset(ALL_DAY) | _names(
    "UID SUMMARY DESCRIPTION LOCATION URL CATEGORIES DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID"
    " STATUS CLASS SEQUENCE X-CALENDARSERVER-ACCESS"
)
"""What the import reads."""

_SILENT = _names(
    "DTSTAMP CREATED LAST-MODIFIED TRANSP PRIORITY PERCENT-COMPLETE COLOR IMAGE REFRESH-INTERVAL SOURCE"
    " ACKNOWLEDGED X-APPLE-CREATOR-IDENTITY X-APPLE-CREATOR-TEAM-IDENTITY X-APPLE-DEFAULT-ALARM"
    " X-ALT-DESC STYLED-DESCRIPTION X-FILQUARTIERS-UID"
    " X-MICROSOFT-CDO-BUSYSTATUS X-MICROSOFT-CDO-INTENDEDSTATUS X-MICROSOFT-CDO-IMPORTANCE"
    " X-MICROSOFT-CDO-APPT-SEQUENCE X-MICROSOFT-CDO-OWNERAPPTID X-MICROSOFT-CDO-OWNER-CRITICAL-CHANGE"
    " X-MICROSOFT-CDO-ATTENDEE-CRITICAL-CHANGE X-MICROSOFT-CDO-APPT-SEQUENCE-TIME X-MICROSOFT-CDO-INSTTYPE"
    " X-MICROSOFT-DISALLOW-COUNTER X-MICROSOFT-DONOTFORWARDMEETING X-MICROSOFT-ISRESPONSEREQUESTED"
    " X-MICROSOFT-REQUESTEDATTENDANCEMODE X-MS-OLK-FORCEINSPECTOROPEN X-MS-OLK-AUTOFILLLOCATION"
    " X-MS-OLK-CONFTYPE X-MS-OLK-AUTOSTARTCHECK X-MOZ-GENERATION X-MOZ-LASTACK X-MOZ-SNOOZE-TIME"
    " X-MOZ-SEND-INVITATIONS X-MOZ-RECEIVED-DTSTAMP X-MOZ-RECEIVED-SEQUENCE X-MOZ-INVITED-ATTENDEE"
    " X-MOZ-FAKED-MASTER X-MOZ-HAS-EXCEPTIONS X-LIC-ERROR X-WP-IMAGES-URL X-ZIMBRA-DISCARD-EXCEPTIONS"
)
"""What says nothing of date, place, publicity or state: marks of programs, colours, free or busy."""

_PEOPLE = _names("ATTENDEE ORGANIZER CONTACT PARTICIPANT X-MS-OLK-SENDER BEGIN:PARTICIPANT")
_TOUCHING = {
    "GEO": "le lieu",
    "RESOURCES": "le lieu ou le matériel",
    "CONFERENCE": "le lieu",
    "EXRULE": "les dates",
    "DUE": "les dates",
    "COMPLETED": "l’état",
    "REQUEST-STATUS": "l’état",
    "RELATED-TO": "une autre réunion",
}
# What the name of a property that no standard lists is probably about.
_HINTS = {
    "le lieu": _names(
        "LOC GEO VENUE ADDRESS ADRESSE ROOM SALLE PLACE LIEU MAP CONFERENCE MEET TEAMS ZOOM STREET CITY"
    ),
    "la publicité": _names("ACCESS PRIVA VISIB SENSITIV PUBLIC CONFIDENT SECRET"),
    "l’état": _names("STATE STATUS CANCEL TENTAT POSTPON CONFIRM DRAFT REPORT ANNUL TICKET SOLD FULL"),
}
_DATE_HINTS = _names("DATE TIME RRULE RECUR START END DURATION EXCEPT TZ")


@dataclass
class Ledger:
    """What was met in a file and is not understood, each property once however many events have it."""

    touching: dict[str, list[tuple[Where, str]]] = field(default_factory=dict)
    others: dict[str, list[Where]] = field(default_factory=dict)
    people: list[Where] = field(default_factory=list)

    def note(self, component: Component) -> None:
        """Look at all the properties of an event."""
        for name, line in names_of(component):
            if name in UNDERSTOOD or name in _SILENT or name.startswith("X-APPLE-TRAVEL-"):
                continue
            if name in _PEOPLE:
                self.people.append(component.where)
            elif about(name):
                self.touching.setdefault(name, []).append((component.where, line))
            else:
                self.others.setdefault(name, []).append(component.where)

    def problems(self) -> Iterator[Problem]:
        """A warning for each that touches what is announced, one remark for all the rest."""
        for name, found in self.touching.items():
            where, line = found[0]
            values = {"nom": name, "sujet": about(name), "extrait": line.strip()[:80], "nombre": len(found)}
            yield problem("propriete-laissee", where, **values)
        if self.others:
            told = ", ".join(f"{name} ({len(places)})" for name, places in self.others.items())
            yield problem("proprietes-inconnues", _first(self.others.values()), noms=told)
        if self.people:
            yield problem("invites-laisses", self.people[0], nombre=len(self.people))


def about(name: str) -> str:
    """What a property that is not understood may change of an announcement; nothing when no sign says so."""
    if name in _TOUCHING:
        return _TOUCHING[name]
    found = (subject for subject, signs in _HINTS.items() if any(sign in name for sign in signs))
    dates = any(part.startswith(sign) for part in name.split("-") for sign in _DATE_HINTS)
    return next(found, "les dates" if dates else "")


def _first(places: Iterable[list[Where]]) -> Where:
    return min((one[0] for one in places), key=lambda where: where.line)

"""What a column of states, or a word around a title, says of an event: cancelled, full, not to publish."""

import re
from collections.abc import Collection
from enum import Enum, auto

from filquartiers.model.text import folded


class Standing(Enum):
    """What becomes of an event."""

    FINE = auto()
    CANCELLED = auto()
    FULL = auto()
    KEPT_BACK = auto()
    UNKNOWN = auto()


_STATES = {
    Standing.KEPT_BACK: (
        "(?:non|pas|not|ne pas|a ne pas) .*", "non", "no", "faux", "false", "brouillon.*", "draft",
        "prive[es]*", "private", "confidenti.*", "interne", "refuse[es]*", "rejete[es]*", "rejected",
        "archive[es]*", "hors ligne", "corbeille", "trash", "masque[es]*", "cache[es]*", "unpublished",
    ),
    Standing.CANCELLED: (
        "annul.*", "cancel.*", "report(?:e|ee|es|ees)(?: .*)?", "postponed", "supprime[es]*",
        "n a pas lieu.*", "deprogramme.*",
    ),
    Standing.FULL: ("complete?s?(?: .*)?", "full", "sold out", "plus de places?", "liste d attente.*"),
    Standing.FINE: (
        "publish", "en ligne", "future", "confirme[es]*", "valide[es]*", "ok", "oui",
        "publi(?:e|ee|es|ees|c|que)", "ouverte?s?", "confirmed", "published", "actives?", "actif",
        "prevue?s?", "planifie[es]*", "programme[es]*", "scheduled", "maintenue?s?", "a venir", "approved",
        "accepte[es]*", "en cours", "terminee?s?", "passee?s?", "faite?s?", "realise[es]*", "vrai", "true",
        "yes", "x", "1", "normal", "busy", "occupe",
    ),
}  # fmt: skip
"""What a column of states says, folded; the first that fits wins."""

_PRIVATE = frozenset(
    ("prive", "privee", "private", "confidentiel", "confidentielle", "confidential", "brouillon", "draft",
     "interne", "ne pas publier", "a ne pas publier", "non public")
)  # fmt: skip
CANCELLED = frozenset({"annule", "annulee", "annules", "annulees", "cancelled", "canceled"})
"""« annulé » said in one word."""

YES = frozenset(
    ("oui", "vrai", "true", "1", "x", "yes", "o", "prive", "privee", "private", "confidentiel",
     "confidential", "personnel")
)  # fmt: skip
NO = frozenset(
    ("non", "faux", "false", "0", "no", "n", "public", "publique", "normal", "normale", "default", "visible")
)  # fmt: skip
"""Answers to « private? » and « to be published? », folded."""

_WORD = r"(?P<word>annul[ée]e?s?|report[ée]e?s?|complete?s?|complets?)"
_BEFORE = re.compile(rf"^[\W_]*{_WORD}\s*[\])!:–—-]+\s*(?P<title>\S.*)$", re.IGNORECASE)
_AFTER = re.compile(rf"^(?P<title>.*\S)\s*[\[(!:–—-]+\s*{_WORD}[\W_]*$", re.IGNORECASE)


def read_state(text: str) -> Standing:
    """The state that a cell names; nothing said is fine."""
    form = folded(text)
    if not form:
        return Standing.FINE
    fits = (state for state, patterns in _STATES.items() for one in patterns if re.fullmatch(one, form))
    return next(fits, Standing.UNKNOWN)


def is_kept_back(text: str) -> bool:
    """Whether a column « Privé » says so: what it says in other words is private too."""
    return bool(folded(text)) and folded(text) not in NO


def says_private(text: str) -> bool:
    """Whether a cell, under any heading, says in so many words that the row is not for the public."""
    return folded(text) in _PRIVATE


def says_cancelled(text: str) -> bool:
    """Whether a cell, under any heading, says « annulé » and nothing else."""
    return folded(text) in CANCELLED


def says_yes_or_no(text: str) -> bool:
    """Whether a cell answers « to be published? »."""
    return folded(text) in YES | NO


def is_withheld(text: str, answers: Collection[str]) -> bool:
    """Whether a column « Publier » says no; an empty cell does when others of the column say yes."""
    form = folded(text)
    if form:
        return form not in YES
    return any(folded(answer) in YES for answer in answers)


def state_in_title(title: str) -> tuple[str, str]:
    """The title without « ANNULÉ : » or « (complet) » around it, and that word, if there is one."""
    found = _BEFORE.match(title) or _AFTER.match(title)
    return (found["title"].strip(), found["word"]) if found else (title, "")

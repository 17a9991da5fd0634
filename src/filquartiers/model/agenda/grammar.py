"""Reading a French rule: clauses told in any order, each a row of a table."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from filquartiers.model.agenda.date_lists import DATES, MONTH_AND_YEAR, SPAN
from filquartiers.model.agenda.dates import DATE
from filquartiers.model.agenda.feasts import FEAST
from filquartiers.model.agenda.times import TIMES
from filquartiers.model.agenda.words import BREAK, MONTH, NUMBER, OF_BREAK, ORDINAL, WEEKDAY
from filquartiers.model.refusal import Refusal

_AND = r"(?: ?, ?(?:et |puis )?| et | puis | ?[&+/] ?)"
_NEXT = rf"(?:{_AND}| )"
_ANY_DAY = WEEKDAY + "(?! de (?:paques|pentecote|l'ascension))"
_MONTH_DAY = r"(?:dernier jour|\d{1,2}(?: ?er)?|premier(?: jour)?)(?![a-z0-9])"

PART = "(?:matin|matinee|apres-midi|apres midi|soir|soiree)s?"

FRAGMENTS = {
    "date": DATE,
    "dates": DATES,
    "span": SPAN,
    "times": TIMES,
    "n": NUMBER,
    "weekday": WEEKDAY,
    "weekdays": rf"{_ANY_DAY}(?:{_NEXT}(?:tous les |les |le |chaque )?{_ANY_DAY})*",
    "positions": rf"{ORDINAL}(?:{_AND}(?:les |le )?{ORDINAL})*",
    "monthdays": rf"{_MONTH_DAY}(?:(?: ?, ?(?:et )?| et | ?& ?)(?:les |le )?{_MONTH_DAY})*",
    "month": MONTH,
    "months": rf"{MONTH}(?:(?:{_NEXT}| ?- ?)(?:en |d'|de )?{MONTH})*",
    "monthyear": MONTH_AND_YEAR,
    "monthofyear": MONTH + r" \d{4}",
    "zone": r"[a-z-]+",
    "break": BREAK,
    "breaks": rf"{BREAK}(?:{_AND}(?:de la |de l'|de |d')?{BREAK})*",
    "feast": FEAST,
    "part": PART,
    "included": "(?:vacances(?: scolaires)?|jours feries)",
}


ALL = "(?:(?:tous|tout|toutes|toute) les |tous le |chaques? )"
EACH = f"(?:(?:uniquement |seulement )?(?:{ALL}|les |le |l')?)"
OF_MONTH = "(?:(?:du|de chaque|de tous les|par|dans le) mois|/ ?mois)"
ONLY = "(?:seulement |uniquement )?"
ZONE = "(?:[ ,(]*(?:de la |en )?zone {zone})?"
SCHOOL_BREAKS = "(?:vacances|conges)(?: scolaires)?" + ZONE
ONE_BREAK = OF_BREAK + "{break}" + ZONE
SOME_BREAKS = OF_BREAK + "{breaks}" + ZONE
WEEKEND = "(?:week[- ]?ends?|fins? de semaine)"
"""Pieces of patterns that several rows share."""


@dataclass(frozen=True, slots=True)
class Found:
    """A clause found in a phrase: what each of its placeholders holds."""

    match: re.Match[str]
    text: str

    def __getitem__(self, name: str) -> str:
        """What a placeholder matched, folded; empty when that part is absent."""
        return self.match[self._present(name)] or ""

    def typed(self, name: str = "") -> str:
        """What a placeholder matched, as typed; by default the whole clause."""
        return self.text[slice(*self.match.span(self._present(name) if name else 0))]

    @property
    def end(self) -> int:
        """Where the clause ends in the phrase."""
        return self.match.end()

    def all(self, name: str, fragment: str) -> list[str]:
        """Each part of a list that a placeholder matched."""
        return re.findall(fragment, self[name])

    def _present(self, name: str) -> str:
        """``name``, or its second writing when the clause took the other of two forms."""
        second = f"{name}2"
        groups = self.match.groupdict()
        return second if groups[name] is None and groups.get(second) is not None else name


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """One wording, what it says, and phrases that show it."""

    pattern: re.Pattern[str]
    what: Mapping[str, object]
    examples: tuple[str, ...]

    def says(self, found: Found) -> dict[str, object]:
        """What it says where it was found: plain values, and what readers find in its words."""
        return {name: one(found) if callable(one) else one for name, one in self.what.items()}


def clause(pattern: str, what: Mapping[str, object], *examples: str) -> Clause:
    """A clause whose ``{placeholders}`` stand for `FRAGMENTS`; ``{month2}`` is a second ``{month}``."""

    def expand(placeholder: re.Match[str]) -> str:
        name = placeholder[1]
        return f"(?P<{name}>{FRAGMENTS[name.rstrip('2')]})"

    return Clause(re.compile(re.sub(r"\{(\w+)\}", expand, pattern) + r"(?![a-z0-9])"), what, examples)


_FILLER = re.compile(r"(?:[ ,;.:()&+/|•·-]|(?:et|puis)(?![a-z]))*")


def skip_filler(folded: str, position: int) -> int:
    """The place of the next word that matters."""
    filler = _FILLER.match(folded, position)
    return filler.end() if filler else position


_A_DAY = re.compile(rf"(?:les? )?(?:{DATES}|{WEEKDAY}|{MONTH})")


def check_dash(folded: str, former: Found | None, found: Found) -> None:
    """Refuse a dash between two days: is it a range, or two days?

    Raises:
        Refusal: ``jours-ambigus``.
    """
    if former is None or "-" not in folded[former.end : found.match.start()]:
        return
    if all(_A_DAY.fullmatch(folded, one.match.start(), one.end) for one in (former, found)):
        first, last = (re.sub("^les? ", "", one.typed()) for one in (former, found))
        told = former.text[former.match.start() : found.end]
        raise Refusal("jours-ambigus", texte=told, premier=first, dernier=last)


def longest(clauses: Iterable[Clause], text: str, folded: str, position: int) -> tuple[Clause, Found] | None:
    """The clause that reads furthest from ``position``; the first of the table wins a tie."""
    best: tuple[Clause, Found] | None = None
    for one in clauses:
        match = one.pattern.match(folded, position)
        if match and (best is None or match.end() > best[1].end):
            best = one, Found(match, text)
    return best

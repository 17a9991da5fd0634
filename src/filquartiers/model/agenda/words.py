"""The French vocabulary of calendars, and texts made comparable."""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from filquartiers.model.numbers import WORDS

WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
ORDINALS = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième"}
LAST, LAST_BUT_ONE = -1, -2
LAST_WORDS = {LAST: "dernier", LAST_BUT_ONE: "avant-dernier"}
POSITION_WORDS = ORDINALS | LAST_WORDS

BREAKS = {
    "toussaint": "Toussaint", "noel": "Noël", "hiver": "hiver", "fevrier": "hiver", "printemps": "printemps",
    "paques": "printemps", "ete": "été", "ascension": "Ascension",
}  # fmt: skip
"""The school breaks as people call them, folded, and as the table does."""
OF_BREAK = "(?:vacances|conges|pont)(?: scolaires)? (?:de la |de l'|de |d')"
"""Pattern of what stands before the name of a break, in a folded phrase."""
SMALL_BREAKS = ("Noël", "Toussaint", "hiver", "printemps")
"""« Les petites vacances », sorted: those that interrupt the school year."""
RUN = 3
"""From so many in a row on, « du mardi au jeudi » reads better than a list."""
PARTS_OF_DAY = ("matin", "après-midi", "soir")

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_QUOTES = dict.fromkeys(map(ord, "’ʼ‘´`"), "'")


def tidy(text: str) -> str:
    """``text`` on one line, with plain spaces, dashes and apostrophes; case and accents stay."""
    composed = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text))
    return " ".join(composed.translate(_DASHES | _QUOTES).split())


def fold(text: str) -> str:
    """A tidied ``text`` without case nor accents, each character keeping its position."""
    return "".join(_fold_character(character) for character in text)


def plain(text: str) -> str:
    """``text`` tidied and folded: the form in which words are compared."""
    return fold(tidy(text))


def _fold_character(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0].lower()


def _names(words: Iterable[str], short: Iterable[str]) -> dict[str, int]:
    """Each word and its abbreviation, folded, with its rank from 0."""
    return {plain(name): rank for names in (words, short) for rank, name in enumerate(names)}


_WEEKDAY_RANKS = _names(WEEKDAYS, ("lun", "mar", "mer", "jeu", "ven", "sam", "dim"))
_MONTH_RANKS = _names(
    MONTHS, ("janv", "févr", "mar", "avr", "mai", "juin", "juil", "aoû", "sept", "oct", "nov", "déc")
) | {"jan": 0, "fev": 1, "sep": 8}
_NUMBER_VALUES = _names(WORDS, ()) | {"une": 1}
_ORDINAL_VALUES = {
    **{plain(word): rank for rank, word in POSITION_WORDS.items()},
    "premiere": 1, "second": 2, "seconde": 2, "derniere": LAST, "avant-derniere": LAST_BUT_ONE,
}  # fmt: skip


def _alternatives(words: Iterable[str]) -> str:
    """A pattern for any of ``words``, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))) + ")"


_IN_FULL = _alternatives(map(plain, WEEKDAYS)) + "s?"
WEEKDAY = rf"(?:{_IN_FULL}|{_alternatives(_WEEKDAY_RANKS)}\b\.?)(?![a-z])"
"""Pattern of a weekday, folded, singular, plural or abbreviated."""
SHORT_WEEKDAY = _alternatives(_WEEKDAY_RANKS) + r"\.?"
"""Pattern of a weekday before a date, abbreviated or not."""
MONTH = _alternatives(_MONTH_RANKS) + r"(?![a-z])\.?"
NUMBER = rf"(?:0*[1-9]\d{{0,3}}|{_alternatives(_NUMBER_VALUES.keys() - {'zero'})})(?![a-z0-9])"
"""Pattern of how many: one at least, and no more than four figures."""
BREAK = _alternatives(BREAKS) + "(?![a-z])"
ORDINAL = rf"(?:(?:{_alternatives(_ORDINAL_VALUES)})s?|[1-5] ?(?:ers?|eres?|r|res?|nde?|emes?|es?))(?![a-z])"


def weekday_rank(word: str) -> int:
    """0 for a folded « lundi », « lundis » or « lun. »; 6 for « dimanche »."""
    return _WEEKDAY_RANKS[word.rstrip(".").removesuffix("s")]


def month_number(word: str) -> int:
    """1 for a folded « janvier » or « janv. »; 12 for « decembre »."""
    return _MONTH_RANKS[word.rstrip(".")] + 1


def number(word: str) -> int:
    """The value of folded digits, or of a number in words up to twenty."""
    return int(word) if word.isdecimal() else _NUMBER_VALUES[word]


def ordinal(word: str) -> int:
    """The position that a folded « premier », « 3e » or « dernier » names; -1 counts from the end."""
    return int(word[0]) if word[0].isdecimal() else _ORDINAL_VALUES[word.removesuffix("s")]


def last_at_end(numbers: Iterable[int]) -> tuple[int, ...]:
    """Days or positions in order, each once: those counted from the end come last."""
    return tuple(sorted(set(numbers), key=lambda one: (one < 0, one)))


def month_last_day(day: date) -> int:
    """28, 29, 30 or 31."""
    return monthrange(day.year, day.month)[1]


def month_name(rank: int) -> str:
    """« mars » for 3."""
    return MONTHS[rank - 1]


def weekday_run(days: tuple[int, ...]) -> str:
    """« du mardi au jeudi » for three weekdays or more in a row; else nothing."""
    if len(days) < RUN or days[-1] - days[0] != len(days) - 1:
        return ""
    return f"du {WEEKDAYS[days[0]]} au {WEEKDAYS[days[-1]]}"


def of_month(rank: int) -> str:
    """« de mars », « d'avril »."""
    name = month_name(rank)
    return f"d'{name}" if name[0] in "ao" else f"de {name}"


def break_title(name: str) -> str:
    """« vacances de Noël », « vacances d'été », « pont de l'Ascension », for a name of the table."""
    if name == BREAKS["ascension"]:
        return f"pont de l'{name}"
    if name == BREAKS["toussaint"]:
        return f"vacances de la {name}"
    link = "d'" if fold(name)[0] in "aeiouh" else "de "
    return f"vacances {link}{name}"


def break_name(text: str) -> str:
    """The name of a break as the table spells it: « vacances de noël » is « Noël »; others stay as typed."""
    typed = tidy(text)
    before = re.match(OF_BREAK, fold(typed))
    bare = typed[before.end() :] if before else typed
    return BREAKS.get(fold(bare), bare)


def excerpt(text: str, most: int = 100) -> str:
    """``text`` as a sentence can quote it."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def joined(parts: Iterable[str], word: str = "et") -> str:
    """« a », « a et b », « a, b et c »."""
    *head, last = parts
    return f"{', '.join(head)} {word} {last}" if head else last

"""The feasts that flyers name rather than date: « Pâques », « l'Ascension », « la veille de Noël »."""

import re
from datetime import date, timedelta

from dateutil.easter import easter

from filquartiers.model.agenda.words import fold
from filquartiers.model.refusal import Refusal

_FIXED = {
    "jour de l'an": (1, 1), "Chandeleur": (2, 2), "Saint-Valentin": (2, 14), "fête du travail": (5, 1),
    "fête de la musique": (6, 21), "Saint-Jean": (6, 24), "fête nationale": (7, 14), "Assomption": (8, 15),
    "Halloween": (10, 31), "Toussaint": (11, 1), "Armistice": (11, 11), "Saint-Nicolas": (12, 6),
    "Noël": (12, 25), "Saint-Sylvestre": (12, 31),
}  # fmt: skip
_AFTER_EASTER = {
    "mardi gras": -47, "Rameaux": -7, "vendredi saint": -2, "Pâques": 0, "lundi de Pâques": 1,
    "Ascension": 39, "Pentecôte": 49, "lundi de Pentecôte": 50,
}  # fmt: skip
_ALIASES = {
    "nouvel an": "jour de l'an", "premier de l'an": "jour de l'an", "1er de l'an": "jour de l'an",
    "dimanche de paques": "Pâques", "dimanche de pentecote": "Pentecôte", "jeudi de l'ascension": "Ascension",
    "saint sylvestre": "Saint-Sylvestre", "saint jean": "Saint-Jean", "saint valentin": "Saint-Valentin",
    "saint nicolas": "Saint-Nicolas",
}  # fmt: skip
_NAMES = {fold(name): name for name in (*_FIXED, *_AFTER_EASTER)} | _ALIASES
_BESIDE = {"veille": -1, "lendemain": 1}
_BREAKS_TOO = {"Noël", "Pâques", "Toussaint", "Ascension"}
_OF = "(?:de la |de l'|de |du |des |d')"

_ANY = "|".join(sorted(_NAMES, key=len, reverse=True))
_BEFORE = rf"(?:jour (?!de l'an){_OF})?"

FEAST = rf"(?:(?:veille|lendemain) {_OF})?{_BEFORE}(?:{_ANY})(?![a-z])"
"""Pattern of a feast in a folded phrase, without groups nor article."""


def feast_name(folded: str) -> str:
    """The feast as we write it: « Pâques », « veille de Noël »."""
    match = re.fullmatch(rf"(?:(veille|lendemain) {_OF})?{_BEFORE}(.+)", folded)
    side, bare = match.groups() if match else ("", folded)
    name = _NAMES[bare]
    return f"{side} {_of(name)}" if side else name


def feast_day(name: str, year: int) -> date:
    """The day of a feast, as `feast_name` names it."""
    side, _, rest = name.partition(" ")
    if side in _BESIDE:
        bare = _NAMES[re.sub(rf"^{_OF}", "", fold(rest))]
        return feast_day(bare, year) + timedelta(days=_BESIDE[side])
    if name in _FIXED:
        return date(year, *_FIXED[name])
    return easter(year) + timedelta(days=_AFTER_EASTER[name])


def next_feast(name: str, since: date) -> date:
    """The first such feast from ``since`` on."""
    found = feast_day(name, since.year)
    return found if found >= since else feast_day(name, since.year + 1)


def read_feast(feast: tuple[str, str], since: date | None) -> date:
    """The day of a feast told with its year, else the first one from ``since`` on.

    Raises:
        Refusal: ``annee-manquante``.
    """
    name, year = feast
    if year:
        return feast_day(name, int(year))
    if since is None:
        raise Refusal("annee-manquante", texte=name, exemple=f"{name} 2027")
    return next_feast(name, since)


def is_feast(name: str, day: date) -> bool:
    """Whether a day is that feast, in its year; the eve of New Year's Day is in the year before."""
    return any(feast_day(name, day.year + more) == day for more in (0, 1, -1))


def with_article(name: str) -> str:
    """« la Pentecôte », « le lundi de Pâques »; « le jour de Noël », which no school break is."""
    if name in _BREAKS_TOO:
        return f"le jour {_of(name)}"
    return f"{_article(name)}{name}"


def _article(name: str) -> str:
    if name in {"Noël", "Pâques", "Halloween"}:
        return ""
    if fold(name)[0] in "aeiouh":
        return "l'"
    if name == "Rameaux":
        return "les "
    first = fold(name).split()[0].split("-")[0]
    feminine = {"chandeleur", "saint", "fete", "toussaint", "pentecote", "veille"}
    return "la " if first in feminine else "le "


def _of(name: str) -> str:
    """« de Noël », « du lundi de Pâques », « des Rameaux », « de la Toussaint »."""
    told = f"de {_article(name)}{name}"
    return re.sub("^de les? ", lambda found: "des " if "s" in found[0] else "du ", told)

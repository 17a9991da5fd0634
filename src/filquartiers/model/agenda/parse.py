"""A French rule, or a raw RRULE, read as a `Rule`; what cannot be computed stays `Words`."""

import re
from datetime import date

from filquartiers.model.agenda.clauses import CLAUSES, WITHOUT
from filquartiers.model.agenda.describe_rule import describe_rule
from filquartiers.model.agenda.draft import Draft
from filquartiers.model.agenda.except_clauses import EXCEPTIONS
from filquartiers.model.agenda.excepting import Excepting
from filquartiers.model.agenda.grammar import check_dash, longest, skip_filler
from filquartiers.model.agenda.rrule import read_rrule
from filquartiers.model.agenda.rule import Rule, Words
from filquartiers.model.agenda.words import MONTH, NUMBER, WEEKDAY, excerpt, fold, plain, tidy
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import closest

_LONGEST = 1000
"""Beyond so many characters, a text is no rule."""
_SOME_DAY = date(2000, 1, 1)
EXAMPLES = tuple(dict.fromkeys(phrase for one in (*CLAUSES, *EXCEPTIONS) for phrase in one.examples))
"""A phrase or more for each wording, each of them readable as a whole."""
_PERIOD = "(?:jour|semaine|mois|trimestre|semestre|an|annee|saison)s?"

VAGUE = tuple(
    re.compile(rf"(?<![a-z]){pattern}(?![a-z])")
    for pattern in (
        "environ", "a peu pres", "approximativement", "regulierement", "parfois", "souvent",
        "ponctuel(?:le)?(?:ment)?s?", "plusieurs", "quelques", "occasionnel(?:le)?(?:ment)?s?",
        "de temps en temps",
        "selon", "suivant", "en fonction", "si (?:le|la|les|possible|besoin|beau)", "(?:sur|a la) demande",
        "sur rendez-vous", "variables?", "mensuel(?:le)?s?",
        "a (?:preciser|definir|confirmer|venir|determiner|fixer)",
        rf"{NUMBER} (?:a {NUMBER} )?(?:fois )?par {_PERIOD}", rf"une? {WEEKDAY} par {_PERIOD}",
        rf"(?<!jusqu'a )(?:debut|mi|milieu|fin|courant)[ -](?:de |d'|du )?(?:{MONTH}|{_PERIOD})(?! scolaire)",
    )
)  # fmt: skip
"""Wordings that no calendar can compute."""
SEASONS = re.compile(
    "(?<![a-z])(?:(?<!vacances )(?<!vacances de )(?:au |de )?printemps|(?:en |l'|cet |d')?automne"
    "|(?<!vacances )(?<!conges )(?:en |l'|cet |d')(?:hiver|ete))(?![a-z])"
)
"""« en été », outside exceptions: which days?"""


_EXCEPTED = re.compile(rf"(?<![a-z]){WITHOUT.pattern.pattern}")


def parse_rule(text: str, *, start: date | None = None) -> Rule | Words:
    """What a French phrase says of when something happens.

    « tous les mercredis de 14 h à 17 h, sauf vacances scolaires, jusqu'au 30 juin 2027 » gives a
    `Rule`, « environ toutes les six semaines » gives `Words`. ``RRULE:FREQ=…`` is accepted.

    Args:
        text: as typed.
        start: the day the event begins, when known: it gives their year to dates without one,
            and the beat of « un mercredi sur deux ».

    Raises:
        Refusal: ``regle-inconnue`` with the part not understood and the nearest wording we know,
            ``regle-ambigue``, ``regle-contradictoire``, ``regle-incomplete``, ``regle-sans-debut``, or a
            fault of a date or hour.
    """
    typed = tidy(text)
    folded = fold(typed)
    if len(typed) > _LONGEST:
        raise Refusal("regle-inconnue", texte=excerpt(typed), inconnu=excerpt(typed), proche="")
    if re.match(r"(?:rrule:)?freq=", folded):
        return _sayable(read_rrule(typed, start), typed)
    if any(pattern.search(folded) for pattern in VAGUE) or _names_season(folded):
        return Words(typed)
    return _read(typed, folded, start)


def _read(typed: str, folded: str, start: date | None) -> Rule | Words:
    """Clause after clause; « sauf » opens a list of exceptions."""
    draft = Draft(typed, start)
    excepting = Excepting(typed, folded, draft)
    position, former = skip_filler(folded, 0), None
    while position < len(folded):
        found = longest(CLAUSES, typed, folded, position)
        if found is None:
            raise _unknown(typed, position, start)
        one, match = found
        check_dash(folded, former, match)
        former = match
        if one is WITHOUT:
            position = excepting.read(match)
        else:
            draft.say(match.typed(), **one.says(match))
            position = skip_filler(folded, match.end)
    return draft.rule()


def _names_season(folded: str) -> bool:
    """Whether a season is named before any « sauf », or with an event of its own."""
    head = folded[: without.start()] if (without := _EXCEPTED.search(folded)) else folded
    return bool(SEASONS.search(head))


def _sayable(rule: Rule, typed: str) -> Rule:
    """A rule that French words say as well, or a refusal: residents read words."""
    told = describe_rule(rule)
    try:
        same = _read(told, fold(told), rule.until or _SOME_DAY) == rule
    except Refusal:
        same = False
    if not same:
        raise Refusal("rrule-refusee", texte=typed, partie=typed)
    return rule


def _unknown(typed: str, position: int, start: date | None) -> Refusal:
    rest = typed[position:].partition(",")[0]
    return Refusal("regle-inconnue", texte=typed, inconnu=rest, proche=suggestion(typed, start))


def suggestion(typed: str, start: date | None = None) -> str:
    """The phrase with its misspelt words set right, as we tell it; nothing when it is still not understood.

    All that was typed is in it: each word stands, or is one letter or two away from its correction.
    """
    guess = " ".join(map(_corrected, typed.split()))
    try:
        rule = _read(guess, fold(guess), start) if guess != typed else None
    except Refusal:
        return ""
    return describe_rule(rule) if isinstance(rule, Rule) else ""


_VOCABULARY = tuple(
    dict.fromkeys(word for example in EXAMPLES for word in re.findall(r"[^\W\d]+(?:'[^\W\d]+)?", example))
)
_NEAR = 0.75
"""How alike a word and its correction are: « premeir » and « premier », never « ou » and « du »."""


def _corrected(word: str) -> str:
    core = word.rstrip(",;.")
    if not core.isalpha() or plain(core) in map(plain, _VOCABULARY):
        return word
    return (closest(core, _VOCABULARY, cutoff=_NEAR) or core) + word[len(core) :]

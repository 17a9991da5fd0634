"""A French rule, or a raw RRULE, read as a `Rule`; what cannot be computed stays `Words`."""

import re
from datetime import date

from filquartiers.model.agenda.clauses import CLAUSES, EXAMPLES, EXCEPTED_RANGE, EXCEPTIONS, WITHOUT
from filquartiers.model.agenda.describe_rule import describe_rule
from filquartiers.model.agenda.draft import Draft
from filquartiers.model.agenda.grammar import Clause, longest, skip_filler
from filquartiers.model.agenda.rrule import read_rrule
from filquartiers.model.agenda.rule import Rule, Words
from filquartiers.model.agenda.words import MONTH, NUMBER, WEEKDAY, excerpt, fold, plain, tidy
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import closest

_LONGEST = 1000
"""Beyond so many characters, a text is no rule."""
_SOME_DAY = date(2000, 1, 1)
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
        rf"(?<!jusqu'a )(?:debut|mi|milieu|fin|courant)[ -](?:de |d'|du )?(?:{MONTH}|{_PERIOD})",
        "(?<!vacances )(?<!vacances de )(?:au |de )?printemps", "(?:en |l'|cet |d')?automne",
        "(?<!vacances )(?:en |l'|cet |d')(?:hiver|ete)",
    )
)  # fmt: skip
"""Wordings that no calendar can compute."""


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
        return _sayable(read_rrule(typed), typed)
    if any(pattern.search(folded) for pattern in VAGUE):
        return Words(typed)
    return _read(typed, folded, start)


def _read(typed: str, folded: str, start: date | None) -> Rule | Words:
    """Clause after clause; after « sauf », exceptions come first."""
    draft = Draft(typed, start)
    last: Clause | None = None
    end, position = 0, skip_filler(folded, 0)
    while position < len(folded):
        excepting = last is WITHOUT or last in EXCEPTIONS
        table = (*EXCEPTIONS, *CLAUSES) if excepting else CLAUSES
        found = longest(table, typed, folded, position)
        if found is None:
            raise _unknown(typed, position, start)
        if found[0] is EXCEPTED_RANGE and folded[end:position] == ", " and not draft.bounded:
            raise Refusal("regle-ambigue", texte=typed, periode=found[1].typed())
        last, match = found
        draft.say(match.typed(), **last.says(match))
        end, position = match.end, skip_filler(folded, match.end)
    if last is WITHOUT:
        raise _unknown(typed, typed.rfind(" ") + 1, start)
    return draft.rule()


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
    return Refusal("regle-inconnue", texte=typed, inconnu=rest, proche=suggestion(typed, start, position))


def suggestion(typed: str, start: date | None = None, understood: int = 0) -> str:
    """The phrase with its misspelt words set right, else what was understood, else the nearest wording."""
    corrected = " ".join(_corrected(word) for word in typed.split())
    for guess in dict.fromkeys((corrected, typed[:understood].removesuffix("sauf "))):
        try:
            if guess != typed:
                return _told(_read(guess, fold(guess), start))
        except Refusal:
            continue
    return closest(typed, EXAMPLES) or EXAMPLES[0]


def _told(rule: Rule | Words) -> str:
    return rule.text if isinstance(rule, Words) else describe_rule(rule)


_VOCABULARY = tuple(
    dict.fromkeys(word for example in EXAMPLES for word in re.findall(r"[^\W\d]+(?:'[^\W\d]+)?", example))
)


def _corrected(word: str) -> str:
    core = word.rstrip(",;.")
    if not core.isalpha() or plain(core) in map(plain, _VOCABULARY):
        return word
    return (closest(core, _VOCABULARY) or core) + word[len(core) :]

"""No sentence means its contrary: what follows « sauf » only takes dates away, or is refused."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from filquartiers.model.agenda.almanac import Almanac
from filquartiers.model.agenda.clauses import STATEMENTS
from filquartiers.model.agenda.except_clauses import EXCEPTIONS
from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.agenda.schedule import Schedule
from filquartiers.model.refusal import Refusal

START, LAST = date(2026, 10, 7), date(2027, 8, 31)
ALMANAC = Almanac("B")
unhurried = settings(deadline=None, max_examples=300)  # the machine may be busy

BASES = (
    "tous les jours", "tous les mardis", "les mardis et jeudis", "du lundi au vendredi", "lun./mer./ven.",
    "tous les week-ends", "un mercredi sur deux", "le mardi, semaines paires", "tous les soirs",
    "le premier vendredi du mois", "les 1er et 3e lundis du mois", "le 15 du mois", "un jour sur deux",
    "le premier week-end du mois", "tous les jours de 9 h à 12 h et de 14 h à 18 h", "les jours ouvrés",
    "mardi 9h-11h et jeudi 18h-20h", "tous les mercredis de novembre à mars",
    "du 19 octobre au 30 juin 2027, de 14 h à 17 h", "tous les samedis, pendant les vacances scolaires",
    "tous les dimanches à partir de 15 h", "tous les mercredis, jusqu'au 30 juin 2027",
)  # fmt: skip
WITHOUT = (
    "sauf", "hors", "sans", "pas", "fermé", "relâche", "excepté", "mais pas", "pas de séance", "(sauf",
    "à l'exception de", ", sauf", ": relâche",
)  # fmt: skip


def in_break(day: date, *names: str) -> bool:
    one = ALMANAC.school.break_on(day, "B")
    return one is not None and (not names or one.name in names)


def rank(day: date) -> int:
    return (day.day - 1) // 7 + 1


EXCEPTED = {
    "vacances scolaires": in_break,
    "pendant les vacances": in_break,
    "vacances de Noël": lambda day: in_break(day, "Noël"),
    "petites vacances": lambda day: in_break(day, "Noël", "Toussaint", "hiver", "printemps"),
    "en période scolaire": lambda day: not in_break(day),
    "jours fériés": lambda day: bool(ALMANAC.public_holiday(day)),
    "les lundis fériés": lambda day: day.weekday() == 0 and bool(ALMANAC.public_holiday(day)),
    "le lundi": lambda day: day.weekday() == 0,
    "mardi et jeudi": lambda day: day.weekday() in {1, 3},
    "lun./jeu.": lambda day: day.weekday() in {0, 3},
    "le week-end": lambda day: day.weekday() > 4,
    "les week-ends": lambda day: day.weekday() > 4,
    "en semaine": lambda day: day.weekday() < 5,
    "du lundi au mercredi": lambda day: day.weekday() < 3,
    "lundi au mercredi": lambda day: day.weekday() < 3,
    "tous les mardis": lambda day: day.weekday() == 1,
    "les semaines paires": lambda day: int(f"{day:%V}") % 2 == 0,
    "semaines impaires": lambda day: int(f"{day:%V}") % 2 == 1,
    "le 1er mardi du mois": lambda day: day.weekday() == 1 and rank(day) == 1,
    "le dernier vendredi du mois": lambda day: day.weekday() == 4 and (day + timedelta(7)).month != day.month,
    "le premier mardi de mars": lambda day: (day.weekday(), rank(day), day.month) == (1, 1, 3),
    "le 15 du mois": lambda day: day.day == 15,
    "en juillet et août": lambda day: day.month in {7, 8},
    "août": lambda day: day.month == 8,
    "de juin à septembre": lambda day: 6 <= day.month <= 9,
    "en mars 2027": lambda day: (day.year, day.month) == (2027, 3),
    "l'été": lambda day: date(2027, 6, 21) <= day <= date(2027, 9, 22),
    "en hiver": lambda day: date(2026, 12, 21) <= day <= date(2027, 3, 19),
    "le 11 novembre": lambda day: (day.month, day.day) == (11, 11),
    "le 11 novembre 2026": lambda day: day == date(2026, 11, 11),
    "10/11 et 17/11": lambda day: (day.month, day.day) in {(11, 10), (11, 17)},
    "du 20 décembre au 3 janvier": lambda day: date(2026, 12, 20) <= day <= date(2027, 1, 3),
    "à partir du 3 juin": lambda day: day >= date(2027, 6, 3),
    "jusqu'au 3 novembre": lambda day: day <= date(2026, 11, 3),
    "Noël": lambda day: (day.month, day.day) == (12, 25),
    "le lundi de Pâques": lambda day: day == date(2027, 3, 29),
    "l'Ascension": lambda day: day == date(2027, 5, 6),
}
"""Exceptions, and the days that they take away, told by hand."""

ANYTHING = tuple(dict.fromkeys(text for one in (*STATEMENTS, *EXCEPTIONS) for text in one.examples))
TAILS = ("", "", ", jusqu'au 30 juin 2027", ", de 14 h à 17 h", ")")
SEPARATORS = (", ", " et ", " ", " ; ", ", et ", " / ", " & ", " puis ", " et sauf ", ", sauf ")


def days_of(phrase: str) -> set[date] | None:
    """The days that a phrase gives; None when it is refused or stays words."""
    try:
        rule = parse_rule(phrase, start=START)
    except Refusal:
        return None
    if not isinstance(rule, Rule):
        return None
    schedule = Schedule(start=START, rule=rule, almanac=ALMANAC)
    return {one.day for one in occurrences(schedule, date.min, LAST)}


def dates(phrase: str) -> set[date]:
    found = days_of(phrase)
    assert found is not None, phrase
    return found


@pytest.mark.parametrize("exception", EXCEPTED)
@pytest.mark.parametrize("base", ["tous les jours", "tous les mardis", "du lundi au vendredi"])
def test_an_exception_takes_away_its_days_and_no_other(base, exception):
    excepted = EXCEPTED[exception]
    assert dates(f"{base} sauf {exception}") == {day for day in dates(base) if not excepted(day)}


OF_THE_EVENT = {"à partir du 3 juin", "jusqu'au 3 novembre", "tous les mardis"}
"""After a comma, they speak of the event again."""
LISTS = st.lists(st.sampled_from(sorted(EXCEPTED)), min_size=1, max_size=3, unique=True)


@unhurried
@given(
    st.sampled_from(BASES),
    st.sampled_from(WITHOUT),
    LISTS,
    st.sampled_from(SEPARATORS),
    st.sampled_from(TAILS),
)
def test_exceptions_only_take_away(base, without, exceptions, separator, tail):
    """Whatever is between them, all of them hold, or the phrase is refused."""
    assume(not any(one in OF_THE_EVENT for one in exceptions[1:]))
    found = days_of(f"{base} {without} {separator.join(exceptions)}{tail}")
    if found is None:
        return
    assert found <= dates(base)
    assert not {day for day in found if any(EXCEPTED[one](day) for one in exceptions)}


@unhurried
@given(
    st.sampled_from(BASES),
    st.sampled_from(WITHOUT),
    st.lists(st.sampled_from(ANYTHING), min_size=1, max_size=2),
    st.sampled_from(SEPARATORS),
)
@example("tous les jours", "sauf", ["le premier mardi", "en août"], ", ")
def test_whatever_follows_sauf_adds_no_date(base, without, words, separator):
    """Any wording of the grammar, exception or not, right after « sauf » and in its list."""
    found = days_of(f"{base} {without} {separator.join(words)}")
    assert found is None or found <= dates(base)


@pytest.mark.parametrize(
    "words",
    [
        "à 14 h", "10 séances", "quand il pleut", "le matin", "chaque trimestre", "toutes les deux semaines",
        "le 10 novembre matin", "jusqu'à la fin de l'année scolaire", "vacances scolaires et à 14 h",
        "le lundi en août", "le lundi de 14 h à 18 h", "le lundi jusqu'au 30 juin 2027", "sauf vacances",
        "jours fériés, en juillet", "jours fériés et jusqu'au 30 juin",
    ],
)  # fmt: skip
def test_what_is_no_exception_is_refused(words):
    with pytest.raises(Refusal) as caught:
        parse_rule(f"tous les jours sauf {words}", start=START)
    assert caught.value.code in {"exception-illisible", "regle-ambigue"}

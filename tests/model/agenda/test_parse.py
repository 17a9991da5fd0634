"""What a phrase says at the edges of the grammar: read, left as words (~), or refused (! and the code)."""

from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from filquartiers.model.agenda.describe_rule import describe_rule
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.rule import Rule
from filquartiers.model.agenda.words import fold, tidy
from filquartiers.model.refusal import Refusal

WITH_A_START = """
# Around the circle of days and of months
du mardi au lundi                                   | du lundi au dimanche
du samedi au mardi                                  | tous les lundis, mardis, samedis et dimanches
du lundi au lundi                                   | tous les lundis
de novembre à février le mardi                      | tous les mardis, de novembre à février
le mardi de mai à mai                               | tous les mardis, en mai

# Weeks told in days, periods of several months
tous les 7 jours                                    | toutes les semaines
tous les 8 jours                                    | toutes les semaines
tous les 14 jours                                   | toutes les deux semaines
tous les quinze jours                               | toutes les deux semaines
tous les 10 jours                                   | un jour sur dix
tous les jours le mardi                             | tous les mardis
tous les deux jours le mardi                        | ~
tous les deux jours en août                         | un jour sur deux, en août
tous les trimestres le 15                           | tous les trois mois le 15 du mois
une année sur deux le 8 mars                        | tous les deux ans le 8 mars
un mardi sur cinq                                   | toutes les cinq semaines le mardi
un mardi sur 08                                     | toutes les huit semaines le mardi
un mardi sur zéro                                   | ! regle-inconnue
tous les 0 jours                                    | ! regle-inconnue
le mardi, 0 fois                                    | ! regle-inconnue
le mardi, 9999 fois                                 | tous les mardis, 9999 fois
le mardi, 99999999999999999999 fois                 | ! regle-inconnue

# Days of a month and of a year
le 31 du mois                                       | le 31 du mois
le 32 du mois                                       | ! date-impossible
le 0 du mois                                        | ! date-impossible
le 15                                               | ! regle-incomplete
tous les mois                                       | ~
tous les ans le mardi                               | ~
tous les ans en mai                                 | ~
tous les ans le premier mardi                       | ~
tous les ans le premier mardi de mai                | tous les ans le premier mardi de mai
tous les ans le premier mardi de mai et de juin     | ~
tous les ans le 8 mars                              | tous les ans le 8 mars
tous les ans les 8 et 9 mars                        | ! regle-incomplete
tous les ans le 8 mars 2027                         | ! regle-contradictoire

# Bounds
en août                                             | ! regle-incomplete
jusqu'au 30 juin 2027                               | ! regle-incomplete
du 12 au 16 janvier 2027 en août                    | ! regle-incomplete
le mardi de septembre à juin 2027                   | tous les mardis, du 1er septembre 2026 au 30 juin 2027
le mardi à partir de mars jusqu'à juin 2029         | tous les mardis, du 1er mars au 30 juin 2029
à partir de septembre le mardi                      | tous les mardis, à partir du 1er septembre 2027
le mardi jusqu'à fin juin                           | tous les mardis, jusqu'au 30 juin 2027
le mardi à partir du 3 mars jusqu'au 2 mars         | tous les mardis, du 3 mars 2027 au 2 mars 2028
le mardi à partir du 8 octobre jusqu'au 8 octobre 2026 | tous les mardis, du 8 octobre 2026 au 8 octobre 2026
le mardi à partir du 9 octobre jusqu'au 8 octobre 2026 | ! fin-avant-debut
le lundi dès le 3 mars 2028 sauf mardi 7 mars | tous les lundis, à partir du 3 mars 2028, sauf le 7 mars 2028

# Said twice: the same, or otherwise
tous les mardis, à 14 h, à 14 h                     | tous les mardis à 14 h
tous les mardis à 14 h et à 16 h                    | tous les mardis à 14 h et à 16 h
tous les mardis de 14 h à 16 h et à 15 h            | ! regle-contradictoire
un mardi sur deux, toutes les deux semaines         | un mardi sur deux
un mardi sur deux, toutes les trois semaines        | ! regle-contradictoire
chaque semaine le premier mardi du mois             | ! regle-contradictoire
le mardi le 15 du mois                              | ! regle-contradictoire
le mardi et le 3 janvier 2027                       | ! regle-contradictoire
le mardi à partir du 1er mars, à partir de mai      | ! regle-contradictoire

# Exceptions, and what follows them
tous les mardis sauf                                | ! exception-illisible
tous les mardis sauf en août, en juillet            | tous les mardis, sauf en juillet et en août
le mardi sauf le 7 mars et en mai, puis jours fériés | tous les mardis, sauf jours fériés, en mai et le 7 mars
tous les jours, sauf le lundi, du 12 au 16 octobre  | ! regle-ambigue
tous les jours, sauf le lundi et du 12 au 16 octobre | tous les jours, sauf le lundi et du 12 au 16 octobre
lundi, 3 fois, sauf mars, du 2 au 9 avril           | tous les lundis, 3 fois, sauf en mars et du 2 au 9 avril
le mardi sauf vacances scolaires zone b             | tous les mardis, sauf vacances scolaires (zone B)
le mardi sauf vacances d'été (zone corse)           | tous les mardis, sauf vacances d'été (zone Corse)
le mardi pendant les vacances de noel zone a        | tous les mardis, pendant les vacances de Noël (zone A)
pendant les vacances de printemps le mardi          | tous les mardis, pendant les vacances de printemps
pendant les vacances scolaires                      | ~

# Vague words, and words that only hold them
plusieurs mardis                                    | ~
tous les mardis environ                             | ~
environnement le mardi                              | ! regle-inconnue
le mardi, selonger                                  | ! regle-inconnue
mardi, début mai                                    | ~
jusqu'à fin mai le mardi                            | tous les mardis, jusqu'au 31 mai 2027
2 fois par semaine                                  | ~
au printemps                                        | ~
mercredi puissant                                   | ! regle-inconnue
tous les mardis etc                                 | ! regle-inconnue
"""

WITHOUT_START = """
tous les jours                                      | tous les jours
tous les deux jours                                 | ! regle-sans-debut
toutes les semaines                                 | ! regle-sans-debut
tous les ans                                        | ! regle-sans-debut
un mardi sur deux                                   | ! regle-sans-debut
tous les deux mois le 15                            | ! regle-sans-debut
le mardi, 10 séances                                | ! regle-sans-debut
le 15 du mois                                       | le 15 du mois
le mardi, 10 séances, à partir du 5 janvier 2027    | tous les mardis, à partir du 5 janvier 2027, 10 fois
"""

RRULES = """
FREQ=WEEKLY;BYDAY=WE;WKST=MO                        | tous les mercredis
FREQ=WEEKLY;BYDAY=WE;WKST=SU                        | tous les mercredis
FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=SU          | les lundis et jeudis, une semaine sur deux
FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU          | ! rrule-refusee
FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=WE          | ! rrule-refusee
FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;WKST=XX             | ! rrule-refusee
FREQ=YEARLY;BYMONTH=6                               | ! rrule-refusee
FREQ=WEEKLY;BYDAY=SU,MO                             | tous les lundis et dimanches
FREQ=WEEKLY;BYDAY=WE;COUNT=10                       | tous les mercredis, 10 fois
FREQ=WEEKLY;BYDAY=WE;COUNT=0                        | ! rrule-refusee
FREQ=WEEKLY;BYDAY=WE;COUNT=dix                      | ! rrule-refusee
FREQ=WEEKLY;INTERVAL=2;BYDAY=WE                     | un mercredi sur deux
FREQ=WEEKLY;INTERVAL=0;BYDAY=WE                     | ! rrule-refusee
FREQ=WEEKLY;INTERVAL=-1;BYDAY=WE                    | ! rrule-refusee
FREQ=DAILY;BYDAY=MO,TU                              | tous les lundis et mardis
FREQ=DAILY;INTERVAL=2;BYDAY=MO                      | ! rrule-refusee
FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1,3                  | les 1er et 3e lundis du mois
FREQ=MONTHLY;BYDAY=1MO,3MO                          | les 1er et 3e lundis du mois
FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1                 | ! rrule-refusee
FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=2                   | ! rrule-refusee
FREQ=MONTHLY;BYDAY=6MO                              | ! rrule-refusee
FREQ=MONTHLY;BYDAY=-2MO                             | l'avant-dernier lundi du mois
FREQ=MONTHLY;BYMONTHDAY=-1,15                       | les 15 et dernier jour du mois
FREQ=MONTHLY;BYMONTHDAY=-2                          | ! rrule-refusee
FREQ=YEARLY;BYMONTH=13;BYMONTHDAY=1                 | ! rrule-refusee
FREQ=WEEKLY;BYDAY=                                  | ! rrule-refusee
"""


def said(phrase: str, start: date | None) -> str:
    try:
        rule = parse_rule(phrase, start=start)
    except Refusal as error:
        return f"! {error.code}"
    return describe_rule(rule) if isinstance(rule, Rule) else "~"


def rows(table: str) -> list[tuple[str, str]]:
    lines = [line for line in table.splitlines() if line and not line.startswith("#")]
    return [tuple(part.strip() for part in line.split("|")) for line in lines]


@pytest.mark.parametrize(("phrase", "told"), rows(WITH_A_START))
def test_phrases_of_an_event_that_has_its_start(phrase, told, october):
    assert said(phrase, october) == told


@pytest.mark.parametrize(("phrase", "told"), rows(WITHOUT_START))
def test_phrases_of_an_event_without_start(phrase, told):
    assert said(phrase, None) == told


def test_a_yearly_rule_without_a_day_follows_its_start():
    assert said("FREQ=YEARLY;BYMONTH=6", date(2027, 6, 12)) == "tous les ans le 12 juin"
    assert said("FREQ=YEARLY;BYMONTH=6", date(2027, 5, 12)) == "! rrule-refusee"


@pytest.mark.parametrize(("rrule", "told"), rows(RRULES))
def test_recurrence_rules_of_other_programs(rrule, told):
    assert said(rrule, None) == told


@pytest.mark.parametrize(
    ("phrase", "values"),
    [
        ("tous les mardis sauf", {"inconnu": "sauf"}),
        ("le mardi, bidule, à 14 h", {"inconnu": "bidule"}),
        ("tous les mardis etc", {"inconnu": "etc"}),
        ("mercredi puissant", {"inconnu": "puissant"}),
        ("tous les mardis de 14 h à 16 h et à 15 h", {"premier": "de 14 h à 16 h", "second": "à 15 h"}),
        ("sauf le mardi, du 2 au 9 mars", {"periode": "du 2 au 9 mars"}),
        ("FREQ=WEEKLY;BYDAY=WE;BYHOUR=9", {"partie": "BYHOUR=9"}),
        ("le " + "mardi " * 200, {"texte": "le " + "mardi " * 15 + "mardi…"}),
    ],
)
def test_a_refusal_names_what_is_wrong(phrase, values, october):
    with pytest.raises(Refusal) as caught:
        parse_rule(phrase, start=october)
    assert values.items() <= caught.value.values.items()


@pytest.mark.parametrize("letters", [1000, 1001])
def test_a_phrase_has_a_thousand_letters_at_most(letters, october):
    phrase = "tous les mardis" + ", toute l'année" * 65
    phrase += ";" * (letters - len(phrase))
    assert said(phrase, october) == ("tous les mardis" if letters == 1000 else "! regle-inconnue")


@settings(deadline=None)  # the machine may be busy
@given(st.text())
@example("İ ﬁ ß Œ")
def test_each_letter_keeps_its_place_when_folded(text):
    """What is told of a phrase is cut out of it as it was typed."""
    assert len(fold(tidy(text))) == len(tidy(text))

"""RRULE of other calendars in French words, which mean the same; what is doubtful is told."""

from datetime import date

import pytest

from filquartiers.importers.agenda.planning import AgendaContext, plan_agenda

SPRING = date(2027, 4, 6)
START = "DTSTART;TZID=Europe/Paris:20270406T140000"


def told(*lines: str, today: date = SPRING) -> tuple[str, list[str]]:
    """What is written of an event, and the codes of what is told."""
    body = "\r\n".join(["BEGIN:VEVENT", "UID:x", "SUMMARY:Bal", *lines, "END:VEVENT"])
    data = f"BEGIN:VCALENDAR\r\n{body}\r\nEND:VCALENDAR\r\n".encode()
    plan = plan_agenda("a.ics", data, AgendaContext({}, today=today))
    return "".join(file.data.decode() for file in plan.files), [one.code for one in plan.problems]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("FREQ=WEEKLY;BYDAY=TU", "tous les mardis"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU", "un mardi sur deux"),
        ("FREQ=WEEKLY;COUNT=10", "toutes les semaines, 10 fois"),
        ("FREQ=MONTHLY;BYDAY=1TU", "le premier mardi du mois"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1", "le premier mardi du mois"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,2,3,4,5,6,7;BYDAY=TU", "le premier mardi du mois"),
        ("FREQ=MONTHLY", "le 6 du mois"),
        ("FREQ=YEARLY", "tous les ans"),
        ("FREQ=YEARLY;BYMONTH=4", "tous les ans le 6 avril"),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270629T120000Z", "tous les mardis, jusqu'au 29 juin 2027"),
        ("FREQ=WEEKLY;BYDAY=TU;UNTIL=20270629T115959Z", "tous les mardis, jusqu'au 22 juin 2027"),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270630T220000Z", "du lundi au vendredi"),
    ],
)
def test_a_rule_is_said_in_french(raw: str, words: str) -> None:
    text, codes = told(START, f"RRULE:{raw}")
    assert f"recurrence: {words}" in text
    assert codes == []


def test_two_rules_that_one_phrase_says() -> None:
    text, codes = told(START, "RRULE:FREQ=WEEKLY;BYDAY=TU", "RRULE:FREQ=WEEKLY;BYDAY=TH")
    assert "recurrence: tous les mardis et jeudis" in text
    assert codes == []


@pytest.mark.parametrize(
    "raw",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=SECONDLY",
    ],
)
def test_rules_without_reason_are_not_followed(raw: str) -> None:
    text, codes = told(START, f"RRULE:{raw}")
    assert f"recurrence: à préciser ({raw})" in text
    assert codes == ["regle-a-preciser"]
    assert "en_plus" not in text


def test_an_end_in_another_age_is_none() -> None:
    text, codes = told(START, "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=29991231T000000Z")
    assert "recurrence: tous les mardis\n" in text
    assert codes == []


@pytest.mark.parametrize(
    "end", ["DTEND;TZID=Europe/Paris:20270406T130000", "DTEND;VALUE=DATE:20270407", "DURATION:-PT1H"]
)
def test_an_end_that_cannot_be_right_is_left_out_and_told(end: str) -> None:
    text, codes = told(START, end)
    assert "debut: mardi 6 avril 2027, à 14 h\n" in text
    assert codes == ["fin-ecartee"]


def test_all_the_dates_of_a_list_are_kept() -> None:
    days = [
        f"RDATE;TZID=Europe/Paris:2027{month:02}{day:02}T140000"
        for month in range(5, 13)
        for day in range(1, 29)
    ]
    text, codes = told(START, *days)
    assert text.count("2027, à 14 h") == 1 + len(days)
    assert codes == []


def test_one_date_of_a_series_does_not_come_back() -> None:
    text, _ = told(START, "RECURRENCE-ID;TZID=Europe/Paris:20270406T140000", "RRULE:FREQ=WEEKLY")
    assert "recurrence" not in text


@pytest.mark.parametrize(
    "raw", ["FREQ=YEARLY;BYWEEKNO=20", "FREQ=HOURLY", "FREQ=WEEKLY;RSCALE=HEBREW;BYDAY=TU"]
)
def test_what_readers_do_not_all_know_is_kept_as_it_is(raw: str) -> None:
    text, codes = told(START, f"RRULE:{raw}")
    assert f"recurrence: à préciser ({raw})" in text
    assert "regle-a-preciser" in codes


@pytest.mark.parametrize(
    ("raw", "code", "dates"),
    [
        (
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
            "regle-en-dates",
            ["30 avril", "31 mai", "30 juin"],
        ),
        ("FREQ=WEEKLY;BYDAY=TU;BYHOUR=14,18;COUNT=3", "regle-en-dates", ["6 avril", "13 avril"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "regle-en-dates-sans-fin", ["27 avril", "31 mai"]),
    ],
)
def test_what_no_french_words_say_is_listed(raw: str, code: str, dates: list[str]) -> None:
    text, codes = told(START, f"RRULE:{raw}")
    assert code in codes
    assert all(f"{day} 2027" in text for day in dates)
    assert "recurrence" not in text


def test_a_rule_in_universal_time_changes_hour_in_summer_and_says_so() -> None:
    text, codes = told("DTSTART:20270316T170000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
    assert codes == ["regle-en-utc", "regle-en-dates"]
    for words in ("mardi 16 mars 2027, à 18 h", "mardi 23 mars 2027, à 18 h", "mardi 30 mars 2027, à 19 h"):
        assert words in text


def test_a_rule_in_universal_time_may_name_the_day_before() -> None:
    text, codes = told("DTSTART:20260105T233000Z", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=8")
    assert "debut: mardi 6 janvier 2026, de 0 h 30 à 1 h 30" in text
    assert "recurrence: tous les mardis, 8 fois" in text
    assert codes == []


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((START, "RRULE:FREQ=WEEKLY;UNTIL=20270420"), "fin-de-regle-douteuse"),
        (
            ("DTSTART;VALUE=DATE:20270406", "RRULE:FREQ=WEEKLY;UNTIL=20270419T220000Z"),
            "fin-de-regle-douteuse",
        ),
        ((START, "RRULE:FREQ=WEEKLY;BYDAY=TH;COUNT=2"), "debut-hors-regle"),
        ((START, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20270413T000000"), "exception-a-cote"),
        (("DTSTART;TZID=Ailleurs:20270406T140000",), "fuseau-sans-description"),
        ((START, "STATUS:TENTATIVE"), "etat-provisoire"),
        ((START, "GEO:47.2;-2.2"), "propriete-laissee"),
        ((START, "X-VENUE-NAME:Gymnase"), "propriete-laissee"),
        ((START, "EXRULE:FREQ=WEEKLY;BYDAY=SU"), "propriete-laissee"),
        ((START, "X-COULEUR:bleu"), "proprietes-inconnues"),
        ((START, "ATTENDEE;CN=Camille:mailto:camille@exemple.fr"), "invites-laisses"),
        ((START, "DESCRIPTION:Avec Sylvie"), "nom-de-personne"),
        ((START, "DESCRIPTION:appelez le 06 12 34 56 78"), "coordonnees-personnelles"),
        ((START, "LOCATION:chez sylvie.dupont@exemple.fr"), "coordonnees-personnelles"),
    ],
)
def test_what_is_doubtful_is_told(lines: tuple[str, ...], code: str) -> None:
    assert told(*lines)[1] == [code]


def test_the_silent_properties_are_silent() -> None:
    lines = ("DTSTAMP:20260101T000000Z", "TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY", "PRIORITY:5")
    alarm = ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "X-LIEU:ici", "END:VALARM")
    assert told(START, *lines, *alarm)[1] == []


def test_an_end_of_another_type_leaves_its_day_out() -> None:
    text, _ = told(START, "RRULE:FREQ=WEEKLY;UNTIL=20270420")
    assert "jusqu'au 13 avril 2027" in text


def test_a_start_outside_its_rule_is_a_date_more() -> None:
    text, codes = told(START, "RRULE:FREQ=MONTHLY;BYDAY=1WE;COUNT=3")
    assert codes == ["debut-hors-regle"]
    assert "debut: mercredi 7 avril 2027, à 14 h" in text
    assert "recurrence: le premier mercredi du mois, 3 fois" in text
    assert "en_plus:\n    - mardi 6 avril 2027, à 14 h" in text


def test_an_exception_of_another_hour_leaves_its_day_out() -> None:
    text, _ = told(START, "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE:20270413T000000")
    assert "annule:\n    - mardi 13 avril 2027" in text


def test_an_excluded_rule_is_obeyed() -> None:
    text, _ = told(START, "RRULE:FREQ=DAILY;COUNT=7", "EXRULE:FREQ=WEEKLY;BYDAY=SU")
    assert "recurrence: tous les jours, sauf le 11 avril 2027, jusqu'au 12 avril 2027" in text

"""Calendars as makers and users leave them: nothing false, nothing lost, nothing published unasked."""

from datetime import UTC, date, datetime

import pytest

from filquartiers.cli import run
from filquartiers.content import load
from filquartiers.importers.agenda.ics.texts import plain_line, plain_text, title_state
from filquartiers.importers.agenda.planning import AgendaContext, plan_agenda
from filquartiers.importers.plan import Fate, ImportPlan
from filquartiers.model.agenda.parse import parse_rule
from filquartiers.model.agenda.schedule import Schedule
from filquartiers.model.facts.dates import all_dates
from filquartiers.model.kinds import KINDS, Evenement
from filquartiers.render.ics import Feed, IcsEvent, calendar_bytes

TODAY = date(2026, 11, 27)
WHEN = "DTSTART;TZID=Europe/Paris:20270105T180000"


def event(*lines: str, uid: str = "x") -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", *lines, "END:VEVENT"])


def calendar(*parts: str) -> bytes:
    return "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *parts, "END:VCALENDAR", ""]).encode()


def plan_of(data: bytes, **context) -> ImportPlan:
    return plan_agenda("a.ics", data, AgendaContext({}, today=TODAY, **context))


def written(plan: ImportPlan) -> str:
    return "".join(file.data.decode() for file in plan.files)


def codes(plan: ImportPlan) -> list[str]:
    return [one.code for one in plan.problems]


@pytest.mark.parametrize(
    "line", ["CLASS:PRIVATE", "CLASS:CONFIDENTIAL", "CLASS:X-INTERNE", "X-CALENDARSERVER-ACCESS:RESTRICTED"]
)
def test_what_is_private_is_written_nowhere_and_named(line):
    plan = plan_of(calendar(event("SUMMARY:Entretien avec une famille", line, WHEN)))
    assert (plan.files, codes(plan)) == ((), ["evenement-prive"])
    assert [item.title for item in plan.having(Fate.PRIVATE)] == ["Entretien avec une famille"]
    assert "Entretien avec une famille" in plan.problems[0].message


def test_a_private_date_of_a_public_series_is_no_date_of_it():
    single = event(
        "SUMMARY:Bilan", "CLASS:PRIVATE", "RECURRENCE-ID:20270112T170000Z", "DTSTART:20270112T170000Z"
    )
    plan = plan_of(calendar(event("SUMMARY:Club", WHEN, "RRULE:FREQ=WEEKLY;COUNT=4"), single))
    assert codes(plan) == ["evenement-prive"]
    assert "Bilan" not in written(plan)
    assert "sauf le 12 janvier 2027" in written(plan)
    assert "annule" not in written(plan)


@pytest.mark.parametrize(
    "zone", ["Indian/Reunion", "America/Martinique", "America/Guadeloupe", "Pacific/Noumea", "Europe/Paris"]
)
def test_hours_are_those_of_the_network(zone, tmp_path, capsys):
    (tmp_path / "content/reseaux").mkdir(parents=True)
    (tmp_path / "content/maisons").mkdir()
    network = f"---\nnom: Val\nville: Val\ndemonstration: oui\nfuseau: {zone}\n---\n"
    (tmp_path / "content/reseaux/val.md").write_text(network, encoding="utf-8")
    (tmp_path / "content/maisons/b.md").write_text("---\nnom: Le Bac\nreseau: val\n---\n", encoding="utf-8")
    moment = "DTSTART:20270105T140000Z"
    data = calendar(event("SUMMARY:A", moment), event("SUMMARY:B", "LOCATION:Le Bac", moment, uid="y"))
    (tmp_path / "a.ics").write_bytes(data)
    assert run(["import", "agenda", str(tmp_path / "a.ics"), "--projet", str(tmp_path), "--ecrire"]) == 0
    capsys.readouterr()
    found = load(tmp_path, KINDS, TODAY).site.of(Evenement)
    starts = [one.start.astimezone(UTC) for item in found for one in all_dates(item, date(2028, 1, 1))]
    assert starts == [datetime(2027, 1, 5, 14, tzinfo=UTC)] * 2


def test_events_of_one_uid_are_all_kept():
    days = ("20270105T140000", "20270212T120000", "20270314T080000")
    titles = ("Loto", "Repas", "Vide-grenier")
    plan = plan_of(
        calendar(
            *(event(f"SUMMARY:{title}", f"DTSTART:{day}") for title, day in zip(titles, days, strict=True))
        )
    )
    assert [item.title for item in plan.having(Fate.NEW)] == list(titles)
    assert codes(plan) == ["meme-uid"]


def test_events_of_one_title_and_day_are_all_kept():
    hours = ("100000", "140000", "140000")
    places = ("Salle 1", "Salle 1", "Salle 2")
    parts = [
        f"BEGIN:VEVENT\nSUMMARY:Atelier\nLOCATION:{place}\nDTSTART:20270105T{hour}\nEND:VEVENT"
        for hour, place in zip(hours, places, strict=True)
    ]
    plan = plan_of(calendar(*parts))
    assert len(plan.having(Fate.NEW)) == 3
    assert written(plan).count("- titre: Atelier") == 3


def test_the_same_event_twice_is_told_as_such():
    plan = plan_of(calendar(*[event("SUMMARY:Bal", WHEN)] * 2))
    assert [item.fate for item in plan.items] == [Fate.NEW, Fate.DUPLICATE]


def test_a_calendar_that_cancels_cancels():
    plan = plan_of(calendar("METHOD:CANCEL", event("SUMMARY:Bal", WHEN)))
    assert "annule:\n    - oui" in written(plan)


@pytest.mark.parametrize(
    ("typed", "title", "state"),
    [
        ("ANNULÉ : Club", "Club", "annulé"),
        ("Annulée - Sortie", "Sortie", "annulé"),
        ("[ANNULÉ] Club", "Club", "annulé"),
        ("Club (annulé)", "Club", "annulé"),
        ("Club – ANNULÉ", "Club", "annulé"),
        ("Sortie annulée", "Sortie", "annulé"),
        ("Canceled: Club", "Club", "annulé"),
        ("Annulation : club", "club", "annulé"),
        ("ANNULE Club", "Club", "annulé"),
        ("Annulé", "", "annulé"),
        ("COMPLET : Stage", "Stage", "complet"),
        ("Petit-déjeuner complet : crêpes", "Petit-déjeuner complet : crêpes", ""),
        ("Complètement fou : bal", "Complètement fou : bal", ""),
    ],
)
def test_the_state_that_a_title_says(typed, title, state):
    assert title_state(typed)[:2] == (title, state)


def test_a_series_cancelled_for_one_date_by_its_title():
    single = event("SUMMARY:Annulé", "RECURRENCE-ID:20270119T170000Z", "DTSTART:20270119T170000Z")
    plan = plan_of(calendar(event("SUMMARY:Club", WHEN, "RRULE:FREQ=WEEKLY;COUNT=4"), single))
    assert "annule:\n    - mardi 19 janvier 2027" in written(plan)
    assert written(plan).count("titre:") == 1


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<p>Venez <b>nombreux</b> !</p><br>Merci", "Venez nombreux !\nMerci"),
        ('Voir <a href="https://exemple.fr">ici</a>&nbsp;; merci', "Voir ici (https://exemple.fr) ; merci"),
        ('<a href="mailto:a@exemple.fr">a@exemple.fr</a>', "a@exemple.fr"),
        ("l&rsquo;eau &amp; nous &#8211; &#xe9;", "l’eau & nous – é"),
        ("<ul><li>un</li><li>deux</li></ul>", "- un\n- deux"),
        ("<style>p {color: red}</style><p>Bonjour</p>", "Bonjour"),
        ("5 < 6 et 7 > 4 & <3", "5 < 6 et 7 > 4 & <3"),
        ("Écrire à <jean@exemple.fr>", "Écrire à <jean@exemple.fr>"),
    ],
)
def test_what_a_reader_of_the_text_sees(typed, shown):
    assert plain_text(typed) == shown
    assert "\n" not in plain_line(typed)


def folded(data: bytes, at: int) -> bytes:
    return data[:at] + b"\r\n " + data[at:]


def test_any_fold_gives_the_same_text():
    """In the middle of a letter too, whatever the others are."""
    line = "SUMMARY:Ciné-débat à l’école « élémentaire » 🎵".encode()
    for place in range(9, len(line)):
        data = calendar(event("@", WHEN)).replace(b"@", folded(line, place))
        assert "titre: Ciné-débat à l’école « élémentaire » 🎵\n" in written(plan_of(data)).replace("'", "")


@pytest.mark.parametrize("bad", [b"\xff", b"\xe9", b"\xc3", b"\x81"])
def test_one_bad_octet_costs_one_character(bad):
    data = calendar(event("SUMMARY:F@te de l’école", "LOCATION:Préau", WHEN)).replace(b"@", bad)
    plan = plan_of(data)
    assert codes(plan) == ["octet-illisible"]
    assert "te de l’école" in written(plan)
    assert "lieu: Préau" in written(plan)


def test_a_lone_octet_of_windows_among_others_is_told():
    data = calendar(event("SUMMARY:Goûter", "LOCATION:Pr@au", WHEN)).replace(b"@", b"\xe9")
    plan = plan_of(data)
    assert codes(plan) == ["octet-illisible"]
    assert "lieu: Préau" in written(plan)
    assert "titre: Goûter" in written(plan)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("20270503T000000", "20270504T000000", "debut: lundi 3 mai 2027\n"),
        ("20270503T000000", "20270505T000000", "debut: lundi 3 mai 2027\n  fin: mardi 4 mai 2027\n"),
        ("20270503T000000", "20270503T235900", "debut: lundi 3 mai 2027\n"),
        ("20270503T000000", "20270504T235959", "debut: lundi 3 mai 2027\n  fin: mardi 4 mai 2027\n"),
        ("20270502T220000Z", "20270503T220000Z", "debut: lundi 3 mai 2027\n"),
    ],
)
def test_from_midnight_to_midnight_is_a_day(start, end, days):
    text = written(plan_of(calendar(event("SUMMARY:Bal", f"DTSTART:{start}", f"DTEND:{end}"))))
    assert days in text
    assert "journee: oui" in text
    assert "minuit" not in text


@pytest.mark.parametrize("week", ["12", "13"])
def test_a_date_both_excluded_and_changed_is_left_out_and_told(week):
    """Whether the series gives it or not."""
    single = event(
        "SUMMARY:Club", f"RECURRENCE-ID;TZID=Europe/Paris:202701{week}T180000", "DTSTART:20270114T170000Z"
    )
    excluded = f"EXDATE;TZID=Europe/Paris:202701{week}T180000"
    plan = plan_of(calendar(event("SUMMARY:Club", WHEN, "RRULE:FREQ=WEEKLY;COUNT=3", excluded), single))
    assert "seance-otee-et-changee" in codes(plan)
    assert "14 janvier" not in written(plan)


def test_a_calendar_of_windows_is_read_as_such():
    data = calendar(event("SUMMARY:Goûter – « Noël »", "LOCATION:École", WHEN)).decode().encode("cp1252")
    plan = plan_of(data)
    assert "Goûter – « Noël »" in written(plan)
    assert codes(plan) == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_other_encodings(encoding):
    data = calendar(event("SUMMARY:Goûter", WHEN)).decode().encode(encoding)
    assert "titre: Goûter" in written(plan_of(data))


def test_a_calendar_with_a_margin_is_read():
    data = b"\n".join(b"    " + line for line in calendar(event("SUMMARY:Bal", WHEN)).split(b"\n"))
    assert "titre: Bal" in written(plan_of(data))


def test_tasks_alone_are_told():
    plan = plan_of(calendar("BEGIN:VTODO\nUID:t\nSUMMARY:Acheter du café\nEND:VTODO"))
    assert sorted(codes(plan)) == ["agenda-sans-evenement", "composant-ignore"]


def test_a_series_without_any_date_left_is_told():
    plan = plan_of(calendar(event("SUMMARY:Bal", WHEN, "RRULE:FREQ=WEEKLY;UNTIL=20260101T000000Z")))
    assert codes(plan) == ["serie-sans-date"]
    assert [item.fate for item in plan.items] == [Fate.REFUSED]


def test_no_english_reaches_the_terminal(command, tmp_path, recwarn):
    """A library warns about zones named by their maker: our own sentence, or none."""
    file = tmp_path / "a.ics"
    zone = "DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Paris:20270705T180000"
    file.write_bytes(calendar(event("SUMMARY:Bal", zone)))
    _, said = command("agenda", file)
    assert not recwarn.list
    assert "Globally" not in said


def test_two_readings_of_one_file_are_the_same():
    """A feed of ours comes back as it left: hours, rule, place, text."""
    start = date(2027, 1, 6)
    rule = parse_rule("tous les mercredis de 14 h à 17 h, jusqu'au 30 juin 2027", start=start)
    sent = IcsEvent(
        uid="x", schedule=Schedule(start=start, rule=rule), summary="Bal, fête ; suite", location="Parc"
    )
    plan = plan_of(calendar_bytes(Feed(name="x"), [sent], horizon=date(2028, 12, 31)))
    assert codes(plan) == []
    text = written(plan)
    assert "titre: Bal, fête ; suite\n" in text
    assert "debut: mercredi 6 janvier 2027, de 14 h à 17 h" in text
    assert "recurrence: tous les mercredis, jusqu'au 30 juin 2027" in text

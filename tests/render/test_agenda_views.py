"""What the pages of the agenda say, from the small project of ``tests/render/agenda``."""

import json
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.times import Moment
from filquartiers.model.kinds import KINDS, Evenement, Reseau
from filquartiers.model.site import Site
from filquartiers.render.feeds.channels import channels
from filquartiers.render.web.agenda.json_ld import event_data
from filquartiers.render.web.agenda.lists import agenda_view, archives_view, year_view, years
from filquartiers.render.web.agenda.month import month_view
from filquartiers.render.web.agenda.subscribe import qr_codes, subscribe_view
from filquartiers.render.web.diary import Diary
from filquartiers.render.web.printed import Printed


@pytest.fixture(scope="module")
def diary(port_clair):
    return Diary(port_clair)


def event(site, slug):
    return next(one for one in site.of(Evenement) if one.slug == slug)


def channel(site, key):
    return next(one for one in channels(site) if one.key == key)


def lines(view):
    return [
        (line.day.isoformat(), line.event.slug, line.state)
        for week in view.weeks
        for day in week.days
        for line in day.lines
    ]


def test_the_sixty_days_that_come(diary):
    view = agenda_view(diary, channel(diary.site, ""), Printed({}))
    assert lines(view) == [
        ("2026-11-25", "atelier-cuisine", ""),
        ("2026-11-28", "sortie-annulee", "annulé"),
        ("2026-12-02", "atelier-cuisine", "annulé"),
        ("2026-12-10", "atelier-cuisine", "reporté"),
        ("2026-12-12", "fete-du-quartier", ""),
        ("2026-12-16", "atelier-cuisine", ""),
        ("2027-01-06", "atelier-cuisine", ""),
        ("2027-01-13", "atelier-cuisine", ""),
        ("2027-01-20", "atelier-cuisine", ""),
    ]
    assert [week.title for week in view.weeks][:2] == [
        "Du 23 au 29 novembre 2026",
        "Du 30 novembre au 6 décembre 2026",
    ]
    assert [told.event.slug for told in view.undated] == ["cafe-des-voisins"]
    assert [told.label for told in view.archives] == ["2026", "2025"]


def test_what_cannot_be_computed_is_said_as_typed(diary):
    (told,) = agenda_view(diary, channel(diary.site, ""), Printed({})).undated
    assert told.when == "Environ toutes les six semaines"


def test_a_selection_tells_its_rules(diary):
    view = agenda_view(diary, channel(diary.site, "le-phare"), Printed({}))
    assert [told.when for told in view.regulars] == [
        "Tous les mercredis de 14 h à 17 h, sauf vacances scolaires, jusqu'au 30 juin 2027"
    ]
    assert {slug for _, slug, _ in lines(view)} == {"atelier-cuisine", "fete-du-quartier"}


def test_only_selections_with_something_to_come_are_proposed(diary):
    view = agenda_view(diary, channel(diary.site, ""), Printed({}))
    assert {
        one.name: [choice.label for choice in one.choices] for one in view.filters if one.name != "mois"
    } == {
        "maison": ["Le Phare", "Les Tilleuls"],
        "theme": ["cuisine", "fête"],
        "public": ["familles", "Tous publics"],
    }


def test_months_run_from_today_to_the_last_date_and_keep_the_past(diary):
    assert diary.months[:3] == ((2025, 7), (2026, 10), (2026, 11))
    assert diary.months[-1] == (2027, 6)


def test_a_month_as_a_grid(diary):
    view = month_view(diary, (2026, 12))
    assert [len(week) for week in view.weeks] == [7] * 5
    assert view.weeks[0][0] is None
    cells = {cell.day.day: cell for week in view.weeks for cell in week if cell}
    assert list(cells) == list(range(1, 32))
    assert [(slot.event.slug, slot.hour, slot.state) for slot in cells[10].slots] == [
        ("atelier-cuisine", "14 h", "reporté")
    ]
    assert cells[25].holiday == "Noël"
    assert [day for day, cell in cells.items() if cell.free] == list(range(19, 32))
    assert view.breaks == ("Vacances de Noël, zone B : du 19 décembre 2026 au 3 janvier 2027",)
    assert view.holidays == ("vendredi 25 décembre (Noël)",)
    assert (view.before.label, view.after.label) == ("Novembre 2026", "Janvier 2027")


def test_a_night_stays_in_its_evening(diary):
    view = month_view(diary, (2025, 7))
    days = [cell.day.day for week in view.weeks for cell in week if cell and cell.slots]
    assert 13 in days


def test_zones_that_share_a_break_are_told_together(diary):
    other = diary.site.networks[0].model_copy(update={"slug": "autre", "zone_scolaire": "C"})
    both = replace(diary.site, entries={**diary.site.entries, "reseau": (*diary.site.of(Reseau), other)})
    told = month_view(Diary(both), (2026, 12)).breaks
    assert told == ("Vacances de Noël, zones B et C : du 19 décembre 2026 au 3 janvier 2027",)


def test_the_archive_tells_a_rule_once(diary):
    assert years(diary) == (2026, 2025)
    (month, told), *_ = year_view(diary, 2026).months
    assert month == "Octobre"
    assert [one.when for one in told] == ["5 dates, du 7 octobre au 18 novembre 2026"]
    assert [(link.label, count) for link, count in archives_view(diary).years] == [("2026", 1), ("2025", 1)]


def test_subscriptions(port_clair):
    view = subscribe_view(port_clair)
    assert view.whole.webcal == "webcal://port-clair.example/fil/agenda/tous.ics"
    assert [label for label, _ in view.families] == ["Maison", "Thème", "Pour qui"]
    assert len(list(qr_codes(port_clair))) == 1 + sum(len(told) for _, told in view.families)


def test_without_an_address_there_is_only_the_file(port_clair):
    bare = tuple(network.model_copy(update={"site": None}) for network in port_clair.networks)
    site = replace(port_clair, entries={**port_clair.entries, "reseau": bare})
    assert (subscribe_view(site).whole.webcal, subscribe_view(site).whole.qr) == ("", "")


def test_data_for_search_engines_has_what_they_require(diary):
    found = event(diary.site, "atelier-cuisine")
    told = json.loads(
        unescape(str(event_data(found, diary.next_dates(found), "https://port-clair.example/")))
    )
    first, cancelled, moved = told["@graph"][:3]
    for one in told["@graph"]:
        assert {"@type", "name", "startDate", "eventStatus", "location"} <= one.keys()
        assert one["location"]["address"]["@type"] == "PostalAddress"
    assert first["startDate"] == "2026-11-25T14:00:00+01:00"
    assert first["endDate"] == "2026-11-25T17:00:00+01:00"
    assert cancelled["eventStatus"].endswith("EventCancelled")
    assert moved["previousStartDate"] == "2026-12-09"


def test_data_cannot_close_its_block(diary):
    found = event(diary.site, "atelier-cuisine").model_copy(update={"titre": "</script><b>"})
    text = str(event_data(found, diary.next_dates(found), ""))
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["name"] == "</script><b>"


def test_no_date_no_data(diary):
    found = event(diary.site, "cafe-des-voisins")
    assert not event_data(found, diary.next_dates(found), "")


def test_the_diary_agrees_with_the_calendar(diary):
    found = event(diary.site, "atelier-cuisine")
    window = (date(2026, 12, 1), date(2026, 12, 31))
    expected = [one.day for one in occurrences(found.schedule, *window)]
    assert [one.day for _, one in diary.between([found], *window)] == expected


def test_a_word_without_date_is_past_with_its_year(port_clair):
    found = Evenement(slug="cafe", titre="Café des voisins", recurrence="début septembre 2017")
    diary = Diary(replace(port_clair, entries={**port_clair.entries, "evenement": (found,)}))
    assert diary.is_past(found)
    assert years(diary) == (2017,)
    assert year_view(diary, 2017).months[0][0] == "Dans l’année"


def test_a_word_with_a_stated_start_goes_on_after_it():
    found = Evenement(
        slug="troc",
        titre="Troc",
        debut=Moment(date(2026, 9, 5)),
        recurrence="environ toutes les six semaines",
    )
    diary = Diary(Site({"evenement": (found,)}, KINDS, date(2026, 11, 21)))
    assert not diary.is_past(found)


def test_what_still_lasts_is_in_this_week(port_clair):
    first, last = Moment(date(2026, 9, 1)), Moment(date(2026, 12, 31))
    shown = Evenement(slug="exposition", titre="Exposition", debut=first, fin=last)
    site = replace(port_clair, entries={**port_clair.entries, "evenement": (shown,)})
    (week,) = agenda_view(Diary(site), channel(site, ""), Printed({})).weeks
    assert week.title == "Du 16 au 22 novembre 2026"
    assert week.days[0].lines[0].details.startswith("jusqu’au jeudi 31 décembre")

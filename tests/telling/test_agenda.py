"""What the pages of the agenda say, from the small project of ``tests/render/agenda``."""

import json
from datetime import date

from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.agenda.times import Moment
from filquartiers.model.kinds import KINDS, Evenement, Reseau
from filquartiers.model.site import Site
from filquartiers.render.web.json_ld import json_ld
from filquartiers.render.web.qr import qr_codes
from filquartiers.telling.agenda.evenement import MOST_DATA, SHOWN, evenement, event_data
from filquartiers.telling.agenda.month import month_view
from filquartiers.telling.agenda.selection import agenda_view
from filquartiers.telling.agenda.subscribe import subscribe_view
from filquartiers.telling.agenda.years import archives_view, year_view
from filquartiers.telling.teller import Teller


def event(site, slug):
    return next(one for one in site.of(Evenement) if one.slug == slug)


def selection(teller, key):
    channel = next(one for one in teller.diary.channels if one.key == key)
    return agenda_view(teller, channel)


def slug(link):
    """The name of the event behind an address of its page."""
    return link.address.rstrip("/").rsplit("/", 1)[-1]


def lines(view):
    return [
        (line.day.machine, slug(line), line.state)
        for week in view.weeks
        for day in week.days
        for line in day.lines
    ]


def test_the_sixty_days_that_come(port_clair):
    view = selection(port_clair, "")
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
    assert [slug(told) for told in view.undated] == ["cafe-des-voisins"]
    assert [told.label for told in view.archives] == ["2026", "2025"]


def test_what_cannot_be_computed_is_said_as_typed(port_clair):
    (told,) = selection(port_clair, "").undated
    assert told.when == "Environ toutes les six semaines"


def test_a_selection_tells_its_rules(port_clair):
    view = selection(port_clair, "le-phare")
    assert [told.when for told in view.regulars] == [
        "Tous les mercredis de 14 h à 17 h, sauf vacances scolaires, jusqu'au 30 juin 2027"
    ]
    assert {name for _, name, _ in lines(view)} == {"atelier-cuisine", "fete-du-quartier"}


def test_only_selections_with_something_to_come_are_proposed(port_clair):
    view = selection(port_clair, "")
    assert {
        one.name: [choice.label for choice in one.choices] for one in view.filters if one.name != "mois"
    } == {
        "maison": ["Le Phare", "Les Tilleuls"],
        "theme": ["cuisine", "fête"],
        "public": ["familles", "Tous publics"],
    }


def test_months_run_from_today_to_the_last_date_and_keep_the_past(port_clair):
    assert port_clair.diary.months[:3] == ((2025, 7), (2026, 10), (2026, 11))
    assert port_clair.diary.months[-1] == (2027, 6)


def test_a_month_as_a_grid(port_clair):
    view = month_view(port_clair, (2026, 12))
    assert [len(week) for week in view.weeks] == [7] * 5
    assert view.weeks[0][0] is None
    cells = {cell.number: cell for week in view.weeks for cell in week if cell}
    assert list(cells) == list(range(1, 32))
    assert [(slug(slot.event), slot.hour, slot.state) for slot in cells[10].slots] == [
        ("atelier-cuisine", "14 h", "reporté")
    ]
    assert cells[25].holiday == "Noël"
    assert [day for day, cell in cells.items() if cell.free] == list(range(19, 32))
    assert view.breaks == ("Vacances de Noël, zone B : du 19 décembre 2026 au 3 janvier 2027",)
    assert view.holidays == ("vendredi 25 décembre (Noël)",)
    assert (view.before.label, view.after.label) == ("Novembre 2026", "Janvier 2027")


def test_a_night_stays_in_its_evening(port_clair):
    view = month_view(port_clair, (2025, 7))
    days = [cell.number for week in view.weeks for cell in week if cell and cell.slots]
    assert 13 in days


def test_zones_that_share_a_break_are_told_together(port_clair, with_entries):
    other = port_clair.site.networks[0].model_copy(update={"slug": "autre", "zone_scolaire": "C"})
    both = with_entries(port_clair, reseau=(*port_clair.site.of(Reseau), other))
    told = month_view(both, (2026, 12)).breaks
    assert told == ("Vacances de Noël, zones B et C : du 19 décembre 2026 au 3 janvier 2027",)


def test_the_archive_tells_a_rule_once(port_clair):
    assert port_clair.diary.past_years == (2026, 2025)
    (month, told), *_ = year_view(port_clair, 2026).months
    assert month == "Octobre"
    assert [one.when for one in told] == ["5 dates, du 7 octobre au 18 novembre 2026"]
    assert [(link.label, count) for link, count in archives_view(port_clair).years] == [
        ("2026", 1),
        ("2025", 1),
    ]


def test_subscriptions(port_clair):
    view = subscribe_view(port_clair)
    assert view.whole.webcal == "webcal://port-clair.example/fil/agenda/tous.ics"
    assert [label for label, _ in view.families] == ["Une maison", "Un thème", "Pour vous"]
    assert len(list(qr_codes(port_clair))) == 1 + sum(len(told) for _, told in view.families)


def test_without_an_address_there_is_only_the_file(port_clair, with_entries):
    bare = tuple(network.model_copy(update={"site": None}) for network in port_clair.site.networks)
    whole = subscribe_view(with_entries(port_clair, reseau=bare)).whole
    assert (whole.webcal, whole.https, whole.qr, whole.file) == ("", "", "", "agenda/tous.ics")


def test_an_unprotected_site_says_that_google_refuses_it(port_clair, with_entries):
    assert not subscribe_view(port_clair).whole.unprotected
    plain = {"site": "http://port-clair.example/fil/"}
    networks = tuple(network.model_copy(update=plain) for network in port_clair.site.networks)
    assert subscribe_view(with_entries(port_clair, reseau=networks)).whole.unprotected


def test_data_for_search_engines_has_what_they_require(port_clair):
    found = event(port_clair.site, "atelier-cuisine")
    told = json.loads(json_ld(event_data(port_clair, found)))
    assert len(told["@graph"]) == min(MOST_DATA, len(port_clair.diary.next_dates(found)))
    first, cancelled, moved = told["@graph"][:3]
    for one in told["@graph"]:
        assert {"@type", "name", "startDate", "eventStatus", "location"} <= one.keys()
        assert one["location"]["address"]["@type"] == "PostalAddress"
        assert one["url"] == "https://port-clair.example/fil/agenda/atelier-cuisine/"
    assert first["startDate"] == "2026-11-25T14:00:00+01:00"
    assert first["endDate"] == "2026-11-25T17:00:00+01:00"
    assert cancelled["eventStatus"].endswith("EventCancelled")
    assert moved["previousStartDate"] == "2026-12-09"


def test_data_cannot_close_its_block(port_clair):
    found = event(port_clair.site, "atelier-cuisine").model_copy(update={"titre": "</script><b>"})
    text = str(json_ld(event_data(port_clair, found)))
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["name"] == "</script><b>"


def test_no_date_no_data(port_clair):
    found = event(port_clair.site, "cafe-des-voisins")
    assert event_data(port_clair, found) is None
    assert not json_ld(None)
    assert evenement(port_clair, found).calendar == ""


def test_an_event_tells_its_first_dates_and_counts_the_others(port_clair):
    found = event(port_clair.site, "atelier-cuisine")
    dates, rest = evenement(port_clair, found).section("dates").blocks
    assert len(dates.items) == SHOWN
    assert rest.words == f"Et {len(port_clair.diary.next_dates(found)) - SHOWN} autres dates d’ici un an."


def test_the_diary_agrees_with_the_calendar(port_clair):
    found = event(port_clair.site, "atelier-cuisine")
    window = (date(2026, 12, 1), date(2026, 12, 31))
    expected = [one.day for one in occurrences(found.schedule, *window)]
    assert [one.day for _, one in port_clair.diary.between([found], *window)] == expected


def test_a_word_without_date_is_past_with_its_year(port_clair, with_entries):
    found = Evenement(slug="cafe", titre="Café des voisins", recurrence="début septembre 2017")
    teller = with_entries(port_clair, evenement=(found,))
    assert teller.diary.is_past(found)
    assert teller.diary.past_years == (2017,)
    assert year_view(teller, 2017).months[0][0] == "Dans l’année"


def test_a_word_with_a_stated_start_goes_on_after_it():
    found = Evenement(
        slug="troc",
        titre="Troc",
        debut=Moment(date(2026, 9, 5)),
        recurrence="environ toutes les six semaines",
    )
    teller = Teller(Site({"evenement": (found,)}, KINDS, date(2026, 11, 21)))
    assert not teller.diary.is_past(found)


def test_what_still_lasts_is_in_this_week(port_clair, with_entries):
    first, last = Moment(date(2026, 9, 1)), Moment(date(2026, 12, 31))
    shown = Evenement(slug="exposition", titre="Exposition", debut=first, fin=last)
    (week,) = selection(with_entries(port_clair, evenement=(shown,)), "").weeks
    assert week.title == "Du 16 au 22 novembre 2026"
    assert week.days[0].lines[0].details[0].startswith("jusqu’au jeudi 31 décembre")

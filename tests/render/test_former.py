"""What a feed says of its own changes: nothing when nothing changed, more when something did."""

import re
from dataclasses import replace
from datetime import timedelta

from filquartiers.model.identifiers import stable_id
from filquartiers.model.kinds import Evenement
from filquartiers.render.feeds.calendars import calendars
from filquartiers.telling.teller import Teller

LATER = timedelta(days=3)


def feed_of(site, former: bytes = b"") -> bytes:
    files = {file.path: file.data for file in calendars(Teller(site, "Au fil"), former)}
    return files["site/agenda/tous.ics"]


def changed(site, which: str, **values):
    events = tuple(
        event.model_copy(update=values) if event.slug == which else event for event in site.of(Evenement)
    )
    return replace(site, entries={**site.entries, "evenement": events})


def later(site, days: timedelta = LATER):
    return replace(site, today=site.today + days)


def marks(feed: bytes) -> dict[str, tuple[str, str, int]]:
    """Title → UID, day of the last change and its number, of the main VEVENT of each event."""
    found = re.finditer(
        r"UID:(.+?)\r\nDTSTAMP:(\d{8}).+?\r\nLAST-MODIFIED:(\d{8}).+?\r\nSEQUENCE:(\d+)(.*?)END:VEVENT",
        feed.decode(),
        re.DOTALL,
    )
    told = {}
    for uid, stamp, modified, number, lines in (one.groups() for one in found):
        assert stamp == modified
        title = re.search(r"SUMMARY:(?:Annulé : )?(.*?)\r\n", lines)[1]
        told.setdefault(title, (uid, stamp, int(number)))
    return told


def test_what_did_not_change_says_nothing_new(port_clair):
    first = feed_of(port_clair)
    assert feed_of(later(port_clair), first) == first
    assert feed_of(later(port_clair, timedelta(days=30)), first) == first


def test_only_what_changed_says_so_and_says_it_once(port_clair):
    first = feed_of(port_clair)
    moved = later(changed(port_clair, "fete-du-quartier", lieu="Le parc"))
    second = feed_of(moved, first)
    before, after = marks(first), marks(second)
    uid, _, number = before["Fête du quartier"]
    assert after["Fête du quartier"] == (uid, "20261124", number + 1)
    assert {one: after[one] for one in after if one != "Fête du quartier"} == {
        one: before[one] for one in before if one != "Fête du quartier"
    }
    assert feed_of(later(moved), second) == second
    third = feed_of(later(port_clair, 2 * LATER), second)
    assert marks(third)["Fête du quartier"] == (uid, "20261127", number + 2)


def test_an_editor_may_say_more_but_nothing_goes_back(port_clair):
    first = feed_of(port_clair)
    title = "Atelier cuisine"
    told = later(changed(port_clair, "atelier-cuisine", revision=7, lieu="La grande salle"))
    assert marks(feed_of(told, first))[title][1:] == ("20261124", 7)
    again = later(changed(port_clair, "atelier-cuisine", revision=3), 2 * LATER)
    assert marks(feed_of(again, feed_of(told, first)))[title][1:] == ("20261127", 8)


def test_a_former_day_does_not_bring_the_marks_back(port_clair):
    first = feed_of(port_clair)
    second = feed_of(later(changed(port_clair, "fete-du-quartier", lieu="Le parc")), first)
    third = feed_of(replace(port_clair, today=port_clair.today - LATER), second)
    assert marks(third)["Fête du quartier"][1:] == ("20261124", 2)


def test_an_event_keeps_its_name_when_it_changes_its_title(port_clair):
    first = feed_of(port_clair)
    renamed = changed(
        port_clair, "fete-du-quartier", slug="grande-fete", titre="Grande fête", identifiant=None
    )
    event = next(one for one in renamed.of(Evenement) if one.slug == "grande-fete")
    assert str(stable_id(event)) not in first.decode()
    second = feed_of(later(renamed), first)
    uid, _, number = marks(first)["Fête du quartier"]
    assert marks(second)["Grande fête"] == (uid, "20261124", number + 1)
    # And goes on being known when its hours change next.
    third = feed_of(later(changed(renamed, "grande-fete", lieu="Le parc"), 2 * LATER), second)
    assert marks(third)["Grande fête"] == (uid, "20261127", number + 2)
    assert feed_of(later(renamed, 2 * LATER), second) == second


def test_two_events_that_may_be_the_same_one_are_both_new(port_clair):
    """Nothing tells which of two new events of one place and hour was renamed: neither is."""
    first = feed_of(port_clair)
    party = next(one for one in port_clair.of(Evenement) if one.slug == "fete-du-quartier")
    others = tuple(one for one in port_clair.of(Evenement) if one is not party)
    new = tuple(party.model_copy(update={"slug": slug, "titre": slug}) for slug in ("bal", "repas"))
    site = replace(port_clair, entries={**port_clair.entries, "evenement": (*others, *new)})
    uids = {title: uid for title, (uid, _, _) in marks(feed_of(later(site), first)).items()}
    assert [uids[one.titre] for one in new] == [str(stable_id(one)) for one in new]


def test_two_events_never_share_a_name(port_clair):
    copied = changed(port_clair, "fete-du-quartier", identifiant="le-meme")
    copied = changed(copied, "atelier-cuisine", identifiant="le-meme")
    feed = feed_of(copied)
    found = marks(feed)
    assert len({uid for uid, _, _ in found.values()}) == len(found)
    assert feed_of(later(copied), feed) == feed


def test_an_old_title_taken_by_another_event_brings_its_own_name(port_clair):
    """The event that was renamed gives the name back rather than share it."""
    first = feed_of(port_clair)
    renamed = changed(port_clair, "fete-du-quartier", slug="grande-fete", titre="Grande fête")
    second = feed_of(later(renamed), first)
    party = next(one for one in port_clair.of(Evenement) if one.slug == "fete-du-quartier")
    both = replace(
        renamed,
        entries={**renamed.entries, "evenement": (*renamed.of(Evenement), party)},
        today=renamed.today,
    )
    uids = [uid for uid, _, _ in marks(feed_of(both, second)).values()]
    assert len(set(uids)) == len(uids)


def test_a_former_feed_that_is_damaged_costs_its_memory_only(port_clair):
    first = feed_of(port_clair)
    for damaged in (b"", b"\xff\x00", first[: len(first) // 2], first.replace(b"DTSTAMP", b"DTSTAMPS")):
        assert feed_of(port_clair, damaged).count(b"BEGIN:VEVENT") == first.count(b"BEGIN:VEVENT")


def test_each_year_not_each_day_moves_the_end_of_what_is_listed(port_clair):
    """« sauf jours fériés » for ever is listed up to an end, which must not move at each build."""
    site = changed(
        port_clair, "atelier-cuisine", recurrence="tous les mercredis, sauf jours fériés", fin=None
    )
    first = feed_of(site)
    assert feed_of(later(site), first) == first

"""What other programs are given, read back with other libraries."""

import csv
import json
import sys
from dataclasses import replace
from datetime import date
from io import StringIO
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar

from filquartiers.model.identifiers import stable_id
from filquartiers.model.kinds import Evenement, Maison, Reseau
from filquartiers.render.feeds.calendars import calendars
from filquartiers.render.feeds.opendata import opendata
from filquartiers.render.feeds.robots import robots, sitemap
from filquartiers.render.feeds.syndication import syndication
from filquartiers.telling.channels import channels
from filquartiers.telling.teller import Teller

ATOM = {"a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def files(port_clair):
    teller = telling(port_clair)
    made = [*calendars(teller), *syndication(teller), *opendata(port_clair)]
    assert len({file.path for file in made}) == len(made)
    return {file.path.removeprefix("site/"): file.data for file in made}


def telling(site):
    return Teller(site, "Au fil")


def with_network(built, **changes):
    networks = tuple(network.model_copy(update=changes) for network in built.of(Reseau))
    return replace(built, entries={**built.entries, "reseau": networks})


def test_the_selections(port_clair):
    assert [(one.family, one.key, len(one.events)) for one in channels(port_clair)] == [
        ("", "", 5),
        ("maison", "le-phare", 2),
        ("maison", "les-tilleuls", 4),
        ("theme", "cuisine", 2),
        ("theme", "fete", 2),
        ("public", "familles", 2),
        ("public", "tous-publics", 1),
    ]


def test_each_calendar_is_read_back(files):
    names = [name for name in files if name.endswith(".ics")]
    assert len(names) == 7 + 4
    for name in names:
        calendar = Calendar.from_ical(files[name])
        assert len(calendar.walk("VEVENT")) >= 1, name


def test_a_changed_series_in_the_calendar(files):
    calendar = Calendar.from_ical(files["agenda/atelier-cuisine/evenement.ics"])
    main = calendar.walk("VEVENT")[0]
    assert str(main["URL"]) == "https://port-clair.example/fil/agenda/atelier-cuisine/"
    assert str(main["LOCATION"]) == "la cuisine, Le Phare, 1 quai des Mouettes, 44000 Port-Clair"
    assert main["SEQUENCE"] == 2
    assert main["DTSTAMP"].dt.date() == date(2026, 11, 15)
    assert {str(event["STATUS"]) for event in calendar.walk("VEVENT")} == {"CONFIRMED", "CANCELLED"}


def test_openagenda_shape(files):
    told = json.loads(files["agenda/maison/le-phare.json"])
    workshop = next(event for event in told["events"] if event["slug"] == "atelier-cuisine")
    begins = [timing["begin"] for timing in workshop["timings"]]
    assert "2026-11-25T14:00:00+01:00" in begins
    assert "2026-12-02T14:00:00+01:00" not in begins
    assert "2026-12-10T14:00:00+01:00" in begins
    assert workshop["location"]["latitude"] == 47.25
    assert workshop["canonicalUrl"] == "https://port-clair.example/fil/agenda/atelier-cuisine/"
    assert next(one for one in told["events"] if one["slug"] == "fete-du-quartier")["timings"] == [
        {"begin": "2026-12-12T00:00:00+01:00", "end": "2026-12-12T23:59:00+01:00"}
    ]


def test_a_line_for_each_date(files):
    rows = list(csv.DictReader(StringIO(files["agenda/tous.csv"].decode("utf-8-sig")), delimiter=";"))
    told = [(row["jour"], row["titre"], row["debut"], row["fin"], row["etat"]) for row in rows]
    assert told[:5] == [
        ("2026-11-25", "Atelier cuisine", "14:00", "17:00", ""),
        ("2026-11-28", "Sortie annulée", "09:30", "18:00", "annulé"),
        ("2026-12-02", "Atelier cuisine", "14:00", "17:00", "annulé"),
        ("2026-12-10", "Atelier cuisine", "14:00", "17:00", "reporté"),
        ("2026-12-12", "Fête du quartier", "", "", ""),
    ]
    assert rows[0]["maisons"] == "Le Phare"
    assert rows[4]["maisons"] == "Le Phare | Les Tilleuls"


def test_atom_has_all_that_the_rfc_asks(files):
    feed = ET.fromstring(files["atom.xml"])  # noqa: S314  our own file
    for needed in ("a:id", "a:title", "a:updated", "a:author/a:name"):
        assert feed.findtext(needed, namespaces=ATOM), needed
    entries = feed.findall("a:entry", ATOM)
    ids = [entry.findtext("a:id", namespaces=ATOM) for entry in entries]
    assert entries
    assert len(set(ids)) == len(ids)
    for entry in entries:
        assert entry.findtext("a:title", namespaces=ATOM)
        assert entry.findtext("a:updated", namespaces=ATOM) <= "2026-11-21T00:00:00Z"
        assert entry.find("a:link", ATOM).get("href").startswith("https://port-clair.example/fil/agenda/")
    titles = [entry.findtext("a:title", namespaces=ATOM) for entry in entries]
    assert "Annulé\u00a0: Sortie annulée" in titles


def test_news_keep_their_day_while_they_are_news(port_clair):
    def days(today):
        site = replace(port_clair, today=today)
        feed = ET.fromstring(next(syndication(telling(site))).data)  # noqa: S314  our own file
        return {
            entry.findtext("a:id", namespaces=ATOM): entry.findtext("a:updated", namespaces=ATOM)
            for entry in feed.findall("a:entry", ATOM)
        }

    first, later = days(date(2026, 11, 21)), days(date(2026, 11, 27))
    both = first.keys() & later.keys()
    assert both
    assert {name: first[name] for name in both} == {name: later[name] for name in both}


def test_json_feed(files):
    told = json.loads(files["feed.json"])
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == "https://port-clair.example/fil/feed.json"
    assert all(item["id"].startswith("urn:uuid:") and item["content_text"] for item in told["items"])


def test_without_a_web_address_nothing_pretends_to_have_one(port_clair):
    site = with_network(port_clair, site=None)
    atom, feed = syndication(telling(site))
    assert b'href="agenda/atelier-cuisine/index.html"' in atom.data
    assert b"url" not in feed.data
    assert list(sitemap(site, ["", "agenda/"])) == []


def test_names_do_not_follow_the_web_address_or_the_title(port_clair):
    event = port_clair.of(Evenement)[0]
    assert stable_id(event) == stable_id(event.model_copy(update={"titre": "Autre"}))
    stated = event.model_copy(update={"identifiant": "cuisine-1"})
    assert stable_id(stated) == stable_id(stated.model_copy(update={"slug": "autre"}))
    assert len({stable_id(entry) for entry in port_clair.everything()}) == len(list(port_clair.everything()))


def test_robots_and_sitemap(port_clair):
    assert robots(port_clair).data.decode().splitlines() == [
        "User-agent: *",
        "Disallow:",
        "Sitemap: https://port-clair.example/fil/sitemap.xml",
    ]
    (made,) = sitemap(port_clair, ["", "404.html", "agenda/"])
    assert locations(made) == [urljoin("https://port-clair.example/fil/", page) for page in ("", "agenda/")]


@pytest.mark.parametrize(("limit", "most"), [("MOST_ADDRESSES", 2), ("MOST_OCTETS", 150)])
def test_a_long_sitemap_is_cut_into_parts(port_clair, monkeypatch, limit, most):
    """Robots know one file, which lists the others; none holds more than the protocol allows."""
    pages = [f"fiches/{letter}/" for letter in "abcde"]
    monkeypatch.setattr(sys.modules[sitemap.__module__], limit, most)
    *parts, whole = sitemap(port_clair, pages)
    assert whole.path == "site/sitemap.xml"
    assert b"<sitemapindex " in whole.data
    base = "https://port-clair.example/fil/"
    assert locations(whole) == [urljoin(base, part.path.removeprefix("site/")) for part in parts]
    assert [part.path for part in parts] == [f"site/sitemap-{rank}.xml" for rank in (1, 2, 3)]
    assert [one for part in parts for one in locations(part)] == [urljoin(base, page) for page in pages]
    assert all(len(locations(part)) <= 2 for part in parts)


def locations(made):
    return [url.text for url in ET.fromstring(made.data).findall(".//{*}loc")]  # noqa: S314  our own file


def test_a_demonstration_keeps_robots_away(port_clair):
    site = with_network(port_clair, demonstration=True)
    assert robots(site).data == b"User-agent: *\nDisallow: /\n"
    assert list(sitemap(site, [""])) == []


def test_open_data_says_what_the_pages_say(files, port_clair):
    houses = list(csv.DictReader(StringIO(files["donnees/maisons.csv"].decode("utf-8-sig")), delimiter=";"))
    assert [house["telephones"] for house in houses] == ["0299000001", ""]
    told = json.loads(files["donnees/maisons.json"])
    assert [house["id"] for house in told] == [stable_id(house).urn for house in port_clair.of(Maison)]
    assert told[0]["position"] == {"latitude": 47.25, "longitude": -2.2}
    assert "equipe" not in told[0]


def test_every_column_is_in_the_dictionary(files):
    rows = csv.DictReader(StringIO(files["donnees/champs.csv"].decode("utf-8-sig")), delimiter=";")
    known = {(row["fichier"], row["champ"]) for row in rows}
    for name, data in files.items():
        if name.startswith("donnees/") and name.endswith(".json"):
            folder = name.removeprefix("donnees/").removesuffix(".json")
            assert {(folder, field) for record in json.loads(data) for field in record} <= known

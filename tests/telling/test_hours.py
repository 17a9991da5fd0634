"""Hours as every output tells them: with their words, on the day they belong to."""

import csv
from datetime import date
from io import StringIO

import pytest
from icalendar import Calendar

from filquartiers.model.addresses import Month
from filquartiers.model.kinds import Evenement
from filquartiers.render.feeds.calendars import calendars
from filquartiers.render.web.json_ld import json_ld
from filquartiers.telling.agenda.evenement import evenement
from filquartiers.telling.agenda.month import month_view


def made(**values: object) -> Evenement:
    return Evenement.model_validate({"slug": "essai", "titre": "Essai", "lieu": "Le Port", **values})


def grid(teller, month: Month) -> dict[str, list[str]]:
    """The hours in each cell of a month."""
    days = [day for week in month_view(teller, month).weeks for day in week if day]
    return {day.machine[8:]: [slot.hour for slot in day.slots] for day in days if day.slots}


def test_the_grid_shows_the_first_hour_on_the_first_day_only(port_clair, with_entries):
    camp = made(debut="11 décembre 2026 à 18h", fin="13 décembre 2026 à 12h")
    teller = with_entries(port_clair, evenement=(camp,))
    assert grid(teller, (2026, 12)) == {"11": ["18 h"], "12": [""], "13": ["jusqu’à 12 h"]}


def test_the_grid_shows_each_hour_of_a_day(port_clair, with_entries):
    twice = made(debut="9 décembre 2026", recurrence="le mercredi 9h-12h et 14h-17h, le samedi matin, 3 fois")
    teller = with_entries(port_clair, evenement=(twice,))
    assert grid(teller, (2026, 12)) == {"09": ["9 h", "14 h"], "12": ["matin"], "16": ["9 h", "14 h"]}


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"debut": "9 décembre 2026 vers 15h"}, "vers 15 h"),
        (
            {"debut": "9 décembre 2026", "recurrence": "le mercredi à partir de 15 h, 3 fois"},
            "à partir de 15 h",
        ),
        (
            {"debut": "9 décembre 2026", "recurrence": "le mercredi vers 15 h et le jeudi à 18h, 3 fois"},
            "vers 15 h",
        ),
    ],
)
def test_hours_keep_their_words_everywhere(port_clair, with_entries, values, told):
    event = made(**values)
    teller = with_entries(port_clair, evenement=(event,))
    view = evenement(teller, event)
    assert told in view.opening.lower()
    assert told in json_ld(view.data).lower()
    assert grid(teller, (2026, 12))["09"] == [told]
    files = {file.path: file.data for file in calendars(teller)}
    for path, data in files.items():
        if path.endswith(".ics"):
            components = Calendar.from_ical(data).walk("VEVENT")
            assert all(told in component["DESCRIPTION"].lower() for component in components)
        if path.endswith(".csv"):
            rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig")), delimiter=";"))
            assert told in {row["horaire"] for row in rows if row["jour"] == date(2026, 12, 9).isoformat()}
        if path.endswith(".json"):
            assert told in data.decode().lower()

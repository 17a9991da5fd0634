"""The scripts of the agenda and of the search, played in a real Chromium from the disk."""

import shutil
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from playwright.sync_api import sync_playwright

from filquartiers.build import SITE, travel
from filquartiers.project import Project
from filquartiers.write import write

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
ROOT = Path(__file__).parent / "agenda"

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium n’est pas installé : les scripts ne sont PAS vérifiés"),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("port-clair")
    write(made, travel(Project(ROOT, date(2026, 11, 21)), SITE, perf_counter).artifacts)
    return made / "site"


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture
def tab(browser):
    context = browser.new_context()
    tab = context.new_page()
    complaints = []
    tab.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    yield tab
    context.close()
    assert complaints == []


def opened(tab, folder, address, now="2026-12-03T10:00:00"):
    tab.clock.install(time=now)
    tab.goto((folder / address / "index.html").as_uri())
    return tab


def shown(tab, selector):
    return [
        one.inner_text().replace("\u00a0", " ") for one in tab.locator(selector).all() if one.is_visible()
    ]


def test_past_dates_fold_away_and_none_is_lost(tab, folder):
    opened(tab, folder, "agenda")
    assert tab.locator("[data-fin]").count() == 9
    assert shown(tab, ".agenda-passes summary") == ["Les 3 dates passées"]
    assert "Sortie annulée" not in " ".join(shown(tab, ".jour-titre"))
    tab.locator(".agenda-passes summary").click()
    assert "Annulé Sortie annulée" in shown(tab, ".agenda-passes .jour-titre")
    assert shown(tab, ".agenda-semaine h2")[0] == "Du 7 au 13 décembre 2026"


def test_nothing_folds_on_the_day_of_the_build(tab, folder):
    opened(tab, folder, "agenda", now="2026-11-21T10:00:00")
    assert tab.locator(".agenda-passes").count() == 0


def test_today_is_marked_in_its_month(tab, folder):
    opened(tab, folder, "agenda/mois/2026-12")
    assert tab.locator('[aria-current="date"]').inner_text() == "3"


def test_any_month_leads_back_to_today(tab, folder):
    opened(tab, folder, "agenda/mois/2027-02")
    tab.get_by_role("link", name="Aujourd’hui").click()
    assert tab.locator("h1").inner_text() == "Décembre 2026"


def test_the_grid_gives_way_to_the_list_under_600_px(tab, folder):
    opened(tab, folder, "agenda/mois/2026-12")
    seen = []
    for width in (1280, 600, 599, 360):
        tab.set_viewport_size({"width": width, "height": 800})
        seen.append((tab.locator(".grille-mois").is_visible(), tab.locator(".liste-mois").is_visible()))
    assert seen == [(True, False), (True, False), (False, True), (False, True)]


def test_a_data_block_stands_under_the_policy(tab, folder):
    opened(tab, folder, "agenda/atelier-cuisine")
    data = tab.locator('script[type="application/ld+json"]')
    assert data.count() == 1
    assert (
        tab.evaluate("element => JSON.parse(element.textContent)['@graph'].length", data.element_handle())
        == 10
    )


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("cuisine", "Atelier cuisine"),
        ("CUISINES", "Atelier cuisine"),
        ("cuisiner ensemble", "Atelier cuisine"),
        ("fete", "Fête du quartier"),
        ("fêtes", "Fête du quartier"),
        ("mouett", "Le Phare"),
        ("4400", "Le Phare"),
        ("cuisne", "Atelier cuisine"),
        ("quartire", "Fête du quartier"),
        ("adresse phare", "Le Phare"),
    ],
)
def test_search_finds(tab, folder, typed, first):
    opened(tab, folder, "recherche")
    tab.get_by_role("searchbox").fill(typed)
    tab.get_by_role("button", name="Chercher").click()
    assert shown(tab, "[data-resultats] h3")[0] == first


def test_search_says_when_nothing_is_found_and_escapes_what_is_typed(tab, folder):
    opened(tab, folder, "recherche")
    tab.get_by_role("searchbox").fill("<b>zzzz</b>")
    tab.get_by_role("button", name="Chercher").click()
    assert shown(tab, "[data-bilan]")[0].startswith("Rien trouvé")
    assert shown(tab, "[data-resultats]") == []


def test_a_result_leads_to_its_page(tab, folder):
    opened(tab, folder, "recherche")
    tab.get_by_role("searchbox").fill("phare")
    tab.get_by_role("button", name="Chercher").click()
    tab.locator("[data-resultats] a").first.click()
    tab.locator("h1", has_text="Le Phare").wait_for()  # the page comes a moment after the click

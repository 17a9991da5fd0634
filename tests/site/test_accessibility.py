"""WCAG 2.2 A and AA, by axe-core in a real Chromium, on every page: two widths, light and dark."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / ".checkers/node_modules/axe-core/axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIGHTS = [(width, scheme) for width in (1280, 360) for scheme in ("light", "dark")]

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(
        not CHROMIUM, reason="Chromium n’est pas installé : l’accessibilité n’est PAS vérifiée"
    ),
    pytest.mark.skipif(
        not AXE.exists(), reason="axe-core manque (voir .ci/run) : l’accessibilité n’est PAS vérifiée"
    ),
]

RUN = """async (rules) => {
  const found = await axe.run(document, {runOnly: rules, resultTypes: ['violations']});
  return found.violations.flatMap(v => v.nodes.map(
    n => `${v.id}: ${n.target.join(' ')} ${n.failureSummary.slice(0, 200)}`));
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


def looked_at(browser: Browser, site: Any) -> Iterator[tuple[str, Page, tuple[int, str]]]:
    """Every page in every sight; one tab, so that two thousand looks stay affordable."""
    context = browser.new_context(bypass_csp=True)  # to bring axe-core in; the policy has its own test
    context.add_init_script(path=AXE)
    tab = context.new_page()
    for path in sorted(site.pages):
        tab.goto((site.folder / path).as_uri())
        for width, scheme in SIGHTS:
            tab.set_viewport_size({"width": width, "height": 900})
            tab.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            yield path, tab, (width, scheme)
    context.close()


def test_no_violation_and_no_sideways_scroll(browser: Browser, site: Any) -> None:
    wrong = []
    for path, tab, sight in looked_at(browser, site):
        # The dark scheme changes colours and nothing else: only the rules about colours need another look.
        rules = (
            {"type": "tag", "values": TAGS} if sight[1] == "light" else {"type": "rule", "values": COLOURS}
        )
        wrong += [f"{path} {sight} {one}" for one in tab.evaluate(RUN, rules)]
        if tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wrong.append(f"{path} {sight} défile de côté")
    assert wrong == []


def test_nothing_is_blocked_or_missing_and_nobody_else_is_asked(browser: Browser, site: Any) -> None:
    """With the policy on: no error in the console, no request but to the site's own files."""
    complaints: list[str] = []
    context = browser.new_context()
    tab = context.new_page()
    tab.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
    # Leaving a page interrupts the loading of its icon: that is no fault of the page.
    failed = (
        "requestfailed",
        lambda one: "ABORTED" in one.failure or complaints.append(f"{one.url} {one.failure}"),
    )
    tab.on(*failed)
    tab.on(
        "request", lambda one: None if one.url.startswith(("file:", "data:")) else complaints.append(one.url)
    )
    for path in sorted(site.pages):
        tab.goto((site.folder / path).as_uri())
    context.close()
    assert complaints == []


def test_a_page_is_whole_without_scripts_at_320_px(browser: Browser, site: Any) -> None:
    """Reflow at 320 px (WCAG 2.2, 1.4.10), which is also 400 % of 1280 px, without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    tab = context.new_page()
    for path in sorted(site.pages)[::5]:
        tab.goto((site.folder / path).as_uri())
        assert tab.locator("h1").first.is_visible(), path
        box = tab.locator("main").first.bounding_box()
        assert box, path
        assert box["width"] <= 320, path
    context.close()

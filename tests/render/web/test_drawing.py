"""The thread on real screens: it never crosses a name, and the pages never scroll sideways."""

import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from filquartiers.artifact import File
from filquartiers.drawing import drawn_here
from filquartiers.render.web import pages

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
WIDTHS = (320, 360, 768, 1280, 1920)

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(
        not CHROMIUM, reason="Chromium n’est pas installé : le dessin du fil n’est PAS vérifié"
    ),
]

# Points along each visible path, in pixels of the screen, that fall inside a name.
CROSSINGS = """() => {
  const names = [...document.querySelectorAll('.fil-nom')]
    .map(name => [name.textContent, name.getBoundingClientRect()]);
  const inside = (point, box) =>
    point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;
  const crossed = [];
  for (const path of document.querySelectorAll('.fil-rang path')) {
    const matrix = path.getScreenCTM();
    if (!matrix || !path.getBoundingClientRect().width) continue;
    for (let part = 0; part <= 400; part++) {
      const point = path.getPointAtLength(path.getTotalLength() * part / 400).matrixTransform(matrix);
      for (const [name, box] of names) if (inside(point, box)) crossed.push(name);
    }
  }
  return [...new Set(crossed)];
}"""

# How far the middle of each house's knot is from the nearest point of the thread, at most.
OFF_THREAD = """() => {
  const points = [];
  for (const path of document.querySelectorAll('.fil-rang path')) {
    const matrix = path.getScreenCTM();
    if (!matrix || !path.getBoundingClientRect().height) continue;
    for (let part = 0; part <= 1000; part++)
      points.push(path.getPointAtLength(path.getTotalLength() * part / 1000).matrixTransform(matrix));
  }
  return Math.max(...[...document.querySelectorAll('.fil .medaillon')].map(knot => {
    const box = knot.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return Math.min(...points.map(point => Math.hypot(point.x - x, point.y - y)));
  }));
}"""


# Names of the row that turns into the spine: the spine is drawn with borders, so it is looked for apart.
ON_SPINE = """() => {
  const section = document.querySelector('.etape'), thread = document.querySelector('.fil-suite');
  if (!section || !thread) return [];
  const spine = getComputedStyle(section, '::before');
  const right = section.getBoundingClientRect().left + parseFloat(spine.left) + parseFloat(spine.width);
  return [...thread.querySelectorAll('.fil-rang-dernier .fil-nom')]
    .filter(name => name.getBoundingClientRect().left < right).map(name => name.textContent);
}"""

# Words that stick out of the screen: clipped, they would make nothing scroll, and nobody would read them.
STICKING_OUT = """() => [...document.querySelectorAll('body *')]
  .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
  .filter(one => !one.closest('.hors-vue, .evitement, .ligne-nom, noscript, thead'))
  .map(one => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.right > innerWidth + 1 || box.left < -1))
  .map(([one]) => one.className + ': ' + one.textContent.trim().slice(0, 40))"""

TOUCHED = (
    "index.html",
    "saint-nazaire/index.html",
    "maisons/kerlede/index.html",
    "fiches/index.html",
    "agenda/index.html",
    "agenda/mois/2017-05/index.html",
    "agenda/s-abonner/index.html",
    "recherche/index.html",
    "donnees/index.html",
)
SMALL = """() => [...document.querySelectorAll('a, button, input, summary')].filter(one => {
  const box = one.getBoundingClientRect();
  const told = [...one.parentElement.childNodes]
    .some(node => node.nodeType === 3 && node.textContent.trim().length > 2);
  return box.width && !one.closest('.hors-vue') && !told && (box.width < 24 || box.height < 24);
}).map(one => `${one.className}: ${one.textContent.trim().slice(0, 30)}`)"""

OUTLINE = """() => {
  const seen = getComputedStyle(document.activeElement);
  return [parseFloat(seen.outlineWidth), seen.outlineStyle];
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def built(reel, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dessin")
    for output in drawn_here(one for one in pages(reel) if isinstance(one, File)):
        file = folder / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.data)
    return folder / "site"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["index.html", "saint-nazaire/index.html", "romans/index.html"])
def test_the_thread_ties_every_knot_and_crosses_no_name(browser, built, path: str, width: int) -> None:
    tab = browser.new_page(viewport={"width": width, "height": 900})
    tab.goto((built / path).as_uri())
    tab.evaluate("document.fonts.ready")
    assert tab.evaluate(CROSSINGS) == []
    assert tab.evaluate(ON_SPINE) == []
    assert tab.evaluate(OFF_THREAD) < 3
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.close()


@pytest.mark.parametrize("width", [320, 360, 768])
def test_no_word_sticks_out_of_the_screen(browser, built, width: int) -> None:
    """Reflow (WCAG 2.2, 1.4.10), on a page of each family and on every page of houses, charters and pacts."""
    tab = browser.new_page(viewport={"width": width, "height": 900})
    seen: set[str] = set()
    for file in sorted(built.rglob("*.html")):
        family = file.relative_to(built).parts[0]
        if family in {"agenda", "fiches", "brochures", "pages"} and family in seen:
            continue
        seen.add(family)
        tab.goto(file.as_uri())
        assert tab.evaluate(STICKING_OUT) == [], file
    tab.close()


def test_the_page_prints_without_menu_on_white(browser, built) -> None:
    tab = browser.new_page()
    tab.emulate_media(media="print")
    tab.goto((built / "maisons/kerlede/index.html").as_uri())
    assert not tab.locator(".menu").is_visible()
    assert tab.locator("h1").is_visible()
    tab.close()


def test_the_focus_is_seen(browser, built) -> None:
    """WCAG 2.2, 2.4.13: an outline at least 2 px thick, clear of the component."""
    tab = browser.new_page()
    tab.goto((built / "index.html").as_uri())
    for _ in range(12):
        tab.keyboard.press("Tab")
        width, style = tab.evaluate(OUTLINE)
        assert width >= 2
        assert style == "solid"
    tab.close()


def test_what_one_touches_is_large_enough(browser, built) -> None:
    """WCAG 2.2, 2.5.8: 24 by 24 pixels, but for links in a sentence; axe looks at a part of it only."""
    tab = browser.new_page(viewport={"width": 360, "height": 900})
    small = set()
    for path in TOUCHED:
        tab.goto((built / path).as_uri())
        small |= {f"{path} {one}" for one in tab.evaluate(SMALL)}
    assert small == set()
    tab.close()


def test_unfolded_workshops_are_still_a_table_to_screen_readers(browser, built) -> None:
    tab = browser.new_page(viewport={"width": 360, "height": 900})
    tab.goto((built / "chartes/fabrique-des-politiques-sociales/index.html").as_uri())
    tree = tab.context.new_cdp_session(tab).send("Accessibility.getFullAXTree")
    roles = Counter(node.get("role", {}).get("value") for node in tree["nodes"])
    wanted = {"table": 2, "row": 10, "rowheader": 8, "columnheader": 6, "cell": 16}
    assert {role: roles[role] for role in wanted} == wanted
    tab.close()

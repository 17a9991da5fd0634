"""The whole scenario in a real Chromium: what a volunteer sees while writing."""

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from filquartiers.artifact import Artifact
from filquartiers.build import SITE
from filquartiers.edition import Edition, Output
from filquartiers.made import Facsimile, Made
from serve.scene import Scene, text

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENCE = 20_000  # milliseconds
AXE = Path(__file__).resolve().parents[2] / ".checkers/node_modules/axe-core/axe.min.js"
AXE_RUN = """async () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const found = await axe.run(document, {runOnly: tags, resultTypes: ['violations']});
  return found.violations.flatMap(v => v.nodes.map(n => `${v.id} ${n.target} ${n.failureSummary}`));
}"""
SOUP = "fiches/soupe-du-jeudi.md"
pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium n’est pas installé : l’aperçu n’est PAS vérifié"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the console says against our pages, the security policy above all."""
    return []


@pytest.fixture
def tab(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 800, "height": 500})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()


def picture(width: int) -> bytes:
    out = BytesIO()
    Image.new("L", (width, 10)).save(out, "PNG")
    return out.getvalue()


def open_soup(tab: Page, scene: Scene) -> None:
    """The page of the soup, once it has asked for news: from then on nothing is missed."""
    with tab.expect_request(lambda one: "/__apercu__/etat?" in one.url):
        tab.goto(f"{scene.address}fiches/soupe-du-jeudi/index.html")


def eventually(tab: Page, expression: str, wanted: object) -> None:
    """Wait until an expression has a value; by looking, since the policy of the page forbids its watching."""
    end = monotonic() + PATIENCE / 1000
    while tab.evaluate(expression) != wanted:
        assert monotonic() < end, f"{expression}: {tab.evaluate(expression)}"
        tab.wait_for_timeout(20)


def test_the_page_follows_breaks_and_mends(play: Any, tab: Page, complaints: list[str]) -> None:
    with play(SITE) as scene:
        open_soup(tab, scene)
        title, panel = tab.locator("h1"), tab.get_by_role("alert")
        tab.evaluate("window.scrollTo({top: 240, behavior: 'instant'})")

        scene.edit(SOUP, "titre: La soupe du jeudi", "titre: La soupe du vendredi")
        expect(title).to_have_text(re.compile("La soupe du vendredi"), timeout=PATIENCE)
        eventually(tab, "window.scrollY", 240)
        expect(panel).to_have_count(0)

        scene.edit(SOUP, "statut: en cours", "statut: <img src=x onerror=alert(1)>")
        expect(panel).to_be_visible(timeout=PATIENCE)
        expect(panel).to_have_attribute("lang", "fr")
        expect(panel.get_by_role("heading")).to_have_text("Un point à corriger")
        expect(panel.locator(".apercu-lieu")).to_have_text(f"content/{SOUP}, ligne 7")
        expect(panel.locator("code")).to_have_text("statut: <img src=x onerror=alert(1)>")
        expect(panel.locator("mark")).to_have_text("<img src=x onerror=alert(1)>")
        expect(panel.locator("img")).to_have_count(0)
        expect(title).to_have_text(re.compile("La soupe du vendredi"))

        tab.goto(scene.address)  # the panel is on every page, the home page whole below it
        expect(panel).to_be_visible(timeout=PATIENCE)
        open_soup(tab, scene)

        scene.edit(SOUP, "statut: <img src=x onerror=alert(1)>", "statut: terminée")
        expect(panel).to_have_count(0, timeout=PATIENCE)
        expect(tab.locator("main")).to_contain_text("erminée")
        assert complaints == []


def test_the_browser_follows_a_renamed_file(play: Any, tab: Page, root: Any) -> None:
    (root / "content/calendrier/hiver.yaml").unlink()  # nothing else names the sheet
    with play(SITE) as scene:
        open_soup(tab, scene)
        scene.file(SOUP).rename(scene.file("fiches/la-bonne-soupe.md"))
        tab.wait_for_url(re.compile("/fiches/la-bonne-soupe/"))
        expect(tab.locator("h1")).to_have_text(re.compile("La soupe du jeudi"))


def test_a_deleted_page_leads_home(play: Any, tab: Page, root: Any) -> None:
    (root / "content/calendrier/hiver.yaml").unlink()
    with play(SITE) as scene:
        open_soup(tab, scene)
        scene.file(SOUP).unlink()
        tab.wait_for_url(scene.address)


def test_a_burst_shows_its_last_state(play: Any, tab: Page) -> None:
    with play(SITE) as scene:
        open_soup(tab, scene)
        first = scene.file(SOUP).read_text(encoding="utf-8")
        for rank in range(50):
            scene.file(SOUP).write_text(first.replace("La soupe du jeudi", f"Soupe n° {rank}"), "utf-8")
        expect(tab.locator("h1")).to_have_text(re.compile("Soupe n.*49"), timeout=PATIENCE)
        assert scene.preview.shown.drawn < 10


def test_the_security_policy_is_that_of_the_published_site(play: Any, tab: Page) -> None:
    with play(SITE, watched=False) as scene:
        open_soup(tab, scene)
        policy = 'meta[http-equiv="Content-Security-Policy"]'
        allowed = tab.locator(policy).get_attribute("content") or ""
        assert allowed in text(scene.preview.shown, "fiches/soupe-du-jeudi/index.html")
        assert "'unsafe" not in allowed
        assert "connect-src 'self'" in allowed


def test_after_a_pause_of_the_server_the_page_follows_again(play: Any, tab: Page) -> None:
    with play(SITE, watched=False) as scene:
        open_soup(tab, scene)
        port = scene.server.server_port
    with play(SITE, watched=False) as scene:
        assert scene.server.server_port == port
        scene.edit(SOUP, "titre: La soupe du jeudi", "titre: Reprise")
        scene.preview.refresh()
        expect(tab.locator("h1")).to_have_text("Reprise", timeout=PATIENCE)


def test_printed_pages_are_shown_and_renewed_without_a_reload(play: Any, tab: Page) -> None:
    """The page of a printed thing shows its pictures; they change in place once printed anew."""

    def site(_: Edition) -> Iterator[Output]:
        yield Artifact(
            "site/brochures/automne/index.html", b"<html><head></head><body><main></main></body></html>"
        )

    pages = [10, 20]  # widths, in pixels

    def press(_: Edition) -> Iterator[Output]:
        shown = []
        for rank, page in enumerate(pages, 1):
            shown.append(Facsimile(rank, f"brochures/automne/pages/{rank:02}.png", page, page, ""))
            yield Artifact(f"site/{shown[-1].address}", picture(page))
        yield Made("brochures/automne/", "brochures/automne/automne.pdf", tuple(shown))

    with play({"site": site}, {"imprimés": press}) as scene:
        tab.goto(f"{scene.address}brochures/automne/index.html")
        pictures = tab.locator(".apercu-pages img")
        expect(pictures).to_have_count(2, timeout=PATIENCE)
        expect(pictures.nth(1)).to_have_attribute("alt", "Page 2")
        before = pictures.nth(1).get_attribute("src") or ""
        pages[1:] = [30, 40]
        scene.preview.refresh()
        expect(pictures).to_have_count(3, timeout=PATIENCE)
        expect(pictures.nth(1)).not_to_have_attribute("src", before)
        eventually(tab, "[...document.images].map(one => one.naturalWidth)", [10, 30, 40])


def test_a_tab_that_slept_over_a_restart_shows_the_new_text(play: Any, tab: Page) -> None:
    """Both runs have drawn the site as often: only the run itself tells them apart."""
    with play(SITE) as scene:
        open_soup(tab, scene)
        tab.context.set_offline(True)
    scene.edit(SOUP, "titre: La soupe du jeudi", "titre: La soupe du lendemain")
    with play(SITE) as again:
        if again.address != scene.address:
            pytest.skip("another program took the port meanwhile")
        assert again.preview.shown.drawn == scene.preview.shown.drawn
        tab.context.set_offline(False)
        expect(tab.locator("h1")).to_have_text("La soupe du lendemain", timeout=PATIENCE)


def test_warnings_wait_in_a_quiet_strip(play: Any, tab: Page, complaints: list[str]) -> None:
    """A strip that the keyboard opens, that stays open, and that alerts nobody."""
    with play(SITE) as scene:
        open_soup(tab, scene)
        strip = tab.locator(".apercu-avis")
        scene.file("fiches/verger.md.txt").write_text("---\ntitre: Le verger\n---\n", "utf-8")
        expect(strip.locator("summary")).to_have_text("Un avertissement", timeout=PATIENCE)
        expect(tab.get_by_role("alert")).to_have_count(0)
        expect(strip.get_by_text("Renommez-le « verger.md »")).not_to_be_visible()

        strip.locator("summary").focus()
        tab.keyboard.press("Enter")
        expect(strip.get_by_text("Renommez-le « verger.md »")).to_be_visible()
        expect(strip.locator(".apercu-lieu")).to_have_text("content/fiches/verger.md.txt")

        scene.file("photos.zip").write_bytes(b"PK")
        expect(strip.locator("summary")).to_have_text("2 avertissements", timeout=PATIENCE)
        tab.goto(scene.address)
        expect(strip.get_by_text("photos.zip").first).to_be_visible(timeout=PATIENCE)

        scene.file("fiches/verger.md.txt").unlink()
        scene.file("photos.zip").unlink()
        expect(strip).to_have_count(0, timeout=PATIENCE)
        assert complaints == []


@pytest.mark.skipif(not AXE.exists(), reason="axe-core manque : l’accessibilité n’est PAS vérifiée")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_strip(play: Any, browser: Browser, root: Any, scheme: Any) -> None:
    (root / "content/fiches/verger.md.txt").write_text("---\ntitre: Le verger\n---\n", "utf-8")
    with play(SITE, watched=False) as scene:
        context = browser.new_context(bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")
        context.add_init_script(path=AXE)
        tab = context.new_page()
        open_soup(tab, scene)
        summary = tab.locator(".apercu-avis summary")
        for _ in range(2):  # closed, then open
            expect(summary).to_be_visible(timeout=PATIENCE)
            tab.wait_for_load_state()
            assert tab.evaluate(AXE_RUN) == []
            summary.press("Enter")
        context.close()


def test_a_broken_template_is_told_and_the_page_still_drawn(play: Any, tab: Page, root: Any) -> None:
    with play(SITE) as scene:
        open_soup(tab, scene)
        (root / "templates/site").mkdir(parents=True)
        (root / "templates/site/fiche.html").write_text("<p>\n{{ view.rien }}")
        expect(tab.locator(".apercu-avis .apercu-lieu").first).to_have_text(
            "templates/site/fiche.html, ligne 2", timeout=PATIENCE
        )
        expect(tab.locator("h1")).to_have_text(re.compile("La soupe du jeudi"))


def test_the_page_is_exchanged_in_place(play: Any, tab: Page, complaints: list[str]) -> None:
    """No reload: what a reader opened, chose and typed stays, and what stands there is what is served."""
    with play(SITE) as scene:
        open_soup(tab, scene)
        tab.evaluate("window.demeure = true")
        tab.evaluate("document.querySelector('main a').focus()")
        focused = tab.evaluate("document.activeElement.outerHTML")
        scene.edit(SOUP, "titre: La soupe du jeudi", "titre: La soupe du samedi")
        expect(tab.locator("h1")).to_have_text("La soupe du samedi", timeout=PATIENCE)
        expect(tab).to_have_title(re.compile("La soupe du samedi"))
        assert tab.evaluate("window.demeure") is True
        assert tab.evaluate("document.activeElement.outerHTML") == focused
        served = """fetch(location.pathname).then((one) => one.text()).then((html) => {
            const page = new DOMParser().parseFromString(html, "text/html");
            return [page.head.isEqualNode(document.head), page.body.isEqualNode(document.body)];
        })"""
        assert tab.evaluate(served) == [True, True]
        assert complaints == []


def test_the_list_is_exchanged_and_still_narrows(play: Any, tab: Page, complaints: list[str]) -> None:
    with play(SITE) as scene:
        with tab.expect_request(lambda one: "/__apercu__/etat?" in one.url):
            tab.goto(f"{scene.address}fiches/index.html")
        tab.evaluate("window.demeure = true")
        field = tab.locator("[data-filtre-texte] input")
        field.fill("samedi")
        scene.edit(SOUP, "titre: La soupe du jeudi", "titre: La soupe du samedi")
        expect(tab.get_by_role("link", name="La soupe du samedi")).to_be_visible(timeout=PATIENCE)
        assert tab.evaluate("window.demeure") is True
        assert field.input_value() == "samedi"
        eventually(tab, "document.querySelectorAll(':is(.fiche, .fiche-ligne):not([hidden])').length", 1)
        field.fill("")
        eventually(tab, "document.querySelectorAll(':is(.fiche, .fiche-ligne)[hidden]').length", 0)
        assert complaints == []


def test_a_page_that_did_not_change_is_left_alone(play: Any, tab: Page) -> None:
    asked: list[str] = []
    with play(SITE) as scene:
        with tab.expect_request(lambda one: "/__apercu__/etat?" in one.url):
            tab.goto(f"{scene.address}mentions-legales/index.html")
        tab.on("request", lambda one: asked.append(one.url))
        with tab.expect_request(lambda one: "/__apercu__/etat?" in one.url):
            scene.edit(SOUP, "titre: La soupe du jeudi", "titre: La soupe du samedi")
        assert not [one for one in asked if "/mentions-legales/" in one]

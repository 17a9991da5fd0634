"""A whole morning in a real Chromium, by keyboard alone; axe on every form, light and dark."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from serve.editor.visitor import Visitor
from serve.scene import Scene

ROOT = Path(__file__).resolve().parents[3]
CHECKERS = ROOT / ".checkers/node_modules"
AXE, VNU = CHECKERS / "axe-core/axe.min.js", CHECKERS / "vnu-jar/build/dist/vnu.jar"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PATIENCE = 20_000  # milliseconds
HOUSE, EVENTS, SOUP = (
    "content/maisons/le-bac.md",
    "content/calendrier/hiver.yaml",
    "content/fiches/soupe-du-jeudi.md",
)
MOST_TABS = 60
MOST_KEYS = 80  # for each of the three gestures of a morning, words included

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium n’est pas installé : l’éditeur n’est PAS vérifié"),
    pytest.mark.filterwarnings("ignore:Callback with id"),  # see test_edit
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def tab(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("console", lambda one: complaints.append(one.text) if one.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()


class Hands:
    """Ten fingers and no mouse; ``keys`` counts what they press."""

    def __init__(self, tab: Page) -> None:
        self.tab = tab
        self.keys = 0

    def press(self, key: str) -> None:
        self.keys += 1
        self.tab.keyboard.press(key)

    def to(self, wanted: str) -> None:
        """Tab until what has the focus matches a selector."""
        for _ in range(MOST_TABS):
            if self.tab.evaluate("wanted => document.activeElement.matches(wanted)", wanted):
                return
            self.press("Tab")
        raise AssertionError(f"{wanted} is not reached by keyboard")

    def type(self, words: str) -> None:
        self.keys += len(words)
        self.tab.keyboard.type(words)

    def enter(self) -> None:
        with self.tab.expect_navigation():
            self.press("Enter")


def test_an_event_is_added_in_one_screen(tab: Page, scene: Scene, complaints: list[str]) -> None:
    hands = Hands(tab)
    tab.goto(f"{scene.address}__editer__/")
    hands.to("a.bouton")
    hands.enter()
    hands.to("#c\\.titre")
    hands.type("Atelier vélo")
    hands.to("[id='c.maisons.o1']")
    hands.press("Space")
    hands.to("#c\\.recurrence")
    hands.type("mercredi 3 mars 2027 de 14h à 16h")
    expect(tab.locator("#dates")).to_contain_text("mercredi 3 mars 2027, de 14 h à 16 h")
    hands.enter()
    expect(tab.locator("h1")).to_have_text("Enregistré")
    expect(tab.get_by_role("status")).to_contain_text("Ce que cela change")
    hands.to("a.bouton")
    hands.enter()
    expect(tab.locator("h1")).to_contain_text("Atelier vélo")
    assert "titre: Atelier vélo" in (scene.root / EVENTS).read_text("utf-8")
    assert complaints == []
    assert hands.keys <= MOST_KEYS


def test_a_phone_is_corrected_and_undone(tab: Page, scene: Scene, complaints: list[str]) -> None:
    hands = Hands(tab)
    before = (scene.root / HOUSE).read_bytes()
    tab.goto(f"{scene.address}maisons/le-bac/index.html")
    for _ in range(2):
        hands.press("Shift+Tab")  # the link is the last of the page
    hands.to(".apercu-modifier a")
    hands.enter()
    hands.to("[id='c.telephones.0']")
    hands.press("Control+a")
    hands.type("02 61 91 20")
    hands.enter()
    summary = tab.get_by_role("alert")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("n’est pas un numéro de téléphone")
    hands.to(".avis a")
    hands.press("Enter")
    hands.to("[id='c.telephones.0']")
    hands.press("End")
    hands.type(" 99")
    hands.enter()
    expect(tab.locator("h1")).to_have_text("Enregistré")
    assert "telephone: 02 61 91 20 99\n" in (scene.root / HOUSE).read_text("utf-8")
    hands.to("form button")
    hands.enter()
    expect(tab.locator("h1")).to_have_text("Enregistré")
    assert (scene.root / HOUSE).read_bytes() == before
    assert [one for one in complaints if "422" not in one] == []
    assert hands.keys <= MOST_KEYS


def test_a_session_is_cancelled_in_two_gestures(tab: Page, scene: Scene, complaints: list[str]) -> None:
    hands, gestures = Hands(tab), 0
    tab.goto(f"{scene.address}agenda/la-soupe-du-jeudi/index.html")
    hands.press("Shift+Tab")
    hands.to(".apercu-modifier a")
    hands.enter()
    gestures += 1
    hands.to(".seances button")
    hands.enter()
    gestures += 1
    expect(tab.locator(".annulee")).to_have_text("jeudi 7 janvier 2027, de 18 h à 19 h (annulé)")
    assert gestures == 2
    assert "\n  annule: 7 janvier 2027\n" in (scene.root / EVENTS).read_text("utf-8")
    assert complaints == []
    assert hands.keys <= MOST_KEYS


def test_the_buttons_of_a_long_text(tab: Page, scene: Scene, complaints: list[str]) -> None:
    hands = Hands(tab)
    tab.goto(f"{scene.address}__editer__/fiche?fichier={SOUP}")
    area = tab.locator("[id='c.resume']")
    area.focus()
    hands.press("Control+a")
    hands.type("Soupe")
    hands.press("Shift+Home")
    for _ in range(4):
        hands.press("Shift+Tab")
    hands.press("Space")
    expect(area).to_have_value("**Soupe**")
    assert complaints == []


def test_a_phone_without_script_or_network(browser: Browser, scene: Scene) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{scene.address}__editer__/nouveau?sorte=evenement")
    page.fill("[id='c.titre']", "Bal")
    page.fill("[id='c.recurrence']", "tous les lundis de 9h à 10h, à partir du 11 janvier 2027")
    page.click("text=Vérifier les dates")
    expect(page.locator("#dates")).to_contain_text("lundi 18 janvier 2027, de 9 h à 10 h")
    page.click(".gestes button")
    expect(page.locator("h1")).to_have_text("Enregistré")
    assert [one for one in asked if not one.startswith(scene.address)] == []
    context.close()


def every_page(scene: Scene) -> list[str]:
    """Every form there is, an error and a conflict among them."""
    room = scene.server.editor.room
    Visitor(scene).send(Visitor(scene).entry(HOUSE).form("fiche").set("c.adresse", "6 place du Bac"))
    Visitor(scene).send(Visitor(scene).get(f"supprimer?fichier={EVENTS}&rang=1").form("supprimer"), "")
    kinds = [f"nouveau?sorte={kind.kind.name}" for kind in scene.preview.project.kinds]
    files = [one.file for one in room.shelves.files()]
    return [
        "", "?q=soupe", "a-corriger", "corbeille", "inconnue", *kinds,
        *(f"fiche?fichier={file}" for file in files),
        f"texte?fichier={HOUSE}", f"histoire?fichier={HOUSE}", f"supprimer?fichier={HOUSE}",
        f"fichier?fichier={EVENTS}", f"fait?fichier={HOUSE}&depuis=0",
    ]  # fmt: skip


RUN = """async () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
  const found = await axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']});
  return found.violations.flatMap(v => v.nodes.map(
    n => `${v.id}: ${n.target.join(' ')} ${n.failureSummary.slice(0, 200)}`));
}"""


@pytest.mark.skipif(not AXE.exists(), reason="axe-core manque (voir .ci/run) : l’éditeur n’est PAS vérifié")
def test_no_violation_and_no_sideways_scroll(browser: Browser, scene: Scene) -> None:
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    context.add_init_script(path=AXE)
    tab, wrong, looks = context.new_page(), [], 0
    for path in every_page(scene):
        tab.goto(f"{scene.address}__editer__/{path}")
        tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        for width, scheme in ((1280, "light"), (360, "dark"), (360, "light"), (1280, "dark")):
            tab.set_viewport_size({"width": width, "height": 900})
            tab.emulate_media(color_scheme=scheme)
            looks += 1
            wrong += [f"{path} {width} {scheme} {one}" for one in tab.evaluate(RUN)]
            if tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wrong.append(f"{path} {width} défile de côté")
    context.close()
    assert wrong == []
    assert looks > 100


def refused_pages(scene: Scene) -> dict[str, str]:
    """The pages that only a form that is refused leads to."""
    visitor = Visitor(scene)
    house = visitor.entry(HOUSE).form("fiche")
    stale = visitor.entry(HOUSE).form("fiche").set("c.adresse", "8 place du Bac")
    text = visitor.get(f"texte?fichier={HOUSE}").form("texte")
    visitor.send(visitor.entry(HOUSE).form("fiche").set("c.adresse", "7 place du Bac"))
    event = visitor.get("nouveau?sorte=evenement").form("nouveau").set("c.titre", "La soupe du jeudi")
    return {
        "error": visitor.send(house.set("c.telephones.0", "02").set("c.courriel", "x")).text,
        "conflict": visitor.send(stale).text,
        "conflict of texts": visitor.send(text.set("texte", "---\r\nnom: X\r\n---"), "").text,
        "asleep": visitor.send(visitor.entry(HOUSE).form("fiche").set("jeton", "x")).text,
        "twin": visitor.send(event.set("c.debut", "14 janvier 2027")).text,
        "dates": visitor.send(event.set("c.debut", "31 février 2027"), "dates").text,
        "message": visitor.post("/__editer__/annuler", "jeton=x").text,
    }


@pytest.mark.skipif(not AXE.exists(), reason="axe-core manque (voir .ci/run) : l’éditeur n’est PAS vérifié")
def test_no_violation_where_a_form_is_refused(browser: Browser, scene: Scene) -> None:
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    context.add_init_script(path=AXE)
    tab, wrong = context.new_page(), []
    for name, html in refused_pages(scene).items():
        page = html.replace("<head>", f'<head><base href="{scene.address}">')
        tab.goto(f"{scene.address}__editer__/")
        tab.set_content(page)
        for width, scheme in ((1280, "light"), (360, "dark")):
            tab.set_viewport_size({"width": width, "height": 900})
            tab.emulate_media(color_scheme=scheme)
            wrong += [f"{name} {width} {scheme} {one}" for one in tab.evaluate(RUN)]
            if tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wrong.append(f"{name} {width} défile de côté")
    context.close()
    assert wrong == []


@pytest.mark.java
@pytest.mark.node
@pytest.mark.skipif(not shutil.which("java") or not VNU.exists(), reason="vnu-jar ou Java manque")
def test_the_reference_checker_finds_no_fault(scene: Scene, tmp_path: Path) -> None:
    pages = {path: Visitor(scene).get(path).text for path in every_page(scene)} | refused_pages(scene)
    folder = tmp_path / "pages"
    folder.mkdir()
    names = [path for path, html in pages.items() if html]  # the others lead elsewhere
    for rank, html in enumerate(filter(None, pages.values())):
        (folder / f"{rank}.html").write_text(html, "utf-8")
    command = ["java", "-Xss1m", "-jar", str(VNU), "--errors-only", "--format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, check=False)
    found = [
        f"{names[int(Path(one['url']).stem)]}: {one['message']} {one.get('extract', '')}"
        for one in json.loads(done.stderr)["messages"]
    ]
    assert found == []

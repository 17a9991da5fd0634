"""Both pages in a real Chromium: by keyboard only, and as axe-core sees them."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from playwright.sync_api import TimeoutError as TooLateError

from serve.drops.conftest import HOUSE, photo
from serve.drops.test_programme import TABLE

ROOT = Path(__file__).resolve().parents[3]
AXE = ROOT / ".checkers/node_modules/axe-core/axe.min.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
RUN = """async () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
  const found = await axe.run(document, {runOnly: tags, resultTypes: ['violations']});
  return found.violations.flatMap(v => v.nodes.map(n => `${v.id} ${n.target} ${n.failureSummary}`));
}"""
WIDE = "document.documentElement.scrollWidth - innerWidth"
pytestmark = [
    pytest.mark.chromium,
    pytest.mark.skipif(not CHROMIUM, reason="Chromium n’est pas installé : les dépôts ne sont PAS vérifiés"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def is_complaint(one: ConsoleMessage) -> bool:
    """An error, but that the small scene has no icon."""
    return one.type == "error" and not one.location["url"].endswith("favicon.ico")


@pytest.fixture
def complaints() -> list[str]:
    return []


@pytest.fixture
def tab(browser: Browser, complaints: list[str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 900, "height": 700})
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.on("console", lambda one: complaints.append(one.text) if is_complaint(one) else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()


def tab_to(page: Page, selector: str) -> None:
    """Reach a control by the Tab key alone."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("(wanted) => document.activeElement.matches(wanted)", selector):
            return
    raise AssertionError(selector)


def choose(page: Page, selector: str, file: Path) -> None:
    tab_to(page, selector)
    for patience in (3_000, 20_000):  # a browser that has just started may miss a key
        try:
            with page.expect_file_chooser(timeout=patience) as chooser:
                page.keyboard.press("Space")
        except TooLateError:
            continue
        chooser.value.set_files(file)
        return
    raise AssertionError("no file chooser")


def press(page: Page, selector: str) -> None:
    tab_to(page, selector)
    page.keyboard.press("Enter")
    page.wait_for_load_state()


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_photo_by_keyboard_only(scene, browser, tmp_path, script):
    file = tmp_path / "Façade d’été.jpg"
    file.write_bytes(photo())
    context = browser.new_context(java_script_enabled=script)
    tab = context.new_page()
    tab.goto(f"{scene.address}__editer__/fiche?fichier={quote(HOUSE)}&rang=0")
    link = tab.get_by_role("link", name="Déposer une photo")
    link.focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("heading", level=1)).to_have_text("Déposer une photo")
    _fill(tab, file, script=script)
    expect(tab.get_by_role("heading", level=1)).to_have_text("Enregistré")
    assert scene.file("images/facade-d-ete.jpg").is_file()
    assert "photo_description: La façade, vue du pont" in scene.file("maisons/le-bac.md").read_text("utf-8")
    context.close()


def _fill(tab: Page, file: Path, *, script: bool) -> None:
    if not script:  # the keyboard reaches the same, but only a page's script can tell where it is
        tab.set_input_files("#photo", file)
        tab.get_by_label("Ce que montre la photo").fill("La façade, vue du pont")
        tab.get_by_label("Non, personne").check()
        tab.get_by_role("button", name="Enregistrer", exact=True).last.press("Enter")
        return
    choose(tab, "#photo", file)
    press(tab, "button[value=voir]")
    seen = tab.get_by_role("img", name="La photo déposée")
    expect(seen).to_be_visible()
    assert seen.evaluate("one => one.naturalWidth") == 1200
    tab_to(tab, "#description")
    tab.keyboard.type("La façade, vue du pont")
    tab_to(tab, "input[name=personnes]")
    tab.keyboard.press("Space")
    press(tab, ".gestes button[value=enregistrer]")


def test_what_is_missing_takes_the_keyboard_there(scene, tab):
    tab.goto(f"{scene.address}__editer__/photo?fichier={quote(HOUSE)}&rang=0")
    press(tab, ".gestes button[value=enregistrer]")
    notice = tab.get_by_role("alert")
    expect(notice).to_be_focused()
    expect(notice.get_by_role("heading")).to_have_text("3 points à revoir")
    press(tab, "#avis a[href='#description']")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.id") in {"description", "personnes.1"}


def test_a_programme_by_keyboard_only(scene, tab, tmp_path, complaints):
    file = tmp_path / "programme.csv"
    file.write_text(TABLE, "utf-8")
    tab.goto(f"{scene.address}__editer__/importer")
    choose(tab, "#programme", file)
    press(tab, ".gestes button")
    expect(tab.get_by_role("checkbox")).to_have_count(4)
    tab_to(tab, "input[name=pris]")
    tab.keyboard.press("Space")  # not the first one
    press(tab, ".gestes button")
    expect(tab.get_by_role("heading", level=1)).to_have_text("C’est importé")
    written = scene.file("calendrier/programme.yaml").read_text("utf-8")
    assert ("Loto" in written, "Bal des voisins" in written, "Tricot" in written) == (False, True, True)
    assert complaints == []


def test_a_file_dropped_on_the_button_is_taken(scene, tab):
    """The browser's own way: no script of ours is needed for it."""
    tab.goto(f"{scene.address}__editer__/importer")
    tab.evaluate(
        """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], 'programme.csv', {type: 'text/csv'}));
          document.querySelector('#programme').files = data.files;
        }""",
        TABLE,
    )
    tab.get_by_role("button", name="Lire ce fichier").click()
    expect(tab.get_by_role("checkbox")).to_have_count(4)


def test_a_heavy_file_is_told_before_it_is_sent(scene, tab):
    tab.goto(f"{scene.address}__editer__/importer")
    tab.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(41e6)], 'film.csv'));
          const input = document.querySelector('#programme');
          input.files = data.files;
          input.dispatchEvent(new Event('change'));
        }"""
    )
    assert (
        tab.evaluate("document.querySelector('#programme').validationMessage")
        == "Ce fichier pèse plus de 40 Mo."
    )
    tab.get_by_role("button", name="Lire ce fichier").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("Importer un programme")


@pytest.mark.skipif(not AXE.exists(), reason="axe-core manque : l’accessibilité n’est PAS vérifiée")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_and_nothing_overflows(scene, browser, tmp_path, width, scheme):
    file, picture = tmp_path / "programme.csv", tmp_path / "a.jpg"
    file.write_text(TABLE, "utf-8")
    picture.write_bytes(photo((300, 200)))
    context = browser.new_context(
        bypass_csp=True,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    context.add_init_script(path=AXE)
    tab = context.new_page()

    def looked_at(what: str) -> None:
        tab.wait_for_load_state()
        assert tab.evaluate(RUN) == [], what
        assert tab.evaluate(WIDE) <= 0, what

    tab.goto(f"{scene.address}__editer__/importer")
    looked_at("importer")
    tab.get_by_role("button", name="Lire ce fichier").click()
    looked_at("importer, without a file")
    tab.set_input_files("#programme", file)
    tab.get_by_role("button", name="Lire ce fichier").click()
    looked_at("what arrives")
    tab.goto(f"{scene.address}__editer__/photo?fichier={quote(HOUSE)}&rang=0")
    looked_at("photo")
    tab.set_input_files("#photo", picture)
    tab.get_by_role("button", name="Voir la photo").click()
    looked_at("photo, seen")
    tab.get_by_role("button", name="Enregistrer").last.click()
    looked_at("photo, with what is missing")
    context.close()

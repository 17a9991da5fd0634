"""What is shown: the last good pages, what is wrong since, and the printed things a step behind."""

import json
import threading
from collections.abc import Iterator

from filquartiers.artifact import Artifact
from filquartiers.build import PAGES
from filquartiers.edition import Edition, Output
from filquartiers.made import Facsimile, Made
from filquartiers.model.kinds import Fiche
from filquartiers.serve.answers import state
from serve.scene import contents, errors, sheets, text

SOUP = "fiches/soupe-du-jeudi.md"


def test_a_save_is_shown(play):
    with play(watched=False) as scene:
        scene.edit(SOUP, "titre: La soupe du jeudi", "titre: La soupe du vendredi")
        shown = scene.preview.refresh()
        assert "<h1>La soupe du vendredi</h1>" in text(shown, "fiches/soupe-du-jeudi/index.html")


def test_a_mistake_keeps_the_last_good_page_and_its_place_in_lists(play):
    with play(watched=False) as scene:
        scene.edit(SOUP, "titre: La soupe du jeudi", "titre: Bonne soupe")
        scene.preview.refresh()
        scene.edit(SOUP, "statut: en cours", "statut: en courz")
        shown = scene.preview.refresh()
        assert errors(shown) == ["choix-inconnu"]
        assert shown.errors[0].where.line == 7
        assert "Bonne soupe" in text(shown, "fiches/soupe-du-jeudi/index.html")
        assert "<li>Bonne soupe</li>" in text(shown, "index.html")


def test_other_files_still_follow_while_one_is_broken(play):
    with play(watched=False) as scene:
        scene.edit(SOUP, "statut: en cours", "statut: en courz")
        scene.preview.refresh()
        scene.edit("fiches/barques-et-pinceaux.md", "titre: ", "titre: Nos ")
        shown = scene.preview.refresh()
        assert errors(shown) == ["choix-inconnu"]
        assert "<h1>Nos " in text(shown, "fiches/barques-et-pinceaux/index.html")
        assert "La soupe du jeudi" in text(shown, "index.html")


def test_what_leans_on_a_broken_file_stays_too(play):
    """The network holds everything: a mistake in it must not empty the site."""
    with play(watched=False) as scene:
        before = scene.preview.shown
        scene.edit("reseaux/belleville.md", "zone_scolaire: B", "zone_scolaire: Z")
        shown = scene.preview.refresh()
        assert errors(shown)
        assert {one.where.file for one in shown.errors} == {"content/reseaux/belleville.md"}
        assert contents(shown) == contents(before)


def test_a_broken_event_does_not_hide_the_others_of_its_file(play):
    def events(edition: Edition) -> Iterator[Output]:
        titles = [one.title for one in edition.site.entries["evenement"]]
        yield Artifact("site/index.html", "\n".join(titles).encode())

    with play({"agenda": events}, watched=False) as scene:
        before = text(scene.preview.shown, "index.html")
        scene.edit("calendrier/hiver.yaml", "samedi 16 janvier 2027", "samedi 36 janvier 2027")
        shown = scene.preview.refresh()
        assert errors(shown)
        assert text(shown, "index.html") == before


def test_mended_all_is_told_no_more(play):
    with play(watched=False) as scene:
        scene.edit(SOUP, "statut: en cours", "statut: en courz")
        scene.preview.refresh()
        scene.edit(SOUP, "statut: en courz", "statut: terminée")
        assert errors(scene.preview.refresh()) == []


def test_broken_from_the_start_the_rest_is_shown(play, root):
    file = root / "content" / SOUP
    file.write_text("---\ntitre: [\n---\n", encoding="utf-8")
    with play(watched=False) as scene:
        shown = scene.preview.shown
        assert errors(shown)
        assert "Barques et pinceaux" in text(shown, "index.html")


def test_a_deleted_sheet_goes(play):
    with play(watched=False) as scene:
        scene.file("calendrier/hiver.yaml").unlink()
        scene.file(SOUP).unlink()
        shown = scene.preview.refresh()
        assert errors(shown) == []
        assert not text(shown, "fiches/soupe-du-jeudi/index.html")


def test_a_renamed_page_is_followed_even_through_a_mistake(play):
    """Renaming breaks the references to the file; its page must be found again once they are mended."""
    with play(watched=False) as scene:
        scene.file(SOUP).rename(scene.file("fiches/soupe.md"))
        assert errors(scene.preview.refresh())
        scene.edit("calendrier/hiver.yaml", "fiche: soupe-du-jeudi", "fiche: soupe")
        shown = scene.preview.refresh()
        assert errors(shown) == []
        assert shown.moved["site/fiches/soupe-du-jeudi/index.html"] == "site/fiches/soupe/index.html"


def test_a_renderer_that_fails_is_told_in_french_and_the_pages_stay(play):
    fails = threading.Event()

    def fragile(edition: Edition) -> Iterator[Output]:
        yield from sheets(edition)
        if fails.is_set():
            raise ZeroDivisionError

    with play({"fiches": fragile}, watched=False) as scene:
        fails.set()
        shown = scene.preview.refresh()
        assert errors(shown) == ["faute-du-programme"]
        assert "La soupe du jeudi" in text(shown, "fiches/soupe-du-jeudi/index.html")
        fails.clear()
        assert errors(scene.preview.refresh()) == []


class Press:
    """A slow renderer: it prints when it is let to, and notes what it was given."""

    def __init__(self) -> None:
        self.free = threading.Event()
        self.begun = threading.Semaphore(0)
        self.given: list[str] = []

    def __call__(self, edition: Edition) -> Iterator[Output]:
        self.begun.release()
        self.free.wait(20)
        titles = " ".join(one.titre for one in edition.site.of(Fiche))
        self.given.append(titles)
        yield Artifact("site/brochures/automne/pages/01.png", titles.encode())


def test_the_site_does_not_wait_for_the_printed_things(play):
    press = Press()
    with play(printed={"imprimés": press}) as scene:
        assert press.begun.acquire(timeout=20)
        scene.edit(SOUP, "titre: La soupe du jeudi", "titre: Un")
        scene.until(lambda shown: "<h1>Un</h1>" in text(shown, "fiches/soupe-du-jeudi/index.html"))
        assert press.given == []
        press.free.set()
        shown = scene.until(lambda shown: not shown.printing)
        assert "Un" in text(shown, "brochures/automne/pages/01.png")


def test_at_most_one_printing_waits(play):
    press = Press()
    with play(printed={"imprimés": press}, watched=False) as scene:
        assert press.begun.acquire(timeout=20)
        for title in ("Un", "Deux", "Trois"):
            scene.edit(SOUP, scene.file(SOUP).read_text().split("\n")[1], f"titre: {title}")
            scene.preview.refresh()
        press.free.set()
        scene.until(lambda shown: not shown.printing)
        assert len(press.given) == 2
        assert "Trois" in press.given[-1]


def test_a_failing_press_leaves_the_former_pages(play):
    press = Press()
    press.free.set()
    fails = threading.Event()

    def fragile(edition: Edition) -> Iterator[Output]:
        yield from press(edition)
        if fails.is_set():
            raise ZeroDivisionError

    with play(printed={"imprimés": fragile}, watched=False) as scene:
        former = contents(scene.until(lambda shown: not shown.printing))
        fails.set()
        scene.preview.refresh()
        shown = scene.until(lambda shown: not shown.printing)
        assert contents(shown) == former
        assert errors(shown) == ["faute-du-programme"]


def test_closing_stops_the_press_between_two_things(play):
    drawn: list[int] = []
    begun, go_on = threading.Event(), threading.Event()

    def many(_: Edition) -> Iterator[Output]:
        for rank in range(1000):
            drawn.append(rank)
            yield Artifact(f"impression/{rank}.pdf", b"")
            begun.set()
            go_on.wait(20)

    with play(printed={"imprimés": many}, watched=False) as scene:
        assert begun.wait(20)
        threading.Timer(0.05, go_on.set).start()
        scene.preview.close()
        assert len(drawn) < 1000
    assert not [one for one in threading.enumerate() if one.name == "imprimés"]


def test_pages_are_drawn_again_when_there_is_another_printed_file_to_offer(play):
    def offering(edition: Edition) -> Iterator[Output]:
        names = ", ".join(one.file for one in edition.printed)
        yield Artifact("site/index.html", f"<html><body>{names}</body></html>".encode())

    def press(_: Edition) -> Iterator[Output]:
        yield Artifact("impression/valmarin.pdf", b"%PDF")
        yield Made("agenda/", "agenda/valmarin.pdf")

    with play({"pages": offering}, {"imprimés": press}, watched=False) as scene:
        shown = scene.until(lambda shown: "valmarin" in text(shown, "index.html"))
        assert "impression" not in text(shown, "index.html")
        assert shown.drawn == 2
        again = scene.preview.refresh()
        assert "valmarin" in text(again, "index.html")


def test_the_browser_is_told_the_printed_pages_of_a_page(play):
    def press(_: Edition) -> Iterator[Output]:
        pages = tuple(Facsimile(rank, f"brochures/é/pages/{rank:02}.png", 1, 1, "") for rank in (1, 2))
        for page in pages:
            yield Artifact(f"site/{page.address}", page.address.encode())
        yield Made("brochures/é/", "brochures/é/é.pdf", pages)

    with play({}, {"imprimés": press}, watched=False) as scene:
        shown = scene.until(lambda shown: shown.printed.made)
        told = {path: json.loads(state(shown, path).body)["pages"] for path in ("/", "/brochures/%C3%A9/")}
    assert told["/"] == []
    assert [address.split("?")[0] for address in told["/brochures/%C3%A9/"]] == [
        "/brochures/%C3%A9/pages/01.png",
        "/brochures/%C3%A9/pages/02.png",
    ]
    assert len({address.split("?")[1] for address in told["/brochures/%C3%A9/"]}) == 2


def test_it_is_said_what_a_save_changes(play):
    """Pages, lists that show them, and no more: each by its bytes."""
    with play(PAGES, watched=False) as scene:
        first = scene.until(lambda shown: not shown.looking)
        assert first.changes == ""
        file = scene.file("fiches/soupe-du-jeudi.md")
        file.write_text(file.read_text(encoding="utf-8") + "\nEncore une phrase.\n", encoding="utf-8")
        before = contents(first)
        scene.preview.refresh()
        shown = scene.until(lambda shown: not shown.looking)
        after = contents(shown)
        changed = [path for path in after if before.get(path) != after[path] and path.endswith(".html")]
        assert "site/fiches/soupe-du-jeudi/index.html" in changed
        assert shown.changes.startswith(f"{len(changed)} page")
        assert "La soupe du jeudi" in shown.changes
        scene.preview.refresh()
        assert scene.until(lambda shown: not shown.looking).changes == ""

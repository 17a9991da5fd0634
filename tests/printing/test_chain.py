"""From a site to the files that a press, an office printer and a screen take."""

import shutil
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from PIL import Image, ImageChops, ImageStat

from filquartiers.artifact import Artifact
from filquartiers.made import Made
from filquartiers.model.kinds import Photographie
from filquartiers.press.pages import page_images
from filquartiers.printing import print_products
from filquartiers.printing.chain import OUTPUTS
from filquartiers.problems import Gravity, Problem
from filquartiers.render.album import unfit
from filquartiers.store import Store


def made(edition):
    """What comes out: files by path, and problems."""
    outputs = list(print_products(edition))
    files = {one.path: one.data for one in outputs if isinstance(one, Artifact)}
    return files, [one for one in outputs if isinstance(one, Problem)]


def changed(edition, kind, index, **fields):
    """The entries of a kind, one of them changed."""
    entries = list(edition.site.entries[kind])
    entries[index] = entries[index].model_copy(update=fields)
    return {kind: tuple(entries)}


def test_a_leaflet_comes_with_everything_a_press_wants(edition):
    files, problems = made(edition())
    assert {
        f"impression/depliant-{end}" for end in ("imprimeur.pdf", "ecran.pdf", "controle.html", "bon.txt")
    } <= set(files)
    assert not [one for one in problems if one.gravity is Gravity.ERROR]
    assert "deux plis roulés" in files["impression/depliant-bon.txt"].decode()
    with pikepdf.open(BytesIO(files["impression/depliant-imprimeur.pdf"])) as pdf:
        assert str(pdf.Root.OutputIntents[0].S) == "/GTS_PDFX"


def test_the_ticket_tells_how_many_to_print(edition):
    files, _ = made(edition(**changed(edition(), "brochure", 0, exemplaires=2500)))
    assert "Exemplaires :          2\u202f500\n" in files["impression/depliant-bon.txt"].decode()


def test_the_site_gets_the_files_to_read(edition):
    files, _ = made(edition())
    assert files["site/brochures/depliant/depliant.pdf"] == files["impression/depliant-ecran.pdf"]
    assert files["site/brochures/depliant/pages/01.png"].startswith(b"\x89PNG")
    sheet = next(path for path in files if path.startswith("impression/fiches/"))
    slug = sheet.removeprefix("impression/fiches/").removesuffix(".pdf")
    assert files[f"site/fiches/{slug}/{slug}.pdf"] == files[sheet]


def test_what_was_made_is_handed_over(edition):
    told = {one.page: one for one in print_products(edition()) if isinstance(one, Made)}
    leaflet = told["brochures/depliant/"]
    assert leaflet.file == "brochures/depliant/depliant.pdf"
    assert [(one.number, one.address) for one in leaflet.facsimiles] == [
        (1, "brochures/depliant/pages/01.png"),
        (2, "brochures/depliant/pages/02.png"),
    ]
    assert all(one.width > one.height > 800 for one in leaflet.facsimiles)
    assert [one.page for one in leaflet.chapters] == [1, 1, 2, 2, 2]
    assert {one.level for one in leaflet.chapters} == {0}
    assert leaflet.facsimiles[1].chapter == leaflet.chapters[-1].title
    sheets = [one for page, one in told.items() if page.startswith("fiches/")]
    assert len(sheets) == 2
    assert not any(one.facsimiles or one.programme for one in sheets)


def test_the_months_of_a_house_are_handed_over(edition, whole):
    events = whole.entries["evenement"][:3]
    told = [
        one for one in print_products(edition(evenement=events)) if isinstance(one, Made) and one.programme
    ]
    assert told
    for one in told:
        month = one.programme
        assert one.file == f"{one.page}{month.whose}-{month.year}-{month.month:02}.pdf"


def test_the_second_time_gives_the_same_bytes(edition):
    assert made(edition()) == made(edition())


def test_a_changed_sheet_recomposes_only_what_holds_it(edition, tmp_path):
    cache = tmp_path / "build" / ".cache" / "impression"
    first = edition()
    made(first)
    before = {file.name: file.stat().st_mtime_ns for file in cache.iterdir()}
    made(edition(**changed(first, "fiche", 0, titre="Un autre titre")))
    after = {file.name: file.stat().st_mtime_ns for file in cache.iterdir()}
    kept = before.keys() & after.keys()
    assert len(kept) == len(before) - 1
    assert {name: before[name] for name in kept} == {name: after[name] for name in kept}


def test_sheets_outlive_the_day(edition, tmp_path):
    cache = tmp_path / "build" / ".cache" / "impression"
    made(edition())
    before = {file.name for file in cache.iterdir()}
    made(edition(today=date(2026, 11, 22)))
    assert len(before & {file.name for file in cache.iterdir()}) == 2  # the two sheets


def test_a_spoiled_store_is_made_again(edition, tmp_path):
    expected, store = made(edition()), tmp_path / "build" / ".cache" / "impression"
    first, second, *others = sorted(store.iterdir())
    first.write_bytes(first.read_bytes()[:-1])
    second.unlink()
    second.mkdir()
    for file in others:
        file.write_bytes(b"spoiled")
    assert made(edition()) == expected
    shutil.rmtree(store)
    store.touch()
    assert made(edition()) == expected


def test_no_flipped_byte_of_a_real_entry_ever_comes_out(edition, tmp_path):
    made(edition())
    smallest = min(
        (tmp_path / "build" / ".cache" / "impression").iterdir(), key=lambda file: file.stat().st_size
    )
    store, whole, again = Store(smallest.parent), smallest.read_bytes(), (Artifact("encore", b""),)
    for place in range(0, len(whole), max(len(whole) // 300, 1)):
        smallest.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert store.recall(smallest.name, lambda: again, OUTPUTS) == again
    smallest.write_bytes(whole)
    assert store.recall(smallest.name, lambda: again, OUTPUTS) != again


def test_another_press_gets_another_file(edition, leaflet):
    files, _ = made(edition())
    others, _ = made(edition(brochure=(press_of(leaflet, condition="FOGRA51"),)))
    name = "impression/depliant-imprimeur.pdf"
    assert files[name] != others[name]
    assert files["impression/depliant-ecran.pdf"] == others["impression/depliant-ecran.pdf"]


def test_another_profile_under_the_same_name_gets_another_file(edition, tmp_path):
    files, _ = made(edition())
    profile = bytearray(edition().asset("icc/FOGRA39L_coated.icc").read_bytes())
    profile[35] ^= 1  # the second it was made in
    (tmp_path / "icc").mkdir()
    (tmp_path / "icc" / "FOGRA39L_coated.icc").write_bytes(profile)
    others, _ = made(replace(edition(), assets=(tmp_path, *edition().assets)))
    name = "impression/depliant-imprimeur.pdf"
    assert files[name] != others[name]


def test_a_file_unfit_for_its_press_is_kept_and_says_so(edition, whole):
    (leaflet,) = (one for one in whole.entries["brochure"] if one.slug == "depliant")
    press = leaflet.presse.model_copy(update={"couverture_encre_max": 100})
    files, problems = made(edition(brochure=(leaflet.model_copy(update={"presse": press}),)))
    assert "impression/depliant-imprimeur-A-NE-PAS-IMPRIMER.pdf" in files
    assert "impression/depliant-imprimeur.pdf" not in files
    assert [one for one in problems if one.gravity is Gravity.ERROR]


def test_a_profile_unknown_or_damaged_is_told_before_composing(edition, whole, tmp_path):
    (leaflet,) = (one for one in whole.entries["brochure"] if one.slug == "depliant")
    (tmp_path / "icc").mkdir()
    (tmp_path / "icc" / "abime.icc").write_bytes(b"no profile")
    for profile in ("papier-bible.icc", "abime.icc"):
        press = leaflet.presse.model_copy(update={"profil": profile})
        asked = edition(brochure=(leaflet.model_copy(update={"presse": press}),))
        files, problems = made(replace(asked, assets=(tmp_path, *asked.assets)))
        assert not any(path.startswith("impression/depliant") for path in files)
        assert [one.code for one in problems] == ["profil-icc"]
        assert profile in problems[0].message


def test_a_format_that_nothing_draws_gives_nothing(edition, whole):
    (leaflet,) = (one for one in whole.entries["brochure"] if one.slug == "depliant")
    files, problems = made(edition(brochure=(leaflet.model_copy(update={"format": "A4"}),)))
    assert problems == []  # `checks.room` tells it
    assert not [path for path in files if "depliant" in path]


def test_a_brochure_has_a_booklet_for_the_office(edition, whole):
    brochure = next(one for one in whole.entries["brochure"] if one.format == "A5")
    short = brochure.model_copy(update={"slug": "court", "sections": brochure.sections[:1]})
    files, _ = made(edition(brochure=(short,)))
    assert files["impression/court-livret.pdf"].startswith(b"%PDF")


def press_of(leaflet, **asked):
    return leaflet.model_copy(update={"presse": leaflet.presse.model_copy(update=asked)})


@pytest.fixture
def leaflet(whole):
    return next(one for one in whole.entries["brochure"] if one.slug == "depliant")


def test_an_older_norm_and_marks_pass_the_same_checks(edition, leaflet):
    asked = press_of(leaflet, norme="PDF/X-1a", traits_de_coupe=True, fond_perdu_mm=5.0)
    files, problems = made(edition(brochure=(asked,)))
    assert not [one for one in problems if one.gravity is Gravity.ERROR]
    with pikepdf.open(BytesIO(files["impression/depliant-imprimeur.pdf"])) as pdf:
        assert str(pdf.docinfo["/GTS_PDFXVersion"]) == "PDF/X-1a:2003"
        page = pdf.pages[0]
        trim, bleed, media = (
            [float(one) for one in page[box]] for box in ("/TrimBox", "/BleedBox", "/MediaBox")
        )
        assert trim[0] - bleed[0] == pytest.approx(5 * 72 / 25.4, abs=0.01)
        assert media[0] < bleed[0]  # the marks have room outside


@pytest.fixture
def house_with(whole, tmp_path):
    """The brochure of one house whose photograph is what the test says."""

    def build(picture: bytes):
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "content" / "petite.jpg").write_bytes(picture)
        house = whole.entries["maison"][0].model_copy(update={"photo": "petite.jpg"})
        brochure = next(one for one in whole.entries["brochure"] if one.format == "A5")
        section = next(one for one in brochure.sections if one.section == "maisons")
        only = section.model_copy(update={"maisons": (house,)})
        return {
            "maison": (house, *whole.entries["maison"][1:]),
            "brochure": (brochure.model_copy(update={"sections": (only,)}),),
            "fiche": (),
        }, house

    return build


def jpeg(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=92)
    return out.getvalue()


def test_a_picture_too_small_for_paper_is_told_and_left_out(edition, house_with):
    changes, _ = house_with(jpeg(Image.effect_noise((90, 60), 80)))
    asked = edition(**changes)
    files, problems = made(asked)
    assert [one.code for one in unfit(asked)] == ["photo-petite"]
    assert not [one for one in problems if one.gravity < Gravity.NOTICE]
    name = next(path for path in files if path.endswith("-imprimeur.pdf") and "planche" not in path)
    with pikepdf.open(BytesIO(files[name])) as pdf:
        assert not [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/Width" in one]


@pytest.mark.parametrize("size", [(2268, 4032), (4032, 2268), (3000, 3000), (420, 300), (300, 700)])
def test_no_frame_asks_more_of_a_photograph_than_it_has(edition, house_with, size):
    """As a telephone takes them, and as a message sends them: never refused for what we did to them."""
    changes, _ = house_with(jpeg(Image.effect_noise((size[0] // 4, size[1] // 4), 80).resize(size)))
    _, problems = made(edition(**changes))
    assert {one.code for one in problems if one.gravity < Gravity.NOTICE} <= {"image-juste"}
    if min(size) > 2000:
        assert not [one for one in problems if one.gravity < Gravity.NOTICE]


@pytest.mark.parametrize(("focus", "kept"), [((0.5, 0.0), "red"), ((0.5, 1.0), "blue"), (None, "lime")])
def test_what_is_to_be_kept_of_a_photograph_is_kept(edition, house_with, focus, kept):
    """Three stripes one over the other, in a picture of which a frame keeps one."""
    stripes = Image.new("RGB", (1800, 1600), "lime")
    stripes.paste("red", (0, 0, 1800, 600))
    stripes.paste("blue", (0, 1000, 1800, 1600))
    changes, _ = house_with(jpeg(stripes))
    told = Photographie(slug="petite", fichier="petite.jpg", personnes=False).model_copy(
        update={"cadrage": focus}
    )
    files, _ = made(edition(**changes, photographie=(told,)))
    name = next(path for path in files if path.endswith("-ecran.pdf") and "planche" not in path)
    colours = {"red": (255, 0, 0), "lime": (0, 255, 0), "blue": (0, 0, 255)}
    pages = list(page_images(files[name], 30))
    seen = {colour: max(_share(page, shade) for page in pages) for colour, shade in colours.items()}
    assert max(seen, key=seen.get) == kept


def _share(page: Image.Image, colour: tuple[int, int, int]) -> float:
    """How much of a page is nearly of that colour."""
    apart = ImageChops.difference(page, Image.new("RGB", page.size, colour)).convert("L")
    return sum(apart.histogram()[:40]) / (page.width * page.height)


@pytest.mark.parametrize("damage", [b"", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"])
def test_a_picture_that_cannot_be_read_leaves_the_page_without_it(edition, house_with, damage):
    changes, _ = house_with(damage)
    asked = edition(**changes)
    files, problems = made(asked)
    assert [one.code for one in problems if one.gravity < Gravity.NOTICE] == []
    # The site, that shows the same photographs, tells it.
    assert [one.code for one in unfit(asked)] == ["photo-illisible"]
    assert any(path.endswith("-imprimeur.pdf") for path in files)


def test_a_photograph_reaches_the_press_in_its_inks_and_looks_as_on_screen(edition, house_with):
    """Neither turned over nor converted twice: what typst is given is what the press gets."""
    hue = Image.linear_gradient("L").resize((1800, 1200))
    colours, photo = (
        Image.merge("RGB", (hue, hue.rotate(180), hue.point(lambda value: value // 2))),
        BytesIO(),
    )
    colours.save(photo, "JPEG", quality=92)
    changes, _ = house_with(photo.getvalue())
    files, problems = made(edition(**changes))
    assert not [one for one in problems if one.gravity < Gravity.NOTICE]
    name = next(path for path in files if path.endswith("-imprimeur.pdf") and "planche" not in path)
    with pikepdf.open(BytesIO(files[name])) as pdf:
        images = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/Width" in one]
        assert {str(one.ColorSpace) for one in images} == {"/DeviceCMYK"}
        assert {str(one.Filter) for one in images} == {"/DCTDecode"}
        assert {float(one.Width) for one in images} <= {1760, 662}
        sheet = next(n for n, page in enumerate(pdf.pages) if "/XObject" in page.get("/Resources", {}))
    press, screen = (
        list(page_images(files[one], 40))[sheet] for one in (name, name.replace("imprimeur", "ecran"))
    )
    edge = (press.width - screen.width) // 2
    press = press.crop((edge, edge, edge + screen.width, edge + screen.height))
    assert max(ImageStat.Stat(ImageChops.difference(press, screen)).mean) < 12

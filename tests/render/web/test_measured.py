"""What the site claims of itself is what its own pages were found to be, on the day they were made."""

import re
from dataclasses import replace
from datetime import date

import pytest

from filquartiers.artifact import File
from filquartiers.drawing import drawn_here
from filquartiers.render.assets import assets
from filquartiers.render.web import pages
from filquartiers.render.web.measured import Gauge, note_of

TODAY = date(2026, 11, 21)
GOOD = (
    '<html lang="fr"><head><title>{title}</title>'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self'\">"
    '<link rel="stylesheet" href="style.css"></head><body><h1>Un</h1><h2>Deux</h2>{body}</body></html>'
)


@pytest.fixture(scope="module")
def made(mini):
    return assets(mini)


@pytest.fixture
def found(mini, made):
    """What there is to say of pages, given their body, or their whole text."""

    def find(*bodies: str, identity=None, scripts=()):
        gauge, longest = Gauge(), ""
        for rank, body in enumerate(bodies):
            html = body if body.startswith("<html") else GOOD.format(title=f"Page {rank}", body=body)
            gauge.take(note_of(f"page-{rank}", f"page-{rank}/", html))
            longest = max(longest, html, key=len)
        return gauge.found(longest.encode(), made, scripts, identity or mini.identity, TODAY)

    return find


def test_good_pages_have_no_fault(found):
    told = found("", '<img src="a.webp" alt="">', '<a href="https://ailleurs.example/">Ailleurs</a>')
    faults = (told.languages, told.titles, told.headings, told.silent, told.moving)
    assert (told.pages, *faults, told.outside, told.pictures) == (3, 0, 0, 0, 0, 0, (), 1)
    assert told.guarded
    assert not told.keeps
    assert told.day == "21 novembre 2026"


@pytest.mark.parametrize(
    ("body", "name", "value"),
    [
        ("<html><title>x</title><h1>x</h1></html>", "languages", 1),
        ('<html lang="fr"><title></title><h1>x</h1></html>', "titles", 1),
        ("<h1>encore</h1>", "headings", 1),
        ("<h4>saute</h4>", "headings", 1),
        ('<img src="a.webp">', "silent", 1),
        ('<video src="a.webm"></video>', "moving", 1),
        ('<img src="https://ailleurs.example/a.png" alt="">', "outside", ("https://ailleurs.example/a.png",)),
        ('<script src="//ailleurs.example/a.js"></script>', "outside", ("//ailleurs.example/a.js",)),
        ('<img alt="" srcset="a.webp 1w, https://x.example/a.webp 2w">', "outside", ("https://x.example/a.webp",)),
        ('<link rel="preload" href="https://x.example/f.woff2">', "outside", ("https://x.example/f.woff2",)),
        ('<iframe src="https://x.example/"></iframe>', "outside", ("https://x.example/",)),
        ('<html lang="fr"><title>x</title><h1>x</h1></html>', "guarded", False),
    ],
)  # fmt: skip
def test_each_fault_is_found(found, body, name, value):
    assert getattr(found(body), name) == value


def test_two_pages_of_one_title_are_counted(found):
    html = GOOD.format(title="La même", body="")
    assert found(html, html, "").titles == 2


@pytest.mark.parametrize("code", [b"document.cookie='x'", b"localStorage.x=1", b"navigator.sendBeacon('x')"])
def test_a_script_that_keeps_or_sends_is_not_vouched_for(found, code):
    assert found("", scripts=(code,)).keeps


def test_the_size_of_letters_is_that_of_the_identity(found, mini):
    step = mini.identity.tailles["texte"].model_copy(update={"ecran": (1.0, 1.25)})
    sizes = {**mini.identity.tailles, "texte": step}
    assert found("").size == ("18", "19")
    assert found("", identity=mini.identity.model_copy(update={"tailles": sizes})).size == ("16", "20")


def test_no_size_is_claimed_for_a_style_that_is_not_ours(mini, made):
    changed = tuple(
        replace(file, data=file.data.replace(b"var(--fonte-texte)", b"12px sans-serif"))
        for file in made.files
    )
    assert Gauge().found(b"", replace(made, files=changed), (), mini.identity, TODAY).size is None


def test_what_is_claimed_is_what_was_found(fictif):
    made = drawn_here(one for one in pages(fictif) if isinstance(one, File))
    told = {one.path: one.data.decode() for one in made if one.path.endswith(".html")}
    words = re.sub(r"<[^>]+>|&nbsp;|\s+", " ", told["site/accessibilite/index.html"])
    assert f"il a relu une à une {len(told) - 2} pages" in words
    assert "18 pixels" in words
    assert "axe-core" not in words
    legal = told["site/mentions-legales/index.html"]
    assert "aucune de ces pages ne demande quoi que ce soit à un autre site" in legal

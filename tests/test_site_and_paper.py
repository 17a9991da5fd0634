"""What a page of the site says and what paper says of the same thing: the same words, in the same order.

Both are read as they come out: the HTML of the page, and the tags of the PDF in the order of a screen reader.
What stands on one side only is in the tables of `sides.agreement`, each with its reason, and nowhere else.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import dropwhile, groupby, takewhile

import pytest

from filquartiers.model.addresses import month_address, output_path
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Brochure, Charte, Evenement, Fiche, Maison, Objectifs, Pacte, Reseau
from filquartiers.render.print import Product
from filquartiers.render.print.products import Printer, action_sheet, booklets, month_programmes
from filquartiers.render.typography import typeset
from filquartiers.telling.fiche import brief
from sides.agreement import EVERY_WEEK, IN_ONE_LINE, NETWORK, disagreements, own
from sides.page import read_page
from sides.project import ROOT, Sides, part, sides_of
from sides.words import Said, bare, missing

TODAY, WINTER = date(2026, 11, 21), date(2026, 12, 1)


@pytest.fixture(scope="module", params=["reel", "fictif"])
def sides(request, examples) -> Sides:
    """The real content, and the made-up network."""
    return sides_of(ROOT if request.param == "reel" else examples / "fictif", TODAY)


@pytest.fixture(scope="module")
def brochures(sides) -> dict[str, list[Said]]:
    """For each network, a brochure with every part."""
    printer, found = Printer.of(sides.edition), {}
    for network in sides.edition.site.networks:
        entry = Brochure(slug="tout", titre="Tout", reseau=network, format="A5")
        (product,) = (one for one in booklets(printer, entry) if isinstance(one, Product))
        found[network.slug] = sides.paper(product)
    return found


def of(sides: Sides, kind: type[Entry]):
    """The entries of a kind and the network that prints them."""
    assert sides.edition.site.of(kind)
    return [(one, one.network) for one in sides.edition.site.of(kind) if one.network]


def names(sides: Sides) -> set[str]:
    """The names of the houses, as the thread has them."""
    return {bare(house.title) for house in sides.edition.site.of(Maison)}


# --- each kind ------------------------------------------------------------------------------------


def test_action_sheets(sides):
    printer = Printer.of(sides.edition)
    for sheet in sides.edition.site.of(Fiche):
        paper, page = sides.paper(action_sheet(printer, sheet)), sides.page(sheet)
        told = own(list(dropwhile(lambda one: one.role != "H1", paper)), sides.address(sheet))
        assert disagreements(page, told) == [], sheet.slug


def test_action_sheets_in_a_brochure(sides, brochures):
    """Fewer words, and the facts of all sections at the head: the same labels and values."""
    kickers = {bare(brief(sides.teller, sheet).kicker) for sheet in sides.edition.site.of(Fiche)}
    for sheet, network in of(sides, Fiche):
        found = part(brochures[network.slug], sheet.title)
        told = own(found, sides.address(sheet), kickers)
        page = "".join(one.bare for one in sides.page(sheet))
        head = list(takewhile(lambda one: one.role != "H3", told))
        assert [one.text for one in facts_of(sides, sheet, head) if one.bare not in page] == [], sheet.slug
        assert missing(told[len(head) :], sides.page(sheet)) == [], sheet.slug


def facts_of(sides: Sides, sheet: Fiche, head: list[Said]) -> Iterator[Said]:
    """The facts at the head of a brief sheet, but those told in one line."""
    labels, label = {fact.label for fact in brief(sides.teller, sheet).facts}, ""
    for one in head:
        label = one.text.strip() if one.text.strip() in labels else label
        if label not in IN_ONE_LINE:
            yield one


def test_houses(sides, brochures):
    for house, network in of(sides, Maison):
        titles = {one.bare for one in brochures[network.slug] if one.role == "H2"}
        if bare(house.title) not in titles:
            assert not any((house.adresse, house.telephones, house.horaires, house.corps)), house.slug
            continue
        found = own(part(brochures[network.slug], house.title), sides.address(house), names(sides))
        told = list(takewhile(lambda one: one.text.strip() != EVERY_WEEK, found))
        quarter = bare(house.quartier or "").lower()  # told in the list of the houses
        page = [one for one in sides.page(house)[1:] if one.bare.lower() != quarter]
        assert disagreements(grouped(page), told) == [], house.slug


def grouped(page: list[Said]) -> list[Said]:
    """The page with days in a row that have the same hours on one line, as paper has them."""
    days: list[tuple[str, list[Said]]] = []
    for one in page:
        if "horaires" in one.inside and one.role == "th":
            days.append((one.text, []))
        elif "horaires" in one.inside and one.role == "td":
            days[-1][1].append(one)
    lines = [
        line for _, row in groupby(days, key=lambda day: [one.bare for one in day[1]]) for line in run(row)
    ]
    before = list(takewhile(lambda one: one.role != "th", page))
    return [*before, *lines, *(one for one in page[len(before) :] if one.role not in {"th", "td"})]


def run(row: Iterator[tuple[str, list[Said]]]) -> Iterator[Said]:
    """« Lundi au vendredi », and their hours."""
    days = list(row)
    names = [day for day, _ in days]
    ends = names if len(names) == 1 else (names[0], names[-1].lower())
    yield Said("th", (" et " if len(names) == 2 else " au ").join(ends))
    yield from days[0][1]


def test_pacts(sides, brochures):
    for pact, network in of(sides, Pacte):
        several = len(sides.edition.site.of(Pacte, network)) > 1
        found = part(brochures[network.slug], pact.title, "H2" if several else "H1")
        told = own(found, sides.address(pact), names(sides))
        assert disagreements(sides.page(pact)[1:], told) == [], pact.slug


def test_charters(sides, brochures):
    for charter, network in of(sides, Charte):
        told = own(part(brochures[network.slug], charter.title), sides.address(charter), names(sides))
        assert disagreements(sides.page(charter)[1:], told) == [], charter.slug


def test_trees(sides, brochures):
    for tree, network in of(sides, Objectifs):
        found = part(brochures[network.slug], "L’arbre des objectifs", "H1")
        told = own(found, sides.address(tree), names(sides))
        assert disagreements(sides.page(tree)[1:], told) == [], tree.slug


def test_networks(sides, brochures):
    for network in sides.edition.site.of(Reseau):
        found = part(brochures[network.slug], network.accroche or "Qui nous sommes", "H1")
        told = own(found, sides.address(network), names(sides))
        page = [one for one in sides.page(network) if NETWORK & set(one.inside)]
        assert page
        assert disagreements(page, told) == [], network.slug


# --- the agenda of a month --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def winter(examples) -> Sides:
    """Valmarin in December 2026."""
    return sides_of(examples / "fictif", WINTER)


@pytest.mark.parametrize("month", [(2026, 12), (2027, 1)])
def test_programmes_of_a_month(winter, month):
    """Each date: its day, its title and what became of it, its hours, its place."""
    printed = month_programmes(Printer.of(winter.edition), winter.edition.site.networks[0])
    (product,) = (
        one for one in printed if one.format == "A3" and one.name.endswith("{}-{:02}".format(*month))
    )
    said = read_page(winter.pages[output_path(month_address(month))])
    page = list(by_day((one for one in said if "jours" in one.inside), r"\w+(1er|\d+)\w+"))
    paper = list(by_day(winter.paper(product), r"1er|\d+"))
    assert len(page) > 20
    assert [date_of(one[0].text) for one in page] == [date_of(one[1].text + one[0].text) for one in paper]
    how = [plain(typeset(one.inscription)) for one in winter.edition.site.of(Evenement) if one.inscription]
    for (_, *shown), (_, _, *told) in zip(page, paper, strict=True):
        titles = [titled(one) for one in shown if "jour-titre" in one.inside]
        assert missing(titles, told) == []
        on_page, on_paper = ("".join(plain(one.text) for one in side) for side in (shown, told))
        assert [one for one in pieces(shown) if one not in on_paper] == []
        # A door has no page to open: paper also tells how to register.
        assert [
            one for one in pieces(told) if one not in on_page and not any(one in words for words in how)
        ] == []


def by_day(said: Iterable[Said], day: str) -> Iterator[list[Said]]:
    """What follows each day."""
    under: list[Said] = []
    for one in dropwhile(lambda one: not re.fullmatch(day, one.bare), said):
        if re.fullmatch(day, one.bare) and under:
            yield under
            under = []
        under.append(one)
    yield under


def date_of(text: str) -> str:
    """« mardi1er », as both write it."""
    return re.match(r"[a-z]+(1er|\d+)", bare(text).lower()).group()


def titled(one: Said) -> Said:
    """Paper has what became of a date after its title, the page before."""
    state, title = re.match(r"(Annulé|Complet|Reporté)?\s*(.*)", one.text, re.DOTALL).groups()
    return replace(one, text=title + (state or "").lower())


def pieces(said: list[Said]) -> list[str]:
    """What stands between points."""
    parts = (plain(part) for one in said if "jour-titre" not in one.inside for part in one.text.split("·"))
    return [part for part in parts if part]


def plain(text: str) -> str:
    """The letters alone: houses have commas between them on paper only."""
    return bare(text).replace(",", "").lower()


# --- the test, tested ---------------------------------------------------------------------------------


@pytest.fixture
def both(winter) -> tuple[list[Said], list[Said]]:
    """A page and its paper."""
    sheet = next(one for one in winter.edition.site.of(Fiche) if one.slug == "table-d-hotes-du-vendredi")
    paper = winter.paper(action_sheet(Printer.of(winter.edition), sheet))
    told = own(list(dropwhile(lambda one: one.role != "H1", paper)), winter.address(sheet))
    return winter.page(sheet), [replace(one, text=" ".join(one.text.split())) for one in told]


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("Pour les habitants", "Pour le public"),  # a heading
        ("Quand", "Horaire"),  # a label
        ("16 000,00", "16 001,00"),  # a value
        ("Ce qui est envisagé", ""),
    ],
)
def test_a_word_changed_on_one_side_is_seen(both, word, other):
    page, paper = both
    changed = [replace(one, text=one.text.replace(word, other)) for one in paper]
    assert changed != paper
    assert disagreements(page, paper) == []
    assert disagreements(page, changed) != []


def test_another_order_is_seen(both):
    page, paper = both
    means, after = (
        next(n for n, one in enumerate(paper) if one.text == title) for title in ("Les moyens", "La suite")
    )
    assert disagreements(page, [*paper[:means], *paper[after:], *paper[means:after]]) != []

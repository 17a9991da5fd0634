"""The action sheet: its 25 data points, grouped with sense."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, islice

from filquartiers.model.facts.budgets import Side, amount, balance, in_kind, sides
from filquartiers.model.fields import Prose
from filquartiers.model.kinds import Fiche, Objectifs
from filquartiers.model.kinds.fiche import Budget, LigneBudget
from filquartiers.model.kinds.objectifs import Action, Finalite, Objectif
from filquartiers.model.text import slugify
from filquartiers.render.album import Picture
from filquartiers.render.web.facets import FACETS
from filquartiers.render.web.links import address_of
from filquartiers.render.web.page import Link
from filquartiers.render.web.views.thread import Row, thread_of
from filquartiers.render.web.web import Web

ALIKE = 3
_TITLES = {
    "charges": "Charges",
    "produits": "Produits",
    "contributions_charges": "Emploi des contributions en nature",
    "contributions_produits": "Contributions en nature",
}


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """One line of a budget table; ``depth`` 1 is a part of the line above it."""

    label: str
    amount: Decimal | None
    depth: int


@dataclass(frozen=True, slots=True)
class BudgetTable:
    """Charges, or products: lines, their sum, and the total that the document states if it differs."""

    title: str
    lines: tuple[BudgetLine, ...]
    total: Decimal
    stated: Decimal | None


@dataclass(frozen=True, slots=True)
class Titled:
    """A long text under its title."""

    title: str
    prose: Prose


@dataclass(frozen=True, slots=True)
class SheetView:
    """An action sheet, grouped: facts, why and with whom, means, what changed, what comes."""

    sheet: Fiche
    thread: tuple[Row, ...]
    picture: Picture | None
    labels: tuple[Link, ...]
    why: tuple[Titled, ...]
    tables: tuple[BudgetTable, ...]
    in_kind: tuple[BudgetTable, ...]
    balance: Decimal | None
    results: tuple[Titled, ...]
    future: tuple[Titled, ...]
    goals: tuple[Link, ...]
    files: tuple[Link, ...]
    alike: tuple[Fiche, ...]
    printed: str

    @property
    def untold(self) -> bool:
        """Whether the sheet has facts, and no text that tells the action."""
        return not (self.sheet.resume or self.why or self.sheet.corps)

    @property
    def facts(self) -> bool:
        """Whether there is anything to put in the box of short facts."""
        sheet = self.sheet
        return any(
            (sheet.maisons, sheet.structure, sheet.rythme, sheet.public, sheet.inscription, sheet.territoire,
             sheet.statut)
        )  # fmt: skip

    @property
    def with_whom(self) -> bool:
        """Whether the sheet says who started it, with whom, under which pact or objective."""
        sheet = self.sheet
        started = sheet.initiative or sheet.precision_initiative
        return bool(started or sheet.partenaires or sheet.pacte or self.goals)

    @property
    def counted(self) -> bool:
        """Whether people were counted, and not only told in words."""
        people = self.sheet.personnes
        return any(count is not None for count in (people.salaries, people.benevoles, people.habitants))


def sheet_view(web: Web, sheet: Fiche) -> SheetView:
    """What the page of a sheet shows."""
    budget = sheet.budget
    return SheetView(
        sheet=sheet,
        thread=thread_of(sheet.maisons),
        picture=web.album.picture(sheet.image),
        labels=tuple(_labels(sheet)),
        why=_filled(("", sheet.description), ("Comment cela se passe", sheet.description_generale)),
        tables=tuple(budget_tables(budget)),
        in_kind=tuple(map(_table, in_kind(budget))),
        balance=balance(budget),
        results=_filled(
            ("Pour les habitants", sheet.resultat_habitants),
            ("Pour la maison", sheet.resultat_centre),
            ("Pour le territoire", sheet.resultat_territoire),
        ),
        future=_filled(
            ("Pourquoi c’est terminé", sheet.raison_de_fin),
            ("Ce qui a été difficile", sheet.limites),
            ("Ce qui est envisagé", sheet.perspectives),
        ),
        goals=tuple(_goals(web, sheet)),
        files=tuple(Link(name.rsplit("/", 1)[-1], web.album.document(name)) for name in sheet.fichiers),
        alike=tuple(_alike(web, sheet)),
        printed=web.printed.document(address_of(sheet)),
    )


def _filled(*texts: tuple[str, Prose]) -> tuple[Titled, ...]:
    return tuple(Titled(title, prose) for title, prose in texts if prose)


def _labels(sheet: Fiche) -> Iterator[Link]:
    """The keywords and other values that lead to lists of sheets alike."""
    for facet in FACETS:
        if facet.on_sheet:
            for value in facet.values(sheet):
                yield Link(value.label, facet.address(value))


def _alike(web: Web, sheet: Fiche) -> Iterator[Fiche]:
    """The first sheets that share the first keyword: somewhere to go from a sheet that tells little."""
    shared = (web.by_keyword.get(slugify(word), ()) for word in sheet.mots_cles[:1])
    others = (other for other in chain.from_iterable(shared) if other.slug != sheet.slug)
    yield from islice(others, ALIKE)


def budget_tables(budget: Budget) -> Iterator[BudgetTable]:
    """The charges, then the products; a side without lines is left out."""
    return map(_table, sides(budget))


def _table(side: Side) -> BudgetTable:
    return BudgetTable(_TITLES[side.name], tuple(_lines(side.lines)), side.total, side.stated)


def _lines(lines: tuple[LigneBudget, ...], depth: int = 0) -> Iterator[BudgetLine]:
    """A line, then its detail."""
    for line in lines:
        yield BudgetLine(line.poste, amount(line), depth)
        yield from _lines(line.detail, depth + 1)


def _goals(web: Web, sheet: Fiche) -> Iterator[Link]:
    """The lines of the trees that the sheet serves, with their address."""
    for tree in web.site.of(Objectifs):
        address = web.addresses.of(tree)
        lines: tuple[Finalite | Objectif | Action, ...] = (*tree.finalites, *tree.objectifs, *tree.actions)
        for line in lines:
            if line.code in sheet.objectifs and address is not None:
                yield Link(line.texte, f"{address}#{line.code}")

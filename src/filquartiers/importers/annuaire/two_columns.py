"""A budget printed in two columns, whose lines a copy has mixed: its sub-totals tell them apart.

The accounts of class 6 are charges, those of class 7 products (plan comptable général); below each, the lines
that add up to it are its own. Every way of sharing the lines that keeps all sums is tried: only what is the
same in all of them is kept, so nothing is guessed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from filquartiers.importers.annuaire.sharing import BudgetColumn, BudgetItem, Place, Sharing
from filquartiers.model.numbers import short_euros
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import folded
from filquartiers.model.values import read_amount

_CHARGES = frozenset({"charges", "depenses", "emplois"})
_PRODUCTS = frozenset({"produits", "recettes", "ressources"})
_CODE = re.compile(r"(?P<code>[67]\d|8[67])(?!\d)\s*[-–.:]?\s*(?=[^\W\d_])")
_TOTAL = re.compile(r"total\b")
_AMOUNT = re.compile(r"[-–]?\s*(?P<amount>\d[\d  .,]*)\s*(?:€|euros?)?\.?", re.IGNORECASE)
_BLANK = re.compile(r"[-–]?\s*(?:€|euros?)?", re.IGNORECASE)
_INLINE = re.compile(
    r"(?P<name>.*[^\W\d_)]\)?)\s*[: ]\s*(?P<amount>[-–]?\s*\d[\d  .,]*\s*(?:€|euros?))", re.IGNORECASE
)
_TWO = 2


def is_flattened(lines: Sequence[str]) -> bool:
    """Whether these lines are those of a table with a column of charges and one of products.

    Its two headings then follow each other, without an amount between them.
    """
    forms = [folded(line) for line in lines]
    places = [[rank for rank, form in enumerate(forms) if form in words] for words in (_CHARGES, _PRODUCTS)]
    if not all(places):
        return False
    first, last = sorted((places[0][0], places[1][0]))
    return not any(
        _AMOUNT.fullmatch(line.strip()) or _INLINE.fullmatch(line.strip()) for line in lines[first:last]
    )


def read_two_columns(lines: Sequence[str]) -> dict[str, object]:
    """The values of ``budget`` that such lines tell; empty when their sums do not decide."""
    items = list(_items(lines))
    totals = [rank for rank, item in enumerate(items) if _TOTAL.match(folded(item.name))]
    if len(totals) < _TWO or any(items[rank].amount is None for rank in totals[:_TWO]):
        return {}
    first, second = totals[:_TWO]
    if "produits" in folded(items[first].name) or "recettes" in folded(items[first].name):
        return {}
    sums = items[first].amount or Decimal(0), items[second].amount or Decimal(0)
    places = Sharing(items[:first], sums).places
    if sums[0] != sums[1] or not _decided(places):
        return {}
    values: dict[str, object] = {
        "charges": _lines(items, places, BudgetColumn.CHARGES),
        "total_charges": short_euros(sums[0]),
        "produits": _lines(items, places, BudgetColumn.PRODUCTS),
        "total_produits": short_euros(sums[1]),
    }
    return values | _in_kind(items[second + 1 :], sums[0])


def _decided(places: Mapping[int, set[Place]]) -> bool:
    """Whether there is a way, and each line that may stand by itself does in all ways."""
    alone = [found for found in places.values() if any(head is None for _, head in found)]
    return bool(places) and all(len(found) == 1 for found in alone)


def _in_kind(items: Sequence[BudgetItem], total: Decimal) -> dict[str, object]:
    """What is given in kind, told below the totals under the accounts 86 and 87; a last total adds both."""
    end = next((rank for rank, item in enumerate(items) if _TOTAL.match(folded(item.name))), len(items))
    own = items[:end]
    heads = {item.side: item.amount for item in own if item.side is not None}
    sums = heads.get(BudgetColumn.CHARGES), heads.get(BudgetColumn.PRODUCTS)
    stated = {item.amount for item in items[end:] if item.amount is not None}
    if sums[0] is None or sums[1] is None or stated - {total + sums[0], total + sums[1]}:
        return {}
    places = Sharing(own, (sums[0], sums[1])).places
    if not _decided(places):
        return {}
    return {
        "contributions_charges": _lines(own, places, BudgetColumn.CHARGES),
        "contributions_produits": _lines(own, places, BudgetColumn.PRODUCTS),
    }


def _items(lines: Sequence[str]) -> Iterator[BudgetItem]:
    """Each name with the amount that follows it; what stands above the headings is no line of the budget."""
    forms = [folded(line) for line in lines]
    starts = [
        next(rank for rank, form in enumerate(forms) if form in words) for words in (_CHARGES, _PRODUCTS)
    ]
    name = ""
    for line in map(str.strip, lines[max(starts) + 1 :]):
        inline = _INLINE.fullmatch(line)
        if _BLANK.fullmatch(line):
            continue
        if found := _AMOUNT.fullmatch(line):
            yield _item(name, found["amount"])
            name = ""
        else:
            if name:
                yield _item(name, "")
            name = line
            if inline:
                yield _item(inline["name"], inline["amount"].lstrip("-– "))
                name = ""
    if name:
        yield _item(name, "")


def _item(name: str, amount: str) -> BudgetItem:
    code = _CODE.match(name)
    side = None if code is None else BudgetColumn(int(code["code"]) in range(70, 80) or code["code"] == "87")
    try:
        stated = read_amount(amount) if amount else None
    except Refusal:
        stated = None
    return BudgetItem(name.strip(" -–:"), stated if stated or side is not None else None, side)


def _lines(
    items: Sequence[BudgetItem], places: Mapping[int, set[Place]], side: BudgetColumn
) -> list[dict[str, object]]:
    """The lines of a side; an account is detailed where all its lines are surely its own."""
    lines: list[dict[str, object]] = []
    for rank, found in places.items():
        if found == {(side, None)}:
            own = [one for one, others in places.items() if (side, rank) in others]
            sure = all(len(places[one]) == 1 for one in own)
            detail = [_line(items[one]) for one in own] if sure else []
            lines.append(_line(items[rank]) | ({"detail": detail} if detail else {}))
    return lines


def _line(item: BudgetItem) -> dict[str, object]:
    return {"poste": item.name, "montant": short_euros(item.amount or Decimal(0))}

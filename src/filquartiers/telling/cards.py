"""Things as they stand among others: the cards of sheets and houses."""

from filquartiers.model.kinds import Fiche, Maison, Reseau
from filquartiers.prose import first_words
from filquartiers.telling.items import Contact, HouseCard, SheetCard
from filquartiers.telling.teller import Teller
from filquartiers.telling.words import capital, in_order, phones

SHEET_WORDS = 150  # characters of a sheet's first words on its card
SHOWN_SHEETS = 6


def sheet_card(teller: Teller, sheet: Fiche) -> SheetCard:
    """A sheet in a list: what it is about, its first words, for whom and where."""
    return teller.once("card", sheet, _sheet_card)


def _sheet_card(teller: Teller, sheet: Fiche) -> SheetCard:
    where = "" if sheet.maisons else sheet.structure
    return SheetCard(
        title=sheet.title,
        address=teller.addresses.of(sheet),
        kicker=capital(in_order(*map(capital, sheet.mots_cles[:1]), sheet.statut, between=" · ")),
        words=first_words(sheet.summary, SHEET_WORDS),
        foot=in_order(capital(", ".join(sheet.public)), sheet.territoire, where, between=" · "),
        houses=teller.knots(sheet.maisons),
    )


def house_card(teller: Teller, house: Maison) -> HouseCard:
    """What one needs to find and call a house."""
    return HouseCard(teller.knot(house), contact_of(house), house.quartier or "", house.origin.file)


def contact_of(house: Maison) -> Contact:
    """Where a house is and how to call or write."""
    return Contact(
        street=house.adresse or "",
        town=house.lieu,
        phones=phones(house.telephones),
        email=house.courriel or "",
        site=house.site or "",
    )


def sheets_shown(teller: Teller, network: Reseau | None = None) -> tuple[str, tuple[SheetCard, ...], int]:
    """The first sheets of a network, or of all, under words that say whose they are, and their number.

    Without any of its own, those of other towns are shown, under words that say so.
    """
    sheets = teller.site.of(Fiche)
    own = tuple(sheet for sheet in sheets if sheet.network and (network is None or sheet.network == network))
    shared = tuple(sheet for sheet in sheets if sheet.network is None)
    title = "Ce que l’on y fait" if own else "Ce que font d’autres maisons"
    chosen = own or shared
    return title, tuple(sheet_card(teller, sheet) for sheet in chosen[:SHOWN_SHEETS]), len(chosen)

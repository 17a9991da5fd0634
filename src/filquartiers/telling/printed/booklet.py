"""The A5 brochure: one part after the other, as its editor ordered them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from filquartiers.model.addresses import AGENDA, HOME, HOUSES, SHEETS, index_of
from filquartiers.model.facts.publisher import notice, publisher
from filquartiers.model.kinds import Brochure, Charte, Fiche, Maison, Objectifs, Pacte
from filquartiers.model.kinds.brochure import BrochurePart
from filquartiers.telling.cards import house_card
from filquartiers.telling.charte import charte
from filquartiers.telling.fiche import brief
from filquartiers.telling.kinds import telling_of
from filquartiers.telling.maison import maison
from filquartiers.telling.objectifs import objectifs
from filquartiers.telling.pacte import pacte
from filquartiers.telling.parts import fact, known_facts
from filquartiers.telling.printed.calendar import quarter
from filquartiers.telling.printed.views import BookletView, PartView
from filquartiers.telling.reseau import WHO_WE_ARE, contact_of, reseau
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import OnTheWeb

Shown = Mapping[str, Any]
"""The fields of a `PartView` that a part fills."""

TITLES = {
    "couverture": "Au fil des quartiers",
    "sommaire": "Sommaire",
    "présentation": WHO_WE_ARE,
    "pactes": "Les pactes de coopération",
    "maisons": "Votre maison de quartier",
    "fiches": "Ce que l’on y fait",
    "objectifs": "L’arbre des objectifs",
    "charte": "La charte",
    "calendrier": "Le calendrier de la saison",
    "contacts": "Nous joindre",
    "notes": "Notes",
    "crédits": "Crédits",
}
ABOUT_US = ("presentation", "cooperation", "ensemble")  # what a network says of itself
ABOUT_A_HOUSE = ("maison", "horaires", "venir", "equipe")  # what happens there is left to the calendar
ON_SITE = "Le site, tenu à jour :"
BACK = ("contacts", "crédits")  # what may close a brochure on its back cover
FONTS = "Bricolage Grotesque et Atkinson Hyperlegible Next, licence libre OFL"


def booklet(teller: Teller, entry: Brochure) -> BookletView:
    """Every part with what it shows, the back cover, and what fills the last pages."""
    asked = list(entry.sections) or [BrochurePart(section=name) for name in TITLES]
    back = asked.pop() if asked[-1].section in BACK else None
    parts = [part(teller, entry, section) for section in asked]
    fillers = (BrochurePart(section=name) for name in entry.remplissage or ("notes",))
    return BookletView(
        origin=entry.origin.file,
        title=entry.titre,
        author=publisher(entry.reseau),
        demonstration=notice(teller.site, entry.reseau),
        description=entry.sous_titre or "",
        parts=tuple(one for one in parts if not is_empty(one)),
        back=_back(teller, entry, back, asked) if back else None,
        filler=tuple(part(teller, entry, section) for section in fillers),
        empty=tuple(one.part for one in parts if is_empty(one)),
    )


def is_empty(shown: PartView) -> bool:
    """Whether a part that is about something has nothing to show, and no words of its own."""
    if shown.part in {"couverture", "sommaire", "présentation", "notes", "crédits"} or shown.words:
        return False
    reachable = shown.contact and (shown.contact.phones or shown.contact.email or shown.contact.site)
    return not (shown.entries or shown.cards or shown.months or shown.habits or reachable)


def part(teller: Teller, entry: Brochure, section: BrochurePart) -> PartView:
    """One part: its name, its title, its own words, and what it shows."""
    plain = PartView(
        part=section.section,
        title=section.titre or TITLES.get(section.section, ""),
        words=teller.passage(section.texte),
        web=OnTheWeb(HOME, ON_SITE),
        houses=teller.knots(teller.site.of(Maison, entry.reseau)),
    )
    return replace(plain, **_PARTS.get(section.section, _entries)(teller, entry, section))


def cover(_teller: Teller, entry: Brochure, section: BrochurePart) -> Shown:
    """The cover: titles, and the houses that the thread goes through."""
    return {
        "title": section.titre or entry.titre,
        "subtitle": entry.sous_titre or entry.reseau.nom,
        "season": entry.saison or "",
    }


def houses_of(teller: Teller, entry: Brochure, section: BrochurePart) -> tuple[Maison, ...]:
    """The houses that a part names, or all of them."""
    return section.maisons or teller.site.of(Maison, entry.reseau)


def _nothing(_teller: Teller, _entry: Brochure, _section: BrochurePart) -> Shown:
    return {}


def _presentation(teller: Teller, entry: Brochure, section: BrochurePart) -> Shown:
    view = reseau(teller, entry.reseau).only(ABOUT_US)
    title = section.titre or entry.reseau.accroche or WHO_WE_ARE
    return {"entries": (view,), "title": title.rstrip("."), "web": replace(view.web, sentence=ON_SITE)}


def _pacts(teller: Teller, entry: Brochure, section: BrochurePart) -> Shown:
    views = tuple(pacte(teller, pact) for pact in teller.site.of(Pacte, entry.reseau))
    alone = {"title": views[0].title} if len(views) == 1 and not section.titre else {}
    return {"entries": views, "entry_note": "Le pacte en entier, tenu à jour :"} | alone


def _houses(teller: Teller, entry: Brochure, section: BrochurePart) -> Shown:
    chosen = houses_of(teller, entry, section)
    told = (maison(teller, house) for house in chosen if _says_something(house))
    return {
        "cards": tuple(house_card(teller, house) for house in chosen),
        "entries": tuple(view.only(ABOUT_A_HOUSE) for view in told),
        "web": OnTheWeb(HOUSES, "Toutes les maisons, tenues à jour :"),
        "entry_note": "La page de la maison, tenue à jour :",
    }


def _says_something(house: Maison) -> bool:
    """Whether a page of its own would show more than its name."""
    known = (house.adresse, house.telephones, house.courriel, house.horaires, house.corps, house.acces)
    return any(known)


def _sheets(teller: Teller, entry: Brochure, section: BrochurePart) -> Shown:
    network = entry.reseau
    chosen = section.fiches or [one for one in teller.site.of(Fiche, network) if section.wants(one)]
    return {
        "entries": tuple(brief(teller, sheet) for sheet in chosen),
        "web": OnTheWeb(SHEETS, "Toutes les actions, tenues à jour :"),
        "entry_note": "La fiche entière, tenue à jour :",
    }


def _objectives(teller: Teller, entry: Brochure, _section: BrochurePart) -> Shown:
    trees = tuple(objectifs(teller, tree) for tree in teller.site.of(Objectifs, entry.reseau))
    return {"entries": trees, "entry_note": "L’arbre entier, tenu à jour :"}


def _charters(teller: Teller, entry: Brochure, _section: BrochurePart) -> Shown:
    charters = tuple(charte(teller, charter) for charter in teller.site.of(Charte, entry.reseau))
    return {"entries": charters, "entry_note": "La charte entière, tenue à jour :"}


def _calendar(teller: Teller, entry: Brochure, section: BrochurePart) -> Shown:
    months, habits = quarter(teller, entry.reseau, section.maisons)
    return {
        "months": months,
        "habits": habits,
        "web": OnTheWeb(AGENDA, "Tous les rendez-vous, tenus à jour :"),
    }


def _contacts(teller: Teller, entry: Brochure, section: BrochurePart) -> Shown:
    chosen = houses_of(teller, entry, section)
    known = (house for house in chosen if house.telephones or house.adresse)
    return {"cards": tuple(house_card(teller, house) for house in known), "contact": contact_of(entry.reseau)}


def _entries(teller: Teller, entry: Brochure, section: BrochurePart) -> Shown:
    """The part of a kind that has no drawing of its own: its entries, whole."""
    kind = next(kind for kind in teller.site.kinds if kind.kind.part == section.section)
    return {
        "title": section.titre or kind.kind.plural,
        "entries": tuple(telling_of(teller, one) for one in teller.site.of(kind, entry.reseau)),
        "web": OnTheWeb(index_of(kind), ON_SITE),
        "entry_note": "La page en ligne, tenue à jour :",
    }


def _credits(teller: Teller, entry: Brochure, _section: BrochurePart) -> Shown:
    legal = entry.reseau.mentions_legales
    return {
        "facts": known_facts(
            fact("Ce document", notice(teller.site, entry.reseau)),
            fact("Édité par", publisher(entry.reseau)),
            fact("Direction de la publication", legal.directeur_publication),
            fact("Saison", entry.saison),
            fact("Caractères", FONTS),
        )
    }


def _back(teller: Teller, entry: Brochure, section: BrochurePart, before: list[BrochurePart]) -> PartView:
    """The back cover: every house, unless a page of contacts says so already; then who made this."""
    told = any(one.section == "contacts" for one in before)
    reach = {"contact": contact_of(entry.reseau)} if told else _contacts(teller, entry, section)
    title = TITLES["contacts"] if reach.get("cards") else entry.reseau.accroche or entry.reseau.nom
    shown = {**_credits(teller, entry, section), "cards": (), **reach, "title": title}
    return replace(part(teller, entry, section), **shown)


_PARTS: Mapping[str, Callable[[Teller, Brochure, BrochurePart], Shown]] = {
    "couverture": cover,
    "sommaire": _nothing,
    "présentation": _presentation,
    "pactes": _pacts,
    "maisons": _houses,
    "fiches": _sheets,
    "objectifs": _objectives,
    "charte": _charters,
    "calendrier": _calendar,
    "contacts": _contacts,
    "notes": _nothing,
    "crédits": _credits,
}

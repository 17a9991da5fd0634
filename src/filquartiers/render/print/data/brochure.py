"""The A5 brochure: one part after the other, as its editor ordered them."""

from collections.abc import Callable

from filquartiers.model.kinds import Brochure, Charte, Fiche, Maison, Objectifs, Pacte
from filquartiers.model.kinds.brochure import Section
from filquartiers.render.print.data import house as houses
from filquartiers.render.print.data.calendar import quarter, weekly
from filquartiers.render.print.data.charter import charter
from filquartiers.render.print.data.network import contact_rows, presentation
from filquartiers.render.print.data.pact import pact
from filquartiers.render.print.data.scope import Json, Scope, document, nodes, text
from filquartiers.render.print.data.sheet import brief
from filquartiers.render.print.data.tree import tree
from filquartiers.render.typography import typeset

TITLES = {
    "couverture": "Au fil des quartiers",
    "sommaire": "Sommaire",
    "présentation": "Qui nous sommes",
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
AIMS = "Coopérer, pour quoi faire"
ON_SITE = typeset("Le site, tenu à jour :")
BACK = ("contacts", "crédits")  # what may close a brochure on its back cover


# What each part is about: without it, and without words of its own, there is nothing to print.
CORES = {
    "pactes": ("pacts",),
    "maisons": ("houses",),
    "fiches": ("sheets",),
    "objectifs": ("trees",),
    "charte": ("charters",),
    "calendrier": ("months", "habits"),
    "contacts": ("houses", "rows"),
}


def brochure(entry: Brochure, scope: Scope) -> Json:
    """Every part with its data, the back cover, and what fills the last pages."""
    sections = list(entry.sections) or [Section(section=name) for name in TITLES]
    back = sections.pop() if sections[-1].section in BACK else None
    parts = [part(entry, section, scope) for section in sections]
    filler = entry.remplissage or ("notes",)
    return document(entry.origin.file, entry.titre, entry.sous_titre, scope) | {
        "parts": [one for one in parts if not is_empty(one)],
        "empty": [one["section"] for one in parts if is_empty(one)],
        "back": _back(entry, back, scope, sections) if back else None,
        "filler": [part(entry, Section(section=name), scope) for name in filler],
    }


def is_empty(shown: Json) -> bool:
    """Whether a part has nothing to show."""
    cores = CORES.get(shown["section"])
    return cores is not None and not shown["words"] and not any(shown[core] for core in cores)


def part(entry: Brochure, section: Section, scope: Scope) -> Json:
    """One part: its name, its title, its own words, and what it shows."""
    return {
        "section": section.section,
        "title": text(section.titre) or typeset(TITLES[section.section]),
        "words": nodes(section.texte),
        "web": scope.web_at(""),
        "labels": {"web": ON_SITE},
        "network": [houses.knot(house) for house in scope.houses()],
    } | _PARTS[section.section](entry, section, scope)


def cover(entry: Brochure, section: Section, scope: Scope) -> Json:
    """The cover: titles, and the houses that the thread goes through."""
    return {
        "title": text(section.titre or entry.titre),
        "subtitle": text(entry.sous_titre or scope.network.nom),
        "season": text(entry.saison),
        "houses": [houses.knot(house) for house in scope.houses()],
    }


def _nothing(_entry: Brochure, _section: Section, _scope: Scope) -> Json:
    return {}


def _presentation(_entry: Brochure, section: Section, scope: Scope) -> Json:
    shown = presentation(scope.network, scope.site.today)
    title = text(section.titre or scope.network.accroche or TITLES["présentation"])
    labels = {
        "aims": AIMS,
        "figures": "En chiffres",
        "timeline": "Repères",
        "media": "Nos médias communs",
        "web": ON_SITE,
    }
    return shown | {
        "title": title.rstrip("."),
        "labels": labels,
        "web": scope.web(scope.network),
    }


def pacts_of(scope: Scope) -> list[Json]:
    """The pacts of the network; several have each a heading of their own."""
    chosen = scope.site.of(Pacte, scope.network)
    return [pact(one, scope) | {"own_heading": len(chosen) > 1} for one in chosen]


def houses_of(section: Section, scope: Scope) -> tuple[Maison, ...]:
    """The houses that a part names, or all of them."""
    return section.maisons or scope.houses()


def _pacts(_entry: Brochure, section: Section, scope: Scope) -> Json:
    pacts = pacts_of(scope)
    return {"pacts": pacts, "labels": {"web": typeset("Le pacte en entier, tenu à jour :")}} | (
        {"title": pacts[0]["title"]} if len(pacts) == 1 and not section.titre else {}
    )


def _houses(_entry: Brochure, section: Section, scope: Scope) -> Json:
    labels = {
        "opening": "Ouverture",
        "weekly": "Toutes les semaines",
        "access": "Venir",
        "languages": "On y parle",
        "team": "L’équipe",
        "web": typeset("La page de la maison, tenue à jour :"),
        "all": typeset("Toutes les maisons, tenues à jour :"),
    }
    chosen = houses_of(section, scope)
    return {
        "houses": [
            houses.page(house, scope) | {"weekly": weekly(house, scope), "page": houses.says_something(house)}
            for house in chosen
        ],
        "web": scope.web_at("maisons/"),
        "labels": labels,
    }


def _sheets(_entry: Brochure, section: Section, scope: Scope) -> Json:
    chosen = section.fiches or [one for one in scope.site.of(Fiche, scope.network) if _wanted(one, section)]
    labels = {
        "budget": "Le budget",
        "web": typeset("La fiche entière, tenue à jour :"),
        "all": typeset("Toutes les actions, tenues à jour :"),
    }
    sheets = [brief(one, scope) for one in chosen]
    return {"sheets": sheets, "labels": labels, "web": scope.web_at("fiches/")}


def _wanted(sheet: Fiche, section: Section) -> bool:
    if section.maisons and not {house.key for house in section.maisons} & {h.key for h in sheet.maisons}:
        return False
    return not section.theme or section.theme in (*sheet.mots_cles, *sheet.dimension)


def _objectives(_entry: Brochure, _section: Section, scope: Scope) -> Json:
    trees = scope.site.of(Objectifs, scope.network)
    labels = {"web": typeset("L’arbre entier, tenu à jour :"), "new": "nouvelle"}
    return {"trees": [tree(one, scope) for one in trees], "labels": labels}


def _charters(_entry: Brochure, _section: Section, scope: Scope) -> Json:
    chosen = scope.site.of(Charte, scope.network)
    labels = {"web": typeset("La charte entière, tenue à jour :")}
    return {"charters": [charter(one, scope) for one in chosen], "labels": labels}


def _calendar(_entry: Brochure, section: Section, scope: Scope) -> Json:
    labels = {"web": typeset("Tous les rendez-vous, tenus à jour :"), "habits": "Toute l’année"}
    return quarter(scope, section.maisons) | {"labels": labels, "web": scope.web_at("agenda/")}


def _contacts(_entry: Brochure, section: Section, scope: Scope) -> Json:
    chosen = houses_of(section, scope)
    return {
        "houses": [houses.card(house) for house in chosen if house.telephones or house.adresse],
        "rows": contact_rows(scope.network),
    }


def _credits(entry: Brochure, _section: Section, scope: Scope) -> Json:
    legal = scope.network.mentions_legales
    rows = (
        ("Édité par", legal.editeur or scope.network.nom),
        ("Direction de la publication", legal.directeur_publication),
        ("Saison", entry.saison),
        ("Caractères", "Bricolage Grotesque et Atkinson Hyperlegible Next, licence libre OFL"),
    )
    return {"rows": [{"label": label, "text": typeset(value)} for label, value in rows if value]}


def _back(entry: Brochure, section: Section, scope: Scope, before: list[Section]) -> Json:
    """The back cover: every house, unless a page of contacts says so already; then who made this."""
    told = any(one.section == "contacts" for one in before)
    reach = {"houses": [], "rows": contact_rows(scope.network)} if told else _contacts(entry, section, scope)
    heading = TITLES["contacts"] if reach["houses"] else scope.network.accroche or scope.network.nom
    return (
        part(entry, section, scope)
        | _credits(entry, section, scope)
        | {"houses": reach["houses"]}
        | {"heading": text(heading), "web": scope.web_at("")}
    )


_PARTS: dict[str, Callable[[Brochure, Section, Scope], Json]] = {
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

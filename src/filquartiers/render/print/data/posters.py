"""What hangs on a wall: the tree of objectives, the programme of a month, the specimen."""

from collections.abc import Iterator, Mapping
from datetime import date

from filquartiers.model.kinds import Evenement, Maison, Objectifs
from filquartiers.model.numbers import decimal
from filquartiers.render.print.data.calendar import events_of, months_ahead
from filquartiers.render.print.data.house import card, knot
from filquartiers.render.print.data.scope import Json, Scope, document, phones, text
from filquartiers.render.print.data.tree import tree
from filquartiers.render.typography import typeset

MONTHS_AHEAD = 2  # the month under way, and the one to prepare


def tree_poster(entry: Objectifs, title: str, scope: Scope) -> Json:
    """The tree in columns, each line with the codes of those it hangs on."""
    illustrated = {one.code for one in entry.actions}
    levels: list[list[Json]] = [
        [_line(one.code, one.texte, (), kicker=one.pour) for one in entry.finalites],
        [_line(one.code, one.texte, one.finalites) for one in entry.objectifs],
        [_line(one.code, one.texte, one.objectifs, new=bool(one.nouvelle)) for one in entry.actions],
        [_line("", one.texte, (one.action,) if one.action in illustrated else ()) for one in entry.exemples],
    ]
    return document(entry.origin.file, title, entry.introduction, scope) | {
        "tree": tree(entry, scope),
        "levels": [level for level in levels if level],
        "labels": {
            "new": "Actions nouvelles",
            "web": typeset("L’arbre en ligne, tenu à jour :"),
            "heads": ["Finalités", "Objectifs", "Actions", "Exemples"],
            "levels": ["les finalités", "les objectifs", "les actions", "les exemples"],
        },
    }


def _line(
    code: str, words: str, parents: tuple[str | None, ...], *, kicker: str | None = "", new: bool = False
) -> Json:
    known = [parent for parent in parents if parent]
    return {"code": code, "text": text(words), "parents": known, "kicker": text(kicker), "new": new}


def programmes(scope: Scope, house: Maison | None) -> Iterator[tuple[date, Json]]:
    """The programme of each month ahead, for one house or for all."""
    events = events_of(scope, (house,) if house else ())
    for start, month in months_ahead(scope, events, MONTHS_AHEAD):
        yield start, _programme(scope, house, month, events)


def _programme(scope: Scope, house: Maison | None, month: Json, events: tuple[Evenement, ...]) -> Json:
    place = text(house.title if house else scope.network.nom)
    origin = events[0].origin.file
    web = scope.web_at("agenda/") if house is None else scope.web(house)
    return document(origin, f"{month['name']}, {place}", None, scope) | {
        "month": month,
        "place": place,
        "house": knot(house) if house else None,
        "format": "A4" if house else "A3",
        "show_place": house is None,
        "timed": any(event["hours"] for day in month["days"] for event in day["events"]),
        "phones": phones(house.telephones[:1]) if house else [],
        "web": web,
        "labels": {"web": typeset("Le programme en ligne, tenu à jour :")},
    }


def specimen(scope: Scope, gaps: Mapping[str, float]) -> Json:
    """Every token and component, with samples that name nobody.

    Args:
        scope: the network.
        gaps: by name of colour, how far its inks are from its screen value, in ΔE00.
    """
    return document("", "Planche", None, scope) | {
        "houses": [card(house) for house in scope.houses()],
        "timeline": [
            {"date": "2020", "text": "Un repère passé.", "planned": False, "note": ""},
            {"date": "2026", "text": "Un repère voulu.", "planned": True, "note": "prévu"},
        ],
        "figures": [
            {"prefix": "", "value": "6", "label": "un chiffre clé", "date": "2024"},
            {"prefix": "plus de", "value": "80", "label": "un autre chiffre", "date": "2018"},
        ],
        "facts": [
            {"label": "Quand", "text": typeset("le premier vendredi du mois, 9 h 30 – 11 h")},
            {"label": "Pour qui", "text": "Tous publics"},
        ],
        "gaps": {name: decimal(gap, fixed=True) for name, gap in gaps.items()},
        "web": scope.web_at("planche/"),
        "labels": {
            "colours": "Couleurs",
            "houses": "Une couleur par maison",
            "scale": "Échelle des tailles, en points",
            "components": "Composants",
            "framed": "Un encadré : ce qu’il faut savoir avant de venir.",
            "tag": "étiquette",
            "gaps": typeset(
                "Écart : ce qui sépare l’écran du papier (CIEDE2000, par le profil de l’imprimeur). "
                "1 se voit à peine, 10 est une autre couleur."
            ),
            "gap": "écart",
            "web": typeset("La même planche, à l’écran :"),
        },
    }

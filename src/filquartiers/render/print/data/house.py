"""The page of a house: where it is, how to reach it, what happens there every week."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from filquartiers.model.agenda.times import write_times_short
from filquartiers.model.facts.people import team
from filquartiers.model.kinds import Maison
from filquartiers.model.opening import Ouverture
from filquartiers.render.print.data.scope import Json, Scope, link, nodes, phones, text, texts
from filquartiers.render.typography import typeset
from filquartiers.render.web import filters


def knot(house: Maison) -> Json:
    """A house on the thread: name, letters, colour."""
    return {
        "name": text(house.title),
        "letters": house.monogramme,
        "colour": house.colour_rank,
        "slug": house.slug,
    }


def card(house: Maison) -> Json:
    """What one needs to find and call a house."""
    return knot(house) | {
        "origin": house.origin.file,
        "quarter": text(house.quartier),
        "street": text(house.adresse),
        "place": text(house.lieu),
        "phones": phones(house.telephones),
        "email": house.courriel or "",
        "site": link(house.site),
    }


def page(house: Maison, scope: Scope) -> Json:
    """All that the page of a house says."""
    return card(house) | {
        "photo": scope.pictures.place(
            house.photo, text(house.photo_description), house.title, house.where("photo")
        ),
        "opening": list(_opening(house.horaires)),
        "opening_note": text(house.horaires_note),
        "prose": nodes(house.corps),
        "access": nodes(house.acces),
        "languages": ", ".join(texts(house.langues)),
        "team": [
            {"name": text(person.nom), "role": text(person.role)} for person in team(house, scope.site.today)
        ],
        "web": scope.web(house),
    }


def says_something(house: Maison) -> bool:
    """Whether a page of its own would show more than its name."""
    known = (house.adresse, house.telephones, house.courriel, house.horaires, house.corps, house.acces)
    return any(known)


def _opening(days: Iterable[Ouverture]) -> Iterator[Json]:
    """The hours of the week, days in a row that have the same ones on one line."""
    # The day less its rank is the same all along such a row.
    rows = groupby(enumerate(days), key=lambda pair: (pair[1].plages, pair[1].jour - pair[0]))
    for (times, _), row in rows:
        names = [day.nom for _, day in row]
        hours = [typeset(write_times_short(one)) for one in times]
        yield {"days": filters.capital(_run(names)), "hours": hours or ["fermé"]}


def _run(names: list[str]) -> str:
    """« lundi », « lundi et mardi », « lundi au vendredi »."""
    between = " et " if len(names) == 2 else " au "  # noqa: PLR2004  two days are named both
    return between.join(names if len(names) == 1 else (names[0], names[-1]))

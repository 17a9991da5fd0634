"""The page of a house: where it is, how to reach it, what happens there every week."""

from filquartiers.model.agenda.times import write_times_short
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
        "colour": filters.colour(house),
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
        "opening": [_opening(day) for day in house.horaires],
        "opening_note": text(house.horaires_note),
        "prose": nodes(house.corps),
        "access": nodes(house.acces),
        "languages": ", ".join(texts(house.langues)),
        "team": [
            {"name": text(person.nom), "role": text(person.role)}
            for person in house.equipe
            if person.accord and (person.jusquau is None or person.jusquau >= scope.site.today)
        ],
        "web": scope.web(house),
    }


def says_something(house: Maison) -> bool:
    """Whether a page of its own would show more than its name."""
    known = (house.adresse, house.telephones, house.courriel, house.horaires, house.corps, house.acces)
    return any(known)


def _opening(day: Ouverture) -> Json:
    hours = [typeset(write_times_short(times)) for times in day.plages]
    return {"day": filters.capital(day.nom), "hours": " · ".join(hours) or "fermé"}

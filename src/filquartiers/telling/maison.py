"""The house: where it is, how to reach it, what happens there."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import groupby

from filquartiers.model.addresses import AGENDA
from filquartiers.model.agenda.times import Times, write_times_short
from filquartiers.model.facts.dates import dates_between, when_in_words
from filquartiers.model.facts.people import team
from filquartiers.model.kinds import Evenement, Fiche, Maison, Pacte
from filquartiers.model.opening import Ouverture
from filquartiers.telling.agenda.lines import next_dates
from filquartiers.telling.blocks import More, Opening, OpeningDay, Row, Rows, Section, Sentence
from filquartiers.telling.cards import contact_of, sheet_card
from filquartiers.telling.items import ComingDates, SheetCards
from filquartiers.telling.parts import links, rows, section, sections, text, words
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Link
from filquartiers.telling.views import HouseView
from filquartiers.telling.words import capital, photo

NOTHING_SOON = "Rien n’est annoncé ici pour les semaines qui viennent."
CALL = " Un coup de fil suffit pour savoir ce qui se prépare."
A_YEAR = timedelta(days=365)
WHOLE_AGENDA = Link("L’agenda de toutes les maisons", AGENDA)


def maison(teller: Teller, house: Maison) -> HouseView:
    """All that a house says of itself; people are named only while their consent lasts."""
    return HouseView(
        **teller.identity(house),
        opening=capital(house.quartier or ""),
        knot=teller.knot(house),
        contact=contact_of(house),
        houses=teller.knots(teller.site.of(Maison, house.reseau)),
        weekly=every_week(teller, house),
        photo=photo(house.photo, house.photo_description, house.title),
        sections=sections(
            section("maison", "La maison", text(teller, house, "corps")),
            _soon(teller, house),
            section(
                "horaires",
                "Horaires",
                opening(house.horaires),
                words(capital(house.horaires_note or ""), note=True),
            ),
            section("venir", "Venir", text(teller, house, "acces"), _languages(house)),
            section("equipe", "L’équipe", rows(_team(teller, house))),
            _pacts(teller, house),
            _sheets(teller, house),
        ),
    )


def _soon(teller: Teller, house: Maison) -> Section | None:
    dates = next_dates(teller, house)
    nothing = NOTHING_SOON + (CALL if house.telephones else "")
    return section(
        "bientot",
        "Bientôt",
        ComingDates(dates=dates) if dates else words(nothing),
        More(link=WHOLE_AGENDA),
    )


def opening(days: tuple[Ouverture, ...]) -> Opening | None:
    """The hours of the week, day by day and days in a row together."""
    if not days:
        return None
    told = tuple(_open(capital(day.nom), day.plages) for day in days)
    return Opening(days=told, grouped=tuple(_grouped(days)))


def _grouped(days: Iterable[Ouverture]) -> Iterator[OpeningDay]:
    """Days in a row that have the same hours on one line."""
    # The day less its rank is the same all along such a row.
    runs = groupby(enumerate(days), key=lambda pair: (pair[1].plages, pair[1].jour - pair[0]))
    for (times, _), run in runs:
        yield _open(capital(_run([day.nom for _, day in run])), times)


def _open(day: str, times: tuple[Times, ...]) -> OpeningDay:
    hours = tuple(map(write_times_short, times))
    return OpeningDay(day, hours or ("fermé",), is_open=bool(hours))


def _run(names: list[str]) -> str:
    """« lundi », « lundi et mardi », « lundi au vendredi »."""
    between = " et " if len(names) == 2 else " au "  # noqa: PLR2004  two days are named both
    return between.join(names if len(names) == 1 else (names[0], names[-1]))


def every_week(teller: Teller, house: Maison) -> Rows | None:
    """What comes back at a house, its rule in words, as long as it still takes place within a year."""
    today = teller.site.today
    events = (event for event in teller.site.citing(house, Evenement) if event.recurrence)
    held = (event for event in events if dates_between(event, today, today + A_YEAR))
    return rows((Row(one.title, words=capital(when_in_words(one))) for one in held), "Toutes les semaines")


def _languages(house: Maison) -> Sentence | None:
    spoken = ", ".join(house.langues)
    return words(f"À l’accueil, on parle {spoken}." if spoken else "")


def _team(teller: Teller, house: Maison) -> Iterator[Row]:
    for person in team(house, teller.site.today):
        yield Row(person.nom, capital(person.role or ""))


def _pacts(teller: Teller, house: Maison) -> Section | None:
    pacts = teller.site.citing(house, Pacte)
    return section("pactes", "Son pacte" if len(pacts) == 1 else "Ses pactes", links(teller.links(pacts)))


def _sheets(teller: Teller, house: Maison) -> Section | None:
    cards = tuple(sheet_card(teller, sheet) for sheet in teller.site.citing(house, Fiche))
    return section("fiches", "Ce que l’on y fait", SheetCards(cards=cards) if cards else None)

"""The choices that tellings make: what is left out, in which order, under which words."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from filquartiers.model.agenda.dates import PartialDate
from filquartiers.model.agenda.times import Moment
from filquartiers.model.fields import Prose
from filquartiers.model.kinds import Evenement, Fiche, Maison, Objectifs, Pacte
from filquartiers.model.kinds.moyens import Budget, LigneBudget, Personnes
from filquartiers.model.kinds.reseau import Repere
from filquartiers.model.opening import Ouverture
from filquartiers.telling.agenda.evenement import evenement
from filquartiers.telling.agenda.lines import count_of, days_of
from filquartiers.telling.blocks import Fact, Text
from filquartiers.telling.budget import budget_in_one_line
from filquartiers.telling.cards import sheet_card, sheets_shown
from filquartiers.telling.fiche import GOALS, fiche
from filquartiers.telling.maison import every_week, opening
from filquartiers.telling.news import AHEAD, MOST, news
from filquartiers.telling.parts import known_facts, section, sections, timeline, words
from filquartiers.telling.printed.calendar import quarter
from filquartiers.telling.reseau import reseau
from filquartiers.telling.words import day, in_order

TODAY = date(2026, 11, 21)
START = Moment(date(2026, 3, 2))


def test_what_is_not_known_leaves_the_rest_in_order() -> None:
    first, last = (section(name, name, words("…")) for name in ("avant", "après"))
    assert sections(None, first, None, last) == (first, last)
    assert section("rien", "Rien", None) is None
    assert known_facts(Fact("Où"), None, Fact("Quand")) == (Fact("Où"), Fact("Quand"))
    assert in_order("un", None, "", "deux") == "un, deux"


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        (Repere(date=date(2026, 11, 21), texte="…", prevu=True), "prévu"),
        (Repere(date=date(2026, 11, 20), texte="…", prevu=True), "annoncé"),
        (Repere(date=date(2026, 11, 20), texte="…"), ""),
        (Repere(date=date(2027, 11, 20), texte="…"), ""),
    ],
)
def test_only_an_intention_is_called_so(mark: Repere, note: str) -> None:
    assert timeline([mark], TODAY).marks[0].note == note


def test_a_month_and_a_year_are_dates_for_programs_too() -> None:
    assert day(PartialDate(2026, 9)).machine == "2026-09"
    assert day(PartialDate(2026, None)).machine == "2026"


@pytest.mark.parametrize(("given", "told"), [("15", "15,00 €"), ("20", "Charges 15,00 € · Produits 20,00 €")])
def test_a_budget_in_one_line_tells_both_sides_unless_they_agree(given: str, told: str) -> None:
    charges, produits = (LigneBudget(poste="…", montant=Decimal(sum_)) for sum_ in ("15", given))
    assert budget_in_one_line(Budget(charges=(charges,), produits=(produits,))).words == told


def test_nought_is_a_number_that_somebody_wrote(mini) -> None:
    sheet = Fiche(slug="a", titre="A", personnes=Personnes(salaries=0, benevoles=2))
    (counted,) = fiche(mini, sheet).section("moyens").blocks
    assert [(one.value, one.label) for one in counted.figures] == [("0", "salarié"), ("2", "bénévoles")]


def test_a_sheet_names_the_objectives_it_serves_and_no_other(fictif) -> None:
    lines = [line for tree in fictif.site.of(Objectifs) for line in tree.lignes]
    serving = [sheet for sheet in fictif.site.of(Fiche) if sheet.objectifs]
    assert serving
    for sheet in serving:
        facts = [
            one
            for part in fiche(fictif, sheet).sections
            for block in part.blocks
            for one in getattr(block, "facts", ())
        ]
        (goals,) = (one for one in facts if one.label == GOALS)
        assert [link.label for link in goals.values] == [
            one.texte for one in lines if one.code in sheet.objectifs
        ]


def test_a_sheet_is_not_its_own_neighbour(mini, with_entries) -> None:
    both = tuple(Fiche(slug=slug, titre=slug, mots_cles=("vélo",)) for slug in ("un", "deux"))
    told = fiche(with_entries(mini, fiche=both), both[0])
    assert [card.title for card in told.section("voisines").blocks[0].cards] == ["deux"]


def test_a_card_says_where_once(mini) -> None:
    houses = mini.site.of(Maison)[:1]
    sheet = Fiche(slug="a", titre="A", structure="Le centre social")
    assert sheet_card(mini, sheet).foot == "Le centre social"
    assert sheet_card(mini, sheet.model_copy(update={"maisons": houses})).foot == ""


def test_a_network_shows_its_own_sheets(reel, with_entries) -> None:
    sheets = tuple(
        Fiche(slug=one.slug, titre=one.nom, maisons=reel.site.of(Maison, one)[:1])
        for one in reel.site.networks
    )
    teller = with_entries(reel, fiche=sheets)
    for network in reel.site.networks:
        assert [card.title for card in sheets_shown(teller, network)[1]] == [network.nom]


def test_a_day_without_hours_is_closed() -> None:
    (closed,) = opening((Ouverture(jour=0, plages=()),)).days
    assert (closed.hours, closed.is_open) == (("fermé",), False)


def test_a_network_with_one_text_tells_it_once(mini) -> None:
    network = mini.site.networks[0]
    alone = reseau(
        mini, network.model_copy(update={"presentation": Prose(text="Nous."), "cooperation": Prose()})
    )
    assert alone.section("presentation") is None
    assert isinstance(alone.section("cooperation").blocks[0], Text)


def test_a_link_keeps_its_anchor(mini) -> None:
    slug = mini.site.of(Maison)[0].slug
    (target,) = mini.passage(Prose(text=f"[là](maisons/{slug}#horaires)")).targets
    assert target[1].endswith("#horaires")


def test_a_town_is_told_only_among_several(mini, reel) -> None:
    assert mini.what_and_where(mini.site.of(Maison)[0]) == "Maison"
    house = reel.site.of(Maison)[0]
    assert reel.what_and_where(house) == f"Maison, {house.reseau.ville}"


# --- events ---------------------------------------------------------------------------------------


def called(teller, slug: str) -> Evenement:
    return next(one for one in teller.site.of(Evenement) if one.slug == slug)


def test_changes_to_come_are_noted_and_no_other(port_clair) -> None:
    event = called(port_clair, "atelier-cuisine")
    (notice,) = evenement(port_clair, event).notices
    assert len(notice.points) == 2
    past = port_clair.site.__class__(port_clair.site.entries, port_clair.site.kinds, date(2026, 12, 5))
    (later,) = evenement(type(port_clair)(past), event).notices
    assert len(later.points) == 1
    more = event.model_copy(update={"en_plus": (Moment(date(2026, 12, 22)),)})
    assert len(evenement(port_clair, more).notices[0].points) == 2
    whole = event.model_copy(update={"annule": ("oui",)})
    assert evenement(port_clair, whole).notices == ()


def test_a_cancelled_date_does_not_count_in_the_week(port_clair) -> None:
    network = port_clair.site.networks[0]
    assert [count_of(port_clair, network, days) for days in (4, 5, 8)] == [0, 1, 1]


def test_what_had_started_before_a_list_stands_on_its_first_day(port_clair) -> None:
    event = Evenement(slug="e", titre="E", debut=Moment(date(2026, 11, 1)), fin=Moment(date(2026, 11, 30)))
    dates = port_clair.diary.between([event], TODAY, TODAY)
    assert [one.day.machine for one in days_of(port_clair, dates, TODAY)] == ["2026-11-21"]
    assert [one.day.machine for one in days_of(port_clair, dates)] == ["2026-11-01"]


def test_a_rule_that_has_ended_is_not_told_by_its_house(port_clair, with_entries) -> None:
    house = port_clair.site.of(Maison)[0]
    kept, ended = (
        Evenement(
            slug=slug,
            titre=slug,
            debut=START,
            maisons=(house,),
            recurrence=f"tous les mardis, jusqu'au {end}",
        )
        for slug, end in (("dure", "30 juin 2027"), ("finie", "30 juin 2026"))
    )
    rows = every_week(with_entries(port_clair, evenement=(kept, ended)), house)
    assert [row.name for row in rows.rows] == ["dure"]


def test_paper_tells_in_words_what_comes_back_often_or_has_no_date(port_clair, with_entries) -> None:
    house = port_clair.site.of(Maison)[0]
    events = tuple(
        Evenement(slug=slug, titre=slug, debut=START, maisons=(house,), recurrence=rule)
        for slug, rule in (
            ("souvent", "tous les mardis"),
            ("parfois", "le premier lundi du mois"),
            ("en mots", "environ toutes les six semaines"),
        )
    )
    past = Evenement(slug="passé", titre="passé", maisons=(house,), recurrence="début septembre 2017")
    months, habits = quarter(with_entries(port_clair, evenement=(*events, past)), house.reseau, ())
    assert [one.title for one in habits] == ["souvent", "en mots"]
    assert {one.title for month in months for day in month.days for one in day.lines} == {"parfois"}


def test_what_was_changed_is_news_from_that_day(port_clair) -> None:
    known = {item.id: item.day for item in news(port_clair)}
    event = called(port_clair, "atelier-cuisine")
    assert date(2026, 12, 16) - AHEAD < event.modifie_le
    assert event.modifie_le in known.values()


def test_what_is_signed_tomorrow_is_no_news_today(mini, with_entries) -> None:
    pact, today = mini.site.of(Pacte)[0], mini.site.today
    signed = tuple(
        pact.model_copy(update={"slug": title, "titre": title, "signature": when})
        for title, when in (("demain", today + timedelta(days=1)), ("ce jour", today))
    )
    told = {item.title for item in news(with_entries(mini, pacte=signed))}
    assert told & {"demain", "ce jour"} == {"ce jour"}


def test_news_stay_short(port_clair, with_entries) -> None:
    events = tuple(
        Evenement(slug=name, titre=name, debut=START, recurrence="tous les jours") for name in ("a", "b")
    )
    assert len(news(with_entries(port_clair, evenement=events))) == MOST

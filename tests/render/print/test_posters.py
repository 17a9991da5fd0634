"""What hangs on a wall: the tree, the month, the specimen; and the action sheet."""

from dataclasses import replace
from datetime import date

import pytest

from filquartiers.model.agenda.expand import occurrences
from filquartiers.model.kinds import Evenement, Fiche, Maison, Objectifs
from filquartiers.render.typography import typeset

from .conftest import TODAY
from .test_brochure import spaced

MM = 72 / 25.4


def test_the_tree_holds_every_line_on_one_a3(edition, made, opened, words):
    (tree,) = edition.site.of(Objectifs)
    (page,) = words(made("arbre").screen)
    for line in (*tree.finalites, *tree.objectifs, *tree.actions, *tree.exemples):
        assert spaced(typeset(line.texte)) in page
    box = opened(made("arbre").screen).pages[0].mediabox
    assert [float(side) for side in box[2:]] == pytest.approx([420 * MM, 297 * MM], abs=0.1)


def test_a_tree_too_full_for_its_sheet_is_told(catalogue, composer):
    product = catalogue["arbre"]
    tree = product.data["tree"]
    purposes, goals, actions, _ = tree["levels"]
    levels = [purposes, goals, {**actions, "lines": actions["lines"] * 20}]
    full = {**product.data, "tree": {**tree, "levels": levels}}
    (told,) = composer.compose(replace(product, data=full), TODAY)
    assert told.code == "texte-trop-long"
    assert "les actions" in told.message


def test_the_month_of_a_house_shows_each_of_its_dates(edition, made, words):
    house = next(one for one in edition.site.of(Maison) if one.slug == "le-phare")
    pages = words(made("programmes/le-phare-2026-11").screen)
    text = " ".join(pages)
    first, last = date(2026, 11, 1), date(2026, 11, 30)
    events = [one for one in edition.site.of(Evenement) if house in one.maisons and one.schedule]
    wanted = [(event, when) for event in events for when in occurrences(event.schedule, first, last)]
    assert len(wanted) > 20
    for event in {event.slug: event for event, _ in wanted}.values():
        times = sum(other.slug == event.slug for other, _ in wanted)
        assert text.count(spaced(typeset(event.titre))) == times, event.titre


def test_a_full_month_runs_over_evenly_and_says_so(made, words):
    pages = words(made("programmes/le-phare-2026-11").screen)
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"{number} / {len(pages)}" in page
    assert min(map(len, pages)) > max(map(len, pages)) / 3


def test_a_cancelled_date_says_so(made, words):
    text = " ".join(words(made("programmes/valmarin-2026-11").screen))
    assert "annulé" in text


def test_the_network_has_its_month_on_a3_and_houses_on_a4(made, opened):
    for name, width in (("programmes/valmarin-2026-12", 297), ("programmes/bellerive-2026-12", 210)):
        box = opened(made(name).screen).pages[0].mediabox
        assert float(box[2]) == pytest.approx(width * MM, abs=0.1)


def test_every_action_has_its_sheet(edition, catalogue):
    for entry in edition.site.of(Fiche):
        product = catalogue[f"fiches/{entry.slug}"]
        assert product.web_address == f"fiches/{entry.slug}/"
        assert not product.for_press


def test_a_sheet_says_all_that_is_known_and_nothing_empty(edition, made, words):
    entry = next(one for one in edition.site.of(Fiche) if one.slug == "table-d-hotes-du-vendredi")
    text = " ".join(words(made(f"fiches/{entry.slug}").screen))
    for known in (entry.titre, entry.rythme, entry.inscription, entry.territoire, "Total"):
        assert spaced(typeset(known)) in text
    bare = " ".join(words(made("fiches/bal-des-cordes").screen))
    for label in ("Budget", "Limites", "Perspectives", "Avec"):
        assert label not in bare


def test_a_sheet_is_the_same_on_any_day(catalogue, composer):
    product = catalogue["fiches/atelier-velo"]
    today, later = (composer.compose(product, day).screen for day in (TODAY, date(2027, 3, 1)))
    assert today == later


def test_the_specimen_names_every_token(edition, made, words):
    text = " ".join(words(made("planche-valmarin").screen))
    for name in edition.identity.couleurs:
        assert name.replace("_", " ") in text
    for house in edition.identity.maisons:
        assert house.nom in text


def test_the_specimen_states_how_far_paper_is_from_the_screen(made, words):
    pages = words(made("planche-valmarin").screen)
    assert len(pages) == 2
    assert pages[0].count("écart ") == 14 + 8  # a colour each, then the houses'

"""What pages say, and above all what they do not say when nothing is known."""

import re
from dataclasses import replace
from datetime import date

import pytest
from jinja2 import UndefinedError

from filquartiers.artifact import File
from filquartiers.drawing import drawn_here
from filquartiers.edition import Edition
from filquartiers.model.facts.conformity import state_of
from filquartiers.model.fields import Prose
from filquartiers.model.kinds import Fiche, Maison, Pacte
from filquartiers.model.kinds.reseau import Accessibilite
from filquartiers.render.templates import environment
from filquartiers.render.web import pages


def with_entries(edition: Edition, *entries: object) -> Edition:
    """The same edition, with these entries in the place of those of their kind."""
    site = edition.site
    kinds = {
        entry.kind.name: tuple(e for e in entries if e.kind.name == entry.kind.name) for entry in entries
    }
    return replace(edition, site=type(site)({**site.entries, **kinds}, site.kinds, site.today))


def page_of(edition: Edition, path: str) -> str:
    """The HTML of one page."""
    wanted = f"site/{path}"
    made = drawn_here(one for one in pages(edition) if isinstance(one, File))
    return next(one.data.decode() for one in made if one.path == wanted)


def text_of(html: str) -> str:
    """The words of the main part of a page."""
    main = re.search(r"<main[^>]*>(.*)</main>", html, re.DOTALL)
    assert main
    return " ".join(re.sub(r"<[^>]+>", " ", main[1]).split())


def test_an_empty_sheet_shows_its_title_and_no_label(mini) -> None:
    html = page_of(
        with_entries(mini, Fiche(slug="vide", titre="Rien que le titre")), "fiches/vide/index.html"
    )
    assert text_of(html) == "Accueil Les actions Rien que le titre Cette action n’est pas encore racontée."
    assert "<dl" not in html
    assert "<h2" not in html


def test_every_data_point_of_a_full_sheet_is_shown(fictif) -> None:
    """All 25, told apart by words that no other field holds."""
    long = {
        name: Prose(text=f"Texte {name}.")
        for name, info in Fiche.model_fields.items()
        if info.annotation is Prose
    }
    sheet = Fiche(
        slug="pleine", titre="Titre plein", structure="Structure pleine", departement="Départ plein",
        maisons=fictif.site.of(Maison)[:1], pacte=fictif.site.of(Pacte)[0], statut="terminée",
        dimension=("Citoyenneté",), mots_cles=("Santé",), public=("Adultes",), territoire="Une commune",
        initiative=("Un habitant",), precision_initiative="précisément lui", partenaires=("Caf",),
        rythme="le lundi", inscription="en sonnant", contradictions=("ceci ou cela",), source="Un carnet",
        relue_le=date(2026, 9, 1), **long,
    )  # fmt: skip
    shown = text_of(page_of(with_entries(fictif, sheet), "fiches/pleine/index.html"))
    words = (
        *("Titre plein", "Structure pleine", "Départ plein", "Terminée", "Citoyenneté", "Santé", "Adultes"),
        *("Une commune", "Un habitant", "précisément lui", "Caf", "Le lundi", "en sonnant", "ceci ou cela"),
        *("Un carnet", "1er septembre 2026", sheet.maisons[0].title, sheet.pacte.title),
        *(prose.text for prose in long.values()),
    )
    flat = re.sub(r"[\u00a0\u202f]", " ", shown)
    assert [word for word in words if word not in flat] == []


def test_a_network_without_names_still_has_a_finished_page(reel) -> None:
    html = page_of(reel, "romans/index.html")
    assert "Maison 1" in html
    assert "None" not in text_of(html)
    assert html.count("Adresse et téléphone pas encore publiés") == 3


def test_nothing_soon_is_said_and_leads_somewhere(reel) -> None:
    html = page_of(reel, "saint-nazaire/index.html")
    assert "Rien n’est annoncé" in html
    assert 'href="../agenda/index.html"' in html


@pytest.mark.parametrize(
    ("audit", "rate", "state"),
    [
        (None, None, "non conforme"),
        (None, "100 %", "non conforme"),
        (date(2026, 5, 1), None, "non conforme"),
        (date(2026, 5, 1), "49,9 %", "non conforme"),
        (date(2026, 5, 1), "50", "partiellement conforme"),
        (date(2026, 5, 1), "67.5 %", "partiellement conforme"),
        (date(2026, 5, 1), "99,99 %", "partiellement conforme"),
        (date(2026, 5, 1), "100 %", "totalement conforme"),
    ],
)
def test_accessibility_never_claims_what_no_audit_has_seen(mini, audit, rate, state: str) -> None:
    known = Accessibilite(audit=audit, taux=rate)
    network = mini.site.networks[0].model_copy(update={"accessibilite": known})
    html = page_of(with_entries(mini, network), "accessibilite/index.html")
    assert state_of(network) == state
    assert f"site {state}." in html
    assert audit is None or rate is None or rate.rstrip(" %").replace(".", ",") + "\u00a0%" in html


def test_what_content_says_is_never_taken_for_code(mini) -> None:
    sheet = Fiche(slug="x", titre="<script>alert(1)</script>", structure='"><img src=x onerror=alert(1)>')
    html = page_of(with_entries(mini, sheet), "fiches/x/index.html")
    assert "<script>alert" not in html
    assert "<img src=x" not in html


def test_a_draft_that_is_named_is_plain_words(fictif) -> None:
    """The pact is left out of the site, not out of the sheets that cite it."""
    pact = fictif.site.of(Pacte)[0]
    sheet = next(one for one in fictif.site.of(Fiche) if one.pacte and one.pacte.slug == pact.slug)
    site = fictif.site
    less = {**site.entries, "pacte": tuple(one for one in site.of(Pacte) if one.slug != pact.slug)}
    edition = replace(fictif, site=type(site)(less, site.kinds, site.today))
    html = page_of(edition, f"fiches/{sheet.slug}/index.html")
    assert pact.title in html
    assert f"pactes/{pact.slug}/" not in html


def test_the_page_of_an_unknown_address_leads_home_from_any_depth(mini, reel) -> None:
    assert '<a class="enseigne-nom" href="https://belleville.example/">' in page_of(mini, "404.html")
    assert '<a class="enseigne-nom" href="index.html">' in page_of(reel, "404.html")


def test_a_template_that_asks_for_something_unknown_is_a_fault(tmp_path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/t.html").write_text("{{ nothing }}", encoding="utf-8")
    with pytest.raises(UndefinedError):
        environment((tmp_path,), {}).get_template("t.html").render()

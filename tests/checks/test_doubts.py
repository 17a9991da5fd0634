"""What the checks leave alone, beside what they tell (the exact words are in ``tests/fautes``)."""

import shutil
from datetime import date

import pytest

from filquartiers.checks import check_site
from filquartiers.content import load
from filquartiers.model.kinds import KINDS

SHEET, HOUSE = "fiches/soupe-du-jeudi.md", "maisons/le-bac.md"
NETWORK, PACT, EVENTS = "reseaux/belleville.md", "pactes/deux-rives.md", "calendrier/hiver.yaml"


@pytest.fixture
def told(examples, tmp_path):
    """The codes told of the mini project once a text is put at the end of a file, or before a mark in it."""

    def told(file: str, text: str, *, before: str = "", **others: str):
        root = shutil.copytree(examples / "mini/content", tmp_path / "content", dirs_exist_ok=True).parent
        for name, content in others.items():
            (root / "content" / name.replace("__", "/")).with_suffix(".md").write_text(
                content, encoding="utf-8"
            )
        path = root / "content" / file
        typed = path.read_text(encoding="utf-8")
        path.write_text(typed.replace(before, text + before, 1) if before else typed + text, encoding="utf-8")
        loaded = load(root, KINDS, date(2027, 1, 5))
        return [one.code for one in (*loaded.problems, *check_site(loaded.site, loaded.files))]

    return told


def event(titre: str, debut: str, *more: str, maison: str = "le-bac") -> str:
    lines = (f"maison: {maison}", f"debut: {debut}", *more)
    return f"\n- titre: {titre}\n" + "".join(f"  {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("debut", "more", "codes"),
    [
        ("mercredi 6 janvier 2027 de 9h à 12h", (), []),
        ("mercredi 6 janvier 2027 de 11h à 13h", (), ["hors-ouverture"]),
        ("mercredi 6 janvier 2027 à 18h", (), []),
        ("mercredi 6 janvier 2027 à 18h30", (), ["hors-ouverture"]),
        ("dimanche 10 janvier 2027 de 9h à 12h", (), ["hors-ouverture"]),
        ("dimanche 10 janvier 2027 de 9h à 12h", ("lieu: Place du Bac",), []),
        ("dimanche 10 janvier 2027 de 9h à 12h", ("annule: oui",), []),
        ("dimanche 10 janvier 2027", (), []),
        ("dimanche 3 janvier 2027 de 9h à 12h", (), []),
        ("mercredi 6 janvier 2027 de 9h à 12h", ("quand: tous les mercredis, jusqu’au 10 février 2027",), []),
    ],
)
def test_opening_hours(told, debut, more, codes):
    assert told(EVENTS, event("Loto", debut, *more)) == codes


SIX = "samedi 6 février 2027"


@pytest.mark.parametrize(
    ("one", "other", "codes"),
    [
        ((f"{SIX} de 10h à 12h", "salle: A"), (f"{SIX} de 12h à 14h", "salle: A"), []),
        ((f"{SIX} de 10h à 12h", "salle: A"), (f"{SIX} de 11h à 14h", "salle: B"), []),
        ((f"{SIX} de 10h à 12h", "salle: A"), (f"{SIX} de 11h à 14h",), []),
        ((f"{SIX} de 10h à 12h", "salle: A"), (f"{SIX} de 11h à 14h", "salle: a"), ["salle-prise"]),
        ((f"{SIX} de 10h à 12h", "salle: A"), (f"{SIX} de 11h à 14h", "salle: A", "annule: oui"), []),
        ((f"{SIX} de 10h à 12h", "public: familles"), (f"{SIX} de 10h à 12h", "public: familles"), []),
    ],
)
def test_rooms(told, one, other, codes):
    assert told(EVENTS, event("Judo", *one) + event("Chorale", *other)) == codes


@pytest.mark.parametrize(
    ("public", "codes"), [("Adultes", ["public-partage"]), ("Tous publics", []), ("Jeunesse", [])]
)
def test_publics_between_houses(told, public, codes):
    mine = event("Judo", f"{SIX} de 10h à 12h", f"public: {public}")
    theirs = event(
        "Chorale", f"{SIX} de 11h à 14h", "public:\n    - adultes\n    - Tous publics", maison="les-saules"
    )
    assert told(EVENTS, mine + theirs) == codes


def budget(charges: str, produits: str, *more: str) -> str:
    return (
        "budget:\n  charges:\n"
        + charges
        + "  produits:\n"
        + produits
        + "".join(f"  {line}\n" for line in more)
    )


def line(montant: str, *detail: str) -> str:
    below = "".join(f"        - poste: d\n          montant: {one}\n" for one in detail)
    return f"    - poste: p\n      montant: {montant}\n" + (f"      detail:\n{below}" if detail else "")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (budget(line("500 €"), line("200 €") + line("300,00")), []),
        (budget(line("500 €"), line("")), []),
        (budget(line("500 €"), line("499,99 €")), ["budget-inegal"]),
        (budget(line("", "200 €", "300 €"), line("500 €")), []),
        (budget(line("500 €", "200 €", "300 €"), line("500 €")), []),
        (budget(line("500 €", "200 €", ""), line("500 €")), []),
        (budget(line("500 €"), line("500 €"), "total_charges: 500,00", "total_produits: 500 euros"), []),
        (budget(line("500 €"), line("500 €"), "total_produits: 505 €"), ["budget-total"]),
    ],
)
def test_budgets(told, text, codes):
    assert told(SHEET, text, before="rythme:") == codes


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("4 janvier 2025", ["chiffre-ancien"]),
        ("5 janvier 2025", []),
        ("2025", []),
        ("2024", ["chiffre-ancien"]),
    ],
)
def test_figures(told, day, codes):
    text = f"chiffres:\n  - valeur: 4\n    libelle: bols\n    date: {day}\n"
    assert told(NETWORK, text, before="mentions_legales:") == codes


def test_a_pact_that_another_prolongs_is_left_alone(told):
    ended = (
        "---\ntitre: L'ancien pacte\nreseau: belleville\nprincipes: p\nvaleurs: v\nsignataires:\n  - nom: s\n"
    )
    ended += "engagements:\n  - texte: e\nsignature: 2020\necheance: 2024\n---\n"
    assert told(PACT, "renouvelle: ancien\n", before="signature:", pactes__ancien=ended) == []


@pytest.mark.parametrize(
    "text",
    [
        "Voyez [Le Bac](maisons/le-bac), [ses heures](../maisons/le-bac.md#heures), [le pacte](deux-rives).",
        "L'[agenda commun](agenda), le [plan](plan/index.html), [la ville](https://ville.example).",
        "[Écrire](mailto:le-bac@belleville.example), [bas](#suite), [Les Saules](./maisons/les-saules.md).",
        "### Un\n\n#### Deux\n\n### Trois\n\n```\n##### Quatre\n```",
        "Rendez-vous rue Madame de Staël, au collège Monsieur Hulot.",
        "M. le maire et Mme la directrice sont venus. Bonjour Madame !",
        "`[lien](nulle-part)` et `![](image.jpg)`",
    ],
)
def test_texts_that_are_fine(told, text):
    assert told(SHEET, f"\n{text}\n") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Venez avec Sylvie.", ["personne-nommee"]),
        ("Contactez Karim à l’accueil.", ["personne-nommee"]),
        ("Le « Jardin de Jean », rue Pierre Curie, avec les voisins.", []),
        ("Appelez le 06 12 34 56 78.", ["coordonnees-personnelles"]),
        ("Appelez le +33 (0)7 12 34 56 78 ou le 0692.12.34.56.", ["coordonnees-personnelles"] * 2),
        ("Appelez le +262 692 12 34 56.", ["coordonnees-personnelles"]),
        ("Appelez la maison au 02 40 00 00 00.", []),
        ("Écrivez à sylvie.dupont@exemple.fr", ["coordonnees-personnelles"]),
        ("Écrivez à le-bac@belleville.example", []),
        ("Dossier n° 1060612345678, le 06/01/2027 à 12 h 34.", []),
    ],
)
def test_what_tells_of_a_person_is_noticed(told, text, codes):
    assert told(SHEET, f"\n{text}\n") == codes


def test_what_tells_of_a_person_in_a_field_too(told):
    told_of = told(EVENTS, event("Loto", "samedi 6 février 2027 à 14h", "inscription: au 06 12 34 56 78"))
    assert "coordonnees-personnelles" in told_of


@pytest.mark.parametrize(("accord", "codes"), [("oui", []), ("non", ["accord-manquant", "personne-nommee"])])
def test_a_person_who_agreed_may_be_named_in_texts(told, accord, codes):
    team = f"equipe:\n  - nom: Camille Dupont\n    accord: {accord}\n    jusquau: 31 août 2027\n"
    sheet = "---\ntitre: Le goûter\n---\n\nSonnez chez Mme Dupont.\n"
    found = told(HOUSE, team, before="langues:", fiches__gouter=sheet)
    assert [code for code in found if code != "a-completer"] == codes

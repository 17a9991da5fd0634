"""Things of which little is known: every product still composes, and shows what there is."""

from dataclasses import replace

import pytest

from filquartiers.model.fields import Prose
from filquartiers.model.kinds import Brochure, Charte, Fiche, Maison, Objectifs, Pacte, Reseau
from filquartiers.model.kinds.charte import Atelier, Principe
from filquartiers.model.kinds.objectifs import Action, Exemple, Finalite, Objectif
from filquartiers.model.kinds.pacte import Engagement, Signataire
from filquartiers.model.kinds.reseau import Repere
from filquartiers.model.opening import Ouverture
from filquartiers.model.site import Site
from filquartiers.render.print import Composed, Product, products

from .conftest import TODAY

WORDS = Prose(text="Une phrase.\n\nUne autre.")


@pytest.fixture
def text_of(edition, composer, words, tmp_path):
    """All that the products of a small site say, by format; each has to compose."""

    def printed(network: Reseau, *entries) -> dict[str, str]:
        asked = (
            Brochure(slug="livret", titre="Livret", reseau=network, format="A5"),
            Brochure(slug="depliant", titre="Dépliant", reseau=network, format="dépliant"),
            Brochure(slug="arbre", titre="Arbre", reseau=network, format="A3"),
        )
        found: dict[str, tuple] = {"reseau": (network,), "brochure": asked}
        for entry in entries:
            key = type(entry).kind.name
            found[key] = (*found.get(key, ()), entry)
        site = Site(found, edition.site.kinds, TODAY)
        texts: dict[str, str] = {}
        for one in products(replace(edition, site=site, content=tmp_path)):
            if isinstance(one, Product):
                composed = composer.compose(one, TODAY)
                assert isinstance(composed, Composed), (one.name, composed)
                texts[one.name] = " ".join(words(composed.screen))
        return texts

    return printed


def network(**known) -> Reseau:
    return Reseau(slug="rives", nom="Les Rives", ville="Rives", **known)


@pytest.mark.parametrize(
    ("known", "told", "untold"),
    [
        ({}, "Qui nous sommes", "La coopération"),
        ({"presentation": WORDS}, "La coopération Une phrase. Une autre.", "Qui nous sommes Qui nous sommes"),
        ({"cooperation": WORDS}, "La coopération Une phrase. Une autre.", "Qui nous sommes Une"),
        ({"presentation": WORDS, "cooperation": Prose(text="Ensemble.")}, "La coopération Ensemble.", "\0"),
        ({"buts": ("Apprendre.",)}, "Pourquoi coopérer", "En chiffres"),
        ({"reperes": (Repere(date="2020", texte="Début."),)}, "Début.", "Pourquoi coopérer"),
    ],
    ids=["nothing", "presentation", "cooperation", "both", "aims", "dates"],
)
def test_a_network(text_of, known, told, untold):
    text = text_of(network(**known))["livret"]
    assert told in text
    assert untold not in text


@pytest.mark.parametrize(
    ("known", "told"),
    [
        ({"adresse": "1 quai du Bac"}, "1 quai du Bac"),
        ({"telephones": ("0261910011",)}, "02 61 91 00 11"),
        ({"courriel": "bac@rives.example"}, "bac@rives.example"),
        ({"corps": WORDS}, "La maison Une phrase."),
        ({"acces": WORDS}, "Venir Une phrase."),
        ({"horaires": (Ouverture(jour=0, plages=()),)}, "Lundi fermé"),
    ],
    ids=["street", "telephone", "mail", "words", "way", "hours"],
)
def test_a_house_of_which_one_thing_is_known(text_of, known, told):
    place = network()
    text = text_of(place, Maison(slug="bac", nom="Le Bac", reseau=place, **known))["livret"]
    assert told in text
    assert text.count("Horaires") == ("horaires" in known)


def test_a_house_of_which_nothing_is_known_has_no_page(text_of):
    place = network()
    text = text_of(place, Maison(slug="bac", nom="Le Bac", reseau=place, quartier="le port"))["livret"]
    assert "Le Bac le port" in text
    assert "La page de la maison" not in text


PACTS = {
    "title": {},
    "frame": {"cadre": WORDS},
    "agreement": {"accord": WORDS},
    "words": {"corps": WORDS},
    "traits": {"traits": ("Un trait.",)},
    "values": {"valeurs": ("Entraide",)},
    "subjects": {"thematiques": ("Un sujet",)},
    "promises": {"engagements": (Engagement(texte="Promettre."),)},
    "signed": {"signataires": (Signataire(nom="La Ville"),)},
    "dates": {"reperes": (Repere(date="2020", texte="Début."),)},
    "over": {"echeance": "2020"},
}


@pytest.mark.parametrize("known", PACTS.values(), ids=PACTS)
@pytest.mark.parametrize("number", [1, 2, 4])
def test_pacts_of_which_one_thing_is_known(text_of, known, number):
    place = network()
    pacts = (
        Pacte(slug=f"pacte-{rank}", titre=f"Pacte {rank}", reseau=place, **known) for rank in range(number)
    )
    texts = text_of(place, *pacts)
    assert ("Pacte 0" in texts["livret"]) or known == {}
    if number > 1:
        assert f"Pacte {number - 1}" in texts["depliant"]


def test_charters_of_which_one_thing_is_known(text_of):
    place = network()
    known = (
        {},
        {"contexte": WORDS},
        {"axes": ("Manger",)},
        {"ateliers": (Atelier(titre="Ateliers"),)},
        {"principes": (Principe(titre="Écouter"),)},
        {"reperes": (Repere(date="2030", texte="Fin.", prevu=True),)},
    )
    charters = (
        Charte(slug=f"c-{n}", titre=f"Charte {n}", reseau=place, **one) for n, one in enumerate(known)
    )
    text = text_of(place, *charters)["livret"]
    assert all(f"Charte {n}" in text for n in range(len(known)))
    assert "Fin. (prévu)" in text


@pytest.mark.parametrize(
    "known",
    [
        {"finalites": (Finalite(code="a", texte="Un but"),)},
        {"objectifs": (Objectif(code="b", texte="Un objectif"),)},
        {"actions": (Action(code="c", texte="Une action"),)},
        {"exemples": (Exemple(texte="Un exemple"),)},
    ],
    ids=["aims", "goals", "actions", "examples"],
)
def test_trees_of_one_level(text_of, known):
    place = network()
    trees = [Objectifs(slug=f"arbre-{n}", titre=f"Arbre {n}", reseau=place, **known) for n in (1, 2)]
    texts = text_of(place, *trees)
    (line,) = next(iter(known.values()))
    for name in ("livret", "arbre", "arbre-2"):
        assert line.texte in texts[name]
    assert "Arbre 2" in texts["livret"]


def test_a_sheet_of_which_only_the_title_is_known(text_of):
    place = network()
    text = text_of(place, Fiche(slug="soupe", titre="La soupe", reseau=place))
    assert "La soupe" in text["livret"]
    assert "Cette action n’est pas encore racontée." in text["fiches/soupe"]

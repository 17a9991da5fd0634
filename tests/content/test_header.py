"""The front matter as people type it: marks of any kind, keys of any keyboard."""

import pytest

FIELDS = "titre: Jardin\nrythme: le lundi"
BODY = "## Résumé\n\nUn texte."

SOUND = {
    "as it should be": f"---\n{FIELDS}\n---\n{BODY}",
    "a blank line first": f"\n\n---\n{FIELDS}\n---\n{BODY}",
    "a space first": f" ---\n{FIELDS}\n ---\n{BODY}",
    "spaces behind": f"---  \n{FIELDS}\n---\t\n{BODY}",
    "a no-break space": f"\u00a0---\u00a0\n{FIELDS}\n---\u202f\n{BODY}",
    "a mark of order inside": f"\ufeff---\n{FIELDS}\n---\n{BODY}",
    "a sign that is not seen": f"\u200b---\n{FIELDS}\n---\u200b\n{BODY}",
    "four dashes": f"----\n{FIELDS}\n----\n{BODY}",
    "two dashes": f"--\n{FIELDS}\n--\n{BODY}",
    "a blank line inside": f"---\n\n{FIELDS}\n\n---\n\n{BODY}",
    "a colon glued": "---\ntitre:Jardin\nrythme:le lundi\n---\n" + BODY,
    "a space before the colon": "---\ntitre : Jardin\nrythme : le lundi\n---\n" + BODY,
    "a no-break space before the colon": "---\ntitre\u00a0: Jardin\nrythme\u202f: le lundi\n---\n" + BODY,
    "a no-break space after the colon": "---\ntitre:\u00a0Jardin\nrythme:\u202fle lundi\n---\n" + BODY,
    "a wide colon": "---\ntitre：Jardin\nrythme： le lundi\n---\n" + BODY,
    "an equal sign": "---\ntitre = Jardin\nrythme=le lundi\n---\n" + BODY,
    "capitals": "---\nTITRE: Jardin\nRythme: le lundi\n---\n" + BODY,
    "single quotes": "---\ntitre: 'Jardin'\nrythme: 'le lundi'\n---\n" + BODY,
}
TOLD = {
    "a long dash": (f"—\n{FIELDS}\n—\n{BODY}", "entete-tirets"),
    "three long dashes": (f"———\n{FIELDS}\n———\n{BODY}", "entete-tirets"),
    "middling dashes": (f"–––\n{FIELDS}\n---\n{BODY}", "entete-tirets"),
    "stars": (f"***\n{FIELDS}\n***\n{BODY}", "entete-tirets"),
    "equal signs": (f"=====\n{FIELDS}\n=====\n{BODY}", "entete-tirets"),
    "no marks": (f"{FIELDS}\n\n{BODY}", "entete-sans-tirets"),
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_it_is_read(read, text):
    loaded = read({"fiches/jardin.md": text})
    assert not [one for one in loaded.problems if one.code not in {"espace-manquante", "guillemets-courbes"}]
    (sheet,) = loaded.site.entries["fiche"]
    assert (sheet.titre, sheet.rythme, sheet.resume.text) == ("Jardin", "le lundi", "Un texte.")


@pytest.mark.parametrize(("text", "code"), TOLD.values(), ids=TOLD)
def test_it_is_read_and_told(read, text, code):
    loaded = read({"fiches/jardin.md": text})
    assert {one.code for one in loaded.problems} == {code}
    (sheet,) = loaded.site.entries["fiche"]
    assert (sheet.titre, sheet.rythme, sheet.resume.text) == ("Jardin", "le lundi", "Un texte.")


@pytest.mark.parametrize(
    "text",
    [
        "Un texte sans en-tête.\n\n---\n\nAutre.",
        "Horaires : 9h\n\nLe reste.",
        "***\nUn poème\n***",
        "--\nUn texte\n--",
    ],
)
def test_what_is_no_header_is_text(read, text):
    (told,) = read({"fiches/jardin.md": text}).problems
    assert told.code == "entete-absente"


@pytest.mark.parametrize("bullet", ["-", "•", "–", "—", "*", "▪", "-\u00a0", "•\u00a0"])
def test_lists_with_any_bullet(read, bullet):
    text = f"---\ntitre: Jardin\nmots_cles:\n  {bullet} Solidarité\n  {bullet} Environnement\n---\n"
    loaded = read({"fiches/jardin.md": text})
    (sheet,) = loaded.site.entries["fiche"]
    assert sheet.mots_cles == ("Solidarité", "Environnement")


@pytest.mark.parametrize("typed", ["français, portugais", "français et portugais", "français / portugais"])
def test_languages_on_one_line(read, typed):
    loaded = read({"maisons/le-bac.md": f"---\nnom: Le Bac\nreseau: rives\nlangues: {typed}\n---\n"})
    (house,) = loaded.site.entries["maison"]
    assert house.langues == ("français", "portugais")


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("'L'été au jardin'", "L'été au jardin"),
        ("'Aujourd'hui, l'eau'", "Aujourd'hui, l'eau"),
        ('"Petit Déj" à idées', '"Petit Déj" à idées'),
        ("L'été", "L'été"),
        ("'L''été'", "L'été"),
    ],
)
def test_quotes_around_apostrophes(read, typed, title):
    (sheet,) = read({"fiches/ete.md": f"---\ntitre: {typed}\n---\n"}).site.entries["fiche"]
    assert sheet.titre == title


def test_an_item_that_opens_a_group(read):
    text = (
        "- titre:Loto\n  maison:le-bac\n  date: 5 mars 2027\n"
        "- annule:\n    - 6 mars 2027\n  titre: Bal\n  date: 6 mars 2027\n"
    )
    heads = {"maisons/le-bac.md": "---\nnom: Le Bac\nreseau: rives\n---\n"}
    loaded = read(heads | {"calendrier/x.yaml": text})
    assert [event.titre for event in loaded.site.entries["evenement"]] == ["Bal", "Loto"]


def test_a_line_about_days_is_never_left_out_of_an_event(read):
    """An exception under a word that nothing reads would announce the event on the wrong day."""
    text = "- titre: Loto\n  quand: tous les lundis\n  debut: 4 janvier 2027\n  pas: le lundi 11 janvier\n"
    loaded = read({"calendrier/x.yaml": text})
    assert [one.code for one in loaded.problems] == ["cle-a-corriger"]
    assert not loaded.site.entries["evenement"]


def test_an_event_named_otherwise_has_the_address_of_its_name(read):
    text = "- nom: Loto\n  date de début: 5 mars 2027\n  endroit: Salle des fêtes\n"
    loaded = read({"calendrier/x.yaml": text})
    assert [(one.slug, one.titre, one.lieu) for one in loaded.site.entries["evenement"]] == [
        ("loto", "Loto", "Salle des fêtes")
    ]

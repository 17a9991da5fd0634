"""Correcting, adding, cancelling, undoing, as a browser without script does; what others do meanwhile."""

from urllib.parse import quote

import pytest

# What watchdog says of a folder made while it looks; the program keeps it silent (cli/__init__.py).
pytestmark = pytest.mark.filterwarnings("ignore:Callback with id")

HOUSE = "content/maisons/le-bac.md"
EVENTS = "content/calendrier/hiver.yaml"
SOUP = "content/fiches/soupe-du-jeudi.md"


def read(root, file):
    return (root / file).read_bytes().decode("utf-8")


def lines_changed(before, after):
    one, other = before.split("\n"), after.split("\n")
    return [line for line in one if line not in other], [line for line in other if line not in one]


def test_a_phone_is_corrected_and_nothing_else(visitor, root):
    before = read(root, HOUSE)
    form = visitor.entry(HOUSE).form("fiche").set("c.telephones.0", "02 61 91 20 99")
    answer = visitor.send(form)
    assert "Enregistré" in answer.words
    assert "Ce que cela change" in answer.words
    assert "pages" in answer.words
    assert lines_changed(before, read(root, HOUSE)) == (
        ["telephone: 02 61 91 20 11"],
        ["telephone: 02 61 91 20 99"],
    )


def test_what_changed_is_told_with_the_way_there(visitor):
    form = visitor.entry(HOUSE).form("fiche").set("c.adresse", "4 place du Bac")
    answer = visitor.send(form)
    assert 'href="/maisons/le-bac/"' in answer.text


def test_the_way_from_a_page_of_the_site_to_its_form(visitor):
    page = visitor.get("/maisons/le-bac/index.html")
    assert "Modifier cette page" in page.text
    way = page.text.partition('<aside class="apercu-modifier"')[2].partition('href="')[2].partition('"')[0]
    answer = visitor.get(way)
    assert answer.status == 303
    assert answer.headers["Location"] == f"/__editer__/fiche?fichier={quote(HOUSE, safe='')}&rang=0"
    event = visitor.get("page?adresse=agenda/grand-menage-des-barques/")
    assert event.headers["Location"].endswith("hiver.yaml&rang=1")
    assert visitor.get("page?adresse=maisons/").headers["Location"] == "/__editer__/?sorte=maison"
    assert visitor.get("page?adresse=plan/").headers["Location"] == "/__editer__/"


def test_an_error_is_told_beside_its_field_in_the_words_of_the_reader(visitor, root):
    before = read(root, HOUSE)
    form = (
        visitor.entry(HOUSE).form("fiche").set("c.telephones.0", "02 61").set("c.adresse", "5 place du Bac")
    )
    answer = visitor.send(form)
    assert answer.status == 422
    assert read(root, HOUSE) == before
    assert 'role="alert"' in answer.text
    assert '<a href="#c.telephones">Téléphone</a>' in answer.text
    assert 'id="c.telephones-faute"' in answer.text
    assert "« 02 61 » n’est pas un numéro de téléphone" in answer.words
    again = answer.form("fiche")
    assert again.get("c.telephones.0") == "02 61"
    assert again.get("c.adresse") == "5 place du Bac"
    assert "Enregistré" in visitor.send(again, "quand-meme").words
    assert "telephone: 02 61\n" in read(root, HOUSE)


def test_an_error_that_was_there_is_no_wall_around_the_rest(visitor, root):
    file = root / HOUSE
    file.write_text(file.read_text("utf-8").replace("02 61 91 20 11", "02 61"), "utf-8")
    form = visitor.entry(HOUSE).form("fiche").set("c.adresse", "5 place du Bac")
    answer = visitor.send(form)
    assert "Enregistré" in answer.words
    assert "n’est pas un numéro de téléphone" in answer.words


def test_more_lines_without_script(visitor, root):
    page = visitor.send(visitor.entry(HOUSE).form("fiche"), "plus:c.telephones")
    form = page.form("fiche").set("c.telephones.1", "02 61 91 20 98").set("c.telephones.2", "02 61 91 20 97")
    visitor.send(form)
    assert "telephone:\n  - 02 61 91 20 11\n  - 02 61 91 20 98\n  - 02 61 91 20 97\n" in read(root, HOUSE)


def test_a_line_of_the_week(visitor, root):
    form = visitor.entry(HOUSE).form("fiche").set("c.horaires.1.valeur", "9h-18h")
    form.set("c.horaires.2.cle", "dimanche").set("c.horaires.2.valeur", "fermé")
    visitor.send(form)
    assert "  samedi: 9h-18h\n  dimanche: fermé\n" in read(root, HOUSE)


def test_a_long_text_and_a_box(visitor, root):
    before = read(root, SOUP)
    form = visitor.entry(SOUP).form("fiche").tick("c.mots_cles", "Culture")
    form.set("c.resume", "Une soupe.\r\n\r\nPuis une autre.")
    visitor.send(form)
    after = read(root, SOUP)
    assert "mots_cles:\n  - Solidarité\n  - Culture\n" in after
    assert "## Résumé\n\nUne soupe.\n\nPuis une autre.\n\n## Pour les habitants" in after
    assert before.partition("## Pour les habitants")[2] == after.partition("## Pour les habitants")[2]


def test_a_new_event_joins_the_list_of_its_house(visitor, root):
    before = read(root, EVENTS)
    form = visitor.get("nouveau?sorte=evenement").form("nouveau").set("c.titre", "Atelier vélo")
    form.tick("c.maisons", "le-bac").set("c.debut", "mercredi 3 mars 2027 de 14h à 16h").set(
        "c.tarif", "gratuit"
    )
    assert form.get("ou") == EVENTS
    answer = visitor.send(form)
    assert "Enregistré" in answer.words
    assert "mercredi 3 mars 2027, de 14 h à 16 h" in answer.words
    after = read(root, EVENTS)
    assert after.startswith(before)
    assert after.removeprefix(before).strip() == (
        "- titre: Atelier vélo\n  maisons: le-bac\n"
        "  debut: mercredi 3 mars 2027 de 14h à 16h\n  tarif: gratuit"
    )


def test_the_same_form_sent_twice_writes_once(visitor, root):
    form = visitor.get("nouveau?sorte=evenement").form("nouveau").set("c.titre", "Atelier vélo")
    form.set("c.debut", "3 mars 2027")
    places = {visitor.send(form, follow=False).headers["Location"] for _ in range(3)}
    assert len(places) == 1
    assert read(root, EVENTS).count("Atelier vélo") == 1
    form = visitor.entry(HOUSE).form("fiche").set("c.adresse", "6 place du Bac")
    visitor.send(form)
    now = (root / HOUSE).stat().st_mtime_ns
    assert "Rien n’a changé" in visitor.send(form).words
    assert (root / HOUSE).stat().st_mtime_ns == now


def test_an_event_that_may_be_another_is_proposed_first(visitor, root):
    form = visitor.get("nouveau?sorte=evenement").form("nouveau").set("c.titre", "Grand ménage de barques")
    form.set("c.titre", "Grand ménage des barques").set("c.debut", "16 janvier 2027")
    answer = visitor.send(form)
    assert answer.status == 409
    assert "Peut-être déjà dans l’agenda" in answer.words
    assert read(root, EVENTS).count("Grand ménage") == 1
    assert "Enregistré" in visitor.send(answer.form("nouveau"), "autre").words
    assert read(root, EVENTS).count("Grand ménage") == 2


def test_an_event_in_a_file_of_its_own(visitor, root):
    form = (
        visitor.get("nouveau?sorte=evenement")
        .form("nouveau")
        .set("c.titre", "Bal")
        .set("c.debut", "3 mai 2027")
    )
    visitor.send(form.without("ou").tick("ou", "seul"))
    assert "titre: Bal" in read(root, "content/calendrier/bal.md")


def test_the_five_dates_without_script(visitor):
    form = visitor.get("nouveau?sorte=evenement").form("nouveau").set("c.titre", "Bal")
    page = visitor.send(
        form.set("c.recurrence", "tous les lundis de 9h à 10h à partir du 4 janvier 2027"), "dates"
    )
    assert page.status == 200
    assert "lundi 4 janvier 2027, de 9 h à 10 h" in page.words
    assert "lundi 1er février 2027" in page.words
    assert page.form("nouveau").get("c.titre") == "Bal"


def test_the_dates_as_one_types(visitor, scene):
    token = scene.server.editor.room.guard.token("dates")

    def said(**fields):
        pairs = "&".join(f"c.{name}={quote(value)}" for name, value in fields.items())
        return visitor.post("/__editer__/dates", f"jeton={token}&{pairs}").words

    assert "mercredi 6 janvier 2027, de 14 h à 16 h" in said(
        recurrence="tous les mercredis de 14h à 16h", debut="6 janvier 2027"
    )
    assert "vendredi" in said(debut="mercredi 8 janvier 2027")
    assert "Écrivez" in said(debut="")
    assert "montrés tels quels" in said(recurrence="environ toutes les six semaines")


def test_a_date_is_cancelled_and_put_back(visitor, root):
    before = read(root, EVENTS)
    page = visitor.entry(EVENTS)
    form = next(
        one for one in page.forms if one.action.endswith("annuler") and one.get("jour") == "2027-01-14"
    )
    answer = visitor.send(form, "")
    assert "jeudi 14 janvier 2027, de 18 h à 19 h (annulé)" in answer.words
    assert "\n  annule: 14 janvier 2027\n" in read(root, EVENTS)
    second = next(
        one
        for one in visitor.entry(EVENTS).forms
        if one.action.endswith("annuler") and one.get("jour") == "2027-01-21"
    )
    visitor.send(second, "")
    assert "\n  annule:\n    - 14 janvier 2027\n    - 21 janvier 2027\n" in read(root, EVENTS)
    for day in ("2027-01-14", "2027-01-21"):
        form = next(
            one
            for one in visitor.entry(EVENTS).forms
            if one.action.endswith("annuler") and one.get("jour") == day
        )
        visitor.send(form.tick("remettre", "1"), "")
    assert read(root, EVENTS) == before


def test_an_only_date_is_cancelled_whole(visitor, root):
    page = visitor.entry(EVENTS, 1)
    visitor.send(page.form("annuler"), "")
    assert read(root, EVENTS).count("annule: oui") == 1


def test_undo(visitor, root):
    before = read(root, HOUSE)
    done = visitor.send(visitor.entry(HOUSE).form("fiche").set("c.adresse", "6 place du Bac"))
    assert read(root, HOUSE) != before
    undo = done.form("histoire")
    undone = visitor.send(undo, "")
    assert "Rien n’a changé" in visitor.send(undo, "").words  # sent twice
    assert "Enregistré" in undone.words
    assert read(root, HOUSE) == before
    past = visitor.get(f"histoire?fichier={HOUSE}")
    assert "− adresse: 3 place du Bac" in past.words
    assert "+ adresse: 6 place du Bac" in past.words
    visitor.send(past.form("histoire"), "")
    assert "6 place du Bac" in read(root, HOUSE)


def test_to_the_bin_and_back(visitor, root):
    before = read(root, EVENTS)
    bin_ = visitor.send(visitor.get(f"supprimer?fichier={EVENTS}&rang=0").form("supprimer"), "")
    assert "La soupe du jeudi" in bin_.words
    assert "La soupe" not in read(root, EVENTS)
    visitor.send(bin_.form("corbeille"), "")
    assert sorted(read(root, EVENTS).split("\n")) == sorted(before.split("\n"))
    whole = read(root, HOUSE)
    bin_ = visitor.send(visitor.get(f"supprimer?fichier={HOUSE}").form("supprimer"), "")
    assert not (root / HOUSE).exists()
    visitor.send(bin_.form("corbeille"), "")
    assert read(root, HOUSE) == whole


def other_tab(root, file, before, after):
    text = read(root, file)
    assert before in text
    (root / file).write_text(text.replace(before, after), "utf-8")


def test_two_people_on_two_fields_both_win(visitor, root):
    form = visitor.entry(HOUSE).form("fiche").set("c.adresse", "6 place du Bac")
    other_tab(root, HOUSE, "02 61 91 20 11", "02 61 91 20 55")
    assert "Enregistré" in visitor.send(form).words
    assert "6 place du Bac" in read(root, HOUSE)
    assert "02 61 91 20 55" in read(root, HOUSE)


def test_two_people_on_one_field_are_asked(visitor, root):
    form = visitor.entry(HOUSE).form("fiche").set("c.adresse", "6 place du Bac").set("c.quartier", "Le Port")
    other_tab(root, HOUSE, "3 place du Bac", "9 place du Bac")
    asked = visitor.send(form)
    assert asked.status == 409
    assert "9 place du Bac" in asked.words
    assert asked.form("fiche").get("c.adresse") == "6 place du Bac"
    assert "9 place du Bac" in read(root, HOUSE)
    theirs = asked.form("fiche").without("choix.adresse").tick("choix.adresse", "fichier")
    assert "Enregistré" in visitor.send(theirs).words
    assert "adresse: 9 place du Bac" in read(root, HOUSE)
    assert "quartier: Le Port" in read(root, HOUSE)
    mine = asked.form("fiche")
    assert "Enregistré" in visitor.send(mine).words
    assert "adresse: 6 place du Bac" in read(root, HOUSE)


def test_the_same_on_both_sides_is_no_conflict(visitor, root):
    form = visitor.entry(HOUSE).form("fiche").set("c.adresse", "9 place du Bac")
    other_tab(root, HOUSE, "3 place du Bac", "9 place du Bac")
    assert "Rien n’a changé" in visitor.send(form).words


def test_an_event_put_before_mine_does_not_take_its_place(visitor, root):
    form = visitor.entry(EVENTS, 1).form("fiche").set("c.tarif", "2 €")
    text = read(root, EVENTS)
    (root / EVENTS).write_text("- titre: Nouveau\n  debut: 3 mai 2027\n\n" + text, "utf-8")
    visitor.send(form)
    assert "titre: Grand ménage des barques\n" in read(root, EVENTS)
    assert read(root, EVENTS).partition("Grand ménage")[2].count("2 €") == 1


def test_a_file_taken_away_meanwhile_is_told_with_all_that_was_typed(visitor, root):
    form = visitor.entry(HOUSE).form("fiche").set("c.adresse", "6 place du Bac")
    (root / HOUSE).unlink()
    answer = visitor.send(form)
    assert answer.status == 409
    assert "Le fichier n’est plus là" in answer.words
    assert answer.form("nouveau").get("c.adresse") == "6 place du Bac"
    assert not (root / HOUSE).exists()
    assert "Enregistré" in visitor.send(answer.form("nouveau")).words
    assert "adresse: 6 place du Bac" in read(root, HOUSE)


def test_an_entry_taken_away_meanwhile(visitor, root):
    form = visitor.entry(EVENTS, 0).form("fiche").set("c.tarif", "2 €")
    visitor.send(visitor.get(f"supprimer?fichier={EVENTS}&rang=0").form("supprimer"), "")
    answer = visitor.send(form)
    assert answer.status == 409
    assert "2 €" not in read(root, EVENTS)


def test_the_text_of_a_file(visitor, root):
    page = visitor.get(f"texte?fichier={HOUSE}&rang=0")
    assert "Téléphone" in page.words
    form = page.form("texte")
    form.set("texte", form.get("texte").replace("3 place", "7 place"))
    other_tab(root, HOUSE, "3 place", "9 place")
    answer = visitor.send(form, "")
    assert answer.status == 409
    assert "9 place du Bac" in answer.words
    assert "7 place du Bac" in answer.form("texte").get("texte")
    assert "9 place" in read(root, HOUSE)
    visitor.send(answer.form("texte"), "")
    assert "7 place" in read(root, HOUSE)


@pytest.mark.parametrize("codec", ["cp1252", "utf-16", "utf-8-sig"])
def test_encodings_and_line_ends_stay(visitor, root, codec):
    data = read(root, HOUSE).replace("\n", "\r\n").replace("nom: Le Bac", "nom: Le Bac  # été").encode(codec)
    (root / HOUSE).write_bytes(data)
    form = visitor.get(f"texte?fichier={HOUSE}").form("texte")
    visitor.send(form.set("texte", form.get("texte").replace("3 place", "7 place")), "")
    assert (root / HOUSE).read_bytes() == data.decode(codec).replace("3 place", "7 place").encode(codec)
    visitor.send(visitor.entry(HOUSE).form("fiche").set("c.adresse", "8 place du Bac"))
    assert (root / HOUSE).read_bytes() == data.decode(codec).replace("3 place", "8 place").encode(codec)


def test_a_file_that_cannot_be_taken_apart_opens_as_text(visitor, root):
    (root / HOUSE).write_text("---\nnom: [Le Bac\n---\n", "utf-8")
    answer = visitor.entry(HOUSE)
    assert answer.status == 303
    page = visitor.get(answer.headers["Location"])
    assert "ne peut pas être montré en formulaire" in page.words
    form = page.form("texte").set("texte", "---\r\nnom: Le Bac\r\nreseau: belleville\r\n---\r\n")
    assert "Enregistré" in visitor.send(form, "").words
    assert read(root, HOUSE) == "---\nnom: Le Bac\nreseau: belleville\n---\n"


def test_the_list_is_searched_by_title(visitor):
    assert "Grand ménage des barques" in visitor.get("?q=menage").words
    assert "La soupe du jeudi" not in visitor.get("?q=menage").words
    assert "Aucun titre" in visitor.get("?q=xyz").words
    home = visitor.get("").words
    assert home.index("La soupe du jeudi jeudi 7 janvier 2027") < home.index(
        "Grand ménage des barques samedi 16 janvier 2027"
    )


def test_what_is_to_mend_leads_to_its_form(visitor, root, scene):
    other_tab(root, HOUSE, "02 61 91 20 11", "02 61")
    scene.until(lambda shown: shown.errors)
    page = visitor.get("a-corriger")
    assert "n’est pas un numéro de téléphone" in page.words
    assert f"fiche?fichier={quote(HOUSE, safe='')}" in page.text


def test_when_alone_says_the_day_of_an_event(visitor, root):
    form = visitor.get("nouveau?sorte=evenement").form("nouveau").set("c.titre", "Bal")
    visitor.send(form.set("c.recurrence", "mercredi 3 mars 2027 de 14h à 16h"))
    assert "- titre: Bal\n  debut: mercredi 3 mars 2027 de 14h à 16h\n" in read(root, EVENTS)


def test_a_second_event_of_one_title_gets_an_address_of_its_own(visitor, root, scene):
    for day in ("lundi 4", "mardi 5"):
        words = f"tous les {day.split()[0]}s à 9h, du {day} janvier 2027 au 29 juin 2027"
        form = visitor.get("nouveau?sorte=evenement").form("nouveau").set("c.titre", "Yoga")
        assert "Enregistré" in visitor.send(form.set("c.recurrence", words)).words
    assert "titre: Yoga" in read(root, EVENTS)
    assert "tous les mardis" in read(root, "content/calendrier/yoga-2.md")
    assert scene.preview.shown.errors == ()


def test_a_rhythm_without_its_first_day_says_what_is_missing(visitor):
    form = visitor.get("nouveau?sorte=evenement").form("nouveau").set("c.titre", "Yoga")
    page = visitor.send(form.set("c.recurrence", "tous les lundis à 9h"), "dates")
    assert "Il manque le premier jour" in page.words

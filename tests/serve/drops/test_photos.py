"""A photograph dropped into a form: seen, described, kept, and named where it serves."""

from urllib.parse import quote

import pytest

from filquartiers.model.facts.people import withheld
from serve.drops.conftest import HOUSE, answered, photo
from serve.scene import text

ANSWERS = {"description": "La façade de briques", "personnes": "personne", "geste": "enregistrer"}


def drop(sender, name="Le Bac.JPG", data=None, **answers):
    pairs = answered(sender.photo().fields("photo"), **(ANSWERS | answers))
    return sender.send("photo", pairs, [("photo", name, photo() if data is None else data)])


def test_in_one_screen_it_is_kept_named_and_published(scene, sender):
    before = scene.file("maisons/le-bac.md").read_bytes()
    done = sender.follow(drop(sender))
    assert "Enregistré" in done.words
    assert scene.file("images/le-bac.jpg").is_file()
    after = scene.file("maisons/le-bac.md").read_bytes()
    assert b"photo: images/le-bac.jpg" in after
    assert "photo_description: La façade de briques".encode() in after
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []
    scene.until(lambda shown: "images/le-bac" in text(shown, "maisons/le-bac/index.html"))
    assert "personnes: non" in scene.file("photographies/photographies.yaml").read_text("utf-8")


def test_it_is_seen_first_and_need_not_be_chosen_twice(scene, sender):
    seen = drop(sender, geste="voir", description="", personnes="")
    assert seen.status == 200
    assert "images/le-bac.jpg" in seen.words
    assert not scene.file("images").exists()
    (held,) = (value for name, value in seen.fields("photo") if name == "garde")
    shown = sender.get(f"depot?numero={held}")
    assert shown.body.startswith(b"\xff\xd8\xff")
    saved = sender.send("photo", answered(seen.fields("photo"), **ANSWERS))
    assert sender.follow(saved).status == 200
    assert scene.file("images/le-bac.jpg").read_bytes() == shown.body


def test_who_has_not_agreed_yet_is_kept_and_not_shown(scene, sender):
    sender.follow(drop(sender, personnes="sans"))
    shown = scene.until(lambda _: withheld(scene.preview.edition.site))
    assert "images/le-bac" not in text(shown, "maisons/le-bac/index.html")


def test_consent_is_written_with_its_end(scene, sender):
    sender.follow(drop(sender, personnes="accord", jusquau="30 juin 2028"))
    written = scene.file("photographies/photographies.yaml").read_text("utf-8")
    assert "accord: oui" in written
    assert "jusquau: 30 juin 2028" in written


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"description": " "}, "Dites en quelques mots"),
        ({"personnes": ""}, "Dites si l’on reconnaît quelqu’un"),
        ({"personnes": "<script>"}, "Dites si l’on reconnaît quelqu’un"),
        ({"personnes": "accord", "jusquau": "bientôt"}, "La fin de l’accord"),
        ({"data": b"", "name": ""}, "Choisissez une photo"),
        ({"data": b"bonjour"}, "n’est pas une image"),
        ({"data": b"<svg onload='alert(1)'/>", "name": "x.svg"}, "SVG"),
        ({"data": b"\0\0\0\x18ftypheic\0\0\0\0", "name": "IMG.HEIC"}, "Le plus compatible"),
        ({"data": photo()[:5000]}, "Copiez-la de nouveau"),
    ],
)
def test_what_is_missing_or_refused_is_told_and_nothing_is_written(scene, sender, answers, said):
    before = {path: path.read_bytes() for path in scene.root.rglob("content/**/*") if path.is_file()}
    told = drop(sender, **answers)
    assert told.status == 422
    assert said in told.words
    assert before == {path: path.read_bytes() for path in scene.root.rglob("content/**/*") if path.is_file()}


def test_sent_twice_it_is_kept_once(scene, sender):
    pairs = answered(sender.photo().fields("photo"), **ANSWERS)
    data = photo()
    first = sender.send("photo", pairs, [("photo", "a.jpg", data)])
    again = sender.send("photo", pairs, [("photo", "a.jpg", data)])
    assert first.location == again.location
    assert [one.name for one in scene.file("images").iterdir()] == ["a.jpg"]


@pytest.mark.parametrize(
    "name", ["../../../evil.jpg", "..\\..\\evil.jpg", "C:\\x\\evil.jpg", "evil.jpg\0.exe"]
)
def test_no_name_writes_elsewhere(scene, sender, name):
    sender.follow(drop(sender, name=name))
    assert [one.name for one in scene.file("images").iterdir()] in (["evil.jpg"], ["evil-jpg.jpg"])
    assert not list(scene.root.parent.glob("evil*"))


def test_the_photo_goes_to_its_event_wherever_it_now_stands(scene, sender):
    file = scene.file("calendrier/hiver.yaml")
    pairs = answered(sender.photo("content/calendrier/hiver.yaml", 1).fields("photo"), **ANSWERS)
    first = "- titre: Avant tous\n  maison: le-bac\n  debut: 8 janvier 2027\n\n"
    file.write_text(first + file.read_text("utf-8"), "utf-8")
    sender.send("photo", pairs, [("photo", "barques.jpg", photo())])
    _, after = file.read_text("utf-8").split("- titre: Grand ménage des barques")
    assert "image: images/barques.jpg" in after


def test_what_is_not_ours_may_drop_nothing(scene, sender):
    pairs = answered(sender.photo().fields("photo"), **ANSWERS)
    files = [("photo", "a.jpg", photo())]
    assert sender.send("photo", pairs, files, Origin="https://ailleurs.example").status == 403
    assert sender.send("photo", answered(pairs, jeton="x"), files).status == 403
    assert sender.send("photo", answered(pairs, jeton=""), files).status == 403
    assert sender.post("photo", "text/plain", b"x").status == 415
    assert sender.post("photo", "multipart/form-data; boundary=x", b"junk").status == 400
    assert not scene.file("images").exists()


def test_a_kind_without_photo_and_a_file_that_is_gone_have_no_such_page(scene, sender):
    assert sender.photo("content/pactes/deux-rives.md").status == 404
    assert sender.photo("content/maisons/absente.md").status == 404
    assert sender.photo(HOUSE, 7).status == 404
    assert sender.get("depot?numero=abc").status == 404
    pairs = answered(sender.photo().fields("photo"), **ANSWERS)
    scene.file("maisons/le-bac.md").unlink()
    assert sender.send("photo", pairs, [("photo", "a.jpg", photo())]).status == 404


def test_forms_lead_there(sender):
    page = sender.get(f"fiche?fichier={quote(HOUSE)}&rang=0")
    assert "Déposer une photo" in page.words
    assert "Importer un programme" in sender.get("").words

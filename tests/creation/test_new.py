"""``filquartiers new`` without questions: every kind, what is refused, what is never touched."""

import re
from pathlib import Path

import pytest

from filquartiers.cli import run
from filquartiers.model.kinds import KINDS

REQUIRED = {
    "reseau": ["--nom", "Les maisons de Valmarin", "--ville", "Valmarin", "--zone-scolaire", "B"],
    "maison": ["--nom", "Le Phare", "--reseau", "saint-nazaire"],
    "pacte": ["--titre", "Pacte du Port", "--reseau", "saint-nazaire"],
    "fiche": ["--titre", "Atelier cuisine : on goûte"],
    "evenement": ["--titre", "Fête n° 2 #jardin", "--debut", "6 janvier 2027 à 14h", "--maison", "kerlede"],
    "charte": ["--titre", "Charte", "--reseau", "romans"],
    "objectifs": ["--titre", "Objectifs", "--reseau", "romans"],
    "page": ["--titre", "« Qui » sommes-nous ?"],
    "photographie": ["--fichier", "images/atelier.jpg"],
    "presse": ["--nom", "Imprimerie du Port"],
    "brochure": ["--titre", "Nos maisons", "--reseau", "saint-nazaire"],
}


def test_every_kind_has_its_line_here():
    assert list(REQUIRED) == [kind.kind.name for kind in KINDS]


def created(project, name, *words):
    before = project.files()
    assert project.new(name, *REQUIRED[name], *words) == 0
    (path,) = project.files().keys() - before.keys()
    assert {path: project.files()[path] for path in before} == before
    return project.root / path


@pytest.mark.parametrize("name", REQUIRED)
def test_what_is_created_has_no_error(project, name):
    created(project, name)
    assert project.errors() == []


@pytest.mark.parametrize("name", REQUIRED)
def test_any_advice_can_be_taken_as_it_stands(project, name):
    """Each proposed line, its « # » removed, is understood: an example that is refused helps nobody."""
    file = created(project, name)
    text = file.read_text(encoding="utf-8")
    advised = re.findall(r"(?m)^# ([a-z_]+):.*\n(?:#   .*\n)*", text)
    assert len(advised) >= 4
    for match in re.finditer(r"(?m)^# ([a-z_]+):.*\n(?:#   .*\n)*", text):
        taken = re.sub(r"(?m)^# ", "", match[0])
        file.write_text(text.replace(match[0], taken), encoding="utf-8")
        assert project.errors() == [], taken


@pytest.mark.parametrize("name", REQUIRED)
def test_every_field_is_proposed_with_its_help(project, name):
    text = created(project, name).read_text(encoding="utf-8")
    kind = next(kind for kind in KINDS if kind.kind.name == name)
    for guide in kind.fields():
        assert guide.help in text or guide.name == "corps"
        assert guide.long or re.search(rf"(?m)^(# )?{guide.name}:", text)


def test_accents_and_signs_are_kept(project):
    text = created(project, "evenement").read_text(encoding="utf-8")
    assert "titre: 'Fête n° 2 #jardin'" in text


def test_a_long_title_gives_a_short_name(project):
    assert project.new("page", "--titre", "mot " * 60) == 0
    assert max(len(path.stem) for path in (project.root / "content/pages").iterdir()) <= 60


def test_never_overwrites(project, capsys):
    file = created(project, "page")
    file.write_text("à moi", encoding="utf-8")
    assert project.new("page", *REQUIRED["page"]) == 2
    assert "existe déjà : il n’a pas été touché" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "à moi"


def test_events_of_the_same_title_have_files_of_their_own(project):
    first = created(project, "evenement")
    second = created(project, "evenement")
    third = created(project, "evenement")
    assert second.stem == f"{first.stem}-6-janvier-2027-a-14h"
    assert third.stem == f"{first.stem}-2"
    assert project.errors() == []


def test_a_day_given_as_date_is_the_day_of_the_event(project):
    assert project.new("evenement", "--titre", "Bal", "--maison", "kerlede", "--date", "6 janvier 2027") == 0
    assert "\ndebut: 6 janvier 2027\n" in (project.root / "content/calendrier/bal.md").read_text("utf-8")


@pytest.mark.parametrize("option", [["--date", "vendredi 12 mars 2027 à 12h"], ["--date=12 mars 2027 à 12h"]])
def test_a_date_may_tell_the_hour_as_in_a_file(project, option):
    assert project.new("evenement", "--titre", "Bal", "--maison", "kerlede", *option) == 0
    text = (project.root / "content/calendrier/bal.md").read_text("utf-8")
    assert f"\ndebut: {option[-1].removeprefix('--date=')}\n" in text
    assert project.errors() == []


def test_the_only_network_need_not_be_named(project):
    (project.root / "content/reseaux/romans.md").unlink()
    hours = "lundi au jeudi: 9h-12h, 14h-18h; samedi fermé"
    assert (
        project.new("maison", "--nom", "Étang", "--horaires", hours, "--langues", "français, portugais") == 0
    )
    text = (project.root / "content/maisons/etang.md").read_text("utf-8")
    assert "\nreseau: saint-nazaire\n" in text
    assert "\n  lundi au jeudi: 9h-12h, 14h-18h\n  samedi: fermé\n" in text
    assert "\nlangues:\n  - français\n  - portugais\n" in text
    assert not [one for one in project.errors() if "etang" in one]


def test_several_values(project):
    assert project.new("fiche", "--titre", "Bal", "--maison=kerlede", "--maison", "avalix-nord") == 0
    text = (project.root / "content/fiches/bal.md").read_text(encoding="utf-8")
    assert "\nmaisons:\n  - kerlede\n  - avalix-nord\n" in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["fich"], "« fich » n’est pas une sorte de contenu. Vouliez-vous dire « fiche » ?"),
        (
            ["fiche", "--titr", "x"],
            "« --titr » n’est pas un champ de « fiche ». Vouliez-vous dire « --titre » ?",
        ),
        (["fiche", "--titre"], "Donnez chaque champ avec sa valeur"),
        (["fiche", "titre", "x"], "Donnez chaque champ avec sa valeur"),
        (["fiche"], "Donnez au moins un champ"),
        (["fiche", "--maison", "kerlede"], "Il manque --titre : Le titre de l’action."),
        (["fiche", "--titre", "x", "--maison", "kerled"], "Vouliez-vous dire « kerlede » ?"),
        (["fiche", "--titre", "x", "--statut", "fermée"], "en cours · terminée"),
        (["evenement", "--titre", "x"], "Cet événement n’a pas de date."),
        (["evenement", "--titre", "x", "--debut", "31 juin 2027"], "31 juin"),
        (["projet"], "Donnez le dossier du projet"),
    ],
)
def test_what_is_refused_is_said_and_nothing_is_written(project, capsys, words, told):
    before = project.files()
    assert project.new(*words) == 2
    assert told in capsys.readouterr().err
    assert project.files() == before


def test_a_new_project_is_checked_built_and_helped(tmp_path, capsys):
    root = tmp_path / "chez nous"
    assert run(["new", "projet", str(root), "--nom", "Les maisons de l'Été", "--ville", "Port-l’Été"]) == 0
    assert run(["check", "--projet", str(root)]) == 0
    assert run(["build", "--projet", str(root), "--date", "4 janvier 2027"]) == 0
    assert (root / "build/site/index.html").exists()
    assert "erreur" not in capsys.readouterr().out
    guide = (root / "LISEZMOI.md").read_text(encoding="utf-8")
    assert guide.startswith("# Les maisons de l'Été\n")
    assert not re.search(r"\{\w+\}", guide)
    for kind in KINDS:
        assert (root / "content" / kind.kind.folder).is_dir()
        assert f"filquartiers new {kind.kind.name}" in guide
    assert (root / ".vscode/settings.json").exists()
    assert (root / re.search(r"`(content/reseaux/.*?)`", guide)[1]).exists()


def test_a_project_is_never_made_over_another(project, capsys):
    before = project.files()
    assert run(["new", "projet", str(project.root), "--nom", "x", "--ville", "y"]) == 2
    assert "rien n’a été touché" in capsys.readouterr().err
    assert project.files() == before


def test_what_lies_in_the_folder_of_a_new_project_stays(tmp_path: Path):
    (tmp_path / "LISEZMOI.md").write_text("à moi", encoding="utf-8")
    assert run(["new", "projet", str(tmp_path), "--nom", "x", "--ville", "y"]) == 0
    assert (tmp_path / "LISEZMOI.md").read_text(encoding="utf-8") == "à moi"

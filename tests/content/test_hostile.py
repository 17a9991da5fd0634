"""Files that no volunteer means: each gives a sentence, at once, and the rest stands."""

import os
from datetime import date

import pytest

from filquartiers.content import load
from filquartiers.content.read import MAX_BYTES
from filquartiers.model.kinds import KINDS

BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n"
TEXTS = {
    "alias bomb": (f"---\n{BOMB}---\n", ["yaml-ancre"]),
    "python tag": ("---\ntitre: !!python/object/apply:os.system [ls]\n---\n", ["yaml-etiquette"]),
    "merge key": ("---\ntitre: Un\n<<: *defaut\n---\n", ["yaml-ancre"]),
    "deep lists": ("---\ntitre: " + "[" * 50_000 + "\n---\n", ["yaml-profond"]),
    "deep indents": ("---\n" + "".join(" " * n + f"a{n}:\n" for n in range(300)) + "---\n", ["yaml-profond"]),
    "many keys": ("---\ntitre: Un\n" + "x: 1\n" * 5000 + "---\n", ["cle-inconnue"] * 5000),
    "a list as key": ("---\n? [a, b]\n: c\n---\n", ["cle-illisible"]),
    "a null byte": ("---\ntitre: a\0b\n---\n", ["pas-du-texte"]),
    "a control sign": ("---\ntitre: a\x07b\n---\n", ["signe-interdit"]),
    "only a mark": ("---\n", ["entete-non-fermee"]),
    "an empty header": ("---\n---\nTexte.\n", ["entete-absente"]),
    "an unknown YAML version": ("%YAML 9.9\n---\ntitre: a\n", ["entete-absente"]),
    "empty": ("", ["fichier-vide"]),
    "blank": (" \n\t\n\ufeff", ["fichier-vide"]),
}


@pytest.mark.parametrize(("text", "codes"), TEXTS.values(), ids=TEXTS)
def test_a_sentence_each_and_the_rest_stands(read, text, codes):
    loaded = read({"fiches/autre.md": "---\ntitre: Autre\n---\n", "fiches/jardin.md": text})
    assert [one.code for one in loaded.problems] == codes
    assert [entry.slug for entry in loaded.site.entries["fiche"]] == ["autre"]
    assert {one.where.file for one in loaded.problems} == {"content/fiches/jardin.md"}


def test_a_hundred_megabytes_are_not_read(read, tmp_path):
    read({})
    file = tmp_path / "content/fiches/jardin.md"
    file.parent.mkdir(parents=True)
    with file.open("wb") as sparse:
        sparse.truncate(100_000_000)
    (told,) = read({}).problems
    assert (told.code, "100" in told.message) == ("fichier-trop-gros", True)
    assert MAX_BYTES < 100_000_000


def test_links_out_of_the_project_are_not_followed(read, tmp_path):
    (tmp_path / "secret.md").write_text("---\ntitre: Secret\n---\n", encoding="utf-8")
    read({"fiches/vrai.md": "---\ntitre: Vrai\n---\n"})
    fiches = tmp_path / "content/fiches"
    (fiches / "fuite.md").symlink_to(tmp_path / "secret.md")
    (fiches / "dedans.md").symlink_to(fiches / "vrai.md")
    (fiches / "rompu.md").symlink_to(fiches / "absent.md")
    (fiches / "boucle.md").symlink_to(fiches / "boucle.md")
    loaded = read({})
    assert {one.where.file.rsplit("/", 1)[-1]: one.code for one in loaded.problems} == {
        "fuite.md": "lien-hors-projet",
        "rompu.md": "fichier-illisible",
        "boucle.md": "fichier-illisible",
    }
    assert {entry.slug for entry in loaded.site.entries["fiche"]} == {"vrai", "dedans"}


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="the owner of the machine may read everything"
)
def test_a_file_without_right_to_read(read, tmp_path):
    read({"fiches/jardin.md": "---\ntitre: Jardin\n---\n"})
    (tmp_path / "content/fiches/jardin.md").chmod(0)
    (told,) = read({}).problems
    assert told.code == "fichier-illisible"


def test_a_folder_called_like_a_file(read, tmp_path):
    read({})
    (tmp_path / "content/fiches/jardin.md").mkdir(parents=True)
    assert read({}).problems == ()


def test_no_content_at_all(tmp_path):
    loaded = load(tmp_path, KINDS, date(2027, 1, 5))
    assert [one.code for one in loaded.problems] == ["contenu-absent"]

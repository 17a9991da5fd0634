"""Files that no volunteer means: each gives a sentence, at once, and the rest stands."""

import os
import signal
import socket
import sys
from datetime import date
from pathlib import Path

import pytest

from filquartiers.cli import run
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
    "many keys": ("---\ntitre: Un\n" + "brouilon: 1\n" * 5000 + "---\n", ["cle-a-corriger"] * 5000),
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


@pytest.fixture
def patience():
    """A test that waits for a pipe fails."""
    signal.alarm(20)
    yield
    signal.alarm(0)


def told(loaded) -> dict[str, str]:
    return {one.where.file.removeprefix("content/"): one.code for one in loaded.problems}


@pytest.mark.usefixtures("patience")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_what_is_no_plain_file_is_told_and_keeps_nobody_waiting(read, tmp_path, monkeypatch):
    read({"fiches/vrai.md": "---\ntitre: Vrai\n---\n"})
    fiches = tmp_path / "content/fiches"
    os.mkfifo(tmp_path / "dehors")
    os.mkfifo(fiches / "tuyau.md")
    os.mkfifo(fiches / "sans-fin")
    (fiches / "vers-un-tuyau.md").symlink_to("tuyau.md")
    (fiches / "vers-dehors.md").symlink_to(tmp_path / "dehors")
    (fiches / "zero.md").symlink_to("/dev/zero")
    (fiches / "rien.md").symlink_to("/dev/null")
    (fiches / "photo.jpg").symlink_to("tuyau.md")
    monkeypatch.chdir(fiches)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as taken:
        taken.bind("prise.md")
        loaded = read({})
    names = ("tuyau.md", "sans-fin", "vers-un-tuyau.md", "vers-dehors.md", "zero.md", "rien.md", "prise.md")
    assert told(loaded) == {f"fiches/{name}": "fichier-special" for name in names}
    assert [entry.slug for entry in loaded.site.entries["fiche"]] == ["vrai"]
    assert {name for name in loaded.files if "fiches" in name} == {"fiches/vrai.md"}


@pytest.mark.usefixtures("patience")
def test_links_to_folders_are_told_and_never_walked(read, tmp_path):
    read({"fiches/vrai.md": "---\ntitre: Vrai\n---\n"})
    content = tmp_path / "content"
    for name, target in {
        "fiches/tout": "/",
        "fiches/boucle": ".",
        "fiches/nommee.md": "/",
        "pages": "/",
        "tout": "/",
        "pactes": "pactes",
        "chartes": "nulle part",
    }.items():
        (content / name).symlink_to(target, target_is_directory=True)
    loaded = read({})
    names = ("fiches/tout", "fiches/boucle", "fiches/nommee.md", "pages", "tout")
    lost = dict.fromkeys(("pactes", "chartes"), "fichier-illisible")
    assert told(loaded) == dict.fromkeys(names, "raccourci-dossier") | lost


def test_a_file_with_the_name_of_a_folder_is_told(read, tmp_path):
    read({})
    (tmp_path / "content/fiches").write_text("titre: Un")
    assert told(read({})) == {"fiches": "fichier-hors-dossier"}


def test_a_folder_that_cannot_be_opened_is_told(read, tmp_path, monkeypatch):
    read({"fiches/vrai.md": "---\ntitre: Vrai\n---\n", "fiches/secret/autre.md": "---\ntitre: Autre\n---\n"})

    def closed(real):
        def opening(folder):
            if Path(folder).name == "secret":
                raise PermissionError(13, "Permission denied", str(folder))
            return real(folder)

        return opening

    monkeypatch.setattr("os.scandir", closed(os.scandir))
    monkeypatch.setattr(type(tmp_path), "iterdir", closed(type(tmp_path).iterdir))
    loaded = read({})
    assert told(loaded) == {"fiches/secret": "dossier-illisible"}
    assert [entry.slug for entry in loaded.site.entries["fiche"]] == ["vrai"]


def test_folders_in_folders_without_end_are_read(read, tmp_path):
    """Deeper than Python calls itself; the system itself stops at 4,096 signs."""
    read({})
    folder = tmp_path / "content/fiches"
    folder.mkdir(exist_ok=True)
    depth = min(1500, (4000 - len(str(folder))) // 2)
    for _ in range(depth):
        folder /= "a"
        folder.mkdir()
    (folder / "fond.md").write_text("---\ntitre: Au fond\n---\n", encoding="utf-8")
    loaded = read({})
    assert depth > sys.getrecursionlimit()
    assert [entry.titre for entry in loaded.site.entries["fiche"]] == ["Au fond"]


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="names are Unicode on this system")
def test_names_that_are_not_utf_8_are_read_and_told(read, tmp_path):
    read({})
    for name in (b"f\xeate.md", b"photo-d\xe9t\xe9.jpg", b"a\nb\x1b[31m.md", b"d\xe9p\xf4t/un.md"):
        file = tmp_path / "content/fiches" / os.fsdecode(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("---\ntitre: La fête\n---\n", encoding="utf-8")
    loaded = read({})
    assert told(loaded) == {
        "fiches/fête.md": "nom-illisible",
        "fiches/photo-dété.jpg": "nom-illisible",
        "fiches/a\ufffdb\ufffd[31m.md": "nom-illisible",
        "fiches/dépôt/un.md": "nom-illisible",
    }
    assert len(loaded.site.entries["fiche"]) == 3
    for command in (["check"], ["check", "--format", "json"], ["check", "--corrige", "--oui"]):
        assert run([*command, "--projet", str(tmp_path)]) in {0, 1}
    assert (tmp_path / "content/fiches/fête.md").is_file()
    assert (tmp_path / "content/fiches/photo-dété.jpg").is_file()
    assert "\x1b" not in (tmp_path / "build/a-corriger.html").read_text(encoding="utf-8")

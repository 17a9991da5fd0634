"""``check --corrige``: shown first, agreed to, a copy kept, and nothing else changed."""

import unicodedata
from io import StringIO

import pytest

from filquartiers.cli import run
from filquartiers.content.read import is_left_by_editor
from filquartiers.repair import repairs

SHEET = "content/fiches/soupe-du-jeudi.md"


@pytest.fixture
def spoil(project):
    """Replace the bytes of the sheet; gives its path."""

    def spoil(change):
        file = project / SHEET
        file.write_bytes(change(file.read_bytes().decode()))
        return file

    return spoil


SPOILT = {
    "BOM": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "Windows-1252": lambda text: text.encode("cp1252"),
    "tab": lambda text: text.replace("  - Solidarité", "\t- Solidarité").encode(),
    "no-break spaces": lambda text: text.replace("  - Solidarité", "\u00a0\u202f- Solidarité").encode(),
    "curly quotes": lambda text: text.replace("La soupe du jeudi", "“La soupe du jeudi”", 1).encode(),
    "curly and straight": lambda text: text.replace("La soupe du jeudi", '“La "soupe" d\'ici”', 1).encode(),
    "all, in CRLF": lambda text: text.replace("  - Sol", "\t- Sol").replace("\n", "\r\n").encode("utf-16"),
}


@pytest.mark.parametrize("change", SPOILT.values(), ids=SPOILT)
def test_what_is_safe_is_mended_and_a_copy_is_kept(change, spoil, check):
    file = spoil(change)
    before = file.read_bytes()
    code, out, _ = check("--corrige", "--oui")
    assert (code, out.count("Réparé : ")) == (0, 1)
    assert "rien à signaler" in out
    assert file.with_name(file.name + ".bak").read_bytes() == before
    assert file.read_bytes().decode("utf-8")[0] == "-"
    assert "Rien à réparer" in check("--corrige", "--oui")[1]


def test_nothing_else_changes(spoil, check):
    text = (
        "---\r\n# une remarque\u00a0: “gardée”\r\ntitre:   “La soupe”\r\n\r\nmots_cles:\r\n"
        "\t- Santé   # mot\r\n"
        "resume: |\r\n  \tun “mot”\r\nstatut: 'en cours'\r\n---\r\n\r\n\tUn “texte”,\u00a0e\u0301crit.  \r\n"
    )
    file = spoil(lambda _: text.encode("utf-8-sig"))
    check("--corrige", "--oui")
    expected = text.replace("“La soupe”", '"La soupe"').replace("\t- Santé", "  - Santé")
    assert file.read_bytes() == expected.encode()


def test_without_agreement_nothing_is_written(spoil, check, monkeypatch):
    file = spoil(SPOILT["tab"])
    before = file.read_bytes()
    for answer in ("non\n", "\n", "peut-être\n", ""):
        monkeypatch.setattr("sys.stdin", StringIO(answer))
        _, out, _ = check("--corrige")
        assert "Rien n’a été changé." in out
        assert "-→- Solidarité" in out.replace("    ", "")
        assert "+  - Solidarité" in out
    assert file.read_bytes() == before
    assert not file.with_name(file.name + ".bak").exists()


def test_the_editor_is_asked_and_may_say_yes(spoil, check, monkeypatch):
    file = spoil(SPOILT["tab"])
    monkeypatch.setattr("sys.stdin", StringIO("oui\n"))
    _, out, _ = check("--corrige")
    assert "Faire cette réparation ?" in out
    assert b"\t" not in file.read_bytes()


def test_former_copies_are_never_lost(spoil, check):
    file = spoil(SPOILT["BOM"])
    file.with_name(file.name + ".bak").write_text("ancienne", encoding="utf-8")
    check("--corrige", "--oui")
    assert file.with_name(file.name + ".bak").read_text(encoding="utf-8") == "ancienne"
    assert file.with_name(file.name + ".2.bak").read_bytes().startswith(b"\xef\xbb\xbf")
    assert all(is_left_by_editor(name.name) for name in file.parent.glob("*.bak"))


def test_names_are_put_together(project, check):
    split = project / "content/fiches" / unicodedata.normalize("NFD", "été.md")
    split.write_bytes((project / SHEET).read_bytes().replace(b"La soupe du jeudi", b"Autre"))
    check("--corrige", "--oui")
    assert [file.name for file in project.glob("content/fiches/*t*.md") if "s" not in file.name] == ["été.md"]


def test_a_name_that_is_taken_is_left_alone(project):
    for form in ("NFC", "NFD"):
        (project / "content/fiches" / unicodedata.normalize(form, "été.md")).write_text(
            "---\ntitre: É\n---\n", encoding="utf-8"
        )
    assert list(repairs(project)) == []


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"PK\x03\x04\0\0", b"", b"---\ntitre: [\n\t---\n"])
def test_what_cannot_be_read_is_left_alone(spoil, check, data):
    file = spoil(lambda _: data)
    check("--corrige", "--oui")
    assert file.read_bytes() == data


def test_oui_alone_mends_nothing(spoil, check):
    file = spoil(SPOILT["tab"])
    check("--oui")
    assert b"\t" in file.read_bytes()


def test_check_writes_the_list_and_touches_nothing_else(project, check):
    before = {file: file.read_bytes() for file in project.rglob("*") if file.is_file()}
    check()
    after = {file: file.read_bytes() for file in project.rglob("*") if file.is_file()}
    assert set(after) - set(before) == {project / "build/a-corriger.html"}
    assert before.items() <= after.items()


def test_the_command_is_found():
    assert run(["check", "--help"]) == 0

"""A text file of the catalogue is read whole, or refused with its file and line."""

import re

import pytest

from filquartiers.problems import Gravity, Message
from filquartiers.problems.reader import CatalogueError, read_family

ONE = """\
# Ce que l’on essaie.

== toit-perce · avertissement
Le toit de « {maison} » est percé.
→ Appelez {qui}.

L’eau entre.
Elle abîme les livres.

✗ toit:
✗ \tétat: percé
✗
✗   suite
✓  tuiles
✓ # neuves
"""
READ = Message(
    "toit-perce",
    Gravity.WARNING,
    "Le toit de « {maison} » est percé.",
    "Appelez {qui}.",
    "L’eau entre.\nElle abîme les livres.",
    "toit:\n\tétat: percé\n\n  suite",
    " tuiles\n# neuves",
)


@pytest.fixture
def read(tmp_path):
    def write_and_read(data: bytes) -> tuple[Message, ...]:
        file = tmp_path / "essai.txt"
        file.write_bytes(data)
        return read_family(file)

    return write_and_read


def test_a_message_is_read_to_the_letter(read):
    assert read(ONE.encode()) == (READ,)


@pytest.mark.parametrize(
    "data",
    [
        ONE.encode("utf-8-sig"),
        ONE.replace("\n", "\r\n").encode(),
        ONE.replace("\n\n", "\n").encode(),
        ONE.rstrip().encode(),
    ],
    ids=["byte-order-mark", "windows-lines", "no-blank-lines", "no-last-line-end"],
)
def test_what_an_editor_program_changes_does_not_count(read, data):
    assert read(data) == (READ,)


def test_several_messages_keep_their_order(read):
    again = ONE.partition("\n\n")[2].replace("toit-perce · avertissement", "toit-neuf · à compléter")
    first, second = read((ONE + again).encode())
    assert (first, second.code, second.gravity) == (READ, "toit-neuf", Gravity.GAP)


@pytest.mark.parametrize(
    ("typed", "instead", "line", "wanted"),
    [
        ("# Ce que", "Ce que", 1, "« == code · gravité »"),
        ("== toit", "= toit", 3, "« == code · gravité »"),
        ("avertissement", "grave", 3, "« == code · gravité »"),
        ("Le toit de « {maison} » est percé.\n", "", 4, "la phrase"),
        ("→ Appelez {qui}.\n", "", 6, "« → » et le conseil"),
        ("→ Appelez {qui}.\n", "→ Appelez\n{qui}.\n→ Vite.\n", 7, "« ✗ » et l’exemple à éviter"),
        ("L’eau entre.\nElle abîme les livres.\n", "", 8, "l’explication"),
        ("L’eau", "# L’eau", 7, "l’explication"),
        ("✗ toit:", " ✗ toit:", 10, "« ✗ » et l’exemple à éviter"),
        ("✗ toit:", "✗toit:", 10, "« ✗ » et l’exemple à éviter"),
        ("✗\n", "texte\n", 12, "« ✓ » et l’exemple à suivre"),
        ("✓ # neuves", "# neuves", 15, "« == code · gravité »"),
        ("✓  tuiles\n✓ # neuves\n", "", 14, "« ✓ » et l’exemple à suivre"),
    ],
)
def test_a_malformed_file_is_refused_at_its_line(read, typed, instead, line, wanted):
    assert typed in ONE
    with pytest.raises(CatalogueError, match=f"^essai.txt, ligne {line} : .*{re.escape(wanted)}"):
        read(ONE.replace(typed, instead, 1).encode())


def test_another_encoding_is_refused_at_its_line(read):
    data = ONE.replace("→", ">").replace("✗", "x").replace("✓", "v").encode("cp1252")
    with pytest.raises(CatalogueError, match=r"^essai\.txt, ligne 1 : .*UTF-8"):
        read(data)
    with pytest.raises(CatalogueError, match=r"^essai\.txt, ligne 4 : .*UTF-8"):
        read(ONE.encode().replace("percé".encode(), b"perc\xe9"))


def test_an_empty_file_is_refused(read):
    with pytest.raises(CatalogueError, match="ligne 1"):
        read(b"")

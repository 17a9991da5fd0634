"""Texts that need no second look: with or without what was kept, the checks say the same."""

import shutil
from datetime import date

import pytest

from filquartiers.checks import check_site
from filquartiers.checks.spared import ReadTexts
from filquartiers.content import load
from filquartiers.model.kinds import KINDS
from filquartiers.store import Store

SAID = "Un atelier pour toutes et tous."
FOUND = [
    "Demandez Mme Dupont.",
    "Venez avec Sylvie.",
    "Appelez le 06 12 34 56 78.",
    "Écrivez à sylvie@exemple.example.",
    "> " * 60 + "trop profond",
]


@pytest.fixture
def told(examples, tmp_path_factory):
    """The problems of the made-up network, its soup told so, with what was kept before."""
    root = tmp_path_factory.mktemp("projet")
    shutil.copytree(examples / "mini" / "content", root / "content")

    def told(said, texts):
        file = root / "content/fiches/soupe-du-jeudi.md"
        head, mark, _ = file.read_text("utf-8").partition("## ")
        file.write_text(f"{head}{mark}Résumé\n\n{SAID}\n\n## Description générale\n\n{said}\n", "utf-8")
        loaded = load(root, KINDS, date(2026, 11, 21))
        return list(check_site(loaded.site, loaded.files, texts))

    return told


@pytest.mark.parametrize("said", [SAID, *FOUND])
def test_what_was_kept_hides_nothing(told, tmp_path, said):
    fresh = told(said, None)
    for former in (SAID, *FOUND, said):
        texts = ReadTexts(Store(tmp_path))
        told(former, texts)
        texts.remember()
        assert told(said, ReadTexts(Store(tmp_path))) == fresh
    codes = {one.code for one in fresh if one.where.file.endswith("soupe-du-jeudi.md")}
    assert (said == SAID) == (not codes & {"personne-nommee", "coordonnees-personnelles", "texte-illisible"})


def test_a_damaged_store_is_as_none(told, tmp_path):
    fresh = told(FOUND[0], None)
    texts = ReadTexts(Store(tmp_path))
    told(SAID, texts)
    texts.remember()
    (file,) = tmp_path.iterdir()
    for damaged in (b"", file.read_bytes()[:-1], b"[]", b"\0" * 200):
        file.write_bytes(damaged)
        assert told(FOUND[0], ReadTexts(Store(tmp_path))) == fresh


def test_a_text_without_remark_is_looked_at_once(told, tmp_path, monkeypatch):
    texts = ReadTexts(Store(tmp_path))
    told(SAID, texts)
    texts.remember()
    monkeypatch.setattr("filquartiers.checks.spared.FINDERS", (never,))
    told(SAID, ReadTexts(Store(tmp_path)))
    with pytest.raises(AssertionError):
        told(f"{SAID} Et autre chose.", ReadTexts(Store(tmp_path)))


def never(text):
    raise AssertionError(text)

"""Saving on real disks: two at once, gone, full, protected, out of content; nothing typed is ever lost."""

import os
import resource
import subprocess
import sys
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from filquartiers.content import load
from filquartiers.content.read import files_in
from filquartiers.editing import (
    ChangedMeanwhile,
    Desk,
    Gone,
    NotEditable,
    Refused,
    digest_of,
    open_text,
    saving,
    versions,
)
from filquartiers.editing import bin as corbeille
from filquartiers.model.kinds import KINDS, Evenement, Fiche
from filquartiers.serve import watch

SHEET = "content/fiches/vélo.md"
SUMMER = "content/calendrier/ete.yaml"
LIST = b"- titre: Bal\n  debut: 6 avril 2027\n\n# le loto\n- titre: Loto\n  debut: 7 avril 2027\n"


@pytest.fixture
def root(tmp_path):
    (tmp_path / "content/fiches").mkdir(parents=True)
    (tmp_path / "content/calendrier").mkdir()
    (tmp_path / SHEET).write_bytes("---\ntitre: Vélo\n---\n".encode())
    (tmp_path / SUMMER).write_bytes(LIST)
    return tmp_path


def everything(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_what_is_saved_is_there_and_what_was_there_is_kept(root):
    table = Desk(root)
    before, seen = table.read(SHEET)
    table.save(SHEET, seen, b"a")
    table.save(SHEET, digest_of(b"a"), b"b")
    assert (root / SHEET).read_bytes() == b"b"
    assert [one.data for one in table.versions(SHEET)] == [b"a", before]
    table.restore(SHEET, table.versions(SHEET)[-1].number, digest_of(b"b"))
    assert (root / SHEET).read_bytes() == before
    assert [one.data for one in table.versions(SHEET)] == [b"b", b"a", before]


def test_saving_the_same_writes_nothing(root):
    data, seen = Desk(root).read(SHEET)
    before = (root / SHEET).stat().st_mtime_ns
    Desk(root).save(SHEET, seen, data)
    assert (root / SHEET).stat().st_mtime_ns == before
    assert Desk(root).versions(SHEET) == ()


def test_two_tabs(root):
    table = Desk(root)
    _, seen = table.read(SHEET)
    table.save(SHEET, seen, b"first tab")
    with pytest.raises(ChangedMeanwhile) as told:
        table.save(SHEET, seen, b"second tab")
    assert told.value.theirs == b"first tab"
    assert (root / SHEET).read_bytes() == b"first tab"


def test_an_editor_that_writes_at_the_very_moment_is_seen_and_kept(root, monkeypatch):
    """Notepad empties the file and fills it again, between our last look and the move."""
    table, place = Desk(root), root / SHEET
    _, seen = table.read(SHEET)
    patiently = saving.patiently

    def late(act):
        if "replace" in act.__code__.co_names and place.read_bytes() != b"Notepad":
            place.write_bytes(b"Notepad")
        return patiently(act)

    monkeypatch.setattr(saving, "patiently", late)
    with pytest.raises(ChangedMeanwhile) as told:
        table.save(SHEET, seen, b"form")
    assert told.value.theirs == place.read_bytes() == b"Notepad"
    assert table.versions(SHEET) == ()


def test_who_saved_first_is_told_of_who_came_after(root, monkeypatch):
    """On a disk without locks, another program moves its own file in, right after ours."""
    table, place = Desk(root), root / SHEET
    _, seen = table.read(SHEET)
    patiently = saving.patiently

    def overtaken(act):
        done = patiently(act)
        if "replace" in act.__code__.co_names:
            place.write_bytes(b"theirs")
        return done

    monkeypatch.setattr(saving, "patiently", overtaken)
    with pytest.raises(ChangedMeanwhile) as told:
        table.save(SHEET, seen, b"ours")
    assert told.value.theirs == place.read_bytes() == b"theirs"


def test_while_another_program_saves_nothing_is_written(root, monkeypatch):
    monkeypatch.setattr(saving, "PAUSES", (0.01,))
    history = root / "content/.historique"
    history.mkdir()
    holder = subprocess.Popen([sys.executable, "-c", HOLDING, str(history)], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    before = everything(root)
    _, seen = Desk(root).read(SHEET)
    with pytest.raises(Refused, match="en cours"):
        Desk(root).save(SHEET, seen, b"x")
    assert everything(root) == before
    holder.kill()
    holder.communicate()
    Desk(root).save(SHEET, seen, b"x")


HOLDING = """
import sys, time
from pathlib import Path
from filquartiers.disk import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def test_removed_meanwhile(root):
    table = Desk(root)
    _, seen = table.read(SHEET)
    (root / SHEET).unlink()
    before = everything(root)
    for act in (
        lambda: table.save(SHEET, seen, b"x"),
        lambda: table.read(SHEET),
        lambda: table.discard(SHEET, seen),
    ):
        with pytest.raises(Gone):
            act()
    assert everything(root) == before


@pytest.mark.parametrize(
    "file",
    [
        "content/../secret.md",
        "content/fiches/../../secret.md",
        "secret.md",
        "/etc/hostname",
        "content",
        "content/",
        "content//fiches/vélo.md",
        "content/.historique/fiches/vélo.md/1",
        "content/fiches/.cache.md",
        "content/fiches/dehors.md",
        "content/dossier/secret.md",
        "content/fiches",
        "content/fiches/a\0b.md",
    ],
)
def test_nothing_outside_content_is_read_or_written(root, file):
    (root / "secret.md").write_bytes(b"secret")
    (root / "content/fiches/dehors.md").symlink_to(root / "secret.md")
    (root / "content/dossier").symlink_to(root)
    before = everything(root)
    for act in (
        lambda: Desk(root).read(file),
        lambda: Desk(root).save(file, digest_of(b"secret"), b"x"),
        lambda: Desk(root).discard(file, digest_of(b"secret")),
        lambda: Desk(root).create(file, b"x"),
    ):
        with pytest.raises(Refused) as told:
            act()
        assert told.value.sentence.endswith((".", "nom."))
    assert everything(root) == before


@pytest.mark.parametrize("name", [".historique", ".corbeille"])
def test_a_history_that_leads_elsewhere_is_not_written(root, tmp_path_factory, name):
    away = tmp_path_factory.mktemp("ailleurs")
    (root / "content" / name).symlink_to(away)
    _, seen = Desk(root).read(SHEET)
    with pytest.raises(Refused, match="hors du dossier content"):
        Desk(root).save(SHEET, seen, b"x")
    assert list(away.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["con.md", "a:b.md", "fin..", "espace ", "a?.md", "a\\b.md", "x" * 300 + ".md"]
)
def test_names_that_some_system_refuses_are_not_created(root, name):
    with pytest.raises(Refused):
        Desk(root).create(f"content/fiches/{name}", b"x")


def test_a_new_file_never_takes_the_place_of_another(root):
    Desk(root).create("content/fiches/neuve.md", b"1")
    with pytest.raises(Refused, match="existe déjà"):
        Desk(root).create("content/fiches/neuve.md", b"2")
    assert (root / "content/fiches/neuve.md").read_bytes() == b"1"
    assert sorted(path.name for path in (root / "content/fiches").iterdir()) == ["neuve.md", "vélo.md"]


def test_a_link_within_content_stays_one(root):
    (root / "content/fiches/copie.md").symlink_to("vélo.md")
    _, seen = Desk(root).read("content/fiches/copie.md")
    Desk(root).save("content/fiches/copie.md", seen, b"x")
    assert (root / "content/fiches/copie.md").is_symlink()
    assert (root / SHEET).read_bytes() == b"x"
    assert len(Desk(root).versions("content/fiches/copie.md")) == 1


def test_a_whole_content_behind_a_link(root, tmp_path_factory):
    other = tmp_path_factory.mktemp("projet")
    (other / "content").symlink_to(root / "content")
    _, seen = Desk(other).read(SHEET)
    Desk(other).save(SHEET, seen, b"x")
    assert len(Desk(other).versions(SHEET)) == 1


def test_a_name_spelled_by_a_mac(root):
    (root / SHEET).rename(root / unicodedata.normalize("NFD", SHEET))
    name = next(one.name for one in files_in(root) if "lo.md" in one.name)
    assert name == SHEET
    _, seen = Desk(root).read(name)
    Desk(root).save(name, seen, b"x")
    assert (root / unicodedata.normalize("NFD", SHEET)).read_bytes() == b"x"
    assert not os.path.lexists(root / SHEET)
    assert len(Desk(root).versions(name)) == 1


def test_a_protected_file_stays_as_it_is(root):
    before = (root / SHEET).read_bytes()
    (root / SHEET).chmod(0o444)
    with pytest.raises(Refused, match="protégé"):
        Desk(root).save(SHEET, digest_of(before), b"x")
    assert (root / SHEET).read_bytes() == before


def test_rights_stay(root):
    (root / SHEET).chmod(0o664)
    _, seen = Desk(root).read(SHEET)
    Desk(root).save(SHEET, seen, b"x")
    assert (root / SHEET).stat().st_mode & 0o777 == 0o664


FULL = """
import resource, sys
from pathlib import Path
from filquartiers.editing import Desk, Refused
table = Desk(Path(sys.argv[1]))
data, seen = table.read(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
much = b"x" * 5000
for act in (lambda: table.save(sys.argv[2], seen, much), lambda: table.create("content/fiches/n.md", much)):
    try:
        act()
    except Refused as told:
        print(told.sentence.rpartition(" : ")[2])
"""


def test_a_full_disk_leaves_all_as_it_was(root):
    before = everything(root)
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(root), SHEET], capture_output=True, text=True, check=True
    )
    assert done.stdout == "le disque est plein.\n" * 2
    assert everything(root) == before
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 1000


TOGETHER = """
import sys
from pathlib import Path
from filquartiers.editing import ChangedMeanwhile, Desk, Refused
table = Desk(Path(sys.argv[1]))
for rank in range(int(sys.argv[3])):
    while True:
        data, seen = table.read(sys.argv[2])
        try:
            table.save(sys.argv[2], seen, data + f"{sys.argv[4]}-{rank}\\n".encode())
            break
        except (ChangedMeanwhile, Refused):
            continue
"""


def test_several_programs_at_once_lose_nothing(root):
    (root / SHEET).write_bytes(b"")
    each, names = 12, "abc"
    running = [
        subprocess.Popen([sys.executable, "-c", TOGETHER, str(root), SHEET, str(each), name])
        for name in names
    ]
    assert [one.wait() for one in running] == [0] * len(names)
    wanted = {f"{name}-{rank}" for name in names for rank in range(each)}
    lines = (root / SHEET).read_text().split()
    assert set(lines) == wanted
    assert len(lines) == len(wanted)
    kept = [one.data.decode().split() for one in Desk(root).versions(SHEET)]
    assert kept == [lines[:rank] for rank in range(len(lines) - 1, -1, -1)]


def test_the_history_is_bounded(root, monkeypatch):
    monkeypatch.setattr(versions, "MOST_OF_ONE", 3)
    for rank in range(6):
        _, seen = Desk(root).read(SHEET)
        Desk(root).save(SHEET, seen, b"%d" % rank)
    assert [one.data for one in Desk(root).versions(SHEET)] == [b"4", b"3", b"2"]
    monkeypatch.setattr(versions, "MOST_BYTES", len(LIST) + 1)
    _, seen = Desk(root).read(SUMMER)
    Desk(root).save(SUMMER, seen, b"")
    assert [one.data for one in Desk(root).versions(SHEET)] == [b"4"]
    assert [one.data for one in Desk(root).versions(SUMMER)] == [LIST]


def test_nobody_reads_what_is_kept(root):
    """Neither the reader, nor the watch of the preview."""
    before = [one.name for one in files_in(root)]
    seen = watch.snapshot((root / "content",))
    _, digest = Desk(root).read(SHEET)
    Desk(root).save(SHEET, digest, b"---\ntitre: Autre\n---\n")
    Desk(root).discard(SUMMER, digest_of(LIST))
    assert [one.name for one in files_in(root)] == [name for name in before if name != SUMMER]
    fresh = watch.snapshot((root / "content",))
    assert fresh.keys() == seen.keys() - {str(root / SUMMER)}
    told = {str(path) for path in (root / "content").rglob("*")}
    new = watch._with(fresh, told, (root / "content",)).keys() - fresh.keys()
    assert new == {str(root / "content/fiches"), str(root / "content/calendrier")}
    assert load(root, KINDS, date(2027, 1, 5)).files == {"fiches/vélo.md"}


class TestTheBin:
    def test_a_file_goes_and_comes_back(self, root):
        table = Desk(root)
        data, seen = table.read(SHEET)
        table.discard(SHEET, seen)
        assert not (root / SHEET).exists()
        (one,) = table.kept()
        assert (one.file, one.is_whole, one.data) == (SHEET, True, data)
        table.put_back(one, Fiche)
        assert (root / SHEET).read_bytes() == data
        assert table.kept() == ()

    def test_a_file_comes_back_beside_none_of_that_name(self, root):
        table = Desk(root)
        data, seen = table.read(SHEET)
        table.discard(SHEET, seen)
        table.create(SHEET, b"another")
        (one,) = table.kept()
        with pytest.raises(Refused, match="existe déjà"):
            table.put_back(one, Fiche)
        assert table.kept() == (one,)
        assert one.data == data

    def test_a_file_changed_meanwhile_is_not_discarded(self, root):
        with pytest.raises(ChangedMeanwhile):
            Desk(root).discard(SHEET, digest_of(b"old"))
        assert Desk(root).kept() == ()

    def test_an_event_goes_and_comes_back(self, root):
        table = Desk(root)
        data, seen = table.read(SUMMER)
        table.discard_entry(open_text(SUMMER, data, Evenement), 0, seen)
        assert (root / SUMMER).read_bytes() == b"# le loto\n- titre: Loto\n  debut: 7 avril 2027\n"
        (one,) = table.kept()
        assert (one.file, one.is_whole, one.data) == (SUMMER, False, b"- titre: Bal\n  debut: 6 avril 2027\n")
        table.put_back(one, Evenement)
        back = open_text(SUMMER, (root / SUMMER).read_bytes(), Evenement)
        assert [entry.values["titre"] for entry in back.entries] == ["Loto", "Bal"]
        assert [one.data for one in table.versions(SUMMER)][-1] == LIST
        assert table.kept() == ()

    def test_the_last_event_takes_its_file_along(self, root):
        (root / SUMMER).write_bytes(b"- titre: Bal\n")
        table = Desk(root)
        data, seen = table.read(SUMMER)
        table.discard_entry(open_text(SUMMER, data, Evenement), 0, seen)
        assert not (root / SUMMER).exists()
        table.put_back(table.kept()[0], Evenement)
        assert (root / SUMMER).read_bytes() == data

    def test_an_event_of_a_file_changed_meanwhile_stays(self, root):
        with pytest.raises(ChangedMeanwhile):
            Desk(root).discard_entry(open_text(SUMMER, LIST, Evenement), 0, digest_of(b"old"))
        assert Desk(root).kept() == ()
        assert (root / SUMMER).read_bytes() == LIST

    def test_an_event_whose_file_is_gone_makes_it_again(self, root):
        table = Desk(root)
        table.discard_entry(open_text(SUMMER, LIST, Evenement), 1, digest_of(LIST))
        table.discard(SUMMER, table.read(SUMMER)[1])
        event = next(one for one in table.kept() if not one.is_whole)
        table.put_back(event, Evenement)
        assert (root / SUMMER).read_bytes() == b"- titre: Loto\n  debut: 7 avril 2027\n"

    def test_an_event_does_not_go_back_to_what_is_no_list(self, root):
        table = Desk(root)
        table.discard_entry(open_text(SUMMER, LIST, Evenement), 1, digest_of(LIST))
        (root / SUMMER).write_bytes(b"titre: Bal\n")
        with pytest.raises(NotEditable):
            table.put_back(table.kept()[0], Evenement)
        assert len(table.kept()) == 1

    def test_a_number_taken_meanwhile_is_passed_over(self, root, monkeypatch):
        (root / "content/.corbeille/1").mkdir(parents=True)
        monkeypatch.setattr(corbeille.Bin, "_numbers", lambda _: iter(()))
        Desk(root).discard(SUMMER, digest_of(LIST))
        assert (root / "content/.corbeille/2/fichier/calendrier/ete.yaml").read_bytes() == LIST

    def test_it_is_bounded(self, root, monkeypatch):
        monkeypatch.setattr(corbeille, "MOST", 2)
        for name in "abc":
            Desk(root).create(f"content/fiches/{name}.md", name.encode())
            Desk(root).discard(f"content/fiches/{name}.md", digest_of(name.encode()))
        assert [one.data for one in Desk(root).kept()] == [b"c", b"b"]

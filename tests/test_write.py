"""The folder ``build/`` is replaced whole, or left as it was; so is each file of the project."""

import os
import tempfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.artifact import Artifact
from filquartiers.write import recover, write, write_bytes, write_new, write_text

FIRST = (Artifact("site/index.html", b"un"), Artifact("site/maisons/a/index.html", b"deux"))


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def as_artifacts(files: dict[str, bytes]) -> list[Artifact]:
    return [Artifact(path, data) for path, data in files.items()]


def test_writes_what_it_is_given(tmp_path: Path) -> None:
    written = write(tmp_path / "build", FIRST)
    assert content(tmp_path / "build") == {"site/index.html": b"un", "site/maisons/a/index.html": b"deux"}
    assert (written.changed, written.unchanged, written.removed) == (2, 0, 0)


def test_only_changed_bytes_are_written_and_stale_files_go(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write(build, FIRST)
    before = (build / "site/index.html").stat()
    written = write(build, (FIRST[0], Artifact("site/neuf.html", b"trois")))
    after = (build / "site/index.html").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert content(build) == {"site/index.html": b"un", "site/neuf.html": b"trois"}
    assert (written.changed, written.unchanged, written.removed) == (1, 1, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


FILES = st.dictionaries(
    st.sampled_from(["a.html", "b/index.html", "b/c/d.txt", "e/f.css", "g.html"]),
    st.sampled_from([b"", b"un", b"deux", b"trois", b"1234"]),
)


@settings(deadline=None)  # the disk may be busy
@given(st.lists(FILES, min_size=1, max_size=4))
def test_each_build_is_exactly_what_was_drawn_and_tells_what_changed(builds: list[dict[str, bytes]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        build = Path(folder) / "public" / "build"
        for before, files in pairwise([{}, *builds]):
            written = write(build, as_artifacts(files))
            assert content(build) == files
            assert [path.name for path in build.parent.iterdir()] == ["build"]
            unchanged = len(before.items() & files.items())
            assert (written.changed, written.unchanged) == (len(files) - unchanged, unchanged)
            assert written.removed == len(before.keys() - files.keys())


def test_a_name_takes_its_new_case(tmp_path: Path) -> None:
    """On a disk that does not tell capitals from small letters too."""
    write(tmp_path / "build", (Artifact("Photo.jpg", b"une"),))
    write(tmp_path / "build", (Artifact("photo.jpg", b"une"),))
    assert content(tmp_path / "build") == {"photo.jpg": b"une"}


def test_a_file_may_take_the_place_of_a_folder_and_back(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write(build, (Artifact("a/index.html", b"un"),))
    as_long = b"x" * (build / "a").stat().st_size
    write(build, (Artifact("a", as_long),))
    assert content(build) == {"a": as_long}
    write(build, (Artifact("a/index.html", b"un"),))
    assert content(build) == {"a/index.html": b"un"}


def test_what_renderers_remember_stays_as_it_is(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write(build, FIRST)
    memory = build / ".cache/impression/a.pdf"
    memory.parent.mkdir(parents=True)
    memory.write_bytes(b"pages")
    before = memory.stat()
    written = write(build, FIRST)
    after = memory.stat()
    assert memory.read_bytes() == b"pages"
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert (written.changed, written.unchanged, written.removed) == (0, 2, 0)


def test_a_memory_that_cannot_be_carried_over_stops_nothing(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write(build, FIRST)
    (build / ".cache").mkdir()
    (build / ".cache/boucle").symlink_to(".", target_is_directory=True)
    assert write(build, FIRST[:1]).removed == 1
    assert (build / "site/index.html").read_bytes() == b"un"
    assert not (build / "site/maisons").exists()


def test_unchanged_files_are_copied_from_a_disk_that_cannot_link_them(tmp_path: Path) -> None:
    """A folder on another disk, to which no hard link leads."""
    memory = Path("/dev/shm")  # noqa: S108  another disk, not a hiding place
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no second disk on this system")
    build = tmp_path / "build"
    write(build, FIRST)
    with tempfile.TemporaryDirectory(dir=memory) as elsewhere:
        far = Path(elsewhere) / "site"
        (build / "site").rename(tmp_path / "site")
        (far / "maisons/a").mkdir(parents=True)
        for artifact in FIRST:
            (Path(elsewhere) / artifact.path).write_bytes(artifact.data)
        os.utime(far / "index.html", (1_000_000, 1_000_000))
        (build / "site").symlink_to(far)
        written = write(build, FIRST)
        assert (written.changed, written.unchanged) == (0, 2)
    assert content(build) == {artifact.path: artifact.data for artifact in FIRST}
    assert (build / "site/index.html").stat().st_mtime == 1_000_000


def test_an_interruption_while_drawing_leaves_the_former_folder(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write(build, FIRST)

    def interrupted() -> Iterator[Artifact]:
        yield Artifact("site/index.html", b"autre")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(build, interrupted())
    assert content(build) == {artifact.path: artifact.data for artifact in FIRST}
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_an_interruption_between_the_two_renames_is_mended(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write(build, FIRST)
    build.rename(tmp_path / "build.precedent")
    recover(build)
    assert content(build) == {artifact.path: artifact.data for artifact in FIRST}
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


def test_writing_begins_by_mending_an_interruption(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write(build, FIRST)
    build.rename(tmp_path / "build.precedent")
    written = write(build, FIRST[:1])
    assert (written.changed, written.unchanged, written.removed) == (0, 1, 1)


def test_what_interrupted_builds_left_is_not_published(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write(build, FIRST)
    for rest in ("build.prochain", "build.precedent"):
        (tmp_path / rest).mkdir()
        (tmp_path / rest / "reste.html").write_bytes(b"reste")
    recover(build)
    assert not (tmp_path / "build.precedent").exists()
    write(build, FIRST)
    assert content(build) == {artifact.path: artifact.data for artifact in FIRST}
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


@pytest.mark.parametrize("culprit", ["build.prochain is gone", "build.precedent is there"])
def test_a_change_of_places_that_fails_leaves_the_former_folder(tmp_path: Path, culprit: str) -> None:
    """Another program deletes the new folder, or puts something where the former is to go."""
    build = tmp_path / "build"
    write(build, FIRST)

    def meddled() -> Iterator[Artifact]:
        yield Artifact("site/index.html", b"autre")
        if culprit == "build.prochain is gone":
            (tmp_path / "build.prochain").rename(tmp_path / "ailleurs")
        else:
            (tmp_path / "build.precedent").mkdir()
            (tmp_path / "build.precedent/x").write_bytes(b"x")

    with pytest.raises(OSError, match=r".*"):
        write(build, meddled())
    assert content(build) == {artifact.path: artifact.data for artifact in FIRST}
    assert not (tmp_path / "build.prochain").exists()
    write(build, FIRST)
    assert "build.precedent" not in {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize(
    "path", ["../dehors", "/etc/x", "a/../../b", "a\\b", "", "a//b", "C:/x", "./a", "a/.", ".."]
)
def test_no_path_leads_out(tmp_path: Path, path: str) -> None:
    write(tmp_path / "build", FIRST)
    with pytest.raises(ValueError, match=r".*"):
        write(tmp_path / "build", (Artifact(path, b"x"),))
    assert content(tmp_path / "build") == {artifact.path: artifact.data for artifact in FIRST}


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_no_right_to_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OSError, match=r".*"):
        write(tmp_path / "build", FIRST)


def test_a_full_disk_leaves_the_former_folder(tmp_path: Path) -> None:
    """A real full device stands for the disk: every write to it fails with ENOSPC."""
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    build = tmp_path / "build"
    write(build, FIRST)

    def full() -> Iterator[Artifact]:
        yield Artifact("site/index.html", b"autre")
        with Path("/dev/full").open("wb", buffering=0) as device:
            device.write(b"x")

    with pytest.raises(OSError, match="No space left"):
        write(build, full())
    assert content(build) == {artifact.path: artifact.data for artifact in FIRST}


def test_a_file_of_the_project_is_replaced_at_once(tmp_path: Path) -> None:
    """Who reads the former file, or keeps a second name of it, still has it whole."""
    file, other = tmp_path / "content/fiches/jardin.md", tmp_path / "autre.md"
    write_bytes(file, b"avant")
    os.link(file, other)
    with file.open("rb") as reader:
        write_bytes(file, b"apres")
        assert reader.read() == b"avant"
    assert (file.read_bytes(), other.read_bytes()) == (b"apres", b"avant")
    assert [path.name for path in file.parent.iterdir()] == ["jardin.md"]


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "jardin.md/dedans").mkdir(parents=True)
    with pytest.raises(OSError, match=r".*"):
        write_bytes(tmp_path / "jardin.md", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["jardin.md"]


def test_texts_are_utf_8_with_their_own_line_ends(tmp_path: Path) -> None:
    text = "L’été\r\nà Kerlédé\n"
    write_text(tmp_path / "un.md", text)
    assert write_new(tmp_path / "a/b/deux.md", text)
    assert (tmp_path / "un.md").read_bytes() == (tmp_path / "a/b/deux.md").read_bytes() == text.encode()


def test_a_new_file_replaces_no_other(tmp_path: Path) -> None:
    file = tmp_path / "jardin.md"
    file.write_bytes(b"avant")
    assert not write_new(file, "apres")
    assert file.read_bytes() == b"avant"

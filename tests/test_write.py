"""The folder ``build/`` is replaced whole, or left as it was."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from filquartiers.artifact import Artifact
from filquartiers.write import recover, write

FIRST = (Artifact("site/index.html", b"un"), Artifact("site/maisons/a/index.html", b"deux"))


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


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


@pytest.mark.parametrize("path", ["../dehors", "/etc/x", "a/../../b", "a\\b", "", "a//b", "C:/x"])
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

"""The folder ``build/`` becomes what was drawn, or stays as it was; so does each file of the project."""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers import disk
from filquartiers.artifact import Artifact
from filquartiers.disk import alone
from filquartiers.write import write, write_bytes, write_new, write_text

FIRST = (Artifact("site/index.html", b"un"), Artifact("site/maisons/a/index.html", b"deux"))


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture(autouse=True)
def nobody_reads(monkeypatch) -> None:
    """No need to wait for readers, nor for programs that hold a file."""
    monkeypatch.setattr("filquartiers.write.AFTER", 0)
    monkeypatch.setattr(disk, "PAUSES", (0, 0))


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
    assert [path.name for path in build.rglob("*") if path.is_dir()] == ["site"]
    assert (written.changed, written.unchanged, written.removed) == (1, 1, 1)
    assert [path.name for path in tmp_path.iterdir()] == ["build"]


FILES = st.dictionaries(  # the last is a file where others need a folder
    st.sampled_from(
        ["site/a.html", "site/b/index.html", "site/b/c/d.txt", "site/B/d.txt", "impression/f.css", "site/b"]
    ),
    st.sampled_from([b"", b"un", b"deux", b"trois", b"1234"]),
).filter(lambda files: "site/b" not in files or not any(path.startswith("site/b/") for path in files))


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


def test_a_name_takes_its_new_case(tmp_path: Path, monkeypatch) -> None:
    """On a disk that does not tell capitals from small letters too: the former goes first, or both go."""
    build, moved, real = tmp_path / "build", [], Path.replace
    write(build, (Artifact("site/Photo.jpg", b"une"),))
    monkeypatch.setattr(Path, "replace", lambda *two: moved.append([one.name for one in two]) or real(*two))
    write(build, (Artifact("site/photo.jpg", b"une"),))
    assert content(build) == {"site/photo.jpg": b"une"}
    assert (moved[0][0], moved[1][1]) == ("Photo.jpg", "photo.jpg")


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


def test_the_memory_of_renderers_is_not_looked_at(tmp_path: Path) -> None:
    """However damaged: a loop, a link to the whole disk, a pipe that would wait for ever."""
    build = tmp_path / "build"
    write(build, FIRST)
    (build / ".cache").mkdir()
    (build / ".cache/boucle").symlink_to(".", target_is_directory=True)
    (build / ".cache/tout").symlink_to("/", target_is_directory=True)
    os.mkfifo(build / ".cache/tuyau")
    assert write(build, FIRST[:1]).removed == 1
    assert sorted(path.name for path in (build / ".cache").iterdir()) == ["boucle", "tout", "tuyau"]
    (tmp_path / "autre").mkdir()
    (tmp_path / "autre/.cache").write_bytes(b"no folder")
    assert write(tmp_path / "autre", FIRST).changed == 2


def test_what_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    """Folders of the editor that have the names we once used, or that lie in ``build/``."""
    theirs = [
        tmp_path / name / "photo.jpg"
        for name in ("build.prochain", "build.precedent", "site", "build/photos", "build/maquette")
    ]
    for file in theirs:
        file.parent.mkdir(parents=True)
        file.write_bytes(b"a moi")
    write(tmp_path / "build", FIRST)
    write(tmp_path / "build", FIRST[:1])
    assert [file.read_bytes() for file in theirs] == [b"a moi"] * len(theirs)


def test_odd_things_where_files_go_are_replaced(tmp_path: Path) -> None:
    """Pipes, links that lead out or nowhere or to themselves, folders; what links lead to is not touched."""
    build, out = tmp_path / "build", tmp_path / "dehors"
    names = ("b/index.html", "c/index.html", "d/index.html", "e.html")
    drawn = (*FIRST, *(Artifact(f"site/{name}", b"page") for name in names))
    out.mkdir()
    (out / "index.html").write_bytes(b"a moi")
    (build / "site/d/index.html").mkdir(parents=True)
    os.mkfifo(build / "site/index.html")
    os.mkfifo(build / "site/tuyau")
    (build / "site/maisons").symlink_to(out, target_is_directory=True)
    (build / "site/b").symlink_to("b")
    (build / "site/c").symlink_to("nulle part")
    (out / "e.html").write_bytes(b"page")
    (build / "site/e.html").symlink_to(out / "e.html")
    (build / "impression").symlink_to("impression")
    write(build, drawn)
    assert content(build) == {one.path: one.data for one in drawn}
    assert [path.name for path in (build / "site").iterdir() if path.is_symlink()] == []
    assert content(out) == {"index.html": b"a moi", "e.html": b"page"}
    assert not os.path.lexists(build / "site/tuyau")
    assert not os.path.lexists(build / "impression")


@pytest.mark.parametrize("linked", ["build", "build/site"])
def test_a_link_to_a_folder_of_another_disk_is_written_through(tmp_path: Path, linked: str) -> None:
    memory = Path("/dev/shm")  # noqa: S108  another disk, not a hiding place
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no second disk on this system")
    build = tmp_path / "build"
    with tempfile.TemporaryDirectory(dir=memory) as elsewhere:
        (tmp_path / linked).parent.mkdir(exist_ok=True)
        (tmp_path / linked).symlink_to(elsewhere, target_is_directory=True)
        write(build, FIRST)
        written = write(build, (FIRST[0], Artifact("site/neuf.html", b"neuf")))
        assert (written.changed, written.unchanged, written.removed) == (1, 1, 1)
        assert (tmp_path / linked).is_symlink()
        assert sorted(content(build)) == ["site/index.html", "site/neuf.html"] or linked == "build/site"
        assert sorted(content(build / "site")) == ["index.html", "neuf.html"]
        assert [path.name for path in build.iterdir()] == ["site"]


@pytest.mark.parametrize("taken", ["file", "broken link", "loop"])
def test_something_else_is_called_build(tmp_path: Path, taken: str) -> None:
    build = tmp_path / "build"
    if taken == "file":
        build.write_bytes(b"a moi")
    else:
        build.symlink_to("build" if taken == "loop" else "nulle part")
    with pytest.raises(NotADirectoryError):
        write(build, FIRST)
    assert [path.name for path in tmp_path.iterdir()] == ["build"]
    assert taken != "file" or build.read_bytes() == b"a moi"


def test_an_interruption_while_drawing_leaves_the_former_folder(tmp_path: Path) -> None:
    build = tmp_path / "build"
    write(build, FIRST)

    def interrupted() -> Iterator[Artifact]:
        yield Artifact("site/index.html", b"autre")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(build, interrupted())
    assert content(build) == {artifact.path: artifact.data for artifact in FIRST}


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


BEFORE = {
    "site/index.html": b"un",
    "site/style.css": b"s",
    "site/vieux/index.html": b"va",
    "site/b": b"b",
    "site/dossier/index.html": b"d",
    "site/même": b"m",
}
AFTER = {
    "site/index.html": b"trois",
    "site/style.css": b"t",
    "site/neuf.html": b"neuf",
    "site/b/c/d.css": b"c",
    "site/dossier": b"fichier",
    "site/même": b"m",
}
TURNED = {"site/b", "site/dossier/index.html"}  # a file that becomes a folder, a folder that becomes a file


def folders(build: Path) -> set[str]:
    return {path.relative_to(build).as_posix() for path in build.rglob("*") if path.is_dir()}


@pytest.mark.parametrize("interruption", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_whatever_fails_puts_everything_back(tmp_path: Path, monkeypatch, interruption) -> None:
    """At each operation on the disk, in turn."""
    for act in ("os.link", "pathlib.Path.replace", "pathlib.Path.mkdir", "pathlib.Path.write_bytes"):
        counted, real = [0], {"os": os, "pathlib": Path}[act.split(".")[0]]
        real = getattr(real, act.rsplit(".", 1)[-1])
        for step in range(1, 20):
            build = tmp_path / f"{act} {step}" / "build"
            write(build, as_artifacts(BEFORE))
            there = folders(build)
            counted[0] = 0

            def failing(*given, step=step, real=real, counted=counted, **named):
                counted[0] += 1
                if counted[0] == step:
                    raise interruption
                return real(*given, **named)

            with monkeypatch.context() as patch:
                patch.setattr(act, failing)
                try:
                    write(build, as_artifacts(AFTER))
                except (KeyboardInterrupt, OSError):
                    assert (content(build), folders(build)) == (BEFORE, there), (act, step)
                else:
                    assert content(build) == AFTER, (act, step)
            if counted[0] < step:
                break
            write(build, as_artifacts(AFTER))
            assert content(build) == AFTER
            assert [path.name for path in build.iterdir()] == ["site"]
        assert step > 1


def test_a_killed_process_leaves_whole_files_and_no_page_without_what_it_shows(tmp_path: Path) -> None:
    """Killed before each operation on the disk, in turn: what is there is the former site, or the new one,
    or pages of both with all that either leads to.
    """
    for step in range(1, 60):
        build = tmp_path / str(step) / "build"
        write(build, as_artifacts(BEFORE))
        child = os.fork()
        if not child:
            killed_before(step)
            write(build, as_artifacts(AFTER))
            os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        left = {path: data for path, data in content(build).items() if path.startswith("site/")}
        for path, data in left.items():
            assert data in {BEFORE.get(path), AFTER.get(path)}, step
        if left.get("site/index.html") == AFTER["site/index.html"]:
            assert AFTER.items() <= left.items(), step
        else:
            assert BEFORE.keys() - TURNED <= left.keys(), step
        write(build, as_artifacts(AFTER))
        assert content(build) == AFTER
        assert [path.name for path in build.iterdir()] == ["site"]
        if ended == 0:
            break
    assert 20 < step < 59


def killed_before(step: int) -> None:
    """End this process without a word before its operation of that number on the disk."""
    counted = [0]
    for place, name in (
        (os, "link"),
        (Path, "replace"),
        (Path, "mkdir"),
        (Path, "rmdir"),
        (Path, "write_bytes"),
    ):
        real = getattr(place, name)

        def counting(*given, real=real, **named):
            counted[0] += 1
            if counted[0] == step:
                os._exit(9)
            return real(*given, **named)

        setattr(place, name, counting)


def test_a_reader_never_finds_a_page_without_what_it_shows(tmp_path: Path, monkeypatch) -> None:
    """A style sheet has another name each time, and one page in two is gone the next time."""
    monkeypatch.setattr("filquartiers.write.AFTER", 0.2)
    build = tmp_path / "build"

    def edition(rank: int) -> list[Artifact]:
        names = [f"site/style.{rank}.css", *(f"site/{page}/{rank}.html" for page in range(20))]
        home = Artifact("site/index.html", "\n".join(names).encode())
        return [home, *(Artifact(name, name.encode()) for name in names)]

    write(build, edition(0))
    ended = threading.Event()

    def look() -> list[str]:
        missing = []
        while not ended.is_set():
            for name in (build / "site/index.html").read_text().split("\n"):
                try:
                    assert (build / name).read_text() == name
                except OSError:
                    missing.append(name)
        return missing

    with ThreadPoolExecutor() as pool:
        reader = pool.submit(look)
        for rank in range(1, 6):
            write(build, edition(rank % 2))
        ended.set()
        assert reader.result() == []


def test_two_processes_do_not_write_at_once(tmp_path: Path) -> None:
    build = tmp_path / "build"
    script = """if True:
        import sys
        from pathlib import Path
        from filquartiers.write import write
        write(Path(sys.argv[1]), [])
    """
    command = [sys.executable, "-c", script, build]
    write(build, ())  # a turn that is over
    with alone(build):
        write(build, FIRST)  # within our own turn
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert "BlockingIOError" in done.stderr
        with ThreadPoolExecutor() as pool, pytest.raises(BlockingIOError):
            pool.submit(write, build, ()).result()
    assert content(build) == {artifact.path: artifact.data for artifact in FIRST}
    assert subprocess.run(command, check=False).returncode == 0
    assert content(build) == {}


def test_a_turn_ends_with_the_process_that_had_it(tmp_path: Path) -> None:
    build = tmp_path / "build"
    child = os.fork()
    if not child:
        alone(build).__enter__()
        os._exit(9)
    os.waitpid(child, 0)
    assert write(build, FIRST).changed == 2


@pytest.mark.parametrize("times", [2, 3])
def test_a_file_that_another_program_holds_is_tried_again(tmp_path: Path, monkeypatch, times: int) -> None:
    """As Windows refuses while a viewer has the file open: a first time, a second, or for ever."""
    build, refused = tmp_path / "build", []
    write(build, FIRST)
    real = Path.replace

    def held(self: Path, target: Path) -> Path:
        if target.name == "index.html" and self.parent.name == ".prochain" and len(refused) < times:
            refused.append(target)
            raise PermissionError(13, "Access is denied", str(target))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    fresh = (Artifact("site/index.html", b"autre"), FIRST[1], Artifact("site/neuf.css", b"neuf"))
    if times < 3:
        assert write(build, fresh).changed == 2
        assert content(build) == {artifact.path: artifact.data for artifact in fresh}
    else:
        with pytest.raises(PermissionError):
            write(build, fresh)
        assert content(build) == {artifact.path: artifact.data for artifact in FIRST}


def test_a_full_disk_leaves_the_former_folder(tmp_path: Path) -> None:
    """A file may not grow past a limit, as on a disk that fills up."""
    build = tmp_path / "build"
    write(build, FIRST)
    script = """if True:
        import resource, sys
        from pathlib import Path
        from filquartiers.artifact import Artifact
        from filquartiers.write import write
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
        drawn = {"site/index.html": b"autre", "site/z.css": b"z" * 200_000}
        try:
            write(Path(sys.argv[1]), [Artifact(*one) for one in drawn.items()])
        finally:  # who measures which lines ran writes too
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    """
    command = [sys.executable, "-c", script, build]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "OSError: [Errno 27]" in done.stderr
    assert content(build) == {artifact.path: artifact.data for artifact in FIRST}
    assert [path.name for path in build.iterdir()] == ["site"]


def test_a_build_that_changes_nothing_writes_nothing_and_reads_each_file_once(
    tmp_path: Path, monkeypatch
) -> None:
    build, read = tmp_path / "build", []
    write(build, FIRST)
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda file: read.append(file) or real(file))
    for name in ("replace", "mkdir", "write_bytes"):
        monkeypatch.setattr(Path, name, lambda file, *_, **__: file == build or pytest.fail(str(file)))
    assert write(build, FIRST).unchanged == 2
    assert sorted(read) == [build / artifact.path for artifact in FIRST]


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

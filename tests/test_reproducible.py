"""Same content and same day: same bytes, whatever the folder, the place, the hour or the language."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

FICTIF = Path(__file__).parent / "exemples" / "fictif"
NOTE = "dernier.json"  # the dates that the disk gave, for the next build; nobody publishes it
PLACES = (
    {"TZ": "Europe/Paris", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"},
)


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (built(tmp_path / f"essai {rank} é", place) for rank, place in enumerate(PLACES))
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
    assert len(first) > 100


def built(project: Path, place: dict[str, str]) -> dict[str, bytes]:
    shutil.copytree(FICTIF, project)
    command = [
        sys.executable,
        "-m",
        "filquartiers",
        "build",
        "--projet",
        str(project),
        "--date",
        "2026-11-21",
    ]
    done = subprocess.run(command, env=os.environ | place, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    build = project / "build"
    files = (path for path in build.rglob("*") if path.is_file() and path.name != NOTE)
    return {path.relative_to(build).as_posix(): path.read_bytes() for path in files}

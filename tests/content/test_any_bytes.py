"""Whatever bytes stand in any file, reading ends in entries or in sentences, never in an exception."""

from datetime import date
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from filquartiers.build import RENDERERS, build
from filquartiers.checks import check_site
from filquartiers.cli import run
from filquartiers.content import load
from filquartiers.model.kinds import KINDS
from filquartiers.problems import Gravity
from filquartiers.project import Project

TODAY = date(2027, 1, 5)
FOLDERS = sorted(kind.kind.folder for kind in KINDS)
KEYS = sorted({guide.name for kind in KINDS for guide in kind.fields()})

# Scraps of what volunteers type: put together at random, they make nearly valid files.
SCRAPS = st.sampled_from(
    [
        *(
            "---\n",
            "- ",
            "  ",
            "\t",
            "\u00a0",
            "\n",
            ":",
            ": ",
            " #",
            "# ",
            "## ",
            "## Résumé\n",
            "|\n",
            ">\n",
        ),
        *(
            "[",
            "]",
            "{",
            "}",
            '"',
            "'",
            "“",
            "”",
            "&a ",
            "*a",
            "!t ",
            "%",
            "@",
            "`",
            "? ",
            "\\",
            "\r\n",
            "\x85",
        ),
        *(
            "oui",
            "14:00",
            "6 avril 2027",
            "tous les lundis",
            "jusqu’au 31 juin",
            "9h-11h",
            "rives",
            "le-bac",
            "fete",
        ),
        *(
            "![](a.jpg)",
            "[ici](x)",
            "```",
            "M. Jean Dupont",
            "\u2028",
            "\ufeff",
            "\u0301",
            "🎉",
            "12 €",
            "02 40",
        ),
        *(f"{key}: " for key in KEYS),
    ]
)
TYPED = st.lists(SCRAPS, max_size=40).map("".join)
HEADED = TYPED.map(lambda text: f"---\ntitre: Un\nreseau: rives\n{text}\n---\n{text}")
DATA = st.one_of(
    st.binary(max_size=200),
    st.one_of(TYPED, HEADED, st.text(max_size=200)).map(lambda text: text.encode("utf-8", "surrogatepass")),
    HEADED.map(lambda text: text.encode("utf-16", "surrogatepass")),
    HEADED.map(lambda text: text.encode("cp1252", "replace")),
)


@pytest.fixture
def project(tmp_path):
    for folder in FOLDERS:
        (tmp_path / "content" / folder).mkdir(parents=True)
    network = tmp_path / "content/reseaux/rives.md"
    network.write_text("---\nnom: Rives\nville: Rives\ndemonstration: oui\n---\n", encoding="utf-8")
    return tmp_path


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(folder=st.sampled_from(FOLDERS), suffix=st.sampled_from([".md", ".yaml"]), data=DATA)
def test_entries_or_sentences(project, folder, suffix, data):
    file = project / "content" / folder / f"fete{suffix}"
    file.write_bytes(data)
    try:
        loaded = load(project, KINDS, TODAY, drafts=True)
        problems = [*loaded.problems, *check_site(loaded.site, loaded.files)]
    finally:
        file.unlink()
    name = f"content/{folder}/fete{suffix}"
    made = [entry for entry in loaded.site.everything() if entry.origin.file == name]
    refused = [one for one in problems if one.gravity is Gravity.ERROR]
    assert made or refused or folder == "calendrier"  # an empty list of events is no fault
    # No place past the end of the file, however its lines are counted.
    lines = len(data.decode("utf-16", "replace").splitlines()) + len(data.splitlines()) + 2
    for one in problems:
        assert one.message
        assert one.code != "valeur-invalide"  # a refusal without a sentence of its own
        assert one.where.file != name or one.where.line <= lines


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(folder=st.sampled_from(FOLDERS), data=DATA)
def test_pages_or_sentences_through_the_whole_journey(project, folder, data):
    file = project / "content" / folder / "fete.md"
    file.write_bytes(data)
    renderers = {name: renderer for name, renderer in RENDERERS.items() if name != "impression"}
    try:
        outcome = build(Project(project, TODAY), perf_counter, renderers)
        code = run(["check", "--projet", str(project), "--date", "5 janvier 2027"])
    finally:
        file.unlink()
    assert outcome.blocked is (outcome.written is None)
    assert code == int(outcome.blocked)

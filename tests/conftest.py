"""What all tests share: the switch that rewrites the expected files, and the paths of the examples."""

import os
from pathlib import Path

import pytest
from hypothesis import Phase, settings

TESTS = Path(__file__).parent

# For `tests/mutants`: the same examples each time, no hurry, and no search for the simplest failure.
settings.register_profile(
    "mutants", settings.get_profile("ci"), phases=(Phase.explicit, Phase.generate), report_multiple_bugs=False
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--reecrire",
        action="store_true",
        help="Rewrite the expected files of goldens and faults; read the difference before committing it.",
    )


@pytest.fixture
def rewriting(request: pytest.FixtureRequest) -> bool:
    """Whether expected files are being rewritten: ``--reecrire``, or REECRIRE=1 in the environment."""
    return bool(request.config.getoption("--reecrire")) or os.environ.get("REECRIRE") == "1"


@pytest.fixture
def expect(rewriting):
    """Compare a text or bytes with the file that holds what is expected, or rewrite that file."""

    def compare(file: Path, got: str | bytes) -> None:
        data = got.encode() if isinstance(got, str) else got
        if rewriting:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        else:
            expected = file.read_bytes()
            if isinstance(got, str):
                assert got == expected.decode()
            assert data == expected

    return compare


@pytest.fixture(scope="session")
def examples() -> Path:
    """The folder of example projects."""
    return TESTS / "exemples"

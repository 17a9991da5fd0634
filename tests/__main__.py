"""``python3 tests``: every test, on a machine that has nothing yet. What follows goes to pytest."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src" / "filquartiers"))

from bootstrap import run_in_environment  # noqa: E402  found on the path made above

sys.exit(
    run_in_environment(
        "pytest", ["--rootdir", str(ROOT), "-c", str(ROOT / "pyproject.toml"), *sys.argv[1:]], extra="dev"
    )
)

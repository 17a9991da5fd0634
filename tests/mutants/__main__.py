"""``python3 tests/mutants``: do the nearest tests notice when a line of the program is made wrong?

What follows chooses: ``python3 tests/mutants write dates`` tries only the mutants whose list or file is so
named. It takes minutes, so the usual tests leave it out; they only check that every mutant still applies.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "src" / "filquartiers"))

from bootstrap import run_in_environment  # noqa: E402  found on the path made above

sys.exit(run_in_environment("mutants.run", sys.argv[1:], extra="dev", beside=ROOT / "tests"))

"""``python -m filquartiers``, or ``python3 src/filquartiers`` on a machine that has nothing yet."""

import sys
from pathlib import Path

if __package__:
    try:
        from filquartiers.cli import main

        main()
    except KeyboardInterrupt:  # Ctrl-C while Python is still reading the program
        sys.exit(2)
else:
    # Run as a folder: only the standard library is there. Make the environment, then run in it.
    sys.path.insert(0, str(Path(__file__).parent))
    from bootstrap import run_in_environment  # type: ignore[import-not-found]  # beside this file

    sys.exit(run_in_environment("filquartiers", sys.argv[1:]))

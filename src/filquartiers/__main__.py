"""``python -m filquartiers``, or ``python3 src/filquartiers`` on a machine that has nothing yet."""

import os
import sys

if __package__:
    here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120  see below
    if not sys.flags.safe_path and sys.path[0] != here:
        del sys.path[0]  # the current folder: a « click.py » or « pathlib.py » there is not ours to run
    try:
        from filquartiers.cli import main

        main()
    except KeyboardInterrupt:  # Ctrl-C while Python is still reading the program
        sys.exit(2)
else:
    # Run as a folder: only the standard library is there. Make the environment, then run in it.
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120  same
    from bootstrap import run_in_environment  # type: ignore[import-not-found]  # beside this file
    from starting import refusal  # type: ignore[import-not-found]  # same

    if refused := refusal(sys.argv[1:], terminal=bool(sys.stdin) and sys.stdin.isatty()):
        print(refused, file=sys.stderr)  # noqa: T201  no console yet
        sys.exit(2)
    sys.exit(run_in_environment("filquartiers", sys.argv[1:]))

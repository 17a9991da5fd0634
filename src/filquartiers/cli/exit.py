"""What a command answers to the one who ran it."""

from enum import IntEnum


class Exit(IntEnum):
    """Exit codes: fine, content to mend, wrong usage, a fault of ours."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    OURS = 3

"""What a block of words may not hold, lest it be something else than words."""

import re

TABLE_RULE = frozenset("|:- ")
# A line that is, or might be, something else than words: title, quote, rule, underlining.
LATER = re.compile(r"\n(?:#| {0,3}>| {0,3}[-*_][-*_ ]*(?:\n|\Z)|=+ *(?:\n|\Z))")
_FIRST = re.compile(r"[\s#>=]|\d+\. |[*+-] |[-*_][-*_ ]*(?:\n|\Z)")


def begins_with_words(block: str) -> bool:
    """Whether the first lines are certain to be words of a paragraph."""
    return not _FIRST.match(block) and not ("|" in block and _may_be_table(block))


def _may_be_table(block: str) -> bool:
    """Whether the first two lines might begin a table; certain when it says no."""
    head, _, rest = block.partition("\n")
    return "|" in head and set(rest.partition("\n")[0]) <= TABLE_RULE

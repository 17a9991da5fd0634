"""Line ends: kept as Notepad shows them, unless a paragraph was evidently cut at a width (decision 63)."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

NARROWEST = 60
"""Signs: nobody wraps a paragraph at less; lines of programmes and addresses rarely reach it."""
_BREAK = "  "
# What is no line of words: a title, a rule, a row, an underlining, an item, HTML, the target of links.
_NO_WORDS = re.compile(
    r" {0,3}#|[ \t]*(?:[-*+]|\d{1,3}\.) |[ \t]*\|"
    r"|[ \t]*</?(?:p|div|ul|ol|li|table|t[rdh]|thead|tbody|h[1-6]|blockquote|hr|br)\b"
    r"| {0,3}\[[^\]\n]+\]:| {0,3}(?:=+|-{3,}|\*{3,}|_{3,})[ \t]*$"
)
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}\.) +")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_LETTER = re.compile(r"[^\W\d_]")
_FIRST = 3  # a quote or a bracket may come before it
_NEARLY = 0.7
_SMALL_WORDS = frozenset(
    """
    à a au aux avec ce ces cette dans de des du elle en et est il ils la le les leur leurs mais notre nous on
    ou par pas pour qu’en que qui sa sans se ses son sont sous sur un une vos votre vous y
    """.split()  # noqa: SIM905  fifty words, on two lines
)


def with_line_ends(text: str) -> str:
    """The text with a hard break at each line end that the editor made on purpose."""
    if "\n" not in text:
        return text.removesuffix("\\")
    runs = list(_runs(text.split("\n")))
    bare = [[_bare(line) for line in run] if len(run) > 1 else run for run in runs]
    width = max((max(map(len, run)) for run in bare if is_wrapped(run)), default=0)
    joined = (len(run) < 2 or is_wrapped(run, width) for run in bare)  # noqa: PLR2004  a line alone
    return "\n".join(
        line for run, whole in zip(runs, joined, strict=True) for line in _ended(run, whole=whole)
    )


def _runs(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines in runs of the same words; all others alone."""
    run: list[str] = []
    for line in lines:
        if run and not _goes_on(run[-1], line):
            yield run
            run = []
        run.append(line)
    yield run


def _goes_on(line: str, after: str) -> bool:
    """Whether both are lines of the same words."""
    if not line.strip() or not after.strip() or _NO_WORDS.match(after):
        return False
    quoted, before = _QUOTE.match(after), _QUOTE.match(line)
    if bool(quoted) != bool(before):
        return False
    return bool(_ITEM.match(line)) or not _NO_WORDS.match(line[before.end() if before else 0 :])


def _ended(run: list[str], *, whole: bool) -> Iterator[str]:
    """The lines of a run, each but the last with its break unless they are a ``whole``."""
    for line in run[:-1]:
        yield line if whole else line.rstrip(" \t").removesuffix("\\") + _BREAK
    yield run[-1].removesuffix("\\")


def _bare(line: str) -> str:
    """A line without the mark of a quote, nor the indent of what goes on with an item."""
    return line[quoted.end() :] if (quoted := _QUOTE.match(line)) else line.strip(" \t") + _spaces(line)


def _spaces(line: str) -> str:
    return "  " if line.endswith("  ") else ""


def is_wrapped(lines: Sequence[str], known: int = 0) -> bool:
    """Whether lines are one paragraph, cut by a program or by habit where the line was full.

    Each line but the last is nearly as long as the longest. Where the next word would never have fitted, one
    break in the middle of a sentence is the proof; else half of the breaks are. Where the rest of the text is
    ``known`` to be cut at a width, being as wide is enough. Nothing is joined that was ended by two spaces or
    a backslash.
    """
    if len(lines) < 2:  # noqa: PLR2004  nothing to join
        return False
    width = max(map(len, lines))
    breaks = list(pairwise(lines))
    if max(width, known) < NARROWEST or any(
        line.endswith(("  ", "\\")) or len(line) < _NEARLY * max(width, known) for line, _ in breaks
    ):
        return False
    if known:
        return width <= known / _NEARLY
    proofs = sum(_cuts_a_sentence(*pair) for pair in breaks)
    full = all(len(line) + 1 + len(after.split(" ", 1)[0]) > width for line, after in breaks)
    return 2 * proofs >= len(breaks) or (full and proofs > 0)


def _cuts_a_sentence(line: str, after: str) -> bool:
    """Whether a line stops where no sentence does: before a small letter, after a comma or a small word."""
    letter = _LETTER.search(after)
    if letter is not None and letter.start() < _FIRST and letter[0].islower():
        return not line.endswith(";")
    return line.endswith(",") or line.rsplit(" ", 1)[-1].lower() in _SMALL_WORDS

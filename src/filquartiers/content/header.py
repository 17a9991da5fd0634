"""The front matter of a file: between two lines of three dashes, as people type them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from frontmatter.default_handlers import YAMLHandler

from filquartiers.content.read import Source
from filquartiers.content.tree import BadYaml
from filquartiers.model.text import key_of
from filquartiers.problems import Problem, problem

MARK = "---"
_UNSEEN = " \t\u00a0\u202f\u2007\u200b\u200c\u200d\u2060\ufeff\r"
_ODD_MARK = re.compile(r"[—–‒―]{1,10}|-{2}|-{4,80}|_{3,80}|\*{3,80}|={3,80}|[-—–‒―]{2,10}")
_FIELD = re.compile(r"[ \t]*(?:- *)?[^\W\d_][\w'’() \u00a0-]{0,40}?[ \t\u00a0]*[:=：]")
_FIRST_KEYS = frozenset(("titre", "nom"))


@dataclass(frozen=True, slots=True)
class Parts:
    """First line and text of the front matter, first line and text of the body, and what is to be said."""

    first: int
    head: str
    body_line: int
    body: str
    told: tuple[Problem, ...] = ()


def parts_of(source: Source) -> Parts:
    """The front matter and the body of a file.

    Only the very first line with something on it may open a front matter: further down, dashes are a rule of
    the text. Blank lines and spaces around the marks are passed over; other dashes than three short ones are
    taken for them, and told, where lines of fields lie between them.

    Raises:
        BadYaml: the front matter is opened and never closed.
    """
    handler = YAMLHandler()
    if source.text.startswith(f"{MARK}\n") and handler.detect(source.text):
        try:
            head, body = tuple(handler.split(source.text))[-2:]
        except ValueError:
            return _as_typed(source)
        # The handler may swallow blank lines around the marks: count what it left out.
        head_at = source.text.index(head, len(MARK))
        body_at = len(source.text) - len(body)
        first, below = (source.text.count("\n", 0, at) + 1 for at in (head_at, body_at))
        return Parts(first, head, below, body)
    return _as_typed(source)


def _as_typed(source: Source) -> Parts:
    lines = source.lines
    start = next((rank for rank, line in enumerate(lines) if line.strip(_UNSEEN)), len(lines))
    opening = _bare(lines, start)
    if opening != MARK and not (_ODD_MARK.fullmatch(opening) and _holds_fields(lines, start + 1)):
        return _without_marks(source, start)
    end = next((rank for rank in range(start + 1, len(lines)) if _closes(_bare(lines, rank))), None)
    if end is None:
        raise BadYaml(problem("entete-non-fermee", source.where(start + 1, 1, len(lines[start]))))
    odd = (rank for rank in (start, end) if set(_bare(lines, rank)) != {"-"})  # more of them say the same
    told = tuple(
        problem("entete-tirets", source.where(rank + 1, 1), marque=_bare(lines, rank)) for rank in odd
    )
    return _cut(lines, start + 1, end, end + 1, told)


def _without_marks(source: Source, start: int) -> Parts:
    """A file that begins with its title as a field, and without marks: fields up to the first blank line."""
    lines = source.lines
    found = _FIELD.match(lines[start]) if start < len(lines) else None
    if not found or key_of(found[0].strip("- \t:=：\u00a0")) not in _FIRST_KEYS:
        return Parts(1, "", 1, source.text)
    end = next((rank for rank in range(start, len(lines)) if not lines[rank].strip(_UNSEEN)), len(lines))
    told = problem("entete-sans-tirets", source.where(start + 1, 1, len(lines[start])))
    return _cut(lines, start, end, end, (told,))


def _cut(lines: Sequence[str], first: int, end: int, below: int, told: tuple[Problem, ...]) -> Parts:
    return Parts(first + 1, "\n".join(lines[first:end]), below + 1, "\n".join(lines[below:]), told)


def _bare(lines: Sequence[str], rank: int) -> str:
    return lines[rank].strip(_UNSEEN) if rank < len(lines) else ""


def _closes(bare: str) -> bool:
    return bare == MARK or _ODD_MARK.fullmatch(bare) is not None


def _holds_fields(lines: Sequence[str], start: int) -> bool:
    """Whether a field stands next, and a mark comes before the end of the file."""
    following = next((line for line in lines[start:] if line.strip(_UNSEEN)), "")
    closed = any(_closes(_bare(lines, rank)) for rank in range(start, len(lines)))
    return closed and _FIELD.match(following) is not None

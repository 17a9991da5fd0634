"""What PyYAML complains of, in the words of a volunteer, at the place where the slip is."""

import re

import yaml

from filquartiers.content.read import Source
from filquartiers.problems import Problem, problem

# What PyYAML says, and the code of the sentence that says it in French.
_SAYINGS = (
    ("could not find expected ':'", "deux-points-manquants"),
    ("mapping values are not allowed", "deux-points-en-trop"),
    ("did not find expected key", "retrait"),
    ("did not find expected '-' indicator", "retrait"),
    ("unexpected end of stream", "guillemets-non-fermes"),
    ("unexpected document indicator", "guillemets-non-fermes"),
    ("unknown escape character", "barre-oblique"),
    ("did not find expected hexdecimal number", "barre-oblique"),
    ("did not find expected ',' or", "crochets-non-fermes"),
    ("did not find expected node content", "crochets-non-fermes"),
    ("block sequence entries are not allowed", "tiret-deplace"),
    ("cannot start any token", "signe-interdit"),
    ("undefined alias", "yaml-ancre"),
    ("alias name", "yaml-ancre"),
    ("while scanning an anchor", "yaml-ancre"),
    ("while scanning an alias", "yaml-ancre"),
    ("tag", "yaml-etiquette"),
)
# Where the slip was made, when it is not where PyYAML stopped.
_AT_OPENING = {"guillemets-non-fermes", "crochets-non-fermes", "deux-points-manquants"}
_INVISIBLE = re.compile(r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_INDENT = re.compile(r" *")


def explained(source: Source, first: int, text: str, error: yaml.YAMLError) -> Problem:
    """The error as a problem.

    Args:
        source: the file.
        first: the line of the file at which ``text`` starts.
        text: what was given to the parser.
        error: what it raised.
    """
    hidden = _INVISIBLE.search(text)
    if isinstance(error, yaml.reader.ReaderError) and hidden:
        return _invisible(source, first, text, hidden.start())
    said = str(error)
    code = next((code for words, code in _SAYINGS if words in said), "yaml-illisible")
    mark = getattr(error, "problem_mark", None)
    opened = getattr(error, "context_mark", None)
    if code in _AT_OPENING and opened is not None:
        mark = opened
    if mark is None:
        return problem(code, source.where(first))
    line = first + min(mark.line, text.count("\n"))
    if code == "deux-points-en-trop" and _is_shifted(source, line):
        return problem("retrait", source.where(line, 1, _indent(source, line)))
    where = source.where(line, mark.column + 1, 1)
    if code == "deux-points-manquants":
        typed = where.excerpt.strip()
        where = source.where(line, mark.column + 1, len(typed))
    return problem(code, where, etiquette=where.excerpt[mark.column :].split(" ", 1)[0])


def _invisible(source: Source, first: int, text: str, at: int) -> Problem:
    line = text.count("\n", 0, at)
    column = at - (text.rfind("\n", 0, at) + 1)
    return problem("signe-interdit", source.where(first + line, column + 1, 1))


def _is_shifted(source: Source, line: int) -> bool:
    """Whether a line that holds a field starts further to the right than a complete line above it."""
    above = next((n for n in range(line - 1, 0, -1) if source.lines[n - 1].strip()), 0)
    if not above or ": " not in source.lines[above - 1]:
        return False
    return _indent(source, line) > _indent(source, above)


def _indent(source: Source, line: int) -> int:
    found = _INDENT.match(source.lines[line - 1])
    return found.end() if found else 0

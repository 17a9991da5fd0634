"""How problems and results look in a terminal."""

from collections.abc import Iterable
from itertools import groupby

from rich.console import Console
from rich.text import Text

from filquartiers.problems import Gravity, Problem

_STYLES = {
    Gravity.ERROR: "bold red",
    Gravity.WARNING: "bold yellow",
    Gravity.NOTICE: "cyan",
    Gravity.GAP: "dim",
}
_PLURALS = {
    Gravity.ERROR: ("erreur", "erreurs"),
    Gravity.WARNING: ("avertissement", "avertissements"),
    Gravity.NOTICE: ("remarque", "remarques"),
    Gravity.GAP: ("champ à compléter", "champs à compléter"),
}


def console() -> Console:
    """The terminal, or a file: without colours and never cut when it is one."""
    return Console(highlight=False, soft_wrap=True)


def error_console() -> Console:
    """The terminal's other voice, for what went wrong with the command itself."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def show(out: Console, problems: Iterable[Problem]) -> None:
    """Every problem, grouped by file, gravest first, each with its line and what to do."""
    for file, group in groupby(problems, key=lambda one: one.where.file):
        out.print()
        out.print(Text(file or "Projet", style="bold underline"))
        for one in group:
            out.print(_told(one))


def _told(one: Problem) -> Text:
    text = Text()
    place = f"ligne {one.where.line}" if one.where.line else "fichier"
    text.append(f"  {one.gravity.label}", style=_STYLES[one.gravity])
    text.append(f" · {place} · {one.message}\n")
    if one.where.excerpt.strip():
        text.append(_excerpt(one))
    if one.hint:
        text.append(f"    → {one.hint}\n")
    text.append(f"    [{one.code}]", style="dim")
    return text


def _excerpt(one: Problem) -> Text:
    """The editor's line with the place underlined."""
    line = one.where.excerpt.replace("\t", " ").rstrip()
    number = f"{one.where.line:>5} │ "
    text = Text(f"{number}{line}\n", style="default")
    if one.where.column and one.where.length:
        shown = min(one.where.length, max(1, len(line) - one.where.column + 1))
        text.append(
            " " * (len(number) + one.where.column - 1) + "^" * shown + "\n", style=_STYLES[one.gravity]
        )
    return text


def summary(problems: Iterable[Problem]) -> str:
    """« 2 erreurs, 1 remarque » ; « rien à signaler » when there is none."""
    counts = dict.fromkeys(Gravity, 0)
    for one in problems:
        counts[one.gravity] += 1
    parts = [f"{count} {_PLURALS[gravity][count > 1]}" for gravity, count in counts.items() if count]
    return ", ".join(parts) or "rien à signaler"

"""An interview that can be interrupted: what was answered stays beside ``content/`` until it is written."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click
from rich.text import Text

from filquartiers.cli.asking import WELCOME, Dialogue, Given, Steps, prompt
from filquartiers.cli.console import console, error_console
from filquartiers.cli.exit import Exit
from filquartiers.model.text import folded

_FILE = ".reponses.json"


@dataclass(frozen=True)
class KeptAnswers:
    """The answers about one sort of thing, in the folder of a project, which need not exist yet."""

    root: Path
    sort: str

    def read(self) -> Given:
        """What was answered last time; nothing when nobody was interrupted, or when it cannot be read."""
        with suppress(OSError, ValueError, AttributeError):
            kept = json.loads((self.root / _FILE).read_text(encoding="utf-8")).get(self.sort, {})
            return {str(key): answer for key, answer in kept.items() if _is_answer(answer)}
        return {}

    def keep(self, answers: Given) -> None:
        """Note the answers; a disk that refuses keeps nothing, and stops nobody."""
        with suppress(OSError):
            self.root.mkdir(parents=True, exist_ok=True)
            text = json.dumps({self.sort: answers}, ensure_ascii=False, indent=1)
            (self.root / _FILE).write_text(f"{text}\n", encoding="utf-8")

    def forget(self) -> None:
        """They are written where they belong, or not wanted any more."""
        with suppress(OSError):
            (self.root / _FILE).unlink(missing_ok=True)


def interview(
    kept: KeptAnswers, steps: Steps, ask: Callable[[Dialogue], Given], again: str, known: Given | None = None
) -> Given:
    """The answers that ``ask`` gets in a dialogue, from where the last one was left; some may be ``known``.

    Raises:
        click.exceptions.Exit: interrupted once something was answered; ``again`` is the command that goes on.
        click.Abort: interrupted before.
    """
    console().print(WELCOME)
    dialogue = Dialogue(steps, _resumed(kept) | (known or {}), kept.keep)
    try:
        return ask(dialogue)
    except click.Abort:
        if not any(dialogue.answers.values()):
            raise
        told = f"Interrompu : vos réponses sont gardées. Pour continuer : {again}"
        error_console().print(Text(f"\n{told}"))
        raise click.exceptions.Exit(Exit.USAGE) from None


def _resumed(kept: KeptAnswers) -> Given:
    """What was answered last time, if it is wanted."""
    former = {key: answer for key, answer in kept.read().items() if answer}
    if not former:
        return {}
    out = console()
    out.print("\nVous aviez commencé :")
    for key, answer in former.items():
        told = answer if isinstance(answer, str) else ", ".join(map(" ".join, _parts(answer)))
        out.print(Text(f"  {key} : {told}"))
    out.print("Entrée pour continuer là où vous en étiez, « non » pour recommencer.")
    if folded(prompt()) in {"non", "n", "recommencer"}:
        kept.forget()
        return {}
    return former


def _parts(answer: list[str] | dict[str, str]) -> list[tuple[str, ...]]:
    return list(answer.items()) if isinstance(answer, dict) else [(one,) for one in answer]


def _is_answer(found: object) -> bool:
    if isinstance(found, list):
        return all(isinstance(one, str) for one in found)
    if isinstance(found, dict):
        return all(isinstance(one, str) for pair in found.items() for one in pair)
    return isinstance(found, str)

"""``filquartiers new projet`` and ``new raccourcis``: a project, and what starts the program there."""

import os
import sys
from datetime import date
from pathlib import Path

import click
from rich.text import Text

from filquartiers.cli.asking import Dialogue, Given, steps_of_project
from filquartiers.cli.commands import COMMANDS
from filquartiers.cli.console import console
from filquartiers.cli.exit import Exit
from filquartiers.cli.resuming import KeptAnswers, interview
from filquartiers.creation import (
    Program,
    launchers,
    new_folders,
    new_project,
    project_answers,
    project_steps,
)
from filquartiers.model.kinds import KINDS
from filquartiers.model.site import Site
from filquartiers.starting import NEEDED, RefusedError, asked_project
from filquartiers.whereabouts import shipped
from filquartiers.write import write_new

HERE = ".\\" if os.name == "nt" else "./"


def make_project(words: tuple[str, ...], today: date) -> int:
    """Write a project in the folder that is named; what is already there is never touched."""
    terminal = sys.stdin.isatty()
    try:
        root, pairs = asked_project(words, terminal=terminal)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from None
    site = Site({}, KINDS, today)
    answers = project_answers(pairs, site)
    _refuse_wrong(answers, site)
    if any(option not in answers for option in NEEDED):
        answers = _interviewed(root, site, answers)
    return _write_project(root, answers)


def _interviewed(root: Path, site: Site, known: Given) -> Given:
    def ask(dialogue: Dialogue) -> Given:
        dialogue.ask()
        return dialogue.answers

    again = f'filquartiers new projet "{root}"'
    return interview(KeptAnswers(root, "projet"), steps_of_project(site), ask, again, known)


def _refuse_wrong(answers: Given, site: Site) -> None:
    """Tell what is wrong with what the options say, before anything is written."""
    told = [
        f"--{step.option} : {one.message} {one.hint}"
        for step in project_steps(answers, site)
        if (answer := answers.get(step.key))
        for one in step.refused(answer, site)
    ]
    if told:
        raise click.UsageError("\n".join(told))


def _write_project(root: Path, answers: Given) -> int:
    for folder in new_folders():
        (root / folder).mkdir(parents=True, exist_ok=True)
    written = [path for path, text in new_project(answers, HERE) if write_new(root / path, text)]
    _write_launchers(root)
    KeptAnswers(root, "projet").forget()
    out = console()
    named = [path for path in written if path.startswith("content/") or path == "LISEZMOI.md"]
    out.print(Text(f"Créé dans {root} : {', '.join(named)}"))
    out.print(Text("Pour voir le site : ouvrez ce dossier, puis double-cliquez sur « Voir le site »."))
    out.print(Text(f'Au clavier : cd "{root}", puis {HERE}filquartiers {_show()}'))
    return Exit.FINE


def make_launchers(root: Path) -> int:
    """Write anew what starts the program from a project."""
    _write_launchers(root)
    console().print(Text(f"Refait dans {root} : « Voir le site » et filquartiers."))
    return Exit.FINE


def _write_launchers(root: Path) -> None:
    for one in launchers(_program(), root.resolve()):
        file = root / one.name
        file.write_bytes(one.text.encode("utf-8", "surrogateescape"))
        if one.runs:
            file.chmod(0o755)


def _program() -> Program:
    """How this machine runs the program: the Python of before ``.venv``, and the checkout; or as a module."""
    checkout = shipped() / "src" / "filquartiers"
    if checkout.is_dir():
        return Program(Path(getattr(sys, "_base_executable", sys.executable)), checkout, show=_show())
    return Program(Path(sys.executable), Path(sys.executable), module=True, show=_show())


def _show() -> str:
    """The command that shows the site: with its forms, where there are some."""
    return "editer" if "editer" in COMMANDS else "serve"

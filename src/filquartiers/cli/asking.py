"""Questions in the terminal: choices by number, a wrong answer asked again with the reason."""

from dataclasses import dataclass, field

import click
from rich.text import Text

from filquartiers.cli.console import console
from filquartiers.creation import Question, faults, questions, refusals
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site
from filquartiers.problems import Problem

Given = dict[str, str | list[str]]
NEEDED = "Une réponse est nécessaire."


def asked(kind: type[Entry], site: Site) -> Given:
    """The answers to all questions about a new entry; what is typed can be read.

    A `click.UsageError` when the entry must name another one, and there is none yet.
    """
    console().print("Répondez, puis Entrée. Entrée seule passe une question facultative ; Ctrl-C abandonne.")
    dialogue, todo = Dialogue(kind, site), tuple(questions(kind, site))
    while todo:
        for question in todo:
            dialogue.ask(question)
        wrong = faults(kind, dialogue.answers, site)
        _say(wrong)
        todo = tuple(one for one in todo if one.guide.name not in dialogue.answers) if wrong else ()
    return dialogue.answers


@dataclass
class Dialogue:
    """The questions about one new entry, and the answers so far."""

    kind: type[Entry]
    site: Site
    answers: Given = field(default_factory=dict)

    def ask(self, question: Question) -> None:
        """Ask until the answer can be read; nothing is kept of a question that is passed."""
        if question.only:
            self.answers[question.guide.name] = question.only
        elif self.is_possible(question):
            _introduce(question)
            given = self.replies(question)
            if given:
                self.answers[question.guide.name] = given if len(given) > 1 else given[0]

    def is_possible(self, question: Question) -> bool:
        """Whether there is anything to name, for a question that names another entry."""
        if not question.folder or question.choices:
            return True
        if question.guide.required:
            sort = next(kind.kind.name for kind in self.site.kinds if kind.kind.folder == question.folder)
            needed = f"Il faut d’abord un fichier dans content/{question.folder}"
            raise click.UsageError(f"{needed} : filquartiers new {sort}")
        return False

    def replies(self, question: Question) -> list[str]:
        """What was answered: one reply, or several where many are allowed."""
        given: list[str] = []
        while question.many or not given:
            typed = prompt()
            if not typed and (given or not question.guide.required):
                break
            given = self.with_reply(question, typed, given)
        return given

    def with_reply(self, question: Question, typed: str, given: list[str]) -> list[str]:
        """``given`` and what was typed; as it was, and the reason said, when that cannot be read."""
        chosen = _chosen(question, typed)
        if not (typed and chosen):
            choose = f"Choisissez un numéro de 1 à {len(question.choices)}."
            console().print(f"  {choose if typed else NEEDED}")
            return given
        together = [*given, *chosen]
        answer = together if question.many else together[0]
        wrong = refusals(self.kind, {**self.answers, question.guide.name: answer}, self.site)
        _say(wrong)
        return given if wrong else together


def prompt() -> str:
    """One line typed, without the blanks around it."""
    return str(click.prompt("  ", default="", show_default=False, prompt_suffix="> ")).strip()


def _introduce(question: Question) -> None:
    """The label, what is asked, an example, the choices."""
    out, guide = console(), question.guide
    out.print()
    out.print(Text.assemble((guide.label, "bold"), f" · {guide.help}", " (obligatoire)" * guide.required))
    if guide.example and not question.choices and "\n" not in guide.example:
        out.print(Text(f"  par exemple : {guide.example.removeprefix('- ')}", style="dim"))
    for rank, choice in enumerate(question.choices, 1):
        out.print(Text(f"  {rank}. {choice.label}"))
    if question.many:
        out.print(Text("  Plusieurs réponses possibles : une à la fois, puis Entrée seule.", style="dim"))


def _chosen(question: Question, typed: str) -> list[str]:
    """What was typed, or the choices of the numbers typed (« 1 3 »); nothing for a number out of reach."""
    numbers = typed.replace(",", " ").split()
    if not question.choices or not all(one.isdecimal() for one in numbers):
        return [typed]
    wanted = list(dict.fromkeys(int(one) for one in numbers))
    reach = range(1, len(question.choices) + 1)
    if any(one not in reach for one in wanted) or (len(wanted) > 1 and not question.many):
        return []
    return [question.choices[one - 1].value for one in wanted]


def _say(wrong: tuple[Problem, ...]) -> None:
    for one in wrong:
        console().print(Text(f"  {one.message} {one.hint}"))

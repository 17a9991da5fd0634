"""Questions on the terminal: one at a time, each answer read at once by what reads the files.

« retour » goes to the question before, « plus tard » or Entrée alone leave one for another day; what was
answered is kept at each step, so that it can be taken up again after Ctrl-C.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import click
from rich.text import Text

from filquartiers.cli.console import console
from filquartiers.creation import Answer, ProjectStep, Question, is_later, project_steps, timetable
from filquartiers.creation import faults as faults_of
from filquartiers.creation import questions as questions_about
from filquartiers.creation import refusals as refusals_of
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site
from filquartiers.model.text import folded
from filquartiers.problems import Problem

Given = dict[str, Answer]
NEEDED = "Une réponse est nécessaire."
PATIENCE = 3  # times that one question is answered in vain before we go on, or stop
WELCOME = (
    "Répondez, puis Entrée. « plus tard » ou Entrée seule passe une question, « retour » revient à la "
    "précédente ; Ctrl-C arrête, et garde ce qui est répondu."
)
_ONE_BY_ONE = "  Plusieurs réponses possibles : une à la fois, puis Entrée seule pour passer à la suite."
_WAY_ON = "Entrée seule pour passer à la suite."


class _Back(Exception):  # noqa: N818  no error: somebody wants the question before
    """Go to the question before."""


@dataclass(frozen=True)
class DialogueStep:
    """A question, the key of its answer, and what says why an answer cannot be read.

    ``may_wait`` tells that all can go on without an answer.
    """

    key: str
    question: Question
    refused: Callable[[Answer], tuple[Problem, ...]]
    may_wait: bool = True


Steps = Callable[[Given], Iterable[DialogueStep]]


def steps_of(kind: type[Entry], site: Site) -> Steps:
    """The questions about a new entry; a `click.UsageError` when it must name another and there is none."""

    def step(question: Question, answers: Given) -> DialogueStep:
        def refused(found: Answer) -> tuple[Problem, ...]:
            return refusals_of(kind, {**answers, question.guide.name: found}, site)

        return DialogueStep(question.guide.name, question, refused, not question.guide.required)

    return lambda answers: (
        step(one, answers) for one in questions_about(kind, site) if _is_possible(one, site)
    )


def steps_of_project(site: Site) -> Steps:
    """The questions about a new project."""

    def step(one: ProjectStep) -> DialogueStep:
        return DialogueStep(one.key, one.question, lambda found: one.refused(found, site))

    return lambda answers: map(step, project_steps(answers, site))


def asked(kind: type[Entry], site: Site, dialogue: "Dialogue") -> Given:
    """The answers to all questions about a new entry; what is typed can be read."""
    for _ in range(PATIENCE):
        dialogue.ask()
        wrong = faults_of(kind, dialogue.answers, site)
        _say(wrong)
        if not wrong:
            break
        dialogue.reopen()
    return dialogue.answers


@dataclass
class Dialogue:
    """The questions of ``steps``, which depend on the answers so far; ``keep`` notes each of them."""

    steps: Steps
    answers: Given
    keep: Callable[[Given], None]
    trail: list[str] = field(default_factory=list)

    def ask(self) -> None:
        """Ask all that has no answer yet; an answer that is passed is empty."""
        while (step := self._next()) is not None:
            if step.question.only:
                self.answers[step.key] = step.question.only
                continue
            _introduce(step.question)
            try:
                self._take(step, self._replies(step))
            except _Back:
                self._back()

    def reopen(self) -> None:
        """Ask again what was passed."""
        self.answers = {key: answer for key, answer in self.answers.items() if answer}
        self.trail.clear()

    def _next(self) -> DialogueStep | None:
        return next((step for step in self.steps(self.answers) if step.key not in self.answers), None)

    def _take(self, step: DialogueStep, answer: Answer) -> None:
        self.trail.append(step.key)
        self.answers[step.key] = answer
        self.keep(self.answers)

    def _back(self) -> None:
        if self.trail:
            self.answers.pop(self.trail.pop(), None)
        else:
            console().print("  C’est la première question.")

    def _replies(self, step: DialogueStep) -> Answer:
        """What was answered: one reply, or several where many are allowed; empty when it is passed."""
        question, vain = step.question, 0
        given: list[str] = []
        while question.lines or not given:
            typed = prompt()
            if folded(typed) == "retour":
                raise _Back
            if (is_later(typed) and step.may_wait) or (not typed and (given or not question.guide.required)):
                break
            more = self._with_reply(step, typed, given)
            vain = vain + 1 if more == given else 0
            given = more
            if vain >= PATIENCE:
                _give_up(step, typed)
                break
        return _answer(question, given)

    def _with_reply(self, step: DialogueStep, typed: str, given: list[str]) -> list[str]:
        """``given`` and what was typed; as it was, and the reason said, when that cannot be read."""
        question = step.question
        chosen = _chosen(question, typed)
        if not (typed and chosen):
            choose = f"Choisissez un numéro de 1 à {len(question.choices)}."
            console().print(f"  {choose if typed else NEEDED}{_or_pass(step)}")
            return given
        together = [*given, *chosen]
        wrong = step.refused(_answer(question, together))
        _say(wrong, _or_pass(step))
        return given if wrong else together


def _answer(question: Question, given: list[str]) -> Answer:
    if question.timetable:
        return timetable(given) if given else ""
    return given if len(given) > 1 else "".join(given)


def _give_up(step: DialogueStep, typed: str) -> None:
    """Never ask for ever: what may wait is passed, what may not ends the questions."""
    if not step.may_wait:
        console().print("  Je m’arrête là.")
        raise click.Abort
    console().print(Text(f"  Laissé pour plus tard : « {typed} » n’est pas écrit."))


def _is_possible(question: Question, site: Site) -> bool:
    """Whether there is anything to name, for a question that names another entry."""
    if not question.folder or question.choices:
        return True
    if question.guide.required:
        sort = next(kind.kind.name for kind in site.kinds if kind.kind.folder == question.folder)
        needed = f"Il faut d’abord un fichier dans content/{question.folder}"
        raise click.UsageError(f"{needed} : filquartiers new {sort}")
    return False


def prompt() -> str:
    """One line typed, without the blanks around it."""
    return str(click.prompt("  ", default="", show_default=False, prompt_suffix="> ")).strip()


def _introduce(question: Question) -> None:
    """The label, what is asked, an example, the choices."""
    out, guide = console(), question.guide
    out.print()
    help_text = _for_a_terminal(guide.help)
    out.print(Text.assemble((guide.label, "bold"), f" · {help_text}", " (obligatoire)" * guide.required))
    if guide.example and not question.choices and (question.timetable or "\n" not in guide.example):
        example = guide.example.split("\n", maxsplit=1)[0].removeprefix("- ")
        out.print(Text(f"  par exemple : {example}", style="dim"))
    for rank, choice in enumerate(question.choices, 1):
        out.print(Text(f"  {rank}. {choice.label}"))
    if question.lines:
        out.print(Text(_ONE_BY_ONE, style="dim"))


def _chosen(question: Question, typed: str) -> list[str]:
    """What was typed, or the choices of the numbers typed (« 1 3 »); nothing for a number out of reach."""
    numbers = typed.replace(",", " ").split()
    if not question.choices or not all(one.isdecimal() for one in numbers):
        return question.several(typed)
    wanted = list(dict.fromkeys(int(one) for one in numbers))
    reach = range(1, len(question.choices) + 1)
    if any(one not in reach for one in wanted) or (len(wanted) > 1 and not question.many):
        return []
    return [question.choices[one - 1].value for one in wanted]


def _say(wrong: tuple[Problem, ...], way_on: str = "") -> None:
    for one in wrong:
        console().print(Text(f"  {one.message} {_for_a_terminal(one.hint)}".rstrip() + way_on))


def _or_pass(step: DialogueStep) -> str:
    if step.may_wait and step.question.guide.required:
        return " « plus tard » est permis."
    return f" {_WAY_ON}" if step.may_wait else ""


def _for_a_terminal(advice: str) -> str:
    """Advice without what only holds for a file, where each of several values follows a dash."""
    parts = advice.rstrip(".").split(" ; ")
    kept = " ; ".join(part for part in parts if "après un tiret" not in part)
    return f"{kept}." if kept and advice.endswith(".") else kept

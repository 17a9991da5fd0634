"""A new project: what is asked for it, and its files."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import chain

from filquartiers.compose import compose
from filquartiers.creation.answers import Answer, Answers, is_later, refusals
from filquartiers.creation.entry import HEADER
from filquartiers.creation.questions import Question, question, timetable
from filquartiers.guides import workspace_files
from filquartiers.model.guidance import FieldGuide, guides_of
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import KINDS, Brochure, Maison, Reseau
from filquartiers.model.kinds.reseau import Mentions
from filquartiers.model.site import Site
from filquartiers.model.text import numbered, short_slug
from filquartiers.problems import Problem
from filquartiers.starting import NEEDED, OPTIONS, REPEATED

UNNAMED = {"nom": "Réseau à nommer", "ville": "Ville à préciser"}
_KINDS: Mapping[str, type[Entry]] = {"reseau": Reseau, "maison": Maison, "brochure": Brochure}
_LABELS = {
    "nom": "Le nom du réseau",
    "ville": "La ville",
    "maison": "Une maison",
    "horaires": "Ses heures d’ouverture",
    "brochure": "La première brochure",
    "editeur": "Mentions légales : qui publie le site",
}
_LEGAL = "editeur"  # the first of the legal notices: left for later, so are the others
_ANOTHER = "Une autre maison, ou Entrée seule s’il n’y en a plus"
_SECTIONS = ("couverture", "présentation", "maisons", "calendrier", "crédits")


@dataclass(frozen=True, slots=True)
class ProjectStep:
    """One question of a new project; ``option`` gives the same on the command line, ``rank`` the house."""

    option: str
    question: Question
    rank: int = 0

    @property
    def key(self) -> str:
        """Where its answer is kept."""
        return f"{self.option} {self.rank}" if self.rank else self.option

    def refused(self, answer: Answer, site: Site) -> tuple[Problem, ...]:
        """Why the answer cannot be read."""
        part, field = OPTIONS[self.option]
        if part == "mentions":
            return refusals(Reseau, {"mentions_legales": {field: str(answer)}}, site)
        return refusals(_KINDS[part], {field: answer}, site)


def project_steps(answers: Answers, site: Site) -> Iterator[ProjectStep]:
    """The questions, in their order: those about a house come again until no other one is named."""
    for option, (part, _) in OPTIONS.items():
        if option == REPEATED:
            yield from _house_steps(answers, site)
        elif part != "maison" and (part != "mentions" or option == _LEGAL or answers.get(_LEGAL)):
            yield ProjectStep(option, _question(option, site))


def _house_steps(answers: Answers, site: Site) -> Iterator[ProjectStep]:
    for rank in range(1, _houses(answers) + 2):
        named = _question(REPEATED, site)
        if rank > 1:
            named = replace(named, guide=replace(named.guide, label=_ANOTHER))
        yield ProjectStep(REPEATED, named, rank)
        if answers.get(f"{REPEATED} {rank}"):
            yield ProjectStep("horaires", _question("horaires", site), rank)


def _houses(answers: Answers) -> int:
    """How many houses are named so far."""
    return next(rank for rank in range(len(answers) + 1) if not answers.get(f"{REPEATED} {rank + 1}"))


def _question(option: str, site: Site) -> Question:
    part, field = OPTIONS[option]
    model = Mentions if part == "mentions" else _KINDS[part]
    guide = next(one for one in guides_of(model) if one.name == field)
    described = model.model_json_schema()["properties"][field]
    found = question(_here(guide, option), described, site)
    if found is None:
        raise KeyError(option)  # a fault of ours: the option names no field that can be typed
    return found


def _here(guide: FieldGuide, option: str) -> FieldGuide:
    """The guide of a field as it is asked here: all may wait, but for what a command line must give."""
    return replace(guide, label=_LABELS.get(option, guide.label), required=option in NEEDED)


def project_answers(pairs: tuple[tuple[str, str], ...], site: Site) -> dict[str, Answer]:
    """The options of a command line as answers; hours are those of the house named before them."""
    answers: dict[str, Answer] = {}
    rank = 0
    for option, typed in pairs:
        rank += option == REPEATED
        step = ProjectStep(option, _question(option, site), rank if OPTIONS[option][0] == "maison" else 0)
        lines = step.question.several(typed)
        told = timetable(lines) if step.question.timetable else typed
        answers[step.key] = "" if is_later(typed) else told
    return answers


def new_project(answers: Answers, here: str) -> Iterator[tuple[str, str]]:
    """Path and text of each file of a new project, whatever was left for later.

    ``here`` is how a terminal of this system is told of a command in the folder where it stands: « ./ ».
    Its network is marked as a demonstration, so that it can be published before its legal data are known.
    """
    network = {field: answers.get(option) for option, field in _of("reseau")}
    network |= {name: network[name] or words for name, words in UNNAMED.items()}
    slug = short_slug(str(answers.get("ville") or "")) or "reseau"
    legal = {field: answers[option] for option, field in _of("mentions") if answers.get(option)}
    # Its name as the large title, until there are houses to count.
    shown = {"accroche": network["nom"], "mentions_legales": legal, "demonstration": "oui"}
    yield f"content/reseaux/{slug}.md", _text(Reseau, {**network, **shown}, "qui publie ce site, où")
    yield from _new_houses(answers, slug)
    if title := answers.get("brochure"):
        parts = [{"section": one} for one in _SECTIONS]
        told = {"titre": title, "reseau": slug, "format": "A5", "sections": parts}
        yield "content/brochures/brochure.md", _text(Brochure, told, "ce que l’on imprime")
    yield "LISEZMOI.md", _guide(str(network["nom"]), slug, here)
    yield from workspace_files(KINDS, {Reseau.kind.name: (slug,)})


def _new_houses(answers: Answers, network: str) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for rank in range(1, _houses(answers) + 1):
        name = short_slug(str(answers[f"{REPEATED} {rank}"])) or Maison.kind.name
        slug = next(one for one in chain((name,), numbered(name)) if one not in taken)
        taken.add(slug)
        told = {"nom": answers[f"{REPEATED} {rank}"], "horaires": answers.get(f"horaires {rank}")}
        house = _text(Maison, {**told, "reseau": network, "ordre": rank}, "une maison de quartier")
        yield f"content/maisons/{slug}.md", house


def _of(part: str) -> Iterator[tuple[str, str]]:
    """The options about one part, each with its field."""
    return ((option, field) for option, (one, field) in OPTIONS.items() if one == part)


def _text(kind: type[Entry], values: Mapping[str, object], what: str) -> str:
    header = f"{kind.kind.label} : {what}. {HEADER}"
    return compose(
        kind, {name: value for name, value in values.items() if value}, comments=True, header=header
    )


def _guide(name: str, slug: str, here: str) -> str:
    text = files("filquartiers.creation").joinpath("LISEZMOI.md").read_text(encoding="utf-8")
    folders = "\n".join(
        f"| `content/{kind.kind.folder}` | {kind.kind.plural} | `{here}filquartiers new {kind.kind.name}` |"
        for kind in KINDS
    )
    slots = {"{ici}": here, "{slug}": slug, "{dossiers}": folders, "{nom}": name}
    return re.sub("|".join(map(re.escape, slots)), lambda slot: slots[slot[0]], text)


def new_folders() -> Iterator[str]:
    """The folders of a new project, one for each kind."""
    yield from (f"content/{kind.kind.folder}" for kind in KINDS)

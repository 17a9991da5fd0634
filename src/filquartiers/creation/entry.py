"""The commented files of a new entry, and those of a new project."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from filquartiers.compose import compose
from filquartiers.creation.answers import Answers
from filquartiers.creation.questions import Question, question
from filquartiers.model.guidance import FieldGuide
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site
from filquartiers.model.text import numbered, short_slug

FEW = 12  # how many words a line of advice lists
HEADER = "Les lignes qui commencent par # sont des conseils : le programme les ignore."


def new_file(kind: type[Entry], answers: Answers, site: Site) -> tuple[str, str]:
    """Path from the project's root, and text, of the file of a new entry.

    Where several entries may have one title, as events do, the name is one that no entry has yet.
    """
    slug = _slug(kind, answers, site)
    header = f"{kind.kind.label}. {HEADER}"
    text = compose(kind, answers, comments=True, header=header, guides=tuple(_guides(kind, site)))
    return f"content/{kind.kind.folder}/{slug}.md", text


def _slug(kind: type[Entry], answers: Answers, site: Site) -> str:
    name = short_slug(_first(answers, "titre", "nom")) or kind.kind.name
    taken = {entry.slug for entry in site.of(kind)} if kind.kind.many else set()
    day = short_slug(_first(answers, "debut"))
    names = chain((name, f"{name}-{day}" if day else name), numbered(name))
    return next(one for one in names if one not in taken)


def _first(answers: Answers, *names: str) -> str:
    """The first answer there is to one of these questions."""
    found = next((answers[name] for name in names if answers.get(name)), "")
    return found if isinstance(found, str) else next(iter(found))


def _guides(kind: type[Entry], site: Site) -> Iterator[FieldGuide]:
    """The fields, told with the words and the files that this project may name."""
    properties = kind.model_json_schema()["properties"]
    for guide in kind.fields():
        asked = question(guide, properties[guide.name], site)
        yield _told(guide, asked) if asked and (asked.folder or asked.choices) else guide


def _told(guide: FieldGuide, asked: Question) -> FieldGuide:
    words = [choice.value for choice in asked.choices]
    name = "Fichiers" if asked.folder else "Mots proposés" if asked.free else "Choix"
    rest = " | …" if len(words) > FEW else ""
    listed = f"\n{name} : {' | '.join(words[:FEW])}{rest}" if words else ""
    dash = "- " if guide.example.startswith("- ") else ""
    example = f"{dash}{words[0]}" if asked.folder and words else "" if asked.folder else guide.example
    return replace(guide, help=guide.help + listed, example=example)

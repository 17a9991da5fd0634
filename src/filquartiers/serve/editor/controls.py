"""What a kind asks for in a form: one control a field, from its declaration alone."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from filquartiers.content.convert import model_of
from filquartiers.creation.questions import WORTH_ASKING, Proposal, question
from filquartiers.guides import options
from filquartiers.model.fields import FieldGuide, Frozen, guides_of
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site

FEW = 4  # choices shown as radio buttons; more go into a list
# « Quand » says it all, a single day too: the parts of a date are asked for after it.
_USUAL = WORTH_ASKING - {"debut", "horaire"} | {"corps", "lieu", "tarif", "inscription"}
_IN_FILES = re.compile(
    ", par le nom de (?:son|leur) fichier| ; s’il y en a plusieurs, une? par ligne(?: après un tiret)?"
    "|, (?:une? )?(?:[a-zé]+ )?par ligne"
)
_DASH = " après un tiret"
_HIDDEN = frozenset({"empreinte"})  # set by programs
_KEYBOARDS = {
    "un numéro de téléphone": "tel",
    "une adresse électronique": "email",
    "une adresse web": "url",
    "un nombre": "decimal",
    "cinq chiffres": "numeric",
}


class Asking(Enum):
    """How a value is asked for."""

    LINE = "ligne"
    LONG = "long"
    YES = "oui"
    CHOICE = "choix"
    BOXES = "cases"
    LINES = "lignes"
    GROUP = "groupe"
    GROUPS = "groupes"
    TABLE = "table"


@dataclass(frozen=True)
class Control:
    """One field of a form.

    ``choices`` are the answers that are proposed; others may be given when it is ``free``. ``folder`` is
    that of the entries which it names; ``model`` is what its groups hold. ``keyboard`` is for telephones.
    """

    guide: FieldGuide
    shape: Asking
    choices: tuple[Proposal, ...] = ()
    free: bool = True
    folder: str = ""
    model: type[Frozen] | None = None
    keyboard: str = ""
    is_file: bool = False

    @property
    def name(self) -> str:
        """The name of the field."""
        return self.guide.name

    @property
    def help(self) -> str:
        """What to answer; how it is written in a file is no matter here."""
        if self.shape is Asking.YES:
            said = self.guide.help.removeprefix("« oui » ")
            return said[:1].upper() + said[1:]
        return _IN_FILES.sub("", self.guide.help) if self.choices else self.guide.help.replace(_DASH, "")

    @property
    def usual(self) -> bool:
        """Whether it is among what is asked first."""
        return self.guide.required or self.guide.wanted or self.name in _USUAL


def controls_of(model: type[Frozen], site: Site) -> tuple[Control, ...]:
    """The fields of a kind, or of a group in it, in their order."""
    guides = model.fields() if issubclass(model, Entry) else guides_of(model)
    described = _properties(model)
    return tuple(
        _control(model, guide, described[guide.name], site) for guide in guides if guide.name not in _HIDDEN
    )


@cache
def _properties(model: type[Frozen]) -> dict[str, Any]:
    schema = model.model_json_schema()
    found: dict[str, Any] = schema.get("properties") or schema["$defs"][model.__name__]["properties"]
    return found


def _control(model: type[Frozen], guide: FieldGuide, described: dict[str, Any], site: Site) -> Control:
    if guide.long:
        return Control(guide, Asking.LONG)
    inner = model_of(model, guide.name)
    many = described.get("type") == "array"
    if inner is not None:
        return Control(guide, Asking.GROUPS if many else Asking.GROUP, model=inner)
    if described.get("type") == "object":
        return Control(guide, Asking.TABLE)
    if model.model_fields[guide.name].annotation is bool:
        return Control(guide, Asking.YES)
    words = next((shape["x-saisie"] for shape in options(described) if "x-saisie" in shape), "")
    keyboard = next((one for start, one in _KEYBOARDS.items() if words.startswith(start)), "")
    is_file = words.startswith("le nom d’un fichier du dossier content")
    asked = question(guide, described, site)
    if asked is None or not asked.choices:
        shape = Asking.LINES if many else Asking.LINE
        return Control(guide, shape, keyboard=keyboard, is_file=is_file)
    single = Asking.CHOICE if not asked.free or asked.folder else Asking.LINE
    return Control(
        guide, Asking.BOXES if many else single, asked.choices, asked.free and not asked.folder, asked.folder
    )

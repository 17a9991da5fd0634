"""What editors are told of a field: declared once with it, shown everywhere."""

from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import pydantic
from pydantic.fields import FieldInfo

from filquartiers.model.prose import Prose


@dataclass(frozen=True, slots=True)
class FieldGuide:
    """What an editor needs to know of a field: one source for help, ``new``, guides and schemas."""

    name: str
    label: str
    help: str
    example: str
    aliases: tuple[str, ...]
    required: bool
    wanted: bool
    long: bool


def field(  # noqa: PLR0913  each argument is one thing the editor is told
    help: str,  # noqa: A002  the word click and argparse use
    *,
    label: str = "",
    example: str = "",
    aliases: tuple[str, ...] = (),
    default: object = None,
    required: bool = False,
    wanted: bool = False,
) -> Any:
    """Declare a field of a kind.

    Args:
        help: one French sentence for the editor.
        label: the words shown on pages and recognised as a ``##`` heading; the name when empty.
        example: what one would type.
        aliases: other keys and headings understood as this field.
        default: the value when nothing is typed.
        required: without it the entry cannot stand.
        wanted: when empty, ``check`` lists it as « à compléter ».
    """
    extra: dict[str, Any] = {"label": label, "example": example, "aliases": list(aliases), "wanted": wanted}
    chosen = ... if required else default
    return pydantic.Field(default=chosen, description=help, json_schema_extra=extra)


@cache
def guides_of(model: type[pydantic.BaseModel]) -> tuple[FieldGuide, ...]:
    """The guides of the fields of a model, in their order."""
    return tuple(_guide_of(name, info) for name, info in model.model_fields.items())


def _guide_of(name: str, info: FieldInfo) -> FieldGuide:
    """The help declared with `field` for the field ``name``."""
    extra = cast("dict[str, Any]", info.json_schema_extra or {})
    return FieldGuide(
        name=name,
        label=extra.get("label") or name.replace("_", " ").capitalize(),
        help=info.description or "",
        example=extra.get("example", ""),
        aliases=tuple(extra.get("aliases", ())),
        required=info.is_required(),
        wanted=bool(extra.get("wanted")),
        long=info.annotation is Prose,
    )

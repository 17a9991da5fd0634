"""How a value is read from what was typed: the annotations that the types of fields are made of.

Each is an ``Annotated`` marker whose validator reads the text of a scalar; what cannot be read raises a
``PydanticCustomError`` whose type is a code of the catalogue.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol, cast

from pydantic import AfterValidator, BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from filquartiers.model import numbers, values
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import closest, folded


class Frozen(BaseModel):
    """Base of every value and entry: frozen, no unknown key, validated as declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Resolver(Protocol):
    """Finds the entry that a reference names; handed to validation as its context."""

    def resolve(self, kind: type[Any], text: str) -> object:
        """The entry of ``kind`` called ``text``; raises `Refusal` when there is none."""
        ...


@contextmanager
def placed(*place: str | int) -> Iterator[None]:
    """Around what may refuse: the refusal takes the form that pydantic gathers with the place of the field.

    ``place`` is the field it is about, when it comes from a look at several fields.
    """
    try:
        yield
    except Refusal as refusal:
        # The catalogue, not pydantic, holds the sentence: the template stays empty.
        raise PydanticCustomError(cast("Any", refusal.code), "", {**refusal.values, "place": place}) from None


@dataclass(frozen=True, slots=True)
class ReadAs:
    """A value read from one piece of text by ``read``; already typed values pass unchanged."""

    read: Callable[[str], object]
    words: str  # what to type, in French, for the field guide

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read text; let a value of the right type through."""
        return core_schema.no_info_before_validator_function(self._value, core_schema.any_schema())

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Text editors see what is typed, a scalar, with the words that describe it."""
        return {"type": ["string", "number", "boolean", "null"], "x-saisie": self.words}

    def _value(self, raw: object) -> object:
        if isinstance(raw, (dict, list)):
            raise PydanticCustomError("texte-attendu", "", {"saisie": self.words})
        if not isinstance(raw, str):
            return raw
        with placed():
            return self.read(raw)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of the directory of centres sociaux; a network may use others.

    A known word takes the directory's spelling, whatever the case and accents; any other word is kept as
    typed, and ``check`` tells of it. ``synonyms`` maps other usual wordings to a word.
    """

    words: tuple[str, ...]
    synonyms: tuple[tuple[str, str], ...] = ()

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Give known words their canonical spelling."""
        return core_schema.no_info_before_validator_function(self._value, core_schema.str_schema())

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Text editors propose the known words, and accept others."""
        return {"anyOf": [{"enum": list(self.words)}, {"type": "string"}]}

    def _value(self, raw: object) -> object:
        by_form = {folded(word): word for word in self.words}
        by_form |= {folded(other): word for other, word in self.synonyms}
        return by_form.get(folded(raw) if isinstance(raw, str) else "") or self._other(raw)

    def _other(self, raw: object) -> object:
        return values.read_text(raw) if isinstance(raw, str) else raw


class Choice(Vocabulary):
    """One of a closed list of French words."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Text editors propose the choices."""
        return {"type": "string", "enum": list(self.words)}

    def _other(self, raw: object) -> object:
        text = raw if isinstance(raw, str) else ""
        told = {"valeur": text, "choix": " · ".join(self.words), "proche": closest(text, self.words)}
        raise PydanticCustomError("choix-inconnu", "", told)


class Reference:
    """A field that names another entry and holds it, frozen, once read.

    The annotated type says which kind: ``Annotated[Reseau, Reference()]``. The entry is found by the
    `Resolver` given as validation context.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Ask the context for the entry that the text names."""

        def entry(raw: object, info: core_schema.ValidationInfo[Resolver]) -> object:
            if isinstance(raw, source):
                return raw
            if not isinstance(raw, str) or info.context is None:
                raise PydanticCustomError("reference-attendue", "", {})
            with placed():
                return info.context.resolve(source, raw)

        return core_schema.with_info_plain_validator_function(
            entry,
            metadata={"refers_to": source},
            serialization=core_schema.plain_serializer_function_ser_schema(lambda entry: entry.slug),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """A reference is typed as the name of a file."""
        target: Any = cast("dict[str, Any]", schema.get("metadata", {})).get("refers_to")
        typed = {"type": "string", "x-saisie": "le nom du fichier, sans .md"}
        return {**typed, "x-sorte": target.kind.name} if hasattr(target, "kind") else typed


def bounded(least: int, most: int) -> AfterValidator:
    """For numbers that make no sense outside of ``least`` to ``most``."""

    def check(value: float) -> float:
        if not least <= value <= most:
            limits = {"least": numbers.whole(least), "most": numbers.whole(most)}
            raise PydanticCustomError("nombre-hors-limites", "", limits)
        return value

    return AfterValidator(check)

"""The types a field may have, and the help that goes with it.

YAML gives strings, kinds give types: every scalar reaches these types as the text its editor typed
(see ``content.parse``). A type here is an ``Annotated`` whose validator reads that text; what cannot
be read raises a ``PydanticCustomError`` whose type is a code of the catalogue.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, Protocol, TypeVar, cast

import pydantic
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from filquartiers.model import values
from filquartiers.model.agenda.dates import PartialDate, read_date, read_partial_date
from filquartiers.model.agenda.times import Moment as AgendaMoment
from filquartiers.model.agenda.times import Times, read_moment, read_time, read_times
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import closest, folded

T = TypeVar("T")


class Frozen(BaseModel):
    """Base of every value and entry: frozen, no unknown key, validated as declared."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Resolver(Protocol):
    """Finds the entry that a reference names; handed to validation as its context."""

    def resolve(self, kind: type[Any], text: str) -> object:
        """The entry of ``kind`` called ``text``; raises `Refusal` when there is none."""
        ...


def refused(refusal: Refusal, *place: str | int) -> PydanticCustomError:
    """The same refusal, in the form that pydantic gathers with the place of the field.

    ``place`` is the field it is about, when the refusal comes from a look at several fields.
    """
    # The catalogue, not pydantic, holds the sentence: the template stays empty.
    return PydanticCustomError(cast("Any", refusal.code), "", {**refusal.values, "place": place})


@contextmanager
def placed(*place: str | int) -> Iterator[None]:
    """Around the reading of the field at ``place`` in a check of the whole entry."""
    try:
        yield
    except Refusal as refusal:
        raise refused(refusal, *place) from None


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value read from one piece of text by ``read``; already typed values pass unchanged."""

    read: Callable[[str], object]
    words: str  # what to type, in French, for the field guide
    pattern: str = ""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read text; let a value of the right type through."""
        return core_schema.no_info_before_validator_function(self._value, core_schema.any_schema())

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Text editors see what is typed, a scalar, with the words that describe it."""
        typed: JsonSchemaValue = {"type": ["string", "number", "boolean", "null"], "x-saisie": self.words}
        return typed | ({"pattern": self.pattern} if self.pattern else {})

    def _value(self, raw: object) -> object:
        if isinstance(raw, (dict, list)):
            raise PydanticCustomError("texte-attendu", "", {"saisie": self.words})
        if not isinstance(raw, str):
            return raw
        try:
            return self.read(raw)
        except Refusal as refusal:
            raise refused(refusal) from None


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list of French words, recognised whatever the case and accents.

    ``synonyms`` maps other usual wordings to a choice.
    """

    choices: tuple[str, ...]
    synonyms: tuple[tuple[str, str], ...] = ()

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Give back the choice in its canonical spelling."""
        return core_schema.no_info_before_validator_function(self._value, core_schema.str_schema())

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Text editors propose the choices."""
        return {"type": "string", "enum": list(self.choices)}

    def _value(self, raw: object) -> str:
        text = raw if isinstance(raw, str) else ""
        by_form = {folded(choice): choice for choice in self.choices}
        by_form |= {folded(other): choice for other, choice in self.synonyms}
        if folded(text) in by_form:
            return by_form[folded(text)]
        proposal = closest(text, self.choices)
        raise PydanticCustomError(
            "choix-inconnu",
            "",
            {"valeur": text, "choix": " · ".join(self.choices), "proche": proposal},
        )


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of the directory of centres sociaux; a network may use others.

    A known word takes the directory's spelling; any other word is kept as typed, and ``check``
    tells of it.
    """

    words: tuple[str, ...]

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
        return by_form.get(folded(raw), values.read_text(raw)) if isinstance(raw, str) else raw


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
            try:
                return info.context.resolve(source, raw)
            except Refusal as refusal:
                raise refused(refusal) from None

        return core_schema.with_info_plain_validator_function(
            entry,
            metadata={"refers_to": source},
            serialization=core_schema.plain_serializer_function_ser_schema(lambda entry: entry.slug),
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """A reference is typed as the name of a file."""
        refers_to = cast("dict[str, Any]", schema.get("metadata", {})).get("refers_to")
        sort = refers_to.kind.name if hasattr(refers_to, "kind") else ""
        return {"type": "string", "x-saisie": "le nom du fichier, sans .md", "x-sorte": sort}


def _as_list(raw: object) -> object:
    """A lone value where a list may stand is a list of one; never split on commas."""
    return raw if isinstance(raw, (list, tuple)) else (raw,)


class Prose(Frozen):
    """A long text in Markdown, as typed. The renderers turn it into HTML or print nodes."""

    text: str = ""

    def __bool__(self) -> bool:
        """False when nothing is written."""
        return bool(self.text.strip())


def _as_prose(raw: object) -> object:
    if isinstance(raw, list) and all(isinstance(line, str) for line in raw):
        return Prose(text="\n".join(f"- {line}" for line in raw))
    return Prose(text=raw.strip("\n")) if isinstance(raw, str) else raw


def bounded(least: float, most: float) -> AfterValidator:
    """For numbers that make no sense outside of ``least`` to ``most``."""

    def check(value: float) -> float:
        if not least <= value <= most:
            raise PydanticCustomError("nombre-hors-limites", "", {"least": f"{least:g}", "most": f"{most:g}"})
        return value

    return AfterValidator(check)


def _read_hour_or_moment(text: str) -> time | AgendaMoment:
    try:
        return read_time(text)
    except Refusal:
        return read_moment(text)


REF = Reference()
Liste = Annotated[tuple[T, ...], BeforeValidator(_as_list)]
Texte = Annotated[str, Scalar(values.read_text, "un texte sur une ligne")]
Long = Annotated[Prose, BeforeValidator(_as_prose)]
OuiNon = Annotated[bool, Scalar(values.read_yes_no, "oui ou non")]
Entier = Annotated[int, Scalar(values.read_integer, "un nombre entier")]
Nombre = Annotated[float, Scalar(values.read_decimal, "un nombre")]
Montant = Annotated[Decimal, Scalar(values.read_amount, "un montant en euros, par exemple 2 500,00 €")]
Telephone = Annotated[str, Scalar(values.read_phone, "un numéro de téléphone, par exemple 02 40 70 95 92")]
Courriel = Annotated[str, Scalar(values.read_email, "une adresse électronique")]
AdresseWeb = Annotated[str, Scalar(values.read_url, "une adresse web, par exemple https://exemple.fr")]
CodePostal = Annotated[str, Scalar(values.read_postcode, "cinq chiffres, par exemple 44600")]
Jour = Annotated[date, Scalar(read_date, "un jour, par exemple 6 avril 2027")]
JourOuAnnee = Annotated[
    date | PartialDate, Scalar(read_partial_date, "un jour, un mois ou une année, par exemple avril 2027")
]
Moment = Annotated[AgendaMoment, Scalar(read_moment, "un jour et une heure, par exemple 6 avril 2027 à 14h")]
HeureOuMoment = Annotated[
    time | AgendaMoment, Scalar(_read_hour_or_moment, "une heure, ou un jour et une heure")
]
Plage = Annotated[Times, Scalar(read_times, "des heures, par exemple 9h30-11h")]
Fichier = Annotated[str, Scalar(values.read_path, "le nom d’un fichier du dossier content")]


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


def guide_of(name: str, info: FieldInfo) -> FieldGuide:
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

"""What pydantic refuses, as problems: each of its errors has a sentence of ours."""

from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from filquartiers.content.naming import within
from filquartiers.model.kind import KEY, Entry, Origin, Path
from filquartiers.problems import CATALOGUE, Problem, Where, problem

# pydantic's own error types, and the sentence of ours for each.
_TYPES = {
    "model_type": "groupe-attendu",
    "model_attributes_type": "groupe-attendu",
    "dict_type": "groupe-attendu",
    "is_instance_of": "groupe-attendu",
    "tuple_type": "liste-de-valeurs-attendue",
    "string_type": "texte-attendu",
}
_WAITING = "reference-en-attente"  # its own trouble is told elsewhere
_MISSING = "missing"
_UNDATED = "date-manquante"
_DATES: tuple[Path, ...] = (("debut",), ("recurrence",))


def told(  # noqa: PLR0913  each argument changes what is told
    error: ValidationError,
    kind: type[Entry],
    origin: Origin,
    meant: frozenset[Path] = frozenset(),
    *,
    bare: bool = False,
    missing: str = "champ-manquant",
) -> Iterator[Problem]:
    """What pydantic found, one problem for each cause.

    Args:
        error: all that was refused in one entry.
        kind: what it was to be.
        origin: where it was typed.
        meant: fields that a mistyped key probably means: that they are missing is the same cause.
        bare: whether the file has no fields at all: what is missing is then told at once.
        missing: the code of the sentence that tells of a missing field.
    """
    details = [(detail, path_of(detail)) for detail in error.errors(include_url=False)]
    absent = [str(path[-1]) for detail, path in details if detail["type"] == _MISSING]
    if bare and absent:
        yield problem("entete-absente", origin.where(), champs=" et ".join(f"« {name} »" for name in absent))
        return
    for detail, path in details:
        if detail["type"] != _WAITING and not _is_meant(detail["type"], path, meant):
            yield _one(detail, path, kind, origin, missing)


def _is_meant(error: str, path: Path, meant: frozenset[Path]) -> bool:
    """Whether what is missing was typed under a mistyped key, which is told already."""
    return (error == _MISSING and path in meant) or (error == _UNDATED and not meant.isdisjoint(_DATES))


def suppressed(error: ValidationError, meant: frozenset[Path]) -> Iterator[Path]:
    """The fields that mistyped keys probably mean, and of whose lack `told` therefore says nothing."""
    for detail in error.errors(include_url=False):
        path = path_of(detail)
        if _is_meant(detail["type"], path, meant):
            yield from (path,) if detail["type"] == _MISSING else meant.intersection(_DATES)


def path_of(detail: ErrorDetails) -> Path:
    """The path of the field that an error is about, without pydantic's own words for unions."""
    path = tuple(part for part in detail["loc"] if isinstance(part, int) or _is_field(part))
    return path + tuple(detail.get("ctx", {}).get("place", ()))


def _is_field(part: str) -> bool:
    return part.isidentifier() and part == part.lower() and not part.startswith("function")


def _one(detail: ErrorDetails, path: Path, kind: type[Entry], origin: Origin, missing: str) -> Problem:
    is_missing = detail["type"] == _MISSING
    where = origin.where(*path[:-1]) if is_missing else origin.where(*path)
    code = missing if is_missing else _code(detail["type"], path, where)
    names = [part for part in path if isinstance(part, str) and part != KEY]
    given = {
        "champ": names[-1] if names else kind.kind.label.lower(),
        "dans": within(kind, path[:-1]),
        "nom": kind.kind.name,
        "saisie": "un texte sur une ligne",
    }
    return problem(code, where, **(given | dict(detail.get("ctx", {}))))


def _code(kind_of_error: str, path: Path, where: Where) -> str:
    """The code of our sentence; what stands in place of a text is told by how it is written."""
    code = _TYPES.get(kind_of_error, kind_of_error)
    if code == "texte-attendu" and where.excerpt[where.column - 1 : where.column] not in {"[", "{"}:
        return "liste-de-valeurs-attendue" if path and isinstance(path[-1], int) else "une-seule-valeur"
    return code if code in CATALOGUE else "valeur-invalide"

"""Problems are values: a place, a stable code, one French sentence, what to do next."""

from filquartiers.problems.catalogue import CATALOGUE
from filquartiers.problems.types import Gravity, Message, Problem, Where, did_you_mean


def problem(code: str, where: Where, **values: object) -> Problem:
    """Fill in the catalogue's message ``code`` for one place.

    Args:
        code: a key of the catalogue, such as ``cle-inconnue``.
        where: the place in the editor's file.
        **values: what the sentence and the hint name between braces.

    Raises:
        KeyError: the code, or a value that its sentence names, is missing: a fault of ours.
    """
    return CATALOGUE[code].at(where, **values)


__all__ = ["CATALOGUE", "Gravity", "Message", "Problem", "Where", "did_you_mean", "problem"]

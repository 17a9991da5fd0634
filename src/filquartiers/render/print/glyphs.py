"""What our fonts can draw, so that a missing letter is a message and never a blank on paper."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from filquartiers.model.glyphs import Points, is_silent
from filquartiers.problems import Problem, Where, problem
from filquartiers.render.print.product import Product

_NOT_DRAWN = {"origin", "url", "target", "file"}  # for programs


@dataclass(frozen=True)
class Coverage:
    """The characters that every face holds."""

    points: Points

    def missing(self, product: Product) -> Iterator[Problem]:
        """One problem for each character that no page could show, at the entry that has it."""
        told: set[str] = set()
        for text, where in texts(product.data, product.where):
            for char in text:
                if ord(char) not in self.points and char not in told and not is_silent(char):
                    told.add(char)
                    yield problem(
                        "glyphe-absent",
                        where,
                        signe=char,
                        point=f"U+{ord(char):04X}",
                        nom=unicodedata.name(char, "sans nom").lower(),
                        titre=product.title,
                        extrait=text[:60],
                    )


def texts(data: object, where: Where) -> Iterator[tuple[str, Where]]:
    """Every text that is drawn, with the file of the nearest entry around it (its ``origin``)."""
    if isinstance(data, str):
        yield data, where
    elif isinstance(data, dict):
        inner = Where(data["origin"]) if data.get("origin") else where
        for name, value in data.items():
            if name not in _NOT_DRAWN:
                yield from texts(value, inner)
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from texts(value, where)

"""What print has put beside the pages: documents to take, pages to leaf through, month programmes.

Pages are drawn after print (``build.draw_all``) and offer only what is there: a site drawn without print has
no dead link.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from filquartiers.made import Made
from filquartiers.model.agenda.words import month_name
from filquartiers.telling.values import Link

NO_TOWNS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Printed:
    """The documents of print, asked for by the address of the page they lie beside."""

    made: tuple[Made, ...]

    def about(self, address: str) -> Made:
        """The document that says what a page says; one without a file when there is none."""
        whole = (one for one in self.made if one.page == address and not one.programme)
        return next(whole, Made(address, ""))

    def document(self, address: str) -> str:
        """Its PDF, empty when there is none."""
        return self.about(address).file

    def programmes(self, address: str, towns: Mapping[str, str] = NO_TOWNS) -> tuple[Link, ...]:
        """The programmes of the months that lie beside a page, the nearest first.

        Args:
            address: the page of the agenda, or of a house.
            towns: the words that tell networks apart, by the name of their file.
        """
        near = sorted(
            (one.programme.year, one.programme.month, one.programme.whose, one.file)
            for one in self.made
            if one.page == address and one.programme
        )
        return tuple(
            Link(", ".join(filter(None, (_month(year, month), towns.get(whose, "")))), file)
            for year, month, whose, file in near
        )


def _month(year: int, month: int) -> str:
    """« Décembre 2026 »."""
    return f"{month_name(month).capitalize()} {year}"

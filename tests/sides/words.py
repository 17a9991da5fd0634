"""What the two sides of a telling say, as pieces of text in reading order, and where they disagree."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_BLANK = re.compile(r"[\s\-·\u00ad\u200b\u2010\u2011\u2060\ufffe\x02]")  # what only breaks and parts lines


@dataclass(frozen=True)
class Said:
    """A piece of text: its role (« h2 », « dt », « TD »…), and the parts of the page that it stands in."""

    role: str
    text: str
    inside: tuple[str, ...] = ()

    @property
    def bare(self) -> str:
        """Its letters, without what only sets lines."""
        return bare(self.text)


def bare(text: str) -> str:
    """The letters of a text, without what breaks and parts lines: spaces, hyphens, points between words."""
    return _BLANK.sub("", text)


def missing(wanted: Iterable[Said], told: Iterable[Said]) -> list[str]:
    """The pieces of one side that the other does not say, or says in another order."""
    stream, place, lost = "".join(one.bare for one in told), 0, []
    for one in wanted:
        found = stream.find(one.bare, place)
        if found >= 0:
            place = found + len(one.bare)
        else:
            lost.append(f"{'elsewhere' if one.bare in stream else 'absent'}: {one.role} {one.text.strip()}")
    return lost

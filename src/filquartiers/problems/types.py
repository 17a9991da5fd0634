"""The shape of a problem, and of the catalogue entry it is made from."""

from dataclasses import dataclass
from enum import IntEnum


class Gravity(IntEnum):
    """How much a problem weighs; the smaller, the graver.

    An error leaves its entry out and refuses publication. A warning tells of something that will
    probably be wrong on the site. A notice is advice. A gap (« à compléter ») is a field that the
    documents leave empty. Only errors block.
    """

    ERROR = 0
    WARNING = 1
    NOTICE = 2
    GAP = 3

    @property
    def label(self) -> str:
        """The French word shown to editors."""
        return ("erreur", "avertissement", "remarque", "à compléter")[self]


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file of the project, as its editor sees it.

    ``file`` is relative to the project, with slashes. ``line`` and ``column`` count from 1; line 0
    means the file as a whole. ``length`` is the number of characters to underline, ``excerpt`` the
    line as it was typed.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    length: int = 0
    excerpt: str = ""

    def __str__(self) -> str:
        """``file:line:column``, without the parts that are unknown."""
        parts = [self.file, str(self.line or ""), str(self.column or "")]
        return ":".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, told in French; ``subject`` is the label of the field it is about, if any."""

    code: str
    gravity: Gravity
    where: Where
    message: str
    hint: str = ""
    subject: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, int, str]:
        """By file, gravest first, then in reading order."""
        return (self.where.file, self.gravity, self.where.line, self.where.column, self.code)

    @property
    def plain(self) -> dict[str, str | int]:
        """Its place and its words under French keys, for other programs."""
        return {
            "fichier": self.where.file,
            "ligne": self.where.line,
            "colonne": self.where.column,
            "longueur": self.where.length,
            "extrait": self.where.excerpt,
            "message": self.message,
            "conseil": self.hint,
        }


def did_you_mean(near: str) -> str:
    """« Vouliez-vous dire « … » ? », empty when ``near`` is."""
    return f"Vouliez-vous dire « {near} » ?" if near else ""


@dataclass(frozen=True, slots=True)
class Message:
    """An entry of the catalogue.

    ``sentence`` and ``hint`` are ``str.format`` templates. ``explanation`` is the long text of
    ``filquartiers explain``; ``wrong`` and ``right`` are the examples it shows.
    """

    code: str
    gravity: Gravity
    sentence: str
    hint: str = ""
    explanation: str = ""
    wrong: str = ""
    right: str = ""

    def at(self, where: Where, **values: object) -> Problem:
        """This message about one place; a likely word, given as ``proche``, opens the hint."""
        meant = did_you_mean(str(values.get("proche") or ""))
        return Problem(
            code=self.code,
            gravity=self.gravity,
            where=where,
            message=self.sentence.format(**values),
            hint=f"{meant} {self.hint.format(**values)}".strip(),
            subject=str(values.get("champ", "")),
        )

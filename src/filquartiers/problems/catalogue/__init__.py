"""Every French message the program can give: one text file a family, written as LISEZMOI.md says."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from filquartiers.problems.reader import read_family
from filquartiers.problems.types import Message

_FILES = (  # as `filquartiers explain` lists them
    "fichiers",
    "ecriture",
    "champs",
    "agenda",
    "composition",
    "site",
    "textes",
    "doutes",
    "impression",
    "impression_objets",
    "identite",
    "importation",
    "importation_annuaire",
    "importation_agenda",
    "importation_tableaux",
    "modification",
    "commandes",
)


class Catalogue(Mapping[str, Message]):
    """The messages by code; the files are read when one is first asked for."""

    @cached_property
    def families(self) -> dict[str, tuple[Message, ...]]:
        """The messages of each file, by its name."""
        return {name: read_family(Path(__file__).with_name(f"{name}.txt")) for name in _FILES}

    @cached_property
    def _messages(self) -> dict[str, Message]:
        return {message.code: message for family in self.families.values() for message in family}

    def __getitem__(self, code: str) -> Message:
        return self._messages[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)


CATALOGUE = Catalogue()

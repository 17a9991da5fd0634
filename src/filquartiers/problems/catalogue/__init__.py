"""Every French message the program can give, one file per family."""

from filquartiers.problems.catalogue import (
    agenda,
    champs,
    commandes,
    composition,
    fichiers,
    identite,
    importation,
    impression,
    site,
)
from filquartiers.problems.types import Message

FAMILIES = (fichiers, champs, agenda, composition, site, impression, identite, importation, commandes)

CATALOGUE: dict[str, Message] = {message.code: message for family in FAMILIES for message in family.MESSAGES}

"""Every French message the program can give, one file per family."""

from filquartiers.problems.catalogue import (
    agenda,
    champs,
    commandes,
    composition,
    doutes,
    ecriture,
    fichiers,
    identite,
    importation,
    impression,
    site,
    textes,
)
from filquartiers.problems.types import Message

FAMILIES = (
    fichiers,
    ecriture,
    champs,
    agenda,
    composition,
    site,
    textes,
    doutes,
    impression,
    identite,
    importation,
    commandes,
)

CATALOGUE: dict[str, Message] = {message.code: message for family in FAMILIES for message in family.MESSAGES}

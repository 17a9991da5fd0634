"""What exists: one class per kind, in `contents` those that a site tells of, then what print needs."""

from filquartiers.model.kind import Entry
from filquartiers.model.kinds.brochure import Brochure
from filquartiers.model.kinds.charte import Charte
from filquartiers.model.kinds.contents import CONTENTS
from filquartiers.model.kinds.evenement import Evenement
from filquartiers.model.kinds.fiche import Fiche
from filquartiers.model.kinds.maison import Maison
from filquartiers.model.kinds.objectifs import Objectifs
from filquartiers.model.kinds.pacte import Pacte
from filquartiers.model.kinds.page import Page
from filquartiers.model.kinds.presse import Presse
from filquartiers.model.kinds.reseau import Reseau

KINDS: tuple[type[Entry], ...] = (*CONTENTS, Presse, Brochure)

__all__ = [
    "KINDS",
    "Brochure",
    "Charte",
    "Evenement",
    "Fiche",
    "Maison",
    "Objectifs",
    "Pacte",
    "Page",
    "Presse",
    "Reseau",
]

"""What exists: one class per kind of content, and the table that lists them.

Adding a kind takes one class, its line here, and its template in ``templates/site``.
"""

from filquartiers.model.kind import Entry
from filquartiers.model.kinds.brochure import Brochure
from filquartiers.model.kinds.charte import Charte
from filquartiers.model.kinds.evenement import Evenement
from filquartiers.model.kinds.fiche import Fiche
from filquartiers.model.kinds.maison import Maison
from filquartiers.model.kinds.objectifs import Objectifs
from filquartiers.model.kinds.pacte import Pacte
from filquartiers.model.kinds.page import Page
from filquartiers.model.kinds.presse import Presse
from filquartiers.model.kinds.reseau import Reseau

KINDS: tuple[type[Entry], ...] = (
    Reseau,
    Maison,
    Pacte,
    Fiche,
    Evenement,
    Charte,
    Objectifs,
    Page,
    Presse,
    Brochure,
)

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

"""What a site may tell of: one line a kind, in the order readers meet them; a new kind adds its own."""

from filquartiers.model.kind import Entry
from filquartiers.model.kinds.charte import Charte
from filquartiers.model.kinds.evenement import Evenement
from filquartiers.model.kinds.fiche import Fiche
from filquartiers.model.kinds.maison import Maison
from filquartiers.model.kinds.objectifs import Objectifs
from filquartiers.model.kinds.pacte import Pacte
from filquartiers.model.kinds.page import Page
from filquartiers.model.kinds.reseau import Reseau

CONTENTS: tuple[type[Entry], ...] = (
    Reseau,
    Maison,
    Pacte,
    Fiche,
    Evenement,
    Charte,
    Objectifs,
    Page,
)

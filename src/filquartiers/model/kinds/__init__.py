"""What exists: one class per kind, in `contents` those that a site tells of, then what print needs."""

from filquartiers.model.kind import Entry
from filquartiers.model.kinds.brochure import Brochure as Brochure
from filquartiers.model.kinds.charte import Charte as Charte
from filquartiers.model.kinds.contents import CONTENTS
from filquartiers.model.kinds.evenement import Evenement as Evenement
from filquartiers.model.kinds.fiche import Fiche as Fiche
from filquartiers.model.kinds.maison import Maison as Maison
from filquartiers.model.kinds.objectifs import Objectifs as Objectifs
from filquartiers.model.kinds.pacte import Pacte as Pacte
from filquartiers.model.kinds.page import Page as Page
from filquartiers.model.kinds.photographie import Photographie as Photographie
from filquartiers.model.kinds.presse import Presse as Presse
from filquartiers.model.kinds.reseau import Reseau as Reseau

KINDS: tuple[type[Entry], ...] = (*CONTENTS, Photographie, Presse, Brochure)

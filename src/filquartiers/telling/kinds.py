"""The telling of each kind: one line a kind, for the site and for paper."""

from collections.abc import Callable, Mapping
from typing import Any

from filquartiers.model.kind import Entry
from filquartiers.model.kinds import (
    Brochure,
    Charte,
    Evenement,
    Fiche,
    Maison,
    Objectifs,
    Pacte,
    Page,
    Reseau,
)
from filquartiers.telling.agenda.evenement import evenement
from filquartiers.telling.brochure import brochure
from filquartiers.telling.charte import charte
from filquartiers.telling.entry import any_entry, page
from filquartiers.telling.fiche import fiche
from filquartiers.telling.maison import maison
from filquartiers.telling.objectifs import objectifs
from filquartiers.telling.pacte import pacte
from filquartiers.telling.reseau import reseau
from filquartiers.telling.teller import Teller
from filquartiers.telling.views import EntryView

# A kind without a line gets the general telling.
TELLINGS: Mapping[type[Entry], Callable[[Teller, Any], EntryView]] = {
    Reseau: reseau,
    Maison: maison,
    Pacte: pacte,
    Fiche: fiche,
    Evenement: evenement,
    Charte: charte,
    Objectifs: objectifs,
    Page: page,
    Brochure: brochure,
}


def telling_of(teller: Teller, entry: Entry) -> EntryView:
    """What an entry says, by the telling of its kind."""
    return TELLINGS.get(type(entry), any_entry)(teller, entry)

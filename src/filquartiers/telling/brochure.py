"""A printed thing, as the site speaks of it."""

from filquartiers.model.kinds import Brochure
from filquartiers.telling.parts import fact, known_facts
from filquartiers.telling.teller import Teller
from filquartiers.telling.views import BrochureView
from filquartiers.telling.words import capital


def brochure(teller: Teller, entry: Brochure) -> BrochureView:
    """What the page of a printed thing shows; its file and its pages are known once it is printed."""
    return BrochureView(
        **teller.identity(entry),
        opening=entry.sous_titre or "",
        facts=known_facts(fact("Saison", entry.saison), fact("Format", capital(entry.format))),
        asked_for=tuple(part.titre or capital(part.section) for part in entry.sections),
    )

"""What stands on one sheet of paper: an action, the tree of objectives, a month, the specimen."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from filquartiers.model.addresses import AGENDA, SPECIMEN
from filquartiers.model.facts.publisher import notice, publisher
from filquartiers.model.kinds import Brochure, Fiche, Maison, Objectifs, Reseau
from filquartiers.model.numbers import decimal
from filquartiers.telling.blocks import Fact, Figure, Figures, Mark, Timeline
from filquartiers.telling.fiche import fiche
from filquartiers.telling.objectifs import objectifs
from filquartiers.telling.parts import fact, known_facts
from filquartiers.telling.printed.calendar import events_of, months_ahead
from filquartiers.telling.printed.views import (
    MonthLines,
    NamedWords,
    PaperSpecimenView,
    ProgrammeView,
    SheetPosterView,
    TreePosterView,
)
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Day, OnTheWeb
from filquartiers.telling.words import phones

MONTHS_AHEAD = 2  # the month under way, and the one to prepare
SPECIMEN_LABELS = (
    ("colours", "Couleurs"),
    ("houses", "Une couleur par maison"),
    ("scale", "Échelle des tailles, en points"),
    ("components", "Composants"),
    ("framed", "Un encadré : ce qu’il faut savoir avant de venir."),
    ("tag", "étiquette"),
    (
        "gaps",
        (
            "Écart : ce qui sépare l’écran du papier (CIEDE2000, par le profil de l’imprimeur). "
            "1 se voit à peine, 10 est une autre couleur."
        ),
    ),
    ("gap", "écart"),
)
ONLINE = "Le programme en ligne, tenu à jour :"


def sheet_poster(teller: Teller, sheet: Fiche) -> SheetPosterView:
    """Everything that a sheet says."""
    view = fiche(teller, sheet)
    network = teller.site.network_of(sheet)
    return SheetPosterView(
        origin=view.origin,
        title=view.title,
        author=publisher(network),
        demonstration=notice(teller.site, network),
        network=sheet.network.nom if sheet.network else "",
        sheet=view,
        web=replace(view.web, sentence="La fiche en ligne, tenue à jour :"),
    )


def tree_poster(teller: Teller, entry: Brochure, tree: Objectifs) -> TreePosterView:
    """A tree in columns, from trunk to leaves."""
    view = objectifs(teller, tree)
    return TreePosterView(
        origin=view.origin,
        title=entry.titre,
        author=publisher(entry.reseau),
        demonstration=notice(teller.site, entry.reseau),
        description=view.opening,
        tree=view,
        legend="Actions nouvelles" if view.has_new else "",
        web=replace(view.web, sentence="L’arbre en ligne, tenu à jour :"),
    )


def programmes(teller: Teller, network: Reseau, house: Maison | None) -> Iterator[tuple[date, ProgrammeView]]:
    """The programme of each month ahead, for one house or for all."""
    events = events_of(teller, network, (house,) if house else ())
    for start, month in months_ahead(teller, events, MONTHS_AHEAD):
        yield start, _programme(teller, network, house, month)


def _programme(teller: Teller, network: Reseau, house: Maison | None, month: MonthLines) -> ProgrammeView:
    place = house.title if house else network.nom
    return ProgrammeView(
        origin=(house or network).origin.file,
        title=f"{month.title}, {place}",
        author=publisher(network),
        demonstration=notice(teller.site, network),
        month=month,
        place=place,
        house=teller.knot(house) if house else None,
        phones=phones(house.telephones[:1]) if house else (),
        web=OnTheWeb(teller.addresses.of(house) if house else AGENDA, ONLINE),
    )


def paper_specimen(teller: Teller, network: Reseau, gaps: Mapping[str, float]) -> PaperSpecimenView:
    """Every token and component, with samples that name nobody.

    Args:
        teller: the site.
        network: whose houses are on the thread.
        gaps: by name of colour, how far its inks are from its screen value, in ΔE00.
    """
    past, wanted = Day("2020", "2020", "", 2020), Day("2026", "2026", "", 2026)
    return PaperSpecimenView(
        origin="",
        title="Planche",
        author=publisher(network),
        demonstration=notice(teller.site, network),
        houses=teller.knots(teller.site.of(Maison, network)),
        timeline=Timeline(
            marks=(
                Mark(past, "Un repère passé."),
                Mark(wanted, "Un repère voulu.", planned=True, note="prévu"),
            )
        ),
        figures=Figures(
            figures=(
                Figure("6", "un chiffre clé", note="2024"),
                Figure("80", "un autre chiffre", "plus de", "2018"),
            )
        ),
        facts=_samples(),
        gaps=tuple(NamedWords(name, decimal(gap, fixed=True)) for name, gap in gaps.items()),
        web=OnTheWeb(SPECIMEN, "La même planche, à l’écran :"),
        labels=tuple(NamedWords(*label) for label in SPECIMEN_LABELS),
    )


def _samples() -> tuple[Fact, ...]:
    return known_facts(
        fact("Quand", "le premier vendredi du mois, 9 h 30 – 11 h"), fact("Pour qui", "Tous publics")
    )

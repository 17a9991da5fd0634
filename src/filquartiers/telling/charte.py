"""The charter of a process: why, on what, when, by which rules."""

from filquartiers.model.agenda.times import write_times_short
from filquartiers.model.kinds import Charte, Evenement
from filquartiers.model.kinds.charte import Atelier, Seance
from filquartiers.model.kinds.evenement import session_slug
from filquartiers.model.numbers import in_words, ordinal
from filquartiers.telling.blocks import Cell, Section, Workshops
from filquartiers.telling.parts import points, section, sections, text, timeline
from filquartiers.telling.teller import Teller
from filquartiers.telling.views import EntryView
from filquartiers.telling.words import capital, day, in_order


def charte(teller: Teller, charter: Charte) -> EntryView:
    """All that a charter says."""
    return EntryView(
        **teller.identity(charter),
        opening=f"{charter.annee} · {charter.reseau.ville}" if charter.annee else "",
        sections=sections(
            section("contexte", "Le contexte", text(teller, charter, "contexte")),
            section(
                "demarche",
                "La démarche",
                text(teller, charter, "demarche"),
                points(charter.raisons, "Pourquoi la Ville s’y engage"),
            ),
            section("texte", "Le texte", text(teller, charter, "corps")),
            _axes(charter),
            section(
                "ateliers",
                "Les ateliers",
                *(_workshops(teller, charter, series) for series in charter.ateliers),
                text(teller, charter, "grand_atelier"),
            ),
            section(
                "principes",
                "Les règles du jeu",
                *(points(one.engagements, one.titre) for one in charter.principes),
            ),
            section("calendrier", "Le calendrier", timeline(charter.reperes, teller.site.today)),
            section("suites", "Et après", text(teller, charter, "suites")),
        ),
        sources=charter.sources,
    )


def _axes(charter: Charte) -> Section | None:
    count, angles = len(charter.axes), len(charter.angles)
    return section(
        "axes",
        f"{capital(in_words(count))} axes de travail" if count != 1 else "L’axe de travail",
        points(charter.axes, numbered=True, great=True),
        points(charter.angles, f"Étudiés sous {in_words(angles)} angle{'s' if angles > 1 else ''}"),
    )


def _workshops(teller: Teller, charter: Charte, series: Atelier) -> Workshops:
    """One line an axis, one column a round; whatever the number of its sessions, each axis has its line."""
    events = {event.slug: event for event in teller.site.citing(charter, Evenement)}

    def cell(session: Seance) -> Cell:
        event = events.get(session_slug(charter, session))
        address = teller.addresses.of(event) if event else None
        return Cell(day(session.date), write_times_short(session.horaire), address)

    rows = tuple(
        (axis, tuple(map(cell, series.at(number)))) for number, axis in enumerate(charter.axes, start=1)
    )
    rounds = max((len(cells) for _, cells in rows), default=0)
    return Workshops(
        title=series.titre,
        note=in_order(series.public, f"à {series.lieu}" if series.public and series.lieu else series.lieu),
        rounds=tuple(f"{ordinal(number)} atelier" for number in range(1, rounds + 1)),
        rows=rows,
    )

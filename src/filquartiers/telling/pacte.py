"""The cooperation pact: what it is, what it holds, where it is in its life."""

from filquartiers.model.facts.terms import ENDING, OVER, pact_state, renewals
from filquartiers.model.kinds import Fiche, Pacte
from filquartiers.model.kinds.pacte import Engagement
from filquartiers.telling.blocks import Notice, Row, Section
from filquartiers.telling.cards import sheet_card
from filquartiers.telling.items import SheetCards
from filquartiers.telling.parts import fact, known_facts, points, rows, section, sections, text, timeline
from filquartiers.telling.teller import Teller
from filquartiers.telling.views import EntryView
from filquartiers.telling.words import day_words

RENEWED = "Il se prolonge dans"
ENDS = {OVER: "Ce pacte est arrivé à son terme", ENDING: "Ce pacte arrive à son terme"}


def pacte(teller: Teller, pact: Pacte) -> EntryView:
    """All that a pact says."""
    return EntryView(
        **teller.identity(pact),
        notice=_end(teller, pact),
        facts=known_facts(
            fact("Signé", day_words(pact.signature)),
            fact("Jusqu’à", day_words(pact.echeance)),
            fact("Prolonge", teller.link(pact.renouvelle) if pact.renouvelle else None),
        ),
        houses=teller.knots(pact.maisons),
        sections=sections(
            section(
                "definition",
                "Ce qu’est un pacte",
                text(teller, pact, "cadre", "Un cadre partenarial"),
                text(teller, pact, "accord", "Un accord politique"),
            ),
            section("traits", "Concrètement", points(pact.traits, great=True)),
            _principles(pact),
            *_subjects(teller, pact),
            section("engagements", "Les engagements", rows(map(_promise, pact.engagements))),
            section(
                "signataires",
                "Les signataires",
                rows(Row(one.nom, one.qualite or "") for one in pact.signataires),
            ),
            section("reperes", "Son histoire", timeline(pact.reperes, teller.site.today)),
            section("perspectives", "Et après", points(pact.perspectives)),
            _sheets(teller, pact),
        ),
        sources=pact.sources,
    )


def _end(teller: Teller, pact: Pacte) -> Notice | None:
    """The end of a pact is announced a year ahead."""
    state = pact_state(pact, teller.site.today)
    renewed = teller.links(renewals(teller.site, pact))
    return Notice(ENDS[state], day_words(pact.echeance), onward=RENEWED, links=renewed) if state else None


def _principles(pact: Pacte) -> Section | None:
    both = "Principes et valeurs" if pact.principes and pact.valeurs else ""
    title = both or ("Principes" if pact.principes else "Valeurs")
    return section("principes", title, points((*pact.principes, *pact.valeurs)))


def _subjects(teller: Teller, pact: Pacte) -> tuple[Section | None, ...]:
    """The subjects chosen together and the words around them; words alone come « en plus »."""
    around = text(teller, pact, "corps")
    if pact.thematiques:
        return (
            section(
                "thematiques", "Les sujets choisis ensemble", points(pact.thematiques, great=True), around
            ),
        )
    return (section("corps", "En plus", around),)


def _promise(promise: Engagement) -> Row:
    return Row(promise.texte, promise.qui or "", promise.suite or "")


def _sheets(teller: Teller, pact: Pacte) -> Section | None:
    cards = tuple(sheet_card(teller, sheet) for sheet in teller.site.citing(pact, Fiche))
    return section("fiches", "Les actions du pacte", SheetCards(cards=cards) if cards else None)

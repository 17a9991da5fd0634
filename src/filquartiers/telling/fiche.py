"""The action sheet: its 25 data points, grouped with sense."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice

from filquartiers.model.addresses import anchored
from filquartiers.model.kinds import Fiche, Objectifs
from filquartiers.model.kinds.moyens import Personnes
from filquartiers.model.text import slugify
from filquartiers.telling.blocks import (
    Block,
    Fact,
    Figure,
    Figures,
    Files,
    Notice,
    Section,
    SheetCards,
)
from filquartiers.telling.budget import budget_blocks, budget_in_one_line
from filquartiers.telling.cards import sheet_card
from filquartiers.telling.facets import labels_of
from filquartiers.telling.parts import fact, facts, known_facts, section, sections, text, words
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Link
from filquartiers.telling.views import EntryView
from filquartiers.telling.words import capital, day_words, photo

ALIKE = 3
UNTOLD = "Cette action n’est pas encore racontée."

CARRIED_BY, STATE, PACT, GOALS = "Portée par", "État", "Dans le cadre de", "Objectifs servis"

# What a reader of the brochure looks for; the sheet on the web and on A4 says the rest.
IN_BROCHURE = ("description_generale", "resultat_habitants", "perspectives")
FALLBACKS = ("description", "resultat_territoire", "resultat_centre")


def fiche(teller: Teller, sheet: Fiche) -> EntryView:
    """All that a sheet says."""
    why = _why(teller, sheet)
    told = sheet.resume or sheet.corps or sheet.description or sheet.description_generale
    return EntryView(
        **teller.identity(sheet),
        kicker=_kicker(sheet),
        opening="" if told else UNTOLD,
        lead=teller.passage(sheet.resume),
        tags=labels_of(sheet),
        facts=_facts(teller, sheet),
        houses=teller.knots(sheet.maisons),
        photo=photo(sheet.image, sheet.image_description, sheet.title),
        notices=tuple(_doubts(sheet)),
        sections=sections(
            why,
            _means(teller, sheet),
            section(
                "resultats",
                "Ce qui a changé",
                text(teller, sheet, "resultat_habitants", "Pour les habitants"),
                text(teller, sheet, "resultat_centre", "Pour le centre social"),
                text(teller, sheet, "resultat_territoire", "Pour le territoire"),
            ),
            section(
                "suite",
                "La suite",
                text(teller, sheet, "raison_de_fin", "Pourquoi c’est terminé"),
                text(teller, sheet, "limites", "Ce qui a été difficile"),
                text(teller, sheet, "perspectives", "Ce qui est envisagé"),
            ),
            section("fichiers", "Les fichiers", _files(teller, sheet)),
            section("voisines", "Dans le même esprit", _alike(teller, sheet)),
        ),
        sources=(sheet.source,) if sheet.source else (),
        reviewed=f"Fiche relue le {day_words(sheet.relue_le)}" if sheet.relue_le else "",
    )


def brief(teller: Teller, sheet: Fiche) -> EntryView:
    """A sheet as short as a reader wants it in a brochure: the same words, fewer of them."""
    names = IN_BROCHURE if any(getattr(sheet, name) for name in IN_BROCHURE) else FALLBACKS
    whole = fiche(teller, sheet)
    chosen = ((part, block) for part in whole.sections for block in part.blocks if block.name in names)
    return EntryView(
        **teller.identity(sheet),
        kicker=whole.kicker,
        lead=whole.lead,
        facts=tuple(_brief_facts(teller, sheet)),
        houses=whole.houses,
        photo=whole.photo,
        sections=tuple(
            Section(block.name, block.title or part.title, (replace(block, title=""),))
            for part, block in chosen
        ),
    )


def _kicker(sheet: Fiche) -> str:
    return " · ".join((*sheet.mots_cles[:2], *([sheet.statut] if sheet.statut else [])))


def _facts(teller: Teller, sheet: Fiche) -> tuple[Fact, ...]:
    """What one looks for first: where, when, for whom."""
    where = Fact("Où", houses=teller.knots(sheet.maisons), wide=True) if sheet.maisons else None
    return known_facts(
        where,
        fact(CARRIED_BY, sheet.structure, note=sheet.departement, wide=True),
        fact("Quand", capital(sheet.rythme or ""), wide=True),
        fact("Pour qui", *map(capital, sheet.public)),
        fact("Comment venir", sheet.inscription),
        fact("Territoire", sheet.territoire),
        fact(STATE, capital(sheet.statut or "")),
    )


def _brief_facts(teller: Teller, sheet: Fiche) -> Iterator[Fact]:
    """What fits beside a sheet in a brochure, people and budget each in one line."""
    left_out = {STATE, PACT, GOALS, *([CARRIED_BY] if sheet.maisons else [])}
    for one in (*_facts(teller, sheet), *_shared(teller, sheet)):
        if one.label not in left_out:
            yield one
    yield from known_facts(_crowd(sheet.personnes), budget_in_one_line(sheet.budget))


def _why(teller: Teller, sheet: Fiche) -> Section | None:
    told = sheet.corps or sheet.description or sheet.description_generale
    return section(
        "pourquoi",
        "Pourquoi, avec qui" if told else "Avec qui",
        text(teller, sheet, "corps"),
        text(teller, sheet, "description"),
        text(teller, sheet, "description_generale", "Comment cela se passe"),
        facts(*_shared(teller, sheet)),
    )


def _shared(teller: Teller, sheet: Fiche) -> Iterator[Fact]:
    """Who started it, with whom, under which pact and objectives."""
    started = " : ".join(filter(None, (" · ".join(sheet.initiative), sheet.precision_initiative)))
    yield from known_facts(
        fact("À l’initiative", started),
        fact("Partenaires", *sheet.partenaires),
        fact(PACT, teller.link(sheet.pacte) if sheet.pacte else None),
        fact(GOALS, *_goals(teller, sheet)),
    )


def _goals(teller: Teller, sheet: Fiche) -> Iterator[Link]:
    """The lines of the trees that the sheet serves, where they stand."""
    for tree in teller.site.of(Objectifs):
        address = teller.addresses.of(tree)
        for line in tree.lignes:
            if line.code in sheet.objectifs and address is not None:
                yield Link(line.texte, anchored(address, line.code))


def _means(teller: Teller, sheet: Fiche) -> Section | None:
    people, budget = sheet.personnes, sheet.budget
    return section(
        "moyens",
        "Les moyens" if people or sheet.ressources else "Le budget",
        Figures(figures=tuple(_counted(people))) if any(_counted(people)) else None,
        words(people.autres),
        words(people.en_mots),
        text(teller, sheet, "ressources"),
        *budget_blocks(budget),
        words(budget.note, note=True),
    )


def _counted(people: Personnes) -> Iterator[Figure]:
    for count, one, many in (
        (people.salaries, "salarié", "salariés"),
        (people.benevoles, "bénévole", "bénévoles"),
        (people.habitants, "habitant", "habitants"),
    ):
        if count is not None:
            yield Figure(str(count), one if count < 2 else many)  # noqa: PLR2004  French: none and one are singular


def _crowd(people: Personnes) -> Fact | None:
    """The people in one line."""
    counted = (f"{figure.value} {figure.label}" for figure in _counted(people) if figure.value != "0")
    return fact("Qui s’en occupe", ", ".join(filter(None, (*counted, people.autres))) or people.en_mots)


def _doubts(sheet: Fiche) -> Iterator[Notice]:
    if sheet.contradictions:
        said = "Le document d’origine ne dit pas partout la même chose :"
        yield Notice("À vérifier", said, sheet.contradictions)


def _files(teller: Teller, sheet: Fiche) -> Block | None:
    files = tuple(Link(name.rsplit("/", 1)[-1], teller.documents.get(name)) for name in sheet.fichiers)
    return Files(files=files) if files else None


def _alike(teller: Teller, sheet: Fiche) -> Block | None:
    """The first sheets that share the first keyword: somewhere to go from a sheet that tells little."""
    shared = (teller.by_keyword.get(slugify(word), ()) for word in sheet.mots_cles[:1])
    others = (other for other in chain.from_iterable(shared) if other.slug != sheet.slug)
    cards = tuple(sheet_card(teller, other) for other in islice(others, ALIKE))
    return SheetCards(cards=cards) if cards else None

"""The network: what is on, where the houses are, what the cooperation is. Its view is its home page."""

from collections.abc import Iterator

from filquartiers.model.addresses import AGENDA, SHEETS, index_of
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Charte, Maison, Objectifs, Pacte, Reseau
from filquartiers.model.kinds.reseau import Chiffre, Document
from filquartiers.model.numbers import in_words
from filquartiers.prose import first_words
from filquartiers.telling.agenda.lines import count_of, next_dates
from filquartiers.telling.blocks import Block, Figure, Figures, More, Row, Section, Sentence, Text
from filquartiers.telling.cards import house_card, sheets_shown
from filquartiers.telling.items import ComingDates, Contact, HouseCards, SheetCards
from filquartiers.telling.parts import links, points, rows, section, sections, text, timeline, words
from filquartiers.telling.teller import Teller
from filquartiers.telling.values import Link, LongText
from filquartiers.telling.views import ContentsLine, NetworkView
from filquartiers.telling.words import capital, day_words, in_order, phones

WELCOME = "Près de chez vous, une maison de quartier où venir parler, apprendre, fêter, être aidé."
OPENING = 190  # characters of the first words under the title
WEEK = 7  # days
UNDATED = "sans date"  # a figure that nobody dated says so
WHO_WE_ARE = "Qui nous sommes"
NOTHING = "Rien n’est annoncé pour les semaines qui viennent."
CALL = (
    "Le plus sûr est d’appeler [votre maison](#maisons), ou de regarder [l’agenda](agenda) et ses archives."
)
LOOK = "On peut regarder [l’agenda](agenda) et ses archives."  # nobody's number is known


def reseau(teller: Teller, network: Reseau) -> NetworkView:
    """All that a network says."""
    told = sections(
        _soon(teller, network),
        _houses(teller, network),
        *_cooperation(teller, network),
        *_lists(teller, network),
        _shared(teller, network),
    )
    return NetworkView(
        **teller.identity(network),
        headline=headline(teller, network),
        opening=_opening(network),
        lead=teller.passage(network.presentation),
        houses=teller.knots(teller.site.of(Maison, network)),
        contact=contact_of(network),
        sections=told,
        contents=tuple(_contents(teller, network, told)),
    )


def headline(teller: Teller, network: Reseau) -> tuple[str, ...]:
    """The great title, cut after its comma: « Six maisons, » « un même fil. »."""
    houses = len(teller.site.of(Maison, network))
    noun = "maison" if houses == 1 else "maisons"
    written = network.accroche or f"{capital(in_words(houses, feminine=True))} {noun}, un même fil."
    start, comma, end = written.partition(", ")
    return (start + ",", end) if comma else (written,)


def contact_of(network: Reseau) -> Contact:
    """How to reach the network itself."""
    numbers = (network.telephone,) if network.telephone else ()
    return Contact(phones=phones(numbers), email=network.courriel or "", site=network.site or "")


def _opening(network: Reseau) -> str:
    """The beginning of its first paragraph."""
    first = network.presentation.text.split("\n\n")[0]
    return first_words(first, OPENING) if network.presentation else WELCOME


def _soon(teller: Teller, network: Reseau) -> Section | None:
    dates = next_dates(teller, network)
    shown: tuple[Block, ...] = (ComingDates(dates=dates), More(link=Link("Tout l’agenda", AGENDA)))
    return section("bientot", "Bientôt", *(shown if dates else _nothing_soon(teller, network)))


def _nothing_soon(teller: Teller, network: Reseau) -> Iterator[Block]:
    """What one can do meanwhile: call, where there is a number to call."""
    called = network.telephone or any(house.telephones for house in teller.site.of(Maison, network))
    yield Sentence(words=NOTHING, great=True)
    yield Text(passage=LongText(CALL if called else LOOK, (("agenda", AGENDA),)))


def _houses(teller: Teller, network: Reseau) -> Section | None:
    cards = tuple(house_card(teller, house) for house in teller.site.of(Maison, network))
    none = words("Les maisons ne sont pas encore présentées ici.")
    return section("maisons", "Trouver ma maison", HouseCards(cards=cards) if cards else none)


def _cooperation(teller: Teller, network: Reseau) -> Iterator[Section | None]:
    """Who the houses are, what they do together, and why; with one text only, it tells both."""
    who, together = text(teller, network, "presentation"), text(teller, network, "cooperation")
    yield section("presentation", WHO_WE_ARE, who if together else None)
    yield section(
        "cooperation",
        "La coopération",
        together or who,
        links(teller.links(teller.site.of(Pacte, network))),
        timeline(network.reperes, teller.site.today),
        points(network.buts, "Pourquoi coopérer"),
        key_figures(network, "En chiffres"),
    )


def key_figures(network: Reseau, title: str = "") -> Figures | None:
    """Its key figures, unless there is none."""
    figures = tuple(map(_figure, network.chiffres))
    return Figures(title=title, figures=figures) if figures else None


def _figure(figure: Chiffre) -> Figure:
    prefix, value = figure.parts
    return Figure(value, figure.libelle, prefix, in_order(day_words(figure.date) or UNDATED, figure.source))


def _lists(teller: Teller, network: Reseau) -> Iterator[Section | None]:
    """The first sheets, then the entries of each kind that asks for a part of the home page."""
    title, cards, _ = sheets_shown(teller, network)
    more = More(link=Link("Toutes les actions", SHEETS))
    yield section("actions", title, SheetCards(cards=cards), more) if cards else None
    for kind in teller.site.kinds:
        if kind.kind.home:
            shown = rows(_row(teller, entry) for entry in teller.site.of(kind, network))
            all_of_them = More(link=Link(kind.kind.plural, index_of(kind)))
            yield section(kind.kind.folder, kind.kind.home, shown, all_of_them) if shown else None


def _row(teller: Teller, entry: Entry) -> Row:
    return Row(entry.title, words=first_words(entry.summary, OPENING), address=teller.addresses.of(entry))


def _shared(teller: Teller, network: Reseau) -> Section | None:
    """What belongs to all: the documents of the cooperation, its media, its partners."""
    both = (*teller.site.of(Objectifs, network), *teller.site.of(Charte, network))
    media = (Row(one.nom, one.description or "", address=one.lien) for one in network.medias)
    partners = (Row(one.nom, one.role or "", address=one.lien) for one in network.partenaires)
    return section(
        "ensemble",
        "Ce que nous partageons",
        links(teller.links(both)),
        rows(media, "Nos médias communs"),
        rows((_paper(teller, one) for one in network.documents), "Les documents"),
        rows(partners, "Avec"),
    )


def _paper(teller: Teller, document: Document) -> Row:
    note = in_order(day_words(document.date), document.description)
    address = teller.documents.get(document.fichier or "") or document.lien
    return Row(document.titre, note, address=address)


def _contents(teller: Teller, network: Reseau, told: tuple[Section, ...]) -> Iterator[ContentsLine]:
    """What the page holds, with the figures that answer at once."""
    week, dates = count_of(teller, network, days=WEEK), next_dates(teller, network)
    soonest = f"dès le {dates[0].day.before_year}" if dates else "rien d’annoncé"
    yield ContentsLine("Bientôt", "#bientot", str(week or ""), "cette semaine" if week else soonest)
    yield ContentsLine("Trouver ma maison", "#maisons", str(len(teller.site.of(Maison, network))))
    for one in told:
        if one.name == "cooperation":
            yield ContentsLine(one.title, "#cooperation", note="pourquoi, avec qui")
        if one.name == "actions":
            yield ContentsLine(one.title, "#actions", str(sheets_shown(teller, network)[2]))

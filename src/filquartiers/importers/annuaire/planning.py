"""``import actions``: the directory's listing, planned sheet by sheet; nothing is written here."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from filquartiers.importers.annuaire.form import PARTS, TITLE
from filquartiers.importers.annuaire.listing import ListingLine, Record, read_listing
from filquartiers.importers.annuaire.notices import notices
from filquartiers.importers.annuaire.sheets import contradictions, is_nearly_empty
from filquartiers.importers.annuaire.shelf import Places, Shelf
from filquartiers.importers.annuaire.twins import differing, near_twins, without_copies
from filquartiers.importers.decoding import decode
from filquartiers.importers.plan import Arrival, Fate, ImportPlan
from filquartiers.model.text import folded
from filquartiers.problems import Problem, Where, problem

_DIFFERENCES_SHOWN = 4
_LISTED = frozenset({"dimension", "mots_cles", "public", "partenaires"})
_HEADING = "les actions des centres sociaux"


def plan_actions(name: str, data: bytes, existing: Mapping[str, bytes]) -> ImportPlan:
    """What importing the listing ``name`` would do, its bytes in any usual encoding.

    ``existing`` are the files of ``content/fiches``, by path relative to the project, with slashes.
    """
    text = decode(name, data)
    if isinstance(text, Problem):
        return ImportPlan(name, problems=(text,))
    records, stray = read_listing(text)
    if not records:
        return ImportPlan(name, problems=(problem("pas-un-annuaire", Where(name)),))
    kept, copies = without_copies(records)
    shelf = Shelf(existing)
    placed = shelf.place(name, kept)
    return ImportPlan(
        source=name,
        items=tuple(_items(records, copies, placed)),
        decisions=tuple(_decisions(kept, placed, shelf)),
        contradictions=tuple(
            f"« {record.title} » (ligne {record.line}) : {sentence}"
            for record in kept
            for sentence in contradictions(record)
        ),
        problems=(
            *_losses(name, stray, records),
            *_new_words(name, kept),
            *(told for record in kept for told in notices(name, record)),
        ),
        files=tuple(file for _, file in placed.values() if file),
    )


def _items(records: Sequence[Record], copies: Mapping[int, Record], placed: Places) -> Iterator[Arrival]:
    for record in records:
        if record.line in copies:
            yield Arrival(record.title, record.line, Fate.DUPLICATE, f"ligne {copies[record.line].line}")
        else:
            yield placed[record.digest()][0]


def _decisions(records: Sequence[Record], placed: Places, shelf: Shelf) -> Iterator[str]:
    for first, second in near_twins(records):
        yield (
            f"« {first.title} » (ligne {first.line}) et « {second.title} » (ligne {second.line}) "
            f"se ressemblent : une action ou deux ? {_difference(first, second)}"
        )
    for record in records:
        item, _ = placed[record.digest()]
        by_hand = shelf.holds_by_hand(record)
        if item.fate is Fate.CONFLICT:
            yield (
                f"« {item.title} » (ligne {record.line}) a changé dans l’annuaire, et {item.file} a été "
                "modifié chez vous : reportez à la main ce que vous voulez garder."
            )
        elif item.fate is Fate.NEW and by_hand:
            yield f"« {item.title} » (ligne {record.line}) : {by_hand} existe déjà ; la même action ?"


def _difference(first: Record, second: Record) -> str:
    """Which labels differ; past a few, only how many."""
    labels = tuple(dict.fromkeys(differing(first, second)))
    shown = ", ".join(f"« {label} »" for label in labels[:_DIFFERENCES_SHOWN])
    others = len(labels) - _DIFFERENCES_SHOWN
    return f"Diffèrent : {shown}{f' et {others} autres étiquettes' if others > 0 else ''}."


def _new_words(name: str, records: Sequence[Record]) -> Iterator[Problem]:
    """The words of the form's lists that we do not know, each once, where it first stands."""
    for part in (part for part in PARTS if part.name in _LISTED):
        lines = [
            line
            for record in records
            for line in record.lines(part.name)
            if line.bullet and not part.knows(line.bullet) and not record.is_cut
        ]
        uses = Counter(folded(line.bullet or "") for line in lines)
        for line in {folded(line.bullet or ""): line for line in reversed(lines)}.values():
            word = line.bullet or ""
            values = {"mot": word, "etiquette": part.label, "nombre": uses[folded(word)]}
            yield problem(
                "mot-nouveau-de-l-annuaire", Where(name, line.number, 1, len(line.text), line.text), **values
            )


def _losses(name: str, stray: Sequence[ListingLine], records: Sequence[Record]) -> Iterator[Problem]:
    """What no sheet holds, or holds only in part."""
    lost = [line for line in stray if folded(line.text) not in {_HEADING, TITLE.form}]
    if lost:
        where = Where(name, lost[0].number, 1, len(lost[0].text), lost[0].text)
        yield problem("lignes-sans-fiche", where, nombre=len(lost), derniere=lost[-1].number)
    for record in records:
        if record.is_cut:
            found = [part.label for part in PARTS if part.name in record.parts]
            values = {"fiche": record.title, "etiquette": found[-1] if found else "Actions"}
            yield problem("annuaire-coupe", Where(name, record.last, 1), **values)
        elif is_nearly_empty(record):
            where = Where(name, record.line, 1, 0, record.title)
            yield problem("fiche-presque-vide", where, fiche=record.title)

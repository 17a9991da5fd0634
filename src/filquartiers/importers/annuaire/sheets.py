"""A record of the listing as the fields of a sheet; no word of it is left behind."""

import re
from collections.abc import Iterator

from filquartiers.importers.annuaire.departments import split_structure
from filquartiers.importers.annuaire.figures import read_budget, read_people
from filquartiers.importers.annuaire.form import LABELS, PARTS, SHORT_LABELS, Shape
from filquartiers.importers.annuaire.listing import Record
from filquartiers.importers.prose import escaped, markdown
from filquartiers.model.kinds.fiche import Fiche
from filquartiers.model.text import folded

_LISTS = ("dimension", "mots_cles", "public", "initiative", "partenaires")
_LONG = tuple(guide.name for guide in Fiche.fields() if guide.long and guide.name in LABELS)
# The sheet has no field for them: they go to the free text.
_OTHER = ("fichiers", "precision_public", "avec_qui", "precision_partenaires")
_STATUSES = {"en cours": "en cours", "terminee": "terminée", "termine": "terminée"}

_NEARLY_EMPTY = 80  # characters in all the long texts together
_SENTENCE = re.compile(r"[^.!?\n]+")
_AROUND = 30  # characters shown on each side of a figure
_LONG_ENOUGH = 40  # characters: shorter sentences may be alike by chance


def sheet_values(record: Record, source: str) -> dict[str, object]:
    """The values of the sheet, by name of field; ``source`` says where the record comes from."""
    houses, departments = structures_of(record)
    lines = {name: [line.text.strip() for line in record.lines(name)] for name in ("ressources", "personnes")}
    return {
        "titre": record.title or "Sans titre",
        "structure": " ; ".join(houses),
        "departement": " et ".join(departments),
        "statut": _STATUSES.get(folded(" ".join(record.bullets("statut"))), ""),
        "territoire": " et ".join(record.bullets("territoire")),
        "precision_initiative": " ".join(record.bullets("precision_initiative")),
        **{name: record.bullets(name) for name in _LISTS},
        **{name: markdown(line.text for line in record.parts.get(name, ())) for name in _LONG},
        "budget": read_budget(lines["ressources"]).values,
        "personnes": read_people(lines["personnes"]),
        "contradictions": tuple(contradictions(record)),
        "corps": _free_text(record),
        "brouillon": is_nearly_empty(record) or record.is_cut or not record.title or None,
        "source": source,
    }


def structures_of(record: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The structures of a record, most often one, and their départements, each once."""
    pairs = [split_structure(text) for text in record.bullets("structure")]
    departments = dict.fromkeys(department for _, department in pairs if department)
    return tuple(house for house, _ in pairs if house), tuple(departments)


def is_nearly_empty(record: Record) -> bool:
    """Whether the long texts together say next to nothing: the sheet starts as a draft."""
    return sum(len(record.text(name)) for name in _LONG) < _NEARLY_EMPTY


def contradictions(record: Record) -> Iterator[str]:
    """What the record says twice, and not alike; one French sentence each."""
    yield from _two_territories(record)
    yield from _unknown_status(record)
    yield from _same_sentence_other_figures(record)


def _two_territories(record: Record) -> Iterator[str]:
    first, second = (record.bullets(name) for name in ("territoire", "territoire_bis"))
    if second and tuple(map(folded, first)) != tuple(map(folded, second)):
        said = " et ".join(first) or "rien"
        yield f"Le territoire concerné est dit deux fois : « {said} », puis « {' et '.join(second)} »."


def _unknown_status(record: Record) -> Iterator[str]:
    status = " ".join(record.bullets("statut"))
    if status and folded(status) not in _STATUSES:
        yield f"Le statut écrit est « {status} » : ni « En cours », ni « Terminée »."


def _same_sentence_other_figures(record: Record) -> Iterator[str]:
    """« commencé en 2015 » in the summary, « commencé en 2016 » in the description."""
    seen: dict[str, tuple[str, str]] = {}
    for part in PARTS:
        if part.shape is not Shape.TEXT:
            continue
        for found in _SENTENCE.finditer(record.text(part.name)):
            sentence = " ".join(found.group().split())
            masked = re.sub(r"\d+", "0", folded(sentence))
            name, other = seen.setdefault(masked, (part.name, sentence))
            told_alike = folded(other) == folded(sentence)
            if name != part.name and not told_alike and len(sentence) >= _LONG_ENOUGH:
                yield (
                    f"{SHORT_LABELS[name]} : « {_around_figures(other)} » ; "
                    f"{SHORT_LABELS[part.name]} : « {_around_figures(sentence)} »."
                )


def _around_figures(sentence: str) -> str:
    """The words around the first figure, enough to find it again."""
    found = re.search(r"\d+", sentence)
    start, end = found.span() if found else (0, 0)
    head, tail = sentence[:start], sentence[end:]
    if len(head) > _AROUND:
        head = "…" + head[-_AROUND:].partition(" ")[2]
    if len(tail) > _AROUND:
        tail = tail[:_AROUND].rpartition(" ")[0] + "…"
    return head + sentence[start:end] + tail


def _free_text(record: Record) -> str:
    """What was under a label that the sheet does not have."""
    told = [(LABELS[name], escaped(", ".join(record.bullets(name)))) for name in _OTHER]
    return "\n\n".join(f"{label} : {text}" for label, text in told if text)

"""An action sheet: short for the brochure, whole for the A4 sheet."""

from decimal import Decimal

from filquartiers.model import numbers
from filquartiers.model.facts.budgets import Side, amount, balance, sides
from filquartiers.model.kinds import Fiche
from filquartiers.model.kinds.fiche import Budget, LigneBudget
from filquartiers.render.print.data.house import knot
from filquartiers.render.print.data.scope import Json, Scope, day, nodes, text, texts
from filquartiers.render.typography import typeset

# What a reader of the brochure looks for; the sheet on the web and on A4 says the rest.
IN_BROCHURE = ("description_generale", "resultat_habitants", "perspectives")
WHOLE = (
    "description",
    "description_generale",
    "resultat_habitants",
    "resultat_centre",
    "resultat_territoire",
    "limites",
    "perspectives",
    "raison_de_fin",
    "corps",
)
SHEET_LABELS = {
    "budget": "Le budget",
    "total": "Total",
    "stated": "Total écrit dans le document",
    "means": "Les moyens",
    "doubts": "À vérifier",
    "web": typeset("La fiche en ligne, tenue à jour :"),
}
FALLBACKS = ("description", "resultat_territoire", "resultat_centre")


def brief(entry: Fiche, scope: Scope) -> Json:
    """The sheet as a part of the brochure."""
    names = IN_BROCHURE if any(getattr(entry, name) for name in IN_BROCHURE) else FALLBACKS
    return _head(entry, scope) | {
        "passages": _passages(entry, names),
        "facts": [*_facts(entry), *_budget_fact(entry.budget)],
    }


def whole(entry: Fiche, scope: Scope) -> Json:
    """Everything that the sheet says, budget line by line."""
    return _head(entry, scope) | {
        "passages": _passages(entry, WHOLE),
        "means": nodes(entry.ressources),
        "budget": {
            "columns": [_column(side) for side in sides(entry.budget)],
            "note": text(entry.budget.note),
        },
        "checked": f"Relue le {day(entry.relue_le)}" if entry.relue_le else "",
        "source": text(entry.source),
        "doubts": texts(entry.contradictions),
        "labels": {guide.name: guide.label for guide in type(entry).fields()},
    }


def _head(entry: Fiche, scope: Scope) -> Json:
    return {
        "origin": entry.origin.file,
        "slug": entry.slug,
        "title": text(entry.titre),
        "kicker": " · ".join(texts([*entry.mots_cles[:2], *([entry.statut] if entry.statut else [])])),
        "photo": scope.pictures.place(
            entry.image, text(entry.image_description), entry.titre, entry.where("image")
        ),
        "lead": nodes(entry.resume),
        "where": _where(entry),
        "facts": _facts(entry),
        "web": scope.web(entry),
    }


def _where(entry: Fiche) -> str:
    houses = ", ".join(texts(house.title for house in entry.maisons))
    return houses or text(entry.structure)


def _facts(entry: Fiche) -> list[Json]:
    """Label and value, in the order of the web page; what is not known is left out."""
    people = entry.personnes
    counted = (
        (people.salaries, "salarié", "salariés"),
        (people.benevoles, "bénévole", "bénévoles"),
        (people.habitants, "habitant·e", "habitant·e·s"),
    )
    crowd = [f"{number} {many if number > 1 else one}" for number, one, many in counted if number]
    pairs = (
        ("Où", "" if entry.maisons else _place(entry)),
        ("Quand", entry.rythme),
        ("Pour qui", ", ".join(entry.public)),
        ("Comment venir", entry.inscription),
        ("À l’initiative de", ", ".join([*entry.initiative, *filter(None, [entry.precision_initiative])])),
        ("Avec", ", ".join(entry.partenaires)),
        ("Territoire", entry.territoire),
        ("Qui s’en occupe", ", ".join(filter(None, [*crowd, people.autres])) or people.en_mots),
    )
    houses: list[Json] = (
        [{"label": "Où", "houses": [knot(house) for house in entry.maisons]}] if entry.maisons else []
    )
    return houses + [{"label": label, "text": typeset(value)} for label, value in pairs if value]


def _place(entry: Fiche) -> str:
    return ", ".join(part for part in (entry.structure, entry.departement) if part)


def _passages(entry: Fiche, names: tuple[str, ...]) -> list[Json]:
    labels = {guide.name: guide.label for guide in type(entry).fields()}
    return [
        {"label": text(labels[name]), "nodes": nodes(getattr(entry, name))}
        for name in names
        if getattr(entry, name)
    ]


def _budget_fact(budget: Budget) -> list[Json]:
    """The budget in one line: the sum when both sides agree, else each of them."""
    found = sides(budget)
    if not found:
        return []
    agreed = balance(budget) == 0 and not any(side.stated for side in found)
    each = " · ".join(map(_in_one_line, found))
    return [{"label": "Budget", "text": euros(found[0].total) if agreed else each}]


def _in_one_line(side: Side) -> str:
    stated = f" ({euros(side.stated)} écrits dans le document)" if side.stated is not None else ""
    return f"{side.name.capitalize()} {euros(side.total)}{stated}"


def _column(side: Side) -> Json:
    return {
        "label": side.name.capitalize(),
        "lines": [_line(line) for line in side.lines],
        "total": euros(side.total),
        "stated": euros(side.stated) if side.stated is not None else "",
    }


def _line(line: LigneBudget) -> Json:
    known = amount(line)
    return {
        "label": text(line.poste),
        "amount": euros(known) if known is not None else "",
        "detail": [_line(inner) for inner in line.detail],
    }


def euros(amount: Decimal) -> str:
    """« 2 500,00 € », with the spaces of print."""
    return typeset(numbers.euros(amount))

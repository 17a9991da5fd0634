"""The report of an import, in French, as plain text for a terminal or a mail."""

from collections.abc import Iterable, Iterator

from filquartiers.importers.plan import ImportPlan, Item, Outcome
from filquartiers.problems import Gravity, Problem

_WIDTH = 46  # characters of a label before its figure
_COUNTS = (
    (Outcome.NEW, "Nouvelles"),
    (Outcome.UPDATED, "Changées dans le document, mises à jour"),
    (Outcome.PRESENT, "Déjà importées, rien à faire"),
    (Outcome.EDITED, "Modifiées chez vous, laissées telles quelles"),
    (Outcome.CONFLICT, "Changées des deux côtés, à reporter"),
    (Outcome.DUPLICATE, "Doublons exacts, laissés de côté"),
    (Outcome.REFUSED, "Refusées, voir plus bas"),
)


def report(plan: ImportPlan, *, written: int | None = None) -> str:
    """The whole report; ``written`` is the number of files written, None at a dry run."""
    blocks = [_heading(plan, written=written), *_figures(plan), *_blocks(plan)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _heading(plan: ImportPlan, *, written: int | None) -> str:
    if not plan.items:
        return f"Import de « {plan.source} » : rien n’est importé."
    if written is not None:
        return f"Import de « {plan.source} » : {_files(written)} écrit{_s(written)}."
    end = "ajoutez --ecrire pour écrire." if plan.files else "il n’y a rien à écrire."
    return f"Import de « {plan.source} », à l’essai : rien n’est écrit ; {end}"


def _figures(plan: ImportPlan) -> Iterator[str]:
    if not plan.items:
        return
    lines = [f"{'Lues':<{_WIDTH}}{len(plan.items):>4}"]
    for outcome, label in _COUNTS:
        if found := plan.having(outcome):
            lines.append(f"  {label:<{_WIDTH - 2}}{len(found):>4}")
    extra = (
        ("Brouillons", sum(item.draft for item in plan.items)),
        ("Ressemblances et questions à trancher", len(plan.decisions)),
        ("Contradictions", len(plan.contradictions)),
        ("Remarques", len(plan.problems)),
    )
    lines += [f"{label:<{_WIDTH}}{number:>4}" for label, number in extra if number]
    yield "\n".join(lines)


def _blocks(plan: ImportPlan) -> Iterator[str]:
    for outcome, label in _COUNTS:
        yield _block(label, (_item(item) for item in plan.having(outcome)))
    yield _block("À trancher", (decision.sentence for decision in plan.decisions))
    yield _block("Contradictions", (one.sentence for one in plan.contradictions))
    for gravity, label in ((Gravity.ERROR, "Erreurs"), (Gravity.WARNING, "Avertissements")):
        yield _block(label, (_problem(one) for one in plan.problems if one.gravity is gravity))
    yield _block("Remarques", (_problem(one) for one in plan.problems if one.gravity > Gravity.WARNING))


def _block(label: str, lines: Iterable[str]) -> str:
    found = [f"  - {line}" for line in lines]
    return "\n".join([label, *found]) if found else ""


def _item(item: Item) -> str:
    draft = " (brouillon)" if item.draft else ""
    if item.outcome is Outcome.DUPLICATE:
        return f"{item.place} : « {item.title} » répète {item.file}"
    return f"{item.place} : « {item.title} »{f' → {item.file}' if item.file else ''}{draft}"


def _problem(one: Problem) -> str:
    place = f"ligne {one.where.line} : " if one.where.line else ""
    return f"{place}{one.message} {one.hint}".rstrip()


def _files(number: int) -> str:
    return f"{number} fichier{_s(number)}"


def _s(number: int) -> str:
    return "s" if number > 1 else ""

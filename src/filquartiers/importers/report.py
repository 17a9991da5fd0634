"""The report of an import, in French, as plain text for a terminal or a mail."""

from collections.abc import Iterable, Iterator

from filquartiers.importers.plan import Arrival, Fate, ImportPlan
from filquartiers.problems import Gravity, Problem

_WIDTH = 46  # characters of a label before its figure


def report(plan: ImportPlan, *, written: int | None = None) -> str:
    """The whole report; ``written`` is the number of files written, None at a dry run."""
    blocks = [_heading(plan, written=written), _figures(plan), *_blocks(plan)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _heading(plan: ImportPlan, *, written: int | None) -> str:
    if not plan.items:
        return f"Import de « {plan.source} » : rien n’est importé."
    if written is not None:
        plural = "s" if written > 1 else ""
        return f"Import de « {plan.source} » : {written} fichier{plural} écrit{plural}."
    end = "ajoutez --ecrire pour écrire." if plan.files else "il n’y a rien à écrire."
    return f"Import de « {plan.source} », à l’essai : rien n’est écrit ; {end}"


def _figures(plan: ImportPlan) -> str:
    if not plan.items:
        return ""
    fates = ((f"  {fate.value}", len(plan.having(fate))) for fate in Fate)
    others = (
        ("Brouillons", sum(item.draft for item in plan.items)),
        ("Ressemblances et questions à trancher", len(plan.decisions)),
        ("Contradictions", len(plan.contradictions)),
        ("Remarques", len(plan.problems)),
    )
    counts = (("Lues", len(plan.items)), *fates, *others)
    return "\n".join(f"{label:<{_WIDTH}}{number:>4}" for label, number in counts if number)


def _blocks(plan: ImportPlan) -> Iterator[str]:
    for fate in Fate:
        yield _block(fate.value, map(_item, plan.having(fate)))
    yield _block("À trancher", plan.decisions)
    yield _block("Contradictions", plan.contradictions)
    for gravity, label in ((Gravity.ERROR, "Erreurs"), (Gravity.WARNING, "Avertissements")):
        yield _block(label, (_problem(plan.source, one) for one in plan.problems if one.gravity is gravity))
    told = (_problem(plan.source, one) for one in plan.problems if one.gravity > Gravity.WARNING)
    yield _block("Remarques", told)


def _block(label: str, lines: Iterable[str]) -> str:
    found = [f"  - {line}" for line in lines]
    return "\n".join([label, *found]) if found else ""


def _item(item: Arrival) -> str:
    end = f" → {item.file}" if item.file else ""
    if item.fate is Fate.DUPLICATE:
        end = f" répète {item.file}"
    place = f"{item.sheet}, ligne {item.line}".removeprefix(", ")
    return f"{place} : « {item.title} »{end}{' (brouillon)' * item.draft}"


def _problem(source: str, one: Problem) -> str:
    """A problem with its line, and its sheet where the workbook has several."""
    sheet = one.where.file.removeprefix(source).removeprefix(", ") if one.where.file != source else ""
    line = f"ligne {one.where.line}" if one.where.line else ""
    place = ", ".join(filter(None, (sheet, line)))
    return f"{place} : {one.message} {one.hint}".removeprefix(" : ").rstrip()

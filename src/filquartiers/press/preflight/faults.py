"""What a check finds wrong, and how it is told: once for all the pages on which the same is said."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from filquartiers.press.geometry import Box
from filquartiers.press.painted import PaintKind
from filquartiers.press.preflight.report import Finding
from filquartiers.problems import Where, problem


@dataclass(frozen=True, slots=True)
class Fault:
    """One occurrence of a problem: what its sentence says, its page (0 for the file), its place on it.

    Objects of a ``kind`` are counted: « 12 textes ». With a ``weight`` (the smaller, the worse), only the
    worst of its page is told.
    """

    code: str
    values: Mapping[str, Any] = field(default_factory=dict)
    page: int = 0
    place: Box | None = None
    kind: PaintKind | None = None
    weight: float | None = None

    @property
    def key(self) -> Hashable:
        """What it shares with those told in the same breath on its page."""
        told = {name: value for name, value in self.values.items() if self.weight is None or name != "mesure"}
        return (self.code, self.page, self.kind, tuple(told.items()))


def findings(faults: Iterable[Fault], where: Where) -> tuple[Finding, ...]:
    """One finding for all that is said in the same words, code by code, in the order they first come.

    The sentence may use ``{pages}``, and ``{objet}`` when the faults have a kind.
    """
    alike: dict[Hashable, list[Fault]] = {}
    for fault in faults:
        alike.setdefault(fault.key, []).append(fault)
    codes: dict[str, dict[Hashable, list[Fault]]] = {}
    for same in alike.values():
        worst = min(same, key=lambda fault: fault.weight or 0.0)
        spoken = dict(worst.values)
        if worst.kind is not None:
            spoken["objet"] = worst.kind.counted(len(same))
        told = Fault(worst.code, spoken, worst.page, worst.place)
        codes.setdefault(told.code, {}).setdefault(tuple(spoken.items()), []).append(told)
    return tuple(_finding(pages, where) for said in codes.values() for pages in said.values())


def _finding(faults: list[Fault], where: Where) -> Finding:
    first, numbers = faults[0], tuple(sorted({fault.page for fault in faults if fault.page}))
    pages = {"pages": spell_pages(numbers)} if numbers else {}
    return Finding(problem(first.code, where, **pages, **first.values), numbers, first.place)


def spell_pages(numbers: tuple[int, ...]) -> str:
    """« Page 3 », « Pages 1 à 4 et 7 »."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    spelled: list[str] = []
    for run in runs:
        spelled += [f"{run[0]} à {run[-1]}"] if len(run) > 2 else [str(number) for number in run]  # noqa: PLR2004
    if len(spelled) > 1:
        spelled = [", ".join(spelled[:-1]) + f" et {spelled[-1]}"]
    return f"{'Page' if len(numbers) == 1 else 'Pages'} {spelled[0]}"

"""How many events of the kinds are read, refused with their row, wrong, or lost without a word.

    PYTHONPATH=src:tests python -m importers.agenda.sortes.measure

measures the program on the path; ``-v`` names what is not read.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from filquartiers.content import load
from filquartiers.importers.agenda.planning import AgendaContext, plan_agenda
from filquartiers.importers.plan import Fate, ImportPlan
from filquartiers.model.agenda.schedule import Change
from filquartiers.model.facts.dates import all_dates
from filquartiers.model.kinds import KINDS, Evenement
from filquartiers.problems import Gravity
from importers.agenda.sortes.kind import Sorte
from importers.agenda.sortes.tables import SORTES

_UNTIL = date(2028, 1, 1)


def dates_of(plan: ImportPlan) -> dict[str, list[str]]:
    """The dates of each title that an import writes, in the form of `Sorte.events`."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content" / "reseaux").mkdir(parents=True)
        page = "---\nnom: Valmarin\nville: Valmarin\ndemonstration: oui\n---\n"
        (root / "content" / "reseaux" / "val.md").write_text(page, encoding="utf-8")
        for file in plan.files:
            (root / file.path).parent.mkdir(exist_ok=True)
            (root / file.path).write_bytes(file.data)
        found: dict[str, list[str]] = {}
        for event in load(root, KINDS, date(2027, 1, 5)).site.of(Evenement):
            found.setdefault(event.titre, []).extend(_dates(event))
        return {title: sorted(dates) for title, dates in found.items()}


def _dates(event: Evenement) -> Iterator[str]:
    if event.is_told:
        yield "(mots)"
        return
    for one in all_dates(event, _UNTIL):
        first = f"{one.start:%Y-%m-%d %H:%M}" if one.start else f"{one.day}"
        last = ""
        if one.start and one.end:
            same = one.start.date() == one.end.date()
            last = f"–{one.end:%H:%M}" if same else f"–{one.end:%Y-%m-%d %H:%M}"
        elif one.last_day != one.day:
            last = f"–{one.last_day}"
        mark = (
            " complet"
            if event.full
            else {Change.CANCELLED: " annulé", Change.FULL: " complet"}.get(one.change, "")
        )
        yield f"{first}{last}{mark}"
        if not event.rule or not event.rule.bounded:
            return  # the first is enough of a rule without end


def outcome(sorte: Sorte) -> Iterator[tuple[str, str]]:
    """« lu », « refusé », « faux » or « perdu » for each event or row of a kind, and what it is about."""
    plan = plan_agenda(sorte.file, sorte.data, AgendaContext({}, {}, {"reseau": "val"}))
    got = dates_of(plan)
    refused = {item.title for item in plan.items if item.fate is Fate.REFUSED}
    left = {item.line for item in plan.items if item.fate in {Fate.REFUSED, *_aside()}}
    told = left | {one.where.line for one in plan.problems}
    whole = any(one.gravity is Gravity.ERROR for one in plan.problems if not plan.items)
    for title, dates in sorte.events.items():
        if got.get(title) == sorted(dates):
            yield "lu", title
        elif title in got:
            yield "faux", f"{title} : {got[title]}"
        else:
            yield ("refusé" if whole or title in refused else "perdu"), title
    for title in got.keys() - sorte.events.keys():
        yield "faux", f"{title} : {got[title]}"
    for line in sorte.told:
        yield ("écarté" if line in told or whole else "perdu"), f"ligne {line}"


def _aside() -> set[Fate]:
    """What an older program did not have."""
    return {fate for fate in Fate if fate.name in {"ASIDE", "PRIVATE"}}


def main() -> None:
    """Print the table."""
    total: Counter[str] = Counter()
    for sorte in SORTES:
        found = list(outcome(sorte))
        counts = Counter(fate for fate, _ in found)
        total += counts
        print(f"{sorte.name:<42}" + "  ".join(f"{fate} {number}" for fate, number in sorted(counts.items())))
        if "-v" in sys.argv:
            print(*(f"    {fate} : {what}" for fate, what in found if fate not in {"lu", "écarté"}), sep="\n")
    print(
        f"{len(SORTES)} sortes : " + ", ".join(f"{fate} {number}" for fate, number in sorted(total.items()))
    )


if __name__ == "__main__":
    main()

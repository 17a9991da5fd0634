"""What an imported event says of persons: told, never taken out. Only their house knows if they agree."""

from collections.abc import Iterator

from filquartiers.importers.agenda.candidates import Candidate
from filquartiers.model.persons import contacts_in, people_named
from filquartiers.problems import Problem, problem

_OURS = frozenset(("debut", "fin", "recurrence", "identifiant", "maisons", "reseau", "journee"))
"""Fields whose words are ours, or names of files."""


def personal(candidate: Candidate) -> Iterator[Problem]:
    """First names, names, mobile numbers and e-mail addresses in the texts of an event, each once."""
    seen: set[str] = set()
    for name, value in candidate.values.items():
        if name in _OURS or not isinstance(value, str):
            continue
        where = candidate.places.get(name, candidate.where)
        told = [("nom-de-personne", found) for found in people_named(value)]
        told += [("coordonnees-personnelles", found.group()) for found in contacts_in(value)]
        for code, found in told:
            if found not in seen:
                yield problem(code, where, extrait=found)
            seen.add(found)

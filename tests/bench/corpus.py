"""A made-up network of any size: varied sheets, houses, pacts, events; the same words for whoever reads it.

Run: ``python tests/bench/corpus.py SHEETS FOLDER [--pour nous|hugo] [--graine WORD]``. The folder is made
anew, as a project of ours or as a Hugo site. All depends on the seed and on the number of sheets alone.
"""

import argparse
import sys
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random
from re import sub

if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).resolve().parents[1])  # instead of this folder, whose names are short

from bench import phrases

SIZES = (100, 1000, 10_000)  # at which we measure
SEED = "au fil du banc"
TODAY = date(2026, 11, 21)  # the day for which the site is built: half of the events are over
MISTYPED = 25  # one sheet in so many leads to an address with a letter missing
UNKNOWN = 20  # and one in so many has a word to sort by that nobody declared
SPAN = 1500  # days over which the events are spread, around that day

DIMENSIONS = ("Citoyenneté", "Accompagnement de projets")
PUBLICS = ("Tous publics", "Petite enfance", "Jeunesse", "Adultes", "familles")
PARTNERS = ("Association locale", "Bailleur social", "Caf", "Commune", "Conseil départemental", "Autre")
GROUNDS = ("Un quartier", "Plusieurs quartiers", "Une commune", "Plusieurs communes")
LANGUAGES = ("arabe", "turc", "anglais", "portugais", "ukrainien")
Fields = dict[str, object]


@dataclass(frozen=True)
class Thing:
    """One file: its name, the fields of its head, its text."""

    slug: str
    fields: Fields
    text: str


@dataclass(frozen=True)
class Network:
    """All there is to write."""

    tags: tuple[str, ...]
    houses: tuple[Thing, ...]
    pacts: tuple[Thing, ...]
    sheets: tuple[Thing, ...]
    events: tuple[Thing, ...]


def network(sheets: int, seed: str = SEED) -> Network:
    """``sheets`` sheets, as many houses as pacts (their square root), an event for ten sheets."""
    return _Author(sheets, seed).network()


class _Author:
    """Writes each thing with a chance of its own, so that none depends on the order of the others."""

    def __init__(self, sheets: int, seed: str) -> None:
        self.seed = seed
        self.sheets = sheets
        self.few = max(5, round(sheets**0.5))
        self.events = max(5, sheets // 10)
        self.tags = self._tags(min(200, 20 + sheets // 50))
        self.titles = [phrases.title(self._chance("titre", rank)) for rank in range(sheets)]
        self.slugs = [f"{_ascii(title)}-{rank + 1}" for rank, title in enumerate(self.titles)]

    def network(self) -> Network:
        """All of it."""
        return Network(
            self.tags,
            tuple(self._house(self._chance("maison", rank), rank) for rank in range(self.few)),
            tuple(self._pact(self._chance("pacte", rank), rank) for rank in range(self.few)),
            tuple(self._sheet(self._chance("fiche", rank), rank) for rank in range(self.sheets)),
            tuple(self._event(self._chance("rendez-vous", rank), rank) for rank in range(self.events)),
        )

    def _chance(self, kind: str, rank: int) -> Random:
        return Random(f"{self.seed} {kind} {rank}")

    def _tags(self, count: int) -> tuple[str, ...]:
        """That many words to sort sheets by, all different once without accents."""
        random, found = self._chance("mots", 0), dict[str, str]()
        while len(found) < count:
            word = phrases.name(random).lower()
            found.setdefault(_ascii(word), word)
        return tuple(found.values())

    def _one(self, random: Random, kind: str) -> str:
        """The name of a house or of a pact."""
        return _numbered(kind, random.randrange(self.few))

    def _sheet(self, random: Random, rank: int) -> Thing:
        words = random.sample(self.tags, random.randint(3, 5))
        if rank % UNKNOWN == UNKNOWN - 1:
            words[0] = words[0][:-1]
        fields: Fields = {
            "titre": self.titles[rank],
            "structure": f"Maison {phrases.name(random)}",
            "maisons": [self._one(random, "maison")],
            "pacte": self._one(random, "pacte"),
            "statut": random.choice(("en cours", "en cours", "terminée")),
            "dimension": random.choice(DIMENSIONS),
            "mots_cles": sorted(words),
            "public": sorted(random.sample(PUBLICS, random.randint(1, 2))),
            "territoire": random.choice(GROUNDS),
            "partenaires": sorted(random.sample(PARTNERS, random.randint(1, 3))),
            "rythme": f"{random.choice(phrases.WHEN)}, {random.choice(phrases.WHERE)}",
            "relue_le": (TODAY - timedelta(days=random.randrange(1, SPAN))).isoformat(),
            "resume": phrases.paragraph(random, 2).replace("*", ""),
        }
        return Thing(self.slugs[rank], fields, self._story(random, rank))

    def _story(self, random: Random, rank: int) -> str:
        """400 to 600 words: two lists, a table, a quote, a link to another sheet, one to the calendar."""
        other = random.choice(self.slugs)
        if rank % MISTYPED == MISTYPED - 1:
            other = other.replace("a", "", 1)
        see = f"Voir aussi [{phrases.title(random)}](/fiches/{other}/) et [tout l'agenda](/agenda/)."

        def prose(least: int, most: int) -> str:
            return phrases.paragraph(random, random.randint(least, most))

        steps = phrases.items(random, "1.", random.randint(3, 4))
        costs = phrases.table(random, random.randint(3, 6))
        return _sections(
            ("Pourquoi cette action", prose(4, 4), prose(3, 4)),
            ("Comment cela se passe", prose(3, 3), steps, prose(2, 4)),
            ("Les moyens", prose(2, 2), costs, see),
            ("Pour les habitants", f"> {phrases.sentence(random)}", prose(3, 5)),
            ("Pour le territoire", phrases.items(random, "-", 4), prose(2, 3)),
        )

    def _house(self, random: Random, rank: int) -> Thing:
        fields: Fields = {
            "nom": f"Maison {phrases.name(random)} {rank + 1}",
            "adresse": f"{random.randint(1, 99)} rue {phrases.name(random)}",
            "code_postal": "99140",
            "quartier": phrases.name(random),
            "courriel": f"maison{rank + 1}@banc.example",
            "langues": ["français", random.choice(LANGUAGES)],
        }
        access = _sections(("Accès", phrases.items(random, "-", 3)))
        return Thing(_numbered("maison", rank), fields, f"{phrases.paragraph(random, 6)}\n\n{access}")

    def _pact(self, random: Random, rank: int) -> Thing:
        fields: Fields = {
            "titre": f"Pacte {phrases.name(random)} n° {rank + 1}",
            "maisons": sorted(_numbered("maison", one) for one in random.sample(range(self.few), 3)),
            "principes": [phrases.sentence(random).replace("*", "") for _ in range(4)],
            "thematiques": [phrases.name(random) for _ in range(3)],
            "signature": (TODAY - timedelta(days=random.randrange(1, SPAN))).isoformat(),
        }
        text = _sections(
            ("Un cadre partenarial", phrases.paragraph(random, 6)),
            ("Un accord politique", phrases.paragraph(random, 5)),
        )
        return Thing(_numbered("pacte", rank), fields, text)

    def _event(self, random: Random, rank: int) -> Thing:
        start = random.randint(9, 19)
        fields: Fields = {
            "titre": phrases.title(random),
            "maison": self._one(random, "maison"),
            "lieu": f"Salle {phrases.name(random)}",
            "jour": (TODAY + timedelta(days=random.randrange(-SPAN // 2, SPAN // 2))).isoformat(),
            "horaire": f"{start} h - {start + random.randint(1, 3)} h",
            "public": [random.choice(PUBLICS)],
        }
        return Thing(_numbered("rendez-vous", rank), fields, f"{phrases.paragraph(random, 3)}\n")


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.lower()).encode("ascii", "ignore").decode()
    return sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _numbered(kind: str, rank: int) -> str:
    return f"{kind}-{rank + 1:03}"


def _sections(*parts: tuple[str, ...]) -> str:
    """Markdown: each part is a heading and its blocks."""
    return "\n\n".join("\n\n".join((f"## {heading}", *blocks)) for heading, *blocks in parts) + "\n"


def main() -> None:
    """Write a network."""
    from bench.ecrits import PEERS  # noqa: PLC0415  it reads this module

    asked = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    asked.add_argument("sheets", type=int, metavar="SHEETS")
    asked.add_argument("folder", type=Path, metavar="FOLDER")
    asked.add_argument("--pour", choices=sorted(PEERS), default="nous", help="who is to read it")
    asked.add_argument("--graine", default=SEED, metavar="WORD", help="another seed gives other words")
    options = asked.parse_args()
    made = network(options.sheets, options.graine)
    PEERS[options.pour](made, options.folder)
    words = sorted(len(sheet.text.split()) for sheet in made.sheets)
    print(
        f"{len(made.sheets)} sheets of {words[0]} to {words[-1]} words, {len(made.houses)} houses, "
        f"{len(made.pacts)} pacts, {len(made.events)} events, {len(made.tags)} words to sort by"
    )


if __name__ == "__main__":
    main()

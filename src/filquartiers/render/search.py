"""The search index: a script that assigns data, since pages opened from a disk may not fetch files.

Words are reduced to their French stem without accents. A typed word finds a stem that starts with it, or that
it starts with: readers need not type whole words, and the browser needs no stemmer of its own.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import snowballstemmer

from filquartiers.artifact import Artifact
from filquartiers.edition import Edition, Output
from filquartiers.model.addresses import SEARCH_INDEX, SEARCH_SCRIPT, output_path
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Evenement
from filquartiers.model.text import folded, unaccented
from filquartiers.prose import plain, shortened
from filquartiers.render.typography import typeset
from filquartiers.telling.kinds import telling_of
from filquartiers.telling.teller import Teller
from filquartiers.telling.walk import words_of

_TITLE, _SUMMARY, _BODY = 8, 3, 1  # what a word weighs by where it stands
SUMMARY = 160  # characters of a result
_SHORTEST, _SHORTEST_NUMBER = 2, 4
_COMMON_WORDS = """
a afin ai ainsi alors apres as au aucun aussi autre autres aux avait avant avec avoir c ce ceci cela
celle celles celui ces cet cette ceux chaque ci comme comment d dans de depuis des deux donc dont du
elle elles en encore entre es est et etait etaient etant ete etre eux fait faire fois font hors ici
il ils j je jusque l la le les leur leurs lors lui m ma mais me meme memes mes moi moins mon n ne ni
nos notre nous on ont ou par parce pas pendant peu peut plus pour pourquoi pres qu quand que quel
quelle quels qui quoi s sa sans se ses si soit son sont sous sur t ta te tes toi ton tous tout toute
toutes tres tu un une vers vos votre vous y
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_WORD = re.compile(r"[^\W_]+(?:·[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class SearchResult:
    """What a result shows."""

    title: str
    address: str
    label: str
    summary: str


def search(edition: Edition) -> Iterator[Output]:
    """The index and the script of the search page."""
    pages, words = index(edition.teller)
    told = {"pages": [[one.title, one.address, one.label, one.summary] for one in pages], "mots": words}
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    yield Artifact(output_path(SEARCH_INDEX), f"window.filRecherche={text};\n".encode())
    yield Artifact(output_path(SEARCH_SCRIPT), edition.asset("js/recherche.js").read_bytes())


def index(teller: Teller) -> tuple[tuple[SearchResult, ...], dict[str, list[int]]]:
    """The pages, and for each stem the numbers of its pages, each followed by its weight there."""
    entries = tuple(_searchable(teller))
    words: dict[str, list[int]] = {}
    lexicon = _Lexicon()
    for number, (entry, _) in enumerate(entries):
        for stem, weight in _weights(teller, entry, lexicon).items():
            words.setdefault(stem, []).extend((number, weight))
    return tuple(_found(entry, address) for entry, address in entries), dict(sorted(words.items()))


class _Lexicon:
    """What each word typed is found by, worked out once: a thousand pages say few different words."""

    def __init__(self) -> None:
        self._stemmer = snowballstemmer.stemmer("french")
        self._words: dict[str, str] = {}
        self._stems: dict[str, tuple[str, ...]] = {}

    def words(self, text: str) -> set[str]:
        """The words worth finding, in lower case, accents kept for the stemmer."""
        known = self._words
        typed = set(_WORD.findall(text.casefold()))
        for one in typed - known.keys():
            known[one] = _word(one)
        return {known[one] for one in typed} - {""}

    def stems(self, word: str) -> tuple[str, ...]:
        """The stem, and the word itself when it does not start with it (« animaux », « animal »)."""
        if word not in self._stems:
            bare, stem = folded(word), folded(self._stemmer.stemWord(word))
            both = (stem,) if bare.startswith(stem) else (stem, bare)
            self._stems[word] = tuple(one.replace(" ", "") for one in both if len(one) >= _SHORTEST)
        return self._stems[word]


def _word(typed: str) -> str:
    """A word as searched: an inclusive form loses its dots; empty when it is too short or too common."""
    word = typed.partition("·")[0]
    least = _SHORTEST_NUMBER if word.isdecimal() else _SHORTEST
    return word if len(word) >= least and unaccented(word) not in _COMMON else ""


def _searchable(teller: Teller) -> Iterator[tuple[Entry, str]]:
    """What has a page, and where; past events are left to the archive of the agenda."""
    for entry in teller.site.everything():
        address = teller.addresses.of(entry)
        if address is not None and not (isinstance(entry, Evenement) and teller.diary.is_past(entry)):
            yield entry, address


def _found(entry: Entry, address: str) -> SearchResult:
    summary = shortened(plain(entry.summary), SUMMARY)
    return SearchResult(typeset(entry.title), address, entry.kind.label, typeset(summary))


def _weights(teller: Teller, entry: Entry, lexicon: _Lexicon) -> Counter[str]:
    """What each stem weighs in a page."""
    weights: Counter[str] = Counter()
    network = getattr(entry, "reseau", None)  # that of its houses is found with them
    whose = network.title if network else ""
    body = (entry.title, whose, *words_of(telling_of(teller, entry)))
    texts = ((entry.title, _TITLE), (plain(entry.summary), _SUMMARY), (" ".join(body), _BODY))
    for text, weight in texts:
        for word in lexicon.words(text):
            for stem in lexicon.stems(word):
                weights[stem] += weight
    return weights

"""The search index: a script that assigns data, since pages opened from a disk may not fetch files.

Words are reduced to their French stem without accents. A typed word finds a stem that starts with it, or that
it starts with: readers need not type whole words, and the browser needs no stemmer of its own.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, partial
from types import MappingProxyType

import snowballstemmer

from filquartiers.artifact import Artifact, Concluding, Leafing, Notes
from filquartiers.edition import Edition, Output
from filquartiers.model.addresses import SEARCH_INDEX, SEARCH_SCRIPT, output_path
from filquartiers.model.text import folded, unaccented
from filquartiers.prose import plain, shortened
from filquartiers.render.typography import typeset
from filquartiers.telling.kinds import telling_of
from filquartiers.telling.page import SearchedAs, searched_as
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


Result = list[str]
"""What a result shows: its title, its address, its kind, its summary."""
Indexed = tuple[Result, dict[str, int]]
"""What the index holds of a page: the result, and what each stem weighs there."""


def search(edition: Edition) -> Iterator[Output]:
    """The index and the script of the search page."""
    yield Concluding(output_path(SEARCH_INDEX), partial(_script, edition.teller))
    yield Artifact(output_path(SEARCH_SCRIPT), edition.asset("js/recherche.js").read_bytes())


def _script(teller: Teller, notes: Notes, _leaf: Leafing) -> bytes:
    pages, words = index(teller, notes)
    text = json.dumps({"pages": pages, "mots": words}, ensure_ascii=False, separators=(",", ":"))
    return f"window.filRecherche={text};\n".encode()


def index(
    teller: Teller, notes: Notes = MappingProxyType({})
) -> tuple[tuple[Result, ...], dict[str, list[int]]]:
    """The pages, and for each stem the numbers of its pages, each followed by its weight there.

    A page that was drawn noted what the search reads (`note_of`); the others are told here.
    """
    pages, words = list[Result](), dict[str, list[int]]()
    for number, (result, weights) in enumerate(_indexed(teller, notes)):
        pages.append(result)
        for stem, weight in weights.items():
            words.setdefault(stem, []).extend((number, weight))
    return tuple(pages), dict(sorted(words.items()))


def _indexed(teller: Teller, notes: Notes) -> Iterator[Indexed]:
    for entry in teller.site.everything():
        address, known = teller.addresses.of(entry), searched_as(teller, entry)
        if address is not None and known is not None:
            noted = notes.get(output_path(address), "").partition("\n")[2]
            yield json.loads(noted) if noted else indexed(known, address, telling_of(teller, entry))


def note_of(known: SearchedAs | None, address: str, view: object) -> str:
    """What the index holds of a page, as one line of text; empty when the search does not find it."""
    return json.dumps(indexed(known, address, view), ensure_ascii=False) if known else ""


def indexed(known: SearchedAs, address: str, view: object) -> Indexed:
    """What the index holds of a page that shows this view of an entry."""
    summary = shortened(plain(known.summary), SUMMARY)
    return [typeset(known.title), address, known.label, typeset(summary)], _weights(known, view)


def _weights(known: SearchedAs, view: object) -> dict[str, int]:
    weights: Counter[str] = Counter()
    body = (known.title, known.whose, *words_of(view))
    texts = ((known.title, _TITLE), (plain(known.summary), _SUMMARY), (" ".join(body), _BODY))
    for text, weight in texts:
        for word in dict.fromkeys(map(_word, _WORD.findall(text.casefold()))):  # in one order: it is kept
            for stem in stems(word) if word else ():
                weights[stem] += weight
    return weights


@cache  # a thousand pages say few different words
def _word(typed: str) -> str:
    """A word as searched: an inclusive form loses its dots; empty when it is too short or too common."""
    word = typed.partition("·")[0]
    least = _SHORTEST_NUMBER if word.isdecimal() else _SHORTEST
    return word if len(word) >= least and unaccented(word) not in _COMMON else ""


@cache  # same
def stems(word: str) -> tuple[str, ...]:
    """The stem, and the word itself when it does not start with it (« animaux », « animal »)."""
    bare, stem = folded(word), folded(_stemmer().stemWord(word))
    both = (stem,) if bare.startswith(stem) else (stem, bare)
    return tuple(one.replace(" ", "") for one in both if len(one) >= _SHORTEST)


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("french")

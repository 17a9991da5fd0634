"""Comparing and naming words as a French reader would: accents, case and punctuation set aside."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count
from zlib import crc32

_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "’": "'"})

_ACCENTS = re.compile("[\u0300-\u034e\u0350-\u036f]")  # U+034F, a joiner, marks nothing
_OTHER_MARKS = "\u0483"  # the first of the marks of other scripts


def unaccented(text: str) -> str:
    """``text`` without accents or ligatures: « Fête du cœur » gives ``Fete du coeur``."""
    if text.isascii():
        return text
    parts = _ACCENTS.sub("", unicodedata.normalize("NFKD", text.translate(_LIGATURES)))
    if max(parts, default="") < _OTHER_MARKS:
        return parts
    return "".join(char for char in parts if not unicodedata.combining(char))


@lru_cache(maxsize=4096)  # the same keys and words come back in every file
def folded(text: str) -> str:
    """What two wordings share: lower case, no accent, words joined by one space."""
    return " ".join(re.findall(r"[a-z0-9]+", unaccented(text).casefold()))


LONGEST = 80
"""Characters of a name made from words: a path on Windows holds 260 in all, one name 255 octets anywhere."""


def slugify(text: str) -> str:
    """The address form of a title: « Petit Déj’ à idées » gives ``petit-dej-a-idees``.

    A name is at most `LONGEST` long: a longer one is cut between two words, and ends with a mark of the
    whole. Words without any Latin letter have only that mark; blank text has no name at all.
    """
    slug = folded(text).replace(" ", "-")
    if len(slug) > LONGEST:
        return f"{_cut(slug, LONGEST - len(_mark(slug)) - 1)}-{_mark(slug)}"
    return slug or (_mark(text.strip()) if text.strip() else "")


def _mark(text: str) -> str:
    """Eight digits that tell two texts apart, the same on every machine."""
    return f"{crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def _cut(slug: str, longest: int) -> str:
    """A name no longer than that, cut between two words if it has several."""
    return slug if len(slug) <= longest else slug[: longest + 1].rpartition("-")[0] or slug[:longest]


def short_slug(title: str, longest: int = 60) -> str:
    """The name of a file for a title, cut between two words where it is long.

    A path on Windows holds 260 characters in all, folders included.
    """
    return _cut(folded(title).replace(" ", "-"), longest)


def numbered(name: str) -> Iterator[str]:
    """``fete``, then ``fete-2``, ``fete-3``…: names to try until one is free."""
    yield name
    yield from (f"{name}-{rank}" for rank in count(2))


def key_of(text: str) -> str:
    """The field name for a key as typed: « Code postal » gives ``code_postal``."""
    return folded(text).replace(" ", "_")


def closest(word: str, candidates: Iterable[str], *, cutoff: float = 0.6) -> str:
    """The candidate an editor most likely meant, or an empty string.

    Compared without accents or case, so « résume » finds ``resume`` at once; ``cutoff`` is the likeness
    (0 to 1) from which one is taken.
    """
    by_form = {folded(candidate): candidate for candidate in sorted(candidates, reverse=True)}
    found = difflib.get_close_matches(folded(word), by_form, n=1, cutoff=cutoff)
    return by_form[found[0]] if found else ""


def initials(name: str) -> str:
    """One or two capitals for a knot of the thread: « Avalix-Nord » gives ``AN``."""
    words = re.findall(r"\w+", name)
    return "".join(word[0] for word in words[:2]).upper()

"""Comparing and naming words as a French reader would: accents, case and punctuation set aside."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import count
from zlib import crc32

_LIGATURES = {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "’": "'"}
_WORD = re.compile("[a-z0-9]+")
_ROUNDED = 1e-3  # rapidfuzz works out its limit to some decimals: what is just under is looked at too


class _Bare(dict[int, str]):
    """Each sign without accents, worked out when first met: no sign changes what its neighbours become."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        parts = unicodedata.normalize("NFKD", _LIGATURES.get(sign, sign))
        self[code] = bare = "".join(part for part in parts if not unicodedata.combining(part))
        return bare


class _Plain(dict[int, str]):
    """Each sign as words are compared: lower case, no accent, a space for what is in no word."""

    def __missing__(self, code: int) -> str:
        bare = _BARE[code].casefold()
        self[code] = plain = "".join(sign if _WORD.fullmatch(sign) else " " for sign in bare)
        return plain


_BARE, _PLAIN = _Bare(), _Plain()


def unaccented(text: str) -> str:
    """``text`` without accents or ligatures: « Fête du cœur » gives ``Fete du coeur``."""
    return text if text.isascii() else text.translate(_BARE)


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without accents; signs, those of Markdown too, are in no word."""
    return text.translate(_PLAIN).split()


@lru_cache(maxsize=4096)  # the same keys and words come back in every file
def folded(text: str) -> str:
    """What two wordings share: lower case, no accent, words joined by one space."""
    return " ".join(words_of(text))


LONGEST = 80
"""Characters of a name made from words: a path on Windows holds 260 in all, one name 255 octets anywhere."""


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
    (0 to 1) from which one is taken. The same slip is looked up once among the same candidates.
    """
    return _closest(folded(word), tuple(candidates), cutoff)


@lru_cache(maxsize=1024)
def _closest(form: str, candidates: tuple[str, ...], cutoff: float) -> str:
    """The first of `difflib.get_close_matches`, which is held against the few candidates that may be it.

    The signs that two words have in common in order (rapidfuzz counts them, in C) are never fewer than those
    that difflib finds in blocks: what has too few is passed over.
    """
    names = _by_form(candidates)
    if form in names:
        return names[form]

    from rapidfuzz.distance import Indel  # noqa: PLC0415  only where something was mistyped
    from rapidfuzz.process import extract_iter  # noqa: PLC0415  same

    likely = extract_iter(
        form, names.keys(), scorer=Indel.normalized_similarity, score_cutoff=max(0.0, cutoff - _ROUNDED)
    )
    best, meant = 0.0, None
    matcher = SequenceMatcher(b=form)
    for most, near in sorted(((most, near) for near, most, _ in likely), reverse=True):
        if most < best - _ROUNDED:
            break
        matcher.set_seq1(near)
        likeness = matcher.ratio()
        if likeness >= cutoff and (meant is None or (likeness, near) > (best, meant)):
            best, meant = likeness, near
    return "" if meant is None else names[meant]


@lru_cache(maxsize=64)
def _by_form(candidates: tuple[str, ...]) -> dict[str, str]:
    return {folded(candidate): candidate for candidate in sorted(candidates, reverse=True)}


def initials(name: str) -> str:
    """One or two capitals for a knot of the thread: « Avalix-Nord » gives ``AN``."""
    words = re.findall(r"\w+", name)
    return "".join(word[0] for word in words[:2]).upper()

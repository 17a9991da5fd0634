"""The words of one block on the fast road: emphasis, code, links, pictures, line breaks.

Only what is certain: `rendered` gives the very bytes that Python-Markdown would write, or nothing at all.
The order is its own: code first, then pictures and links, then line breaks, then emphasis; what is
finished becomes a mark that later steps take for a character which is neither a letter nor a space.
"""

import re
from collections.abc import Iterator
from functools import partial

OPEN, SHUT = "\x02", "\x03"
"""The marks around the number of a finished piece; no text of the fast road holds them."""

_SPECIAL = re.compile(r"[*_`\[\]]")
_BREAK = "  \n"
_NOT_PLAIN = ("", OPEN, "*", "_")
_CODE = re.compile(r"(?<!`)`([^`]+)`(?!`)")
_LINK = re.compile(rf"(!?)\[([^\[\]]*)\]\(([^\s()\[\]<>\"'&*_\\{OPEN}{SHUT}]+)\)")
_BRACKETED = re.compile(r"(?<!!)\[[^\[\]]*\](?!\()")
_PIECE = re.compile(f"{OPEN}(\\d+){SHUT}")
_RUN = re.compile(r"\*+|_+")
_LONGEST_RUN = 2


class Doubt(Exception):  # noqa: N818  it is no error: the other road is taken
    """The text holds something whose bytes are not certain."""


def rendered(text: str) -> str:
    """The HTML of the words of one block, ``text`` as typed.

    Raises:
        Doubt: anything whose HTML is not certain.
    """
    if "&" in text:
        text = text.replace("&", "&amp;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if not _SPECIAL.search(text) and _BREAK not in text:
        return text
    pieces: list[str] = []
    if "`" in text:
        text = _CODE.sub(lambda match: _kept(pieces, _code(match[1])), text)
        if "`" in text:
            raise Doubt
    if "[" in text or "]" in text:
        text = _LINK.sub(partial(_link, pieces), text)
        if {"[", "]"} & set(_BRACKETED.sub("", text)):
            raise Doubt
    text = _emphasised(_broken(text, pieces), pieces)
    return _whole(text, pieces) if pieces else text


def _kept(pieces: list[str], piece: str) -> str:
    pieces.append(piece)
    return f"{OPEN}{len(pieces) - 1}{SHUT}"


def _whole(text: str, pieces: list[str]) -> str:
    """``text`` with its pieces back in place; a piece only holds earlier ones."""
    return _PIECE.sub(lambda match: _whole(pieces[int(match[1])], pieces), text)


def _code(words: str) -> str:
    if words.isspace():
        raise Doubt
    return f"<code>{words.strip()}</code>"


def _link(pieces: list[str], match: re.Match[str]) -> str:
    picture, words, target = match.groups()
    if picture:
        if any(letter in words for letter in f'"{OPEN}'):
            raise Doubt
        return _kept(pieces, f'<img alt="{words}" src="{target}">')
    if not words or words.isspace():
        raise Doubt
    return _kept(pieces, f'<a href="{target}">{_emphasised(_broken(words, pieces), pieces)}</a>')


def _broken(text: str, pieces: list[str]) -> str:
    """``text`` with its line breaks; the white space that may follow one depends on what comes next."""
    if _BREAK not in text:
        return text
    first, *others = text.split(_BREAK)
    if any(other[:1].isspace() and other.lstrip()[:1] in _NOT_PLAIN for other in others):
        raise Doubt
    return first + "".join(_kept(pieces, "<br>\n") + other for other in others)


def _emphasised(text: str, pieces: list[str]) -> str:
    """``text`` with what stands between stars or underscores kept as strong or emphasised."""
    if "*" not in text and "_" not in text:
        return text
    made: list[str] = []
    done = 0
    for opening, closing in _pairs(text):
        tag = "strong" if len(opening[0]) == _LONGEST_RUN else "em"
        words = text[opening.end() : closing.start()]
        made += [text[done : opening.start()], _kept(pieces, f"<{tag}>{words}</{tag}>")]
        done = closing.end()
    return "".join([*made, text[done:]])


def _pairs(text: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Each run of stars or underscores with the next one of its kind, when none stands inside another.

    A run that may not open, where none is open, is shown: a lone star, an underscore inside a word.
    """
    opening: re.Match[str] | None = None
    for run in _RUN.finditer(text):
        opens, closes = _sides(text, run)
        if opening is None:
            if opens and len(run[0]) > _LONGEST_RUN:
                raise Doubt
            opening = run if opens else None
        elif closes and run[0] == opening[0]:
            yield opening, run
            opening = None
        elif opens or (closes and run[0][0] == opening[0][0]):
            raise Doubt
    if opening:
        raise Doubt


def _sides(text: str, match: re.Match[str]) -> tuple[bool, bool]:
    """Whether a run may open, and may close; an underscore inside a word does neither."""
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    opens, closes = not after.isspace(), not before.isspace()
    if match[0][0] == "_":
        opens = opens and not (before.isalnum() or before == "_")
        closes = closes and not (after.isalnum() or after == "_")
    return opens, closes

"""Inside a line: marks with a space too many, addresses that are no links yet, stars that are signs."""

import re
from collections.abc import Callable

from filquartiers.model.addresses import completed

_CODE = re.compile(r"(`[^`\n]*`)")
_SPACES = " \t\u00a0\u202f"
_GLUED_STAR = re.compile(r"(?<=[^\W_])\*(?=[^\W_])")
_STRUCK = re.compile(r"~~(?=[^\s~])([^~\n]*[^\s~])~~")
_APART = re.compile(r"\][ \u00a0]+\((?=(?:https?://|www\.|mailto:)[^\s()]+\))")
_SWAPPED = re.compile(r"\(([^()\[\]\n]+)\)\[((?:https?://|www\.|mailto:)[^\[\]\s]+)\]")
_HASHTAG = re.compile(r"^( {0,3})#(?=[^\s#])", re.MULTILINE)
_MORE_THAN = re.compile(r"^( {0,3})>(?=[ \u00a0]?\d)(?![^\n]*\n {0,3}>)(?<!^> )", re.MULTILINE)
_OF_OTHER_TOOLS = re.compile(r"[ \t]*\{(?::|(?=[#.][\w-]))[^{}\n]*\}")
_PLACES = re.compile(
    r"""
      (?P<known>
          !?\[[^\[\]\n]*\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)
        | <[^<>\n]*>
        | ^[ ]{0,3}\[[^\]\n]+\]:[^\n]* )
    | (?P<web> (?<![\w@/=."'-]) (?:https?://|www\.(?=\w)) [^\s<>"«»\[\]{}|\\^`]+ )
    | (?P<mail> (?<![\w.+@/:-]) [\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}(?![\w@]) )
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_AFTER = ".,;:!?…'’)*_~"


def mended(text: str) -> str:
    """The same text with its marks where Markdown reads them; what is code stays as it is."""
    if "{" in text:
        text = _OF_OTHER_TOOLS.sub("", text)
    if "#" in text:
        text = _HASHTAG.sub(r"\1\\#", text)
    if ">" in text:
        text = _MORE_THAN.sub(r"\1\\>", text)
    if "`" not in text:
        return _mended(text)
    parts = _CODE.split(text)
    parts[::2] = map(_mended, parts[::2])
    return "".join(parts)


def _mended(text: str) -> str:
    if "**" in text or "__" in text:
        text = "\n".join(_tightened(line) for line in text.split("\n"))
    if "*" in text:
        text = _GLUED_STAR.sub(_shown_star(text), text)
    if "~~" in text:
        text = _STRUCK.sub(r"<del>\1</del>", text)
    if "[" in text:
        text = _SWAPPED.sub(r"[\1](\2)", _APART.sub("](", text))
    if "://" in text or "@" in text or "www." in text or "WWW." in text:
        text = _PLACES.sub(_linked, text)
    return text


def _tightened(line: str) -> str:
    """« ** Important ** » as « **Important** », the spaces outside of its marks."""
    for mark in ("**", "__"):
        parts = line.split(mark)
        if len(parts) > 2 and len(parts) % 2:  # noqa: PLR2004  each opening mark has its closing one
            line = parts[0]
            for words, after in zip(parts[1::2], parts[2::2], strict=True):
                line += _inside(words, mark, line, after)
                line += after
    return line


def _inside(words: str, mark: str, before: str, after: str) -> str:
    """The words between two marks, the spaces beside them outside and only where there were none."""
    bare = words.strip(_SPACES)
    if not bare or bare == words:
        return f"{mark}{words}{mark}"
    left = " " if words[0] in _SPACES and before and before[-1] not in _SPACES else ""
    right = " " if words[-1] in _SPACES and after and after[0] not in _SPACES else ""
    return f"{left}{mark}{bare}{mark}{right}"


def _shown_star(text: str) -> Callable[[re.Match[str]], str]:
    """A star between two letters or figures is a sign, unless it is one of two that begin bold letters."""

    def shown(star: re.Match[str]) -> str:
        beside = text[star.start() - 1 : star.start()] + text[star.end() : star.end() + 1]
        return star[0] if "*" in beside else "\\*"

    return shown


def _linked(found: re.Match[str]) -> str:
    """An address as a link to itself; the sign that ends a sentence is no part of it."""
    if found["known"]:
        return found[0]
    if found["mail"]:
        return f"[{found[0]}](mailto:{found[0]})"
    address = found[0]
    while address and address[-1] in _AFTER and not (address[-1] == ")" and "(" in address):
        address = address[:-1]
    target = completed(address)
    shown = target if "(" not in target else f"<{target}>"
    words = address.replace("*", "\\*").replace("_", "\\_") if {"*", "_"} & set(address) else address
    return f"[{words}]({shown}){found[0][len(address) :]}"

"""Signs inside lines, as people type them: what is meant is written as Markdown knows it, the rest is shown.

Code, addresses, targets of links and tags that are understood are put aside first: no rule changes them.
"""

import re
from collections.abc import Callable, Container
from typing import Final

SHOWN_TAGS: Final = frozenset(
    [
        *("a", "abbr", "acronym", "address", "article", "aside", "b", "big", "blockquote", "br", "caption"),
        *("center", "cite", "code", "col", "colgroup", "dd", "del", "dfn", "div", "dl", "dt", "em"),
        *("figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i"),
        *("img", "ins", "kbd", "label", "li", "main", "mark", "nav", "ol", "p", "pre", "q", "s", "samp"),
        *("section", "small", "span", "strike", "strong", "sub", "summary", "sup", "table", "tbody", "td"),
        *("tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr"),
    ]
)
"""Tags whose words are shown, with or without the tag."""
FRAMES: Final = ("iframe", "video", "audio", "embed", "object")
"""Tags that show what lies elsewhere."""
_ALONE: Final = frozenset(("br", "hr", "img", "wbr", "col", "p", "li", "td", "th", "tr", "dd", "dt"))

_CODE_TYPED = re.compile(r"``[^\n]+?``|`[^`\n]++`")
_ASIDE = re.compile(
    r"\]\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+\)|<(?:https?://|mailto:)[^>\s<]++>|<[^@\s<>]++@[^<>\s]++>"
    r"|(?:https?://|www\.)[^\s<>]++|[\w.+-]++@[\w.-]++"
)
_ANGLED_TARGET = re.compile(r"\](?:\(|:)[ \t]*+<[^<>\n]*+>")
_PUT_ASIDE = re.compile("\x02(\\d+)\x03")
_TAG_TYPED = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9]*)((?:\s++[\w:-]++\s*+=\s*+(?:\"[^\"<>]*+\"|'[^'<>]*+'|[^\s\"'<>]++))*+)\s*+/?>"
)
COMMENT = re.compile(r"<!--(?:[^-<]|-(?!->)|<(?!!--))*+-->")
FRAME = re.compile(r"<(iframe|video|audio|embed|object)\b([^<>]*+)>", re.IGNORECASE)
_FRAME_END = re.compile(
    r"</(?:iframe|video|audio|embed|object)\s*>|<(?:source|param)\b[^<>]*>", re.IGNORECASE
)
_FRAME_ADDRESS = re.compile(r"""\b(?:src|data)\s*=\s*["']?((?:https?:)?//[^\s"'<>]+)""", re.IGNORECASE)
HIDDEN = re.compile(r"<(script|style)\b[^<>]*+>(?:[^<]|<(?!/?(?:script|style)\b))*+</\1\s*>", re.IGNORECASE)
_SPACE_IN_LINK = re.compile(r"(?<=\])[ \t\u00a0]+(?=\((?:https?://|www\.|mailto:))")
_TURNED_LINK = re.compile(r"(?<![\])])\(([^()\[\]\n]+)\)\[((?:https?://|www\.|mailto:)[^\[\]\s]+)\]")
_STRUCK = re.compile(r"(?<!~)~~(?=[^\s~])([^~\n]+)(?<=\S)~~(?!~)")
_NOTE = re.compile(r"\[\^([\w-]+)\](:?)")
_TIMES = re.compile(r"(?<=\w)\*(?=\w)(?<!\*\*)|(?<=\d)( ?)\*(?=\1\d)")
ATTRIBUTES_MARK = re.compile(r"[ \t]*+\{:?[ \t]*+(?:(?:[#.][\w-]++|[\w-]++=\"[^\"\n{}]*+\")[ \t]*+)++\}")
_DEFINED = re.compile(r"(?m)^( {0,3})\[(?=([^\[\]\n^]++)\]:[ \t]*+(\S*+))")
_BY_ITS_NAME = re.compile(r"\]\[([^\[\]\n]++)\]")
_NAMED = re.compile(r"\[([^\[\]\n]++)\](?!:)")
_RISKY = re.compile(r"(?<![^\W_])_|_(?![^\W_])|\*|~~")


def as_signs(text: str) -> str:
    """A text whose signs inside lines are written as Markdown knows them."""
    pieces: list[str] = []

    def aside(piece: str) -> str:
        pieces.append(piece)
        return f"\x02{len(pieces) - 1}\x03"

    if "`" in text:
        text = _CODE_TYPED.sub(lambda found: aside(found[0]), text)
    if "<" in text:
        text = _with_tags(text, aside)
    if "[" in text:
        text = _TURNED_LINK.sub(r"[\1](\2)", _SPACE_IN_LINK.sub("", text))
    if any(sign in text for sign in ("@", "://", "](", "www.")):
        text = _ASIDE.sub(lambda found: aside(_kept_as_typed(found[0])), text)
    text = _written(text)
    return _whole_again(text, pieces) if pieces else text


def _whole_again(text: str, pieces: list[str]) -> str:
    """``text`` with what was put aside; a piece only holds earlier ones."""
    return _PUT_ASIDE.sub(lambda found: _whole_again(pieces[int(found[1])], pieces), text)


def _kept_as_typed(piece: str) -> str:
    """A bare address keeps its stars and underscores; all else is as Markdown knows it."""
    return (
        piece
        if piece[0] in "]<"
        else _RISKY.sub(lambda found: f"\\{found[0]}" if len(found[0]) == 1 else "\\~\\~", piece)
    )


def _with_tags(text: str, aside: Callable[[str], str]) -> str:
    """``text`` with the tags that are understood put aside, frames as what they show; others are words."""
    lowered = text.lower()
    text = _ANGLED_TARGET.sub(lambda found: aside(found[0]), text)
    text = COMMENT.sub(lambda found: aside(found[0]), text)
    if any(f"<{name}" in lowered for name in FRAMES):
        text = _FRAME_END.sub("", FRAME.sub(_frame_address, text))
    text = HIDDEN.sub(lambda found: aside(found[0]), text)
    text = _TAG_TYPED.sub(lambda found: aside(found[0]) if _is_understood(found, lowered) else found[0], text)
    text = re.sub(
        r"<(?:https?://|mailto:)[^>\s<]++>|<[^@\s<>]++@[^<>\s]++>", lambda found: aside(found[0]), text
    )
    return re.sub(r"<(?=[A-Za-z/!?])", lambda _: aside("&lt;"), text)


def _frame_address(found: re.Match[str]) -> str:
    address = _FRAME_ADDRESS.search(found[2])
    if not address:
        return ""
    return f"\n\n{'https:' if address[1].startswith('//') else ''}{address[1]}\n\n"


def _is_understood(found: re.Match[str], lowered: str) -> bool:
    """Whether it is a tag of HTML, and no word between angle brackets."""
    closing, name, attributes = found[1], found[2].lower(), found[3]
    if name not in SHOWN_TAGS:
        return False
    other = f"<{name}" if closing else f"</{name}"
    return bool(attributes) or name in _ALONE or other in lowered


def _written(text: str) -> str:
    if "**" in text or "__" in text:
        text = "\n".join(_bold(_bold(line, "**"), "__") for line in text.split("\n"))
    if "*" in text:
        text = _TIMES.sub(lambda found: f"{found[1] or ''}\\*", text)
    if "[" in text:
        text = _NOTE.sub(r"<sup>\1</sup>", text)
        if "]:" in text:
            used = {name.lower() for name in _NAMED.findall(text)}
            by_name = {name.lower() for name in _BY_ITS_NAME.findall(text)}
            text = _DEFINED.sub(lambda found: _definition(found, used, by_name), text)
    if "{" in text:
        text = ATTRIBUTES_MARK.sub("", text)
    return _STRUCK.sub(r"<del>\1</del>", text) if "~~" in text else text


def _definition(found: re.Match[str], used: Container[str], by_name: Container[str]) -> str:
    """The opening of « [word]: address », shown as typed unless a link of the text uses that word."""
    name = found[2].lower()
    defines = name in by_name or (name in used and any(sign in found[3] for sign in "./:#\x02"))
    return found[0] if defines else f"{found[1]}\\["


def _bold(line: str, mark: str) -> str:
    """A line whose bold words touch their stars: « ** x ** » as « **x** », the spaces outside."""
    parts = line.split(mark)
    if len(parts) % 2 == 0 or len(parts) == 1 or "*" * 3 in line or "_" * 3 in line:
        return line
    for rank in range(1, len(parts), 2):
        words = parts[rank].strip(" \t\u00a0")
        if not words or words == parts[rank]:
            continue
        before = " " if parts[rank][0] != words[0] and parts[rank - 1][-1:] not in {"", " "} else ""
        after = " " if parts[rank][-1] != words[-1] and parts[rank + 1][:1] not in {"", " ", ",", "."} else ""
        parts[rank - 1], parts[rank], parts[rank + 1] = (
            parts[rank - 1] + before,
            words,
            after + parts[rank + 1],
        )
    return mark.join(parts)

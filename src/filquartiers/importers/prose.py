"""The plain lines of a listing as Markdown that shows exactly these words."""

import re
from collections.abc import Iterable, Iterator

_LISTED = re.compile(r"^\s*(?:[-–—•]|\*(?!\*))\s*(?P<text>[^\s–—-].*)$")
_NUMBERED = re.compile(r"^\s*(?P<mark>\d{1,2}\.) (?P<text>.*)$")
_BARE_DASH = re.compile(r"^\s*[-–—•*]\s*$")
_INLINE = re.compile(r"(?P<link>https?://\S+)|(?P<sign>[\\`*_\[\]])|(?P<tag><)|(?P<entity>&(?=#?\w+;))")
_OPENING = re.compile(r"^(\d+(?=\.\s)|(?=[#>+=|~:-]))")  # up to the sign that would open a block


def markdown(lines: Iterable[str]) -> str:
    """Paragraphs, with bullets as lists; what Markdown would take for a sign of its own is escaped.

    A dash alone on its line belongs to the line below it.
    """
    blocks: list[str] = []
    before = ""
    for mark, text in _marked(lines):
        if not mark or mark[-1] != before[-1:]:  # a paragraph, or another kind of list
            blocks.append("")
        blocks.append(f"{mark} {escaped(text)}".lstrip())
        before = mark
    return "\n".join(blocks).strip("\n")


def escaped(text: str) -> str:
    """One line whose every character is shown."""
    return _OPENING.sub(r"\1\\", _INLINE.sub(_shown, text.strip()))


def _shown(found: re.Match[str]) -> str:
    """A sign of Markdown as one types it to be seen; an address stays as it is."""
    sign = found.group()
    typed = {"link": sign, "sign": f"\\{sign}", "tag": "&lt;", "entity": "&amp;"}
    return typed[str(found.lastgroup)]


def _marked(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each line with the mark of its list, empty for a paragraph."""
    waiting = False
    for line in lines:
        listed, numbered = _LISTED.match(line), _NUMBERED.match(line)
        if not line.strip() or _BARE_DASH.match(line):
            waiting = waiting or bool(line.strip())
            continue
        if listed:
            yield "-", listed["text"]
        elif numbered:
            yield numbered["mark"], numbered["text"]
        else:
            yield "-" if waiting else "", line
        waiting = False

"""Reads a text file of the catalogue, written as its LISEZMOI.md says."""

import re
from pathlib import Path

from filquartiers.problems.types import Gravity, Message

_GRAVITIES = {one.label: one for one in Gravity}
_LINE = re.compile(
    rf"#(?P<comment>.*)|== (?P<head>[a-z0-9-]+ · (?:{'|'.join(_GRAVITIES)}))|→ (?P<hint>.+)"
    r"|✗(?: |$)(?P<wrong>.*)|✓(?: |$)(?P<right>.*)|[^#=→✗✓\s].*"
)
_NEXT = {  # what may come below a line, and how we ask for it
    "comment": ({"comment", "head"}, "« == code · gravité »"),
    "head": ({"sentence"}, "la phrase"),
    "sentence": ({"hint"}, "« → » et le conseil"),
    "hint": ({"explanation"}, "l’explication"),
    "explanation": ({"explanation", "wrong"}, "« ✗ » et l’exemple à éviter"),
    "wrong": ({"wrong", "right"}, "« ✓ » et l’exemple à suivre"),
    "right": ({"right", "head"}, "« == code · gravité »"),
}


class CatalogueError(ValueError):
    """A file of the catalogue is not written as it must be: a fault of ours, told with its place."""

    def __init__(self, file: Path, line: int, fault: str) -> None:
        super().__init__(f"{file.name}, ligne {line} : {fault}. Voyez LISEZMOI.md, à côté.")


def read_family(file: Path) -> tuple[Message, ...]:
    """The messages of one file, in its order; raises `CatalogueError`."""
    lines, last = _lines(file), "comment"
    blocks: list[dict[str, list[str]]] = [{}]  # the comments, then each message
    for number, line in enumerate(lines, 1):
        if line.strip():
            part, text = _part(line, last)
            if part not in _NEXT[last][0]:
                raise CatalogueError(file, number, f"il faut ici {_NEXT[last][1]} ; on lit « {line} »")
            if part == "head":
                blocks.append({})
            blocks[-1].setdefault(part, []).append(text)
            last = part
    if last != "right":
        raise CatalogueError(file, len(lines), f"il manque {_NEXT[last][1]}")
    return tuple(map(_message, blocks[1:]))


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as fault:
        line = fault.object.count(b"\n", 0, fault.start) + 1
        raise CatalogueError(file, line, "le fichier n’est pas enregistré en UTF-8") from fault


def _part(line: str, last: str) -> tuple[str, str]:
    """Which part of a message a line is, told by its first sign or by the line before; and its text."""
    if not (found := _LINE.fullmatch(line)):
        return "", line
    part = found.lastgroup or ("sentence" if last == "head" else "explanation")
    return part, found[found.lastindex or 0]


def _message(parts: dict[str, list[str]]) -> Message:
    code, gravity = parts.pop("head")[0].split(" · ")
    return Message(code, _GRAVITIES[gravity], **{name: "\n".join(lines) for name, lines in parts.items()})

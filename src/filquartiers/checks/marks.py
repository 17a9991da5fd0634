"""Marks of other tools in long texts, and what a page does not play: told, never silently left out."""

import re
from collections.abc import Iterator

from filquartiers.model.passages import Passage, passages
from filquartiers.model.site import Site
from filquartiers.problems import Problem, problem

_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_TOOLS = re.compile(
    r"""
      \{\{[^{}\n]*\}\}?                                # a variable of a template
    | \{%[^%\n]*%?\}?                                  # an instruction of one
    | \{(?: : | (?=[#.][\w-]) )[^{}\n]*\}              # attributes of a title, a link, a picture
    | \[[a-z][a-z0-9_-]*(?:[ ]+[a-z_-]+=(?:"[^"\n]*"|'[^'\n]*'|[\w-]+))+[ ]*/?\]  # [gallery ids="1"]
    | \[/(?:caption|gallery|embed|video|audio|quote|url|img|b|i|u)\] | \[(?:gallery|toc|TOC)\]
    | <!--(?:(?!-->)[^\n])*(?:-->)?                              # a remark, a block of another tool
    """,
    re.VERBOSE,
)
_PLAYERS = re.compile(r"<(?:iframe|video|audio|embed|object)\b[^<>\n]*>?", re.IGNORECASE)
_DROPPED = re.compile(
    r"<(?:script|style|form|input|button|select|textarea|svg|canvas|math)\b[^<>\n]*>?", re.IGNORECASE
)
_KINDS = (
    (_PLAYERS, "video-dans-le-texte"),
    (_DROPPED, "html-laisse-de-cote"),
    (_TOOLS, "marque-d-un-autre-outil"),
)


def foreign_marks(site: Site) -> Iterator[Problem]:
    """Players, scripts and forms in a text, and what only another program would have understood."""
    for passage in passages(site):
        if "<" in passage.text or "{" in passage.text or "[" in passage.text:
            yield from _told(passage)


def _told(passage: Passage) -> Iterator[Problem]:
    plain = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), passage.text)
    found = [(mark.start(), mark[0], code) for pattern, code in _KINDS for mark in pattern.finditer(plain)]
    for start, mark, code in sorted(found):
        yield problem(code, passage.where(start, len(mark)), marque=mark[:60])

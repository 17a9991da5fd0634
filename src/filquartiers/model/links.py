"""The links and pictures of a Markdown text, as typed, and the entries that they name."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from filquartiers.model.kind import Entry
from filquartiers.model.site import Site

_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
_BRACKET = re.compile(r"!?\[|\]")
_NESTED = r"\((?:[^()\n]|\([^()\n]*\))*\)"
_TITLE = r"""(?:\s+(?:"[^\n]*?"|'[^\n]*?'))?\s*\)"""
# Never two ways to read the same signs: an unclosed bracket before many links took hours.
_TARGET = re.compile(
    rf"""\(\s*+(?:<(?P<angled>[^>\n]*)>|(?P<target>(?:\\.|{_NESTED}|[^()\s\\]|[^\S\n](?!["'])|[^\S\n]+(?=\)))*+)){_TITLE}"""
)
_WHOLE_TARGET = re.compile(rf"\(\s*+(?P<angled>(?!))?(?P<target>(?:\\.|{_NESTED}|[^()\n\\])*+)\)")
_LONGEST_TARGET = 2000  # more than browsers take
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)(?P<words>[^\]\n]+)\]:\s*<?(?P<target>[^\s>]+)", re.MULTILINE)
_BY_NAME = re.compile(r"\]\[([^\[\]\n]+)\]")
_TAG = re.compile(
    r"<(?P<tag>a|img)\b(?P<inside>[^<>]*+)>(?:(?P<words>(?:(?!<a\b).)*?)</a>)?", re.IGNORECASE | re.DOTALL
)
_ATTRIBUTE = re.compile(r"""(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")
_ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TypedLink:
    """A link or a picture: what it leads to, its words or alternative text, its place in the text."""

    target: str
    words: str
    is_picture: bool
    start: int
    length: int

    @property
    def is_internal(self) -> bool:
        """Whether it leads to a page or a file of ours: no ``https:``, no ``mailto:``, no lone anchor."""
        return is_internal(self.target)

    @property
    def name(self) -> str:
        """The page or file named: without anchor, ``./`` or web escapes."""
        return name_of(self.target)


@lru_cache(maxsize=1 << 16)  # checks, pages and print all ask for those of the same texts
def links_in(text: str) -> tuple[TypedLink, ...]:
    """The links and pictures of a text, in Markdown or HTML, in order; none in what is code."""
    if "[" not in text and "<" not in text:
        return ()
    plain = _CODE.sub(lambda found: " " * len(found.group()), text)
    found = [*_inline(plain), *_definitions(plain), *_tags(plain)]
    return tuple(sorted(found, key=lambda link: (link.start, -link.length)))


def _inline(text: str) -> list[TypedLink]:
    """Inline links, and the pictures that stand in their words."""
    made: list[TypedLink] = []
    opened: list[re.Match[str]] = []
    done = 0
    for bracket in _BRACKET.finditer(text):
        if bracket.start() < done:  # it belongs to an address
            continue
        if bracket[0] != "]":
            opened.append(bracket)
        elif opened:
            opening, start = opened.pop(), bracket.end()
            end = start + _LONGEST_TARGET
            found = _TARGET.match(text, start, end) or _WHOLE_TARGET.match(text, start, end)
            if not found:
                continue
            done, is_picture = found.end(), opening[0] == "!["
            while is_picture and made and made[-1].start > opening.start():
                made.pop()  # what stands in the words of a picture is words
            target = _unescaped((found["angled"] or found["target"] or "").strip())
            words = text[opening.end() : bracket.start()]
            made.append(TypedLink(target, words, is_picture, opening.start(), done - opening.start()))
    return made


def _definitions(text: str) -> Iterator[TypedLink]:
    """Addresses given to names. Words that name no address (« [Important]: venez ») are words."""
    if "]:" not in text:
        return
    named = {name.lower() for name in _BY_NAME.findall(text)}
    for found in _DEFINITION.finditer(text):
        if found["words"].lower() not in named and not any(sign in found["target"] for sign in "./:#"):
            continue
        yield TypedLink(
            found["target"],
            found["words"],
            is_picture=False,
            start=found.start(),
            length=found.end() - found.start(),
        )


def _tags(text: str) -> Iterator[TypedLink]:
    for found in _TAG.finditer(text):
        attributes = {name.lower(): "".join(values) for name, *values in _ATTRIBUTE.findall(found["inside"])}
        is_picture = found["tag"].lower() == "img"
        target = html.unescape(attributes.get("src" if is_picture else "href", ""))
        words = attributes.get("alt", "") if is_picture else found["words"] or ""
        yield TypedLink(target, words, is_picture, found.start(), len(found.group()))


def _unescaped(typed: str) -> str:
    """The target that Markdown makes of what is typed."""
    return html.unescape(_ESCAPED.sub(r"\1", typed))


def is_internal(target: str) -> bool:
    """Whether a link leads to a page or a file of ours."""
    return bool(target) and not _ELSEWHERE.match(target)


def name_of(target: str) -> str:
    """The page or file that a link names: without anchor, ``./`` or web escapes."""
    return file_name(target.partition("#")[0].partition("?")[0])


def file_name(typed: str) -> str:
    """The name of a file of ``content/`` as typed in a text: without ``./`` or web escapes."""
    return unquote(typed).removeprefix("./")


def bare_name(name: str) -> str:
    """``../maisons/kerlede.md`` and ``maisons/kerlede/index.html`` both name ``maisons/kerlede``."""
    return name.strip("./").removesuffix(".md").removesuffix("/index.html")


def names_of(site: Site) -> Mapping[str, Entry]:
    """Every usual name of a published entry; a lone slug counts when only one entry bears it."""
    found: dict[str, Entry] = {}
    alone: dict[str, Entry | None] = {}
    for entry in site.everything():
        if entry.kind.address:
            alone[entry.slug] = None if entry.slug in alone else entry
            found |= {f"{folder}/{entry.slug}": entry for folder in (entry.kind.folder, entry.kind.address)}
    return {slug: entry for slug, entry in alone.items() if entry is not None} | found

"""What a build finds in the very pages it publishes: the only claims that the site makes of itself.

The pages that make such claims are drawn last, with what was found in all the others. Nothing is claimed
that was not looked for here: what a person or a browser would have to try is told as not tried.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import PurePosixPath

from filquartiers.model.addresses import is_elsewhere
from filquartiers.model.colour import contrast, parse
from filquartiers.model.identity import Identity
from filquartiers.model.numbers import decimal, whole
from filquartiers.render.assets import Assets
from filquartiers.render.tokens import REM
from filquartiers.telling.values import Link
from filquartiers.telling.words import day_words

_TAG = re.compile(
    r"<(html|title|h[1-6]|img|script|link|source|iframe|object|embed|video|audio|input|meta)\b([^>]*)>"
)
_ATTRIBUTE = re.compile(r'([\w-]+)(?:="([^"]*)")?')
_LOADED = ("src", "data", "poster")  # what a browser asks for as soon as it opens the page
_LINKED = {"stylesheet", "icon", "manifest", "preload", "modulepreload", "apple-touch-icon", "prefetch"}
_KEPT = re.compile(
    rb"document\.cookie|localStorage|sessionStorage|indexedDB|sendBeacon|XMLHttpRequest|fetch\(|https?://"
)
_OUTSIDE_STYLE = re.compile(rb"url\(\s*[\"']?(?:https?:)?//")
_BODY = re.compile(r"\bbody ?\{[^}]*\bfont: ?var\(--fonte-texte\)")
_TEXT = 4.5  # the contrast of what is text rather than drawing (WCAG 2.2, 1.4.3)


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found; counts of faults are nought where all is well.

    Attributes:
        day: when, in words.
        pages: how many pages were looked at.
        languages: how many do not say their language.
        titles: how many have no title of their own.
        headings: how many have no or several main headings, or skip a level.
        pictures: how many pictures there are.
        silent: how many say nothing of what they stand for, not even that they only adorn.
        outside: what is asked of other sites when a page is opened.
        guarded: whether each page forbids its browser to ask anything of other sites.
        keeps: whether a script might keep or send something of a visit.
        moving: how many videos and sounds there are.
        longest: the page that has the most text.
        weight: what its first visit brings, compressed: « 87 ».
        contrast: the lowest contrast of a text and its ground: « 4,6 »; empty when it is not known.
        size: the size of running text, on a phone then on a large screen; empty when the style is not ours.
    """

    day: str
    pages: int
    languages: int
    titles: int
    headings: int
    pictures: int
    silent: int
    outside: tuple[str, ...]
    guarded: bool
    keeps: bool
    moving: int
    longest: Link
    weight: str
    contrast: str
    size: tuple[str, str] | None

    @property
    def counted(self) -> str:
        """How many pages, as it is written."""
        return whole(self.pages)


def note_of(title: str, address: str, html: str) -> str:
    """What one page holds, for a `Gauge`: as text, so that it can be kept and sent."""
    tags = [(tag, dict(_ATTRIBUTE.findall(rest))) for tag, rest in _TAG.findall(html)]
    head = html.partition("<title>")[2].partition("</title>")[0].strip()
    outside = dict.fromkeys(_asked_elsewhere(tags))
    return json.dumps([title, address, len(html), head, [*_faults(tags)], [*outside]], ensure_ascii=False)


@dataclass
class Gauge:
    """Adds up what pages hold."""

    pages: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    outside: dict[str, None] = field(default_factory=dict)
    titles: Counter[str] = field(default_factory=Counter)
    longest: Link = field(default_factory=lambda: Link(""))
    length: int = 0

    def take(self, note: str) -> None:
        """Add what `note_of` says of a page."""
        title, address, length, head, faults, outside = json.loads(note)
        self.pages += 1
        if length > self.length:
            self.longest, self.length = Link(title, address), length
        self.faults.update(faults)
        self.titles[head] += 1
        self.outside |= dict.fromkeys(outside)

    def found(
        self, page: bytes, assets: Assets, scripts: tuple[bytes, ...], identity: Identity, today: date
    ) -> Findings:
        """What there is to say.

        Args:
            page: the longest one.
            assets: what stands beside all pages.
            scripts: those that only some pages load.
            identity: whose colours and sizes are published.
            today: the day it is said.
        """
        files = {file.path: file.data for file in assets.files}
        style = next(data for path, data in files.items() if path.endswith(".css"))
        code = (*scripts, *(data for path, data in files.items() if path.endswith(".js")))
        if _OUTSIDE_STYLE.search(style):
            self.outside |= {"la feuille de style": None}
        count = self.faults
        return Findings(
            day=day_words(today),
            pages=self.pages,
            languages=count["language"],
            titles=sum(number for title, number in self.titles.items() if number > 1 or not title),
            headings=count["headings"],
            pictures=count["picture"],
            silent=count["silent"],
            outside=tuple(self.outside),
            guarded=not count["unguarded"],
            keeps=any(_KEPT.search(script) for script in code),
            moving=count["moving"],
            longest=self.longest,
            weight=whole(round(_weight(page, files) / 1000)),
            contrast=_least_contrast(identity),
            size=_size(identity, style.decode()),
        )


Tags = list[tuple[str, dict[str, str]]]


def _faults(tags: Tags) -> Iterator[str]:
    """What is wrong in a page, and what is to be counted."""
    if not any(tag == "html" and attributes.get("lang") for tag, attributes in tags):
        yield "language"
    levels = [int(tag[1]) for tag, _ in tags if re.fullmatch("h[1-6]", tag)]
    if levels.count(1) != 1 or any(after > before + 1 for before, after in pairwise(levels)):
        yield "headings"
    if not any(_forbids(attributes) for tag, attributes in tags if tag == "meta"):
        yield "unguarded"
    for tag, attributes in tags:
        if tag == "img":
            yield "picture"
            if "alt" not in attributes:
                yield "silent"
        if tag in {"video", "audio"}:
            yield "moving"


def _forbids(attributes: Mapping[str, str]) -> bool:
    """Whether it is a policy under which nothing comes from elsewhere (CSP 3)."""
    policy = attributes.get("content", "")
    known = attributes.get("http-equiv", "").lower() == "content-security-policy"
    return known and policy.startswith("default-src 'none'") and "http" not in policy and "*" not in policy


def _asked_elsewhere(tags: Tags) -> Iterator[str]:
    for tag, attributes in tags:
        asked = [attributes.get(name, "") for name in _LOADED if tag != "input"]
        if tag == "link" and _LINKED & set(attributes.get("rel", "").split()):
            asked.append(attributes.get("href", ""))
        asked += [one.split()[0] for one in attributes.get("srcset", "").split(",") if one.strip()]
        yield from (address for address in asked if is_elsewhere(address) or address.startswith("//"))


def _weight(page: bytes, files: Mapping[str, bytes]) -> int:
    """Octets of a first visit: the page, style, script, fonts; no pictures."""
    texts = (page, *(data for path, data in files.items() if PurePosixPath(path).suffix in {".css", ".js"}))
    fonts = (data for path, data in files.items() if path.endswith(".woff2"))
    return sum(len(gzip.compress(text, 6, mtime=0)) for text in texts) + sum(map(len, fonts))


def _least_contrast(identity: Identity) -> str:
    """The lowest of the pairs of colours that are text and ground, in both themes; rounded down."""
    ratios = [
        contrast(parse(getattr(over, theme)), parse(getattr(under, theme)))
        for pair in identity.paires.values()
        if pair.contraste >= _TEXT
        for _, over in identity.named(pair.dessus)
        for _, under in identity.named(pair.dessous)
        for theme in ("clair", "sombre")
    ]
    return decimal(int(min(ratios) * 10) / 10) if ratios else ""


def _size(identity: Identity, style: str) -> tuple[str, str] | None:
    """The size of running text in px, when the style published gives it to the body."""
    step = identity.tailles.get("texte")
    if step is None or not _BODY.search(style):
        return None
    least, most = step.ecran
    return decimal(least * REM), decimal(most * REM)

"""The files beside the pages: one style sheet, one script, the fonts, the icons, the web manifest.

Names carry eight digits of their content: a visitor's browser keeps them for good, and never keeps an
old one.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from filquartiers.artifact import Artifact, Edition
from filquartiers.model.identity import Identity
from filquartiers.render.tokens import css_tokens

FOLDER = "assets"
STYLE, SCRIPT = "css/style.css", "js/site.js"
ICON_SIZES = (32, 180, 512)  # browser tabs, iOS home screen, web manifest

_IMPORT = re.compile(r'@import "(?P<file>[^"]+)"(?: layer\((?P<layer>[\w.]+)\))?(?: (?P<media>[^;]+))?;')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK = re.compile(r"\s+")
_TIGHT = re.compile(r"\s*([{};,])\s*")


@dataclass(frozen=True, slots=True)
class Assets:
    """Where the assets of a site are, from its root, and the files themselves."""

    stylesheet: str
    script: str
    fonts: tuple[str, ...]
    icons: tuple[str, ...]
    manifest: str
    files: tuple[Artifact, ...]


def assets(edition: Edition) -> Assets:
    """All assets of the site."""
    fonts = {name: _font(edition, name) for name in _font_names(edition.identity)}
    style = _hashed("style", "css", _stylesheet(edition, fonts).encode())
    script = _hashed("site", "js", edition.asset(SCRIPT).read_bytes())
    icons = tuple(_icons(edition.identity))
    manifest = _hashed("site", "webmanifest", _manifest(edition.identity, icons))
    first = (fonts[font.fichiers[0].nom] for font in edition.identity.polices.values())
    return Assets(
        stylesheet=_address(style),
        script=_address(script),
        fonts=tuple(_address(font) for font in first),
        icons=tuple(_address(icon) for icon in icons),
        manifest=_address(manifest),
        files=(style, script, *fonts.values(), *icons, manifest),
    )


def bundle(edition: Edition, name: str) -> str:
    """A style sheet and all it imports, in one; each import keeps its cascade layer and its media."""

    def included(match: re.Match[str]) -> str:
        text = bundle(edition, str(Path(name).parent / match["file"]))
        if match["layer"]:
            text = f"@layer {match['layer']} {{{text}}}"
        return f"@media {match['media']} {{{text}}}" if match["media"] else text

    return _IMPORT.sub(included, edition.asset(name).read_text(encoding="utf-8"))


def squeezed(css: str) -> str:
    """The style sheet without comments or needless blanks."""
    return _TIGHT.sub(r"\1", _BLANK.sub(" ", _COMMENT.sub("", css))).strip()


def _stylesheet(edition: Edition, fonts: dict[str, Artifact]) -> str:
    tokens = css_tokens(edition.identity, fonts=".")
    for name, font in fonts.items():
        tokens = tokens.replace(f"./{name}.woff2", Path(font.path).name)
    return squeezed(tokens + bundle(edition, STYLE))


def _font_names(identity: Identity) -> Iterator[str]:
    for font in identity.polices.values():
        yield from (file.nom for file in font.fichiers)


def _font(edition: Edition, name: str) -> Artifact:
    return _hashed(name, "woff2", edition.asset(f"fonts/{name}.woff2").read_bytes())


def _hashed(name: str, extension: str, data: bytes) -> Artifact:
    mark = hashlib.sha256(data).hexdigest()[:8]
    return Artifact(f"site/{FOLDER}/{name}.{mark}.{extension}", data)


def _address(artifact: Artifact) -> str:
    return artifact.path.removeprefix("site/")


def _icons(identity: Identity) -> Iterator[Artifact]:
    yield _hashed("icone", "svg", icon_svg(identity).encode())
    for size in ICON_SIZES:
        yield _hashed(f"icone-{size}", "png", icon_png(identity, size))


# The icon, on a square of 32: the thread comes in, passes its knot, and goes down.
_CURVE = (
    ((-2.0, 9.0), (6.0, 9.0), (8.0, 16.0), (16.0, 16.0)),
    ((16.0, 16.0), (24.0, 16.0), (26.0, 23.0), (34.0, 23.0)),
)
_KNOT, _STROKE, _SQUARE = 7.0, 3.0, 32


def icon_svg(identity: Identity) -> str:
    """The icon of the site, from the tokens: the thread and one knot."""
    thread, paper = identity.couleurs["fil"].clair, identity.couleurs["papier"].clair
    points = [f"{x:g},{y:g}" for piece in _CURVE for x, y in piece[1:]]
    path = f"M{_CURVE[0][0][0]:g},{_CURVE[0][0][1]:g}C{' '.join(points)}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SQUARE} {_SQUARE}">'
        f'<rect width="{_SQUARE}" height="{_SQUARE}" fill="{thread}"/>'
        f'<g fill="{thread}" stroke="{paper}" stroke-width="{_STROKE:g}"><path fill="none" d="{path}"/>'
        f'<circle cx="16" cy="16" r="{_KNOT:g}"/></g></svg>\n'
    )


def icon_png(identity: Identity, size: int) -> bytes:
    """The same icon as a picture of ``size`` pixels, drawn four times larger then reduced."""
    scale = size * 4 / _SQUARE
    thread, paper = identity.couleurs["fil"].clair, identity.couleurs["papier"].clair
    picture = Image.new("RGB", (size * 4, size * 4), thread)
    pen = ImageDraw.Draw(picture)
    for x, y in (point for piece in _CURVE for point in _along(piece)):
        pen.ellipse(_disc(x, y, _STROKE / 2, scale), fill=paper)
    pen.ellipse(_disc(16, 16, _KNOT + _STROKE / 2, scale), fill=paper)
    pen.ellipse(_disc(16, 16, _KNOT - _STROKE / 2, scale), fill=thread)
    file = BytesIO()
    picture.resize((size, size), Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()


def _along(piece: tuple[tuple[float, float], ...], steps: int = 400) -> Iterator[tuple[float, float]]:
    """Points of a cubic Bézier curve."""
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        yield (
            sum(weight * x for weight, (x, _) in zip(weights, piece, strict=True)),
            sum(weight * y for weight, (_, y) in zip(weights, piece, strict=True)),
        )


def _disc(x: float, y: float, radius: float, scale: float) -> tuple[float, float, float, float]:
    return ((x - radius) * scale, (y - radius) * scale, (x + radius) * scale, (y + radius) * scale)


def _manifest(identity: Identity, icons: tuple[Artifact, ...]) -> bytes:
    """The web app manifest (W3C); addresses are relative to it."""
    pictures = [
        {"src": Path(icon.path).name, "sizes": f"{size}x{size}", "type": "image/png"}
        for icon, size in zip(icons[1:], ICON_SIZES, strict=True)
    ]
    manifest = {
        "name": identity.nom,
        "lang": "fr",
        "start_url": "../index.html",
        "display": "browser",
        "background_color": identity.couleurs["papier"].clair,
        "theme_color": identity.couleurs["fil"].clair,
        "icons": pictures,
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()

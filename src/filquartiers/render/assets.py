"""The files beside the pages: one style sheet, one script, the fonts, the icons, the web manifest.

Names carry eight digits of their content: a visitor's browser keeps them for good, and never keeps an
old one.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from filquartiers import encodings
from filquartiers.artifact import Artifact
from filquartiers.edition import Edition
from filquartiers.model.addresses import ASSETS, HOME, address_at, beside, output_path, relative
from filquartiers.model.identity import Identity
from filquartiers.render.icon import icon_png, icon_svg
from filquartiers.render.tokens import css_tokens

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
    files: tuple[Artifact, ...] = field(repr=False)


def assets(edition: Edition) -> Assets:
    """All assets of the site."""
    fonts = {name: _font(edition, name) for name in _font_names(edition.identity)}
    style = hashed("style", "css", _stylesheet(edition, fonts).encode())
    script = hashed("site", "js", edition.asset(SCRIPT).read_bytes())
    icons = tuple(_icons(edition.identity))
    manifest = hashed("site", "webmanifest", _manifest(edition.identity, icons))
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

    return _IMPORT.sub(included, _text(edition.asset(name)))


def _text(file: Path) -> str:
    """A style sheet that an editor may have saved in the encoding of Windows."""
    data = file.read_bytes()
    found = encodings.decode(data)
    return encodings.tidy(found.text) if found else data.decode(errors="replace")


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
    return hashed(name, "woff2", edition.asset(f"fonts/{name}.woff2").read_bytes())


def hashed(name: str, extension: str, data: bytes) -> Artifact:
    """A file whose name tells its content."""
    mark = hashlib.sha256(data).hexdigest()[:8]
    return Artifact(output_path(beside(ASSETS, f"{name}.{mark}.{extension}")), data)


def _address(artifact: Artifact) -> str:
    return address_at(artifact.path)


def _icons(identity: Identity) -> Iterator[Artifact]:
    yield hashed("icone", "svg", icon_svg(identity).encode())
    for size in ICON_SIZES:
        yield hashed(f"icone-{size}", "png", icon_png(identity, size))


def _manifest(identity: Identity, icons: tuple[Artifact, ...]) -> bytes:
    """The web app manifest (W3C); addresses are relative to it."""
    pictures = [
        {"src": Path(icon.path).name, "sizes": f"{size}x{size}", "type": "image/png"}
        for icon, size in zip(icons[1:], ICON_SIZES, strict=True)
    ]
    manifest = {
        "name": identity.nom,
        "lang": "fr",
        "start_url": relative(ASSETS, HOME),
        "display": "browser",
        "background_color": identity.couleurs["papier"].clair,
        "theme_color": identity.couleurs["fil"].clair,
        "icons": pictures,
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()

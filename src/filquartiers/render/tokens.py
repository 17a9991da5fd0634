"""The identity as the site and the printed pages take it: CSS custom properties, and data for typst.

Names follow ``assets/identite.yaml``: ``couleurs.texte_secondaire`` gives ``--couleur-texte-secondaire``.
"""

from collections.abc import Iterator
from itertools import chain

from filquartiers.model.identity import Colour, Font, FontFile, Identity, TypeStep

PHONE, DESKTOP = 360, 1280  # px: the screens between which sizes grow
REM = 16  # px


def css_tokens(identity: Identity, fonts: str = "../fonts") -> str:
    """The style sheet of tokens: font faces, custom properties on ``:root``, a class per house and colour.

    Args:
        identity: what to write.
        fonts: address of the folder of fonts, from the style sheet.
    """
    faces = chain.from_iterable(_faces(font, fonts) for font in identity.polices.values())
    fixed = _block(":root", chain(["color-scheme: light dark"], _fixed(identity)))
    light = _block(":root", _colours(identity, dark=False))
    dark = _block(":root", _colours(identity, dark=True))
    scheme = f"@media (prefers-color-scheme: dark) {{\n{dark}}}\n"
    return "\n".join([*faces, fixed, light, scheme, *_classes(identity)])


def print_tokens(identity: Identity) -> dict[str, object]:
    """The identity as JSON data for the typst templates, names unchanged.

    Colours carry ``cmjn`` (four numbers, in %) for the press and ``ecran`` (``#RRGGBB``, light scheme)
    for the PDF read on a screen. Type is in pt, tracking in em, lengths in mm, strokes in pt.
    """
    return {
        "couleurs": {name: _inks(colour) for name, colour in identity.couleurs.items()},
        "maisons": [{"nom": house.nom, **_inks(house)} for house in identity.maisons],
        "tailles": {name: _printed(identity, step) for name, step in identity.tailles.items()},
        "espaces": [space.impression for space in identity.espaces],
        "dimensions": {name: length.impression for name, length in identity.dimensions.items()},
        "traits": {name: stroke.impression for name, stroke in identity.traits.items()},
        "marge": identity.grille.marge.impression,
        "colonnes": identity.grille.colonnes,
    }


def _inks(colour: Colour) -> dict[str, object]:
    return {"cmjn": list(colour.cmjn), "ecran": colour.clair, "ton_direct": colour.ton_direct}


def _printed(identity: Identity, step: TypeStep) -> dict[str, object]:
    return {
        "famille": identity.polices[step.police].famille,
        "graisse": step.graisse,
        "taille": step.impression,
        "interligne": step.interligne,
        "approche": step.approche,
    }


def _block(selector: str, lines: Iterator[str]) -> str:
    return f"{selector} {{\n" + "".join(f"  {line};\n" for line in lines) + "}\n"


def _css(name: str) -> str:
    return name.replace("_", "-")


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _faces(font: Font, folder: str) -> Iterator[str]:
    yield from (_face(font, file, folder) for file in font.fichiers)
    local = ", ".join(f'local("{name}")' for name in font.secours)
    yield _block(
        "@font-face",
        iter(
            [
                f'font-family: "{font.famille} secours"',
                f"src: {local}",
                f"size-adjust: {_number(font.chasse * 100)}%",
                # The overrides are taken of the adjusted size (CSS Fonts 5, « size-adjust »).
                f"ascent-override: {_number(font.montante / font.chasse * 100)}%",
                f"descent-override: {_number(font.descendante / font.chasse * 100)}%",
                "line-gap-override: 0%",
            ]
        ),
    )


def _face(font: Font, file: FontFile, folder: str) -> str:
    light, heavy = file.graisses
    weights = f"{light} {heavy}" if light != heavy else str(light)
    return _block(
        "@font-face",
        iter(
            [
                f'font-family: "{font.famille}"',
                f'src: url("{folder}/{file.nom}.woff2") format("woff2")',
                f"font-weight: {weights}",
                f"font-style: {file.style}",
                "font-display: swap",
            ]
        ),
    )


def _colours(identity: Identity, *, dark: bool) -> Iterator[str]:
    for name, colour in identity.couleurs.items():
        yield f"--couleur-{_css(name)}: {colour.sombre if dark else colour.clair}"
    for number, house in enumerate(identity.maisons, start=1):
        yield f"--maison-{number}: {house.sombre if dark else house.clair}"


def _classes(identity: Identity) -> Iterator[str]:
    """The colour of a house where it is named; colours and sizes by name, for the specimen."""
    for number in range(1, len(identity.maisons) + 1):
        yield _block(f".maison-{number}", iter([f"--maison: var(--maison-{number})"]))
    for name in map(_css, identity.couleurs):
        yield _block(f".couleur-{name}", iter([f"--pastille: var(--couleur-{name})"]))
    for name in map(_css, identity.tailles):
        size = f"font: var(--fonte-{name})", f"letter-spacing: var(--approche-{name})"
        yield _block(f".taille-{name}", iter(size))


def _fixed(identity: Identity) -> Iterator[str]:
    """Everything that is the same in both schemes."""
    for name, font in identity.polices.items():
        yield f'--police-{_css(name)}: "{font.famille}", "{font.famille} secours", sans-serif'
    for name, step in identity.tailles.items():
        yield from _type(_css(name), step)
    for number, space in enumerate(identity.espaces, start=1):
        yield f"--espace-{number}: {_number(space.ecran)}rem"
    for name, length in identity.dimensions.items():
        yield f"--dimension-{_css(name)}: {_number(length.ecran)}rem"
    for name, stroke in identity.traits.items():
        yield f"--trait-{_css(name)}: {_number(stroke.ecran)}px"
    for name, measure in identity.mesures.items():
        yield f"--mesure-{_css(name)}: {_number(measure)}rem"
    yield f"--grille-colonnes: {identity.grille.colonnes}"
    yield f"--grille-marge: {fluid(*identity.grille.marge.ecran)}"


def _type(name: str, step: TypeStep) -> Iterator[str]:
    yield f"--taille-{name}: {fluid(*step.ecran)}"
    yield f"--interligne-{name}: {_number(step.interligne)}"
    yield f"--approche-{name}: {_number(step.approche)}em"
    yield f"--graisse-{name}: {step.graisse}"
    # The whole of it at once: « font: var(--fonte-titre) ».
    size = f"var(--taille-{name})/var(--interligne-{name})"
    yield f"--fonte-{name}: {step.graisse} {size} var(--police-{_css(step.police)})"


def fluid(least: float, most: float) -> str:
    """A CSS length that grows in a straight line from phone to desktop; both ends in rem."""
    if least == most:
        return f"{_number(least)}rem"
    slope = (most - least) * REM / (DESKTOP - PHONE)
    start = least - slope * PHONE / REM
    return f"clamp({_number(least)}rem, {_number(start)}rem + {_number(slope * 100)}vw, {_number(most)}rem)"

"""The icon of the site, from the tokens: the thread and one knot."""

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from filquartiers.model.identity import Identity
from filquartiers.render.pen import curve, disc

# The icon, on a square of 32: the thread comes in, passes its knot, and goes down.
_CURVE = (
    ((-2.0, 9.0), (6.0, 9.0), (8.0, 16.0), (16.0, 16.0)),
    ((16.0, 16.0), (24.0, 16.0), (26.0, 23.0), (34.0, 23.0)),
)
_KNOT, _STROKE, _SQUARE = 7.0, 3.0, 32


def icon_svg(identity: Identity) -> str:
    """The icon as a drawing."""
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
    """The same icon as a picture of ``size`` pixels."""
    return _png(identity.couleurs["fil"].clair, identity.couleurs["papier"].clair, size)


@cache
def _png(thread: str, paper: str, size: int) -> bytes:
    """Drawn four times larger, then reduced."""
    scale = size * 4 / _SQUARE
    picture = Image.new("RGB", (size * 4, size * 4), thread)
    pen = ImageDraw.Draw(picture)
    for x, y in (point for piece in _CURVE for point in curve(piece)):
        pen.ellipse(disc(x, y, _STROKE / 2, scale), fill=paper)
    pen.ellipse(disc(16, 16, _KNOT + _STROKE / 2, scale), fill=paper)
    pen.ellipse(disc(16, 16, _KNOT - _STROKE / 2, scale), fill=thread)
    file = BytesIO()
    picture.resize((size, size), Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()

"""Both sides of the thresholds of the Ghent Workgroup's rules for sheetfed CMYK (2022).

For each rule: files just beyond, which its check finds and no other, and twins just within, of which nothing
is said. What other tests hold on both sides already (PDF/X-4, overprinting white, rich black, inks, pictures
in grey or colour, output intents) is not here again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Pdf

from press.faults_of_pages import SPOT
from press.makers import draws, form, ramp, samples

Change = Callable[[Pdf], object]

GROUND = "0 0.2 0.3 0 k 50 50 100 100 re f "
OVERPRINT = {"O": Dictionary(OP=True, op=True, OPM=1)}
ALL = Array([Name.Separation, Name.All, Name.DeviceCMYK, ramp([0, 0, 0, 0], [0, 0, 0, 1])])
BITS = samples(Name.DeviceGray, 800, 800, b"\xaa" * 100 * 800, BitsPerComponent=1)


@dataclass(frozen=True)
class Rule:
    """A rule: the code that tells it, files beyond it, files within it, what the press asks."""

    code: str
    beyond: tuple[Change, ...]
    within: tuple[Change, ...]
    profile: Mapping[str, object] = field(default_factory=dict)


def _text(body: float, colour: str, before: str = "", **resources: dict[str, object]) -> Change:
    return draws(f"{before}{colour} BT /f0 {body} Tf 60 60 Td <0001> Tj ET", **resources)


def _line(width: float, colour: str, before: str = "", **resources: dict[str, object]) -> Change:
    return draws(f"{before}{colour} {width} w 60 60 m 100 60 l S", **resources)


def _page(key: str, value: object) -> Change:
    return lambda pdf: pdf.pages[0].obj.__setitem__(key, value)


def _empty(pdf: Pdf) -> None:
    """The last page without anything on it."""
    pdf.pages[3].obj.Contents = pdf.make_stream(b"")


def _nearly_empty(pdf: Pdf) -> None:
    """The last page with a dot on it."""
    pdf.pages[3].obj.Contents = pdf.make_stream(b"0 0 0 1 k 60 60 5 5 re f")


def _bits(side: float) -> Change:
    """A picture of 800 × 800 points, each ink or none, printed ``side`` points wide."""
    return draws(f"q {side} 0 0 {side} 60 60 cm /I Do Q", XObject={"I": BITS})


def _blends(space: Name) -> Change:
    """A form that is a transparency group of its own."""
    group = Dictionary(S=Name.Transparency, CS=space, Type=Name.Group)
    return draws("/F Do", XObject={"F": form("0 0 0 0.5 k 60 60 20 20 re f", Group=group)})


def named(*names: str) -> Change:
    """Squares in spot inks of these names."""
    spaces = {
        f"S{rank}": Array([Name.Separation, Name(f"/{name}"), *SPOT[2:]]) for rank, name in enumerate(names)
    }
    return draws(
        " ".join(f"/S{rank} cs 1 scn {60 + 20 * rank} 60 15 15 re f" for rank in range(len(names))),
        ColorSpace=spaces,
    )


GHENT: dict[str, Rule] = {
    "R0002": Rule(
        "page-agrandie", (_page("/UserUnit", 2), _page("/UserUnit", 0.5)), (_page("/UserUnit", 1),)
    ),
    "R0003": Rule(
        "feuille-recadree",
        (_page("/CropBox", Array([8.5, 8.5, 218.3, 306.1])), _page("/CropBox", Array([0, 0, 226, 314]))),
        (_page("/CropBox", Array([0, 0, 226.77, 314.65])),),
    ),
    "R0004": Rule("page-tournee", (_page("/Rotate", 90), _page("/Rotate", 180)), (_page("/Rotate", 360),)),
    "R0005": Rule("page-vide", (_empty,), (_nearly_empty,)),
    "R0009": Rule(
        "noir-reserve",
        (_text(11.9, "0 0 0 1 k", GROUND), _text(8, "0 0 0 1 k", GROUND)),
        (_text(12, "0 0 0 1 k", GROUND), _text(8, "/O gs 0 0 0 1 k", GROUND, ExtGState=OVERPRINT)),
    ),
    "R0010": Rule(
        "noir-reserve",
        (_line(1.9, "0 0 0 1 K", GROUND), _line(0.3, "0 0 0 1 K", GROUND)),
        (_line(2, "0 0 0 1 K", GROUND), _line(0.3, "/O gs 0 0 0 1 K", GROUND, ExtGState=OVERPRINT)),
    ),
    "R0011": Rule(
        "noir-en-gris", (_text(11.9, "0 g"), _text(9, "0 g")), (_text(12, "0 g"), _text(9, "0.5 g"))
    ),
    "R0012": Rule(
        "noir-en-gris", (_line(1.9, "0 G"), _line(0.3, "0 G")), (_line(2, "0 G"), _line(0.3, "0.5 G"))
    ),
    "R0013": Rule(
        "gris-surimprime",
        (
            _text(9, "/O gs 0 g", ExtGState=OVERPRINT),
            _line(1, "/O gs 0.5 G", ExtGState=OVERPRINT),
        ),
        (_line(1, "0.5 G"), _line(1, "/O gs 0 0 0 0.5 K", ExtGState=OVERPRINT)),
    ),
    "R0016": Rule(
        "blanc-fin",
        (_text(7.9, "0 0 0 0 k", GROUND), _text(5, "1 g", GROUND)),
        (_text(8, "0 0 0 0 k", GROUND),),
    ),
    "R0017": Rule(
        "petit-texte-couleur",
        (_text(7.9, "0.5 0.5 0 0 k"), _text(5, "0 0.8 0.6 0 k")),
        (_text(8, "0.5 0.5 0 0 k"), _text(5, "0 0.8 0 0 k")),
    ),
    "R0018": Rule(
        "blanc-fin",
        (_line(0.24, "0 0 0 0 K", GROUND), _line(0.1, "1 G", GROUND)),
        (_line(0.25, "0 0 0 0 K", GROUND),),
    ),
    "R0020": Rule("tons-directs-nombreux", (named("Or"),), ()),
    "R0024": Rule(
        "toutes-encres",
        (draws("/A cs 0.1 scn 60 60 20 20 re f", ColorSpace={"A": ALL}),),
        (draws("/A cs 0.1 scn 0 0 5 5 re f", ColorSpace={"A": ALL}),),
    ),
    "R0030": Rule("melange-rvb", (_blends(Name.DeviceRGB),), (_blends(Name.DeviceCMYK),)),
    "R0031-petites": Rule(
        "image-grossiere",
        (
            draws(
                "q 40 0 0 40 60 60 cm /I Do Q",
                XObject={"I": samples(Name.DeviceCMYK, 17, 17, b"\x20" * 1156)},
            ),
        ),
        (
            draws(
                "q 40 0 0 40 60 60 cm /I Do Q",
                XObject={"I": samples(Name.DeviceCMYK, 16, 16, b"\x20" * 1024)},
            ),
        ),
    ),
    "R0032-refusees": Rule("image-grossiere", (_bits(800 * 72 / 549),), ()),
    "R0032-tolerees": Rule(
        "image-juste", (_bits(800 * 72 / 551), _bits(800 * 72 / 798)), (_bits(800 * 72 / 800),)
    ),
}

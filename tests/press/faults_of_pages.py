"""Made-up faulty pages: a sound press file, one object too many, and the one check that must find it.

The page is 74 × 105 mm with 3 mm of bleed: cut at 8.5 and 218.3 pt across, 8.5 and 306.1 pt down.
"""

from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, Pdf, String

from press.makers import HELVETICA, SQUARE, SRGB, draws, form, icc_space, photo, ramp, samples, stream

RGB_PHOTO = photo(200).tobytes()
CMYK_PHOTO = b"\x20\x40\x10\x00" * 200 * 200
SHADING = Dictionary(
    ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[60, 0, 100, 0], Function=ramp([1, 0, 0], [0, 0, 1])
)
SPOT = Array([Name.Separation, Name("/Or vif"), Name.DeviceCMYK, ramp([0, 0, 0, 0], [0, 0.2, 0.6, 0.3])])
TILE = {
    "PatternType": 1,
    "PaintType": 1,
    "TilingType": 1,
    "BBox": [0, 0, 5, 5],
    "XStep": 5,
    "YStep": 5,
    "Resources": Dictionary(),
}
GLYPHS = Dictionary(
    Type=Name.Font,
    Subtype=Name.Type3,
    FontBBox=[0, 0, 1000, 1000],
    FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
    FirstChar=97,
    LastChar=97,
    Widths=[1000],
    Encoding=Dictionary(Type=Name.Encoding, Differences=[97, Name.carre]),
    Resources=Dictionary(),
)


def _whole(pdf: Pdf, name: Name = Name.Entiere) -> Dictionary:
    """The first page's own font file, under a name without the mark of a subset."""
    inner = pdf.pages[0].Resources.Font["/f0"].DescendantFonts[0]
    descriptor = Dictionary(inner.FontDescriptor)
    descriptor.FontName = name
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=name,
            FontDescriptor=pdf.make_indirect(descriptor),
            FirstChar=32,
            Widths=[500] * 200,
        )
    )


PAINTED: dict[str, tuple[Callable[[Pdf], None], str]] = {
    "aplat-rvb": (draws(f"1 0 0 rg {SQUARE}"), "couleur-rvb"),
    "filet-rvb": (draws("0 0 1 RG 2 w 60 60 m 100 60 l S"), "couleur-rvb"),
    "texte-rvb": (draws("0 0 1 rg BT /f0 12 Tf 60 60 Td <0001> Tj ET"), "couleur-rvb"),
    "aplat-srgb-avec-profil": (
        draws(f"/Ecran cs 1 0 0 scn {SQUARE}", ColorSpace={"Ecran": icc_space(3, SRGB)}),
        "couleur-rvb",
    ),
    "aplat-rvb-calibre": (
        draws(
            f"/Cal cs 1 0 0 scn {SQUARE}",
            ColorSpace={"Cal": Array([Name.CalRGB, Dictionary(WhitePoint=[0.95, 1, 1.09])])},
        ),
        "couleur-rvb",
    ),
    "aplat-lab": (
        draws(
            f"/Lab cs 60 40 20 scn {SQUARE}",
            ColorSpace={"Lab": Array([Name.Lab, Dictionary(WhitePoint=[0.95, 1, 1.09])])},
        ),
        "couleur-rvb",
    ),
    "palette-rvb": (
        draws(
            f"/Pal cs 1 scn {SQUARE}",
            ColorSpace={"Pal": Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\0\0\0\xff\0\0")])},
        ),
        "couleur-rvb",
    ),
    "image-rvb": (
        draws("q 40 0 0 40 60 60 cm /I Do Q", XObject={"I": samples(Name.DeviceRGB, 200, 200, RGB_PHOTO)}),
        "couleur-rvb",
    ),
    "image-rvb-dans-le-texte": (
        draws("q 0.8 0 0 0.8 60 60 cm BI /W 4 /H 4 /CS /RGB /BPC 8 /F /AHx ID " + "ff0000" * 16 + "> EI Q"),
        "couleur-rvb",
    ),
    "degrade-rvb": (draws("60 60 40 40 re W n /S sh", Shading={"S": SHADING}), "couleur-rvb"),
    "motif-degrade-rvb": (
        draws(
            f"/Pattern cs /P scn {SQUARE}",
            Pattern={"P": Dictionary(PatternType=2, Shading=SHADING)},
        ),
        "couleur-rvb",
    ),
    "bloc-rvb": (
        draws("q 1 0 0 1 50 50 cm /F Do Q", XObject={"F": form("1 0 0 rg 10 10 30 30 re f")}),
        "couleur-rvb",
    ),
    "bloc-dans-un-bloc-rvb": (
        draws(
            "q 1 0 0 1 50 50 cm /F Do Q",
            XObject={
                "F": form("/G Do"),
                "G": form("1 0 0 rg 10 10 30 30 re f"),
            },
        ),
        "couleur-rvb",
    ),
    "carreau-rvb": (
        draws(f"/Pattern cs /P scn {SQUARE}", Pattern={"P": stream("1 0 0 rg 0 0 2 2 re f", **TILE)}),
        "couleur-rvb",
    ),
    "lettre-dessinee-rvb": (
        draws(
            "BT /T 20 Tf 60 60 Td (a) Tj ET",
            Font={"T": lambda pdf: _type3(pdf, "1000 0 d0 1 0 0 rg 0 0 800 800 re f")},
        ),
        "couleur-rvb",
    ),
    "gris-avec-profil": (
        draws(
            f"/Gris cs 0.4 scn {SQUARE}",
            ColorSpace={"Gris": Array([Name.CalGray, Dictionary(WhitePoint=[0.95, 1, 1.09])])},
        ),
        "couleur-calibree",
    ),
    "espace-inconnu": (draws(f"/Absent cs 0.5 scn {SQUARE}"), "couleur-inconnue"),
    "ton-direct": (draws(f"/Spot cs 0.5 scn {SQUARE}", ColorSpace={"Spot": SPOT}), "ton-direct"),
    "texte-noir-a-quatre-encres": (
        draws("0.7 0.6 0.6 0.8 k BT /f0 12 Tf 60 60 Td <0001> Tj ET"),
        "texte-noir-compose",
    ),
    "petit-texte-a-trois-encres": (
        draws("0.6 0.7 0.2 0 k BT /f0 6 Tf 60 60 Td <0001> Tj ET"),
        "petit-texte-couleur",
    ),
    "trop-d-encre": (draws(f"1 1 1 0.5 k {SQUARE}"), "encre-excessive"),
    "trop-d-encre-par-transparence": (
        draws(
            f"/M gs 1 1 0 0 k {SQUARE} 0 0 1 1 k {SQUARE}",
            ExtGState={"M": Dictionary(BM=Name.Multiply)},
        ),
        "encre-excessive",
    ),
    "trop-d-encre-par-surimpression": (
        draws(
            "1 1 1 0 k 60 60 40 40 re f /O gs 0 0 0 1 k 60 60 40 40 re f",
            ExtGState={"O": Dictionary(OP=True, op=True, OPM=1)},
        ),
        "encre-excessive",
    ),
    "trop-d-encre-dans-une-image": (
        draws(
            "q 40 0 0 40 60 60 cm /I Do Q",
            XObject={"I": samples(Name.DeviceCMYK, 200, 200, b"\xf0\xf0\xf0\xc0" * 40_000)},
        ),
        "encre-excessive",
    ),
    "image-grossiere": (
        draws("q 80 0 0 80 60 60 cm /I Do Q", XObject={"I": samples(Name.DeviceCMYK, 200, 200, CMYK_PHOTO)}),
        "image-grossiere",
    ),
    "image-agrandie-dans-un-bloc": (
        draws(
            "q 4 0 0 4 60 60 cm /F Do Q",
            XObject={
                "F": form("q 20 0 0 20 0 0 cm /I Do Q"),
                "I": samples(Name.DeviceCMYK, 200, 200, CMYK_PHOTO),
            },
        ),
        "image-grossiere",
    ),
    "image-un-peu-molle": (
        draws("q 55 0 0 55 60 60 cm /I Do Q", XObject={"I": samples(Name.DeviceCMYK, 200, 200, CMYK_PHOTO)}),
        "image-juste",
    ),
    "image-abimee": (
        draws(
            "q 20 0 0 20 60 60 cm /I Do Q",
            XObject={"I": samples(Name.DeviceCMYK, 200, 200, b"pas une image", Filter=Name.DCTDecode)},
        ),
        "image-illisible",
    ),
    "police-absente": (
        draws("0 0 0 1 k BT /H 12 Tf 60 60 Td (Bonjour) Tj ET", Font={"H": HELVETICA}),
        "police-absente",
    ),
    "police-entiere": (
        draws("0 0 0 1 k BT /H 12 Tf 60 60 Td (Bonjour) Tj ET", Font={"H": _whole}),
        "police-entiere",
    ),
    "police-de-rechange": (
        draws(
            "0 0 0 1 k BT /H 12 Tf 60 60 Td (Bonjour) Tj ET",
            Font={"H": lambda pdf: _whole(pdf, Name("/ABCDEF+Courier"))},
        ),
        "police-courier",
    ),
    "blanc-en-surimpression": (
        draws(f"/O gs 0 0 0 0 k {SQUARE}", ExtGState={"O": Dictionary(op=True, OPM=1)}),
        "surimpression-blanc",
    ),
    "jaune-en-surimpression": (
        draws(f"/O gs 0 0 1 0 k {SQUARE}", ExtGState={"O": Dictionary(op=True, OPM=1)}),
        "surimpression-couleur",
    ),
    "filet-fin": (draws("0 1 0 0 K 0.1 w 60 60 m 100 60 l S"), "filet-fin"),
    "filet-nul": (draws("0 1 0 0 K 0 w 60 60 m 100 60 l S"), "filet-fin"),
    "filet-reduit": (draws("q 0.1 0 0 0.1 60 60 cm 0 1 0 0 K 1 w 0 0 m 400 0 l S Q"), "filet-fin"),
    "filet-fait-d-un-aplat": (draws("0 0 0 1 k 60 60 40 0.1 re f"), "filet-fin"),
    "aplat-au-ras-de-la-coupe": (draws("0 1 0 0 k 8.5 60 20 20 re f"), "fond-perdu-court"),
    "aplat-a-un-millimetre": (draws("0 1 0 0 k 60 297 20 12 re f"), "fond-perdu-court"),
    "image-au-ras-de-la-coupe": (
        draws("q 40 0 0 40 8.5 60 cm /I Do Q", XObject={"I": samples(Name.DeviceCMYK, 200, 200, CMYK_PHOTO)}),
        "fond-perdu-court",
    ),
    "texte-hors-de-la-coupe": (
        draws("0 0 0 1 k BT /f0 12 Tf 5 60 Td <0001> Tj ET"),
        "texte-coupe",
    ),
    "texte-pres-du-bord": (
        draws("0 1 0 0 k BT /f0 10 Tf 12 60 Td <0001> Tj ET"),
        "marge-courte",
    ),
    "image-pres-du-bord": (
        draws("q 40 0 0 40 12 60 cm /I Do Q", XObject={"I": samples(Name.DeviceCMYK, 200, 200, CMYK_PHOTO)}),
        "marge-courte",
    ),
    "melange-en-rvb": (
        lambda pdf: (
            draws(f"/A gs 0 1 0 0 k {SQUARE}", ExtGState={"A": Dictionary(ca=0.5)})(pdf),
            pdf.pages[0].obj.__setitem__(
                "/Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, Type=Name.Group)
            ),
        ),
        "melange-rvb",
    ),
}


def _type3(pdf: Pdf, drawing: str) -> Dictionary:
    font = pdf.make_indirect(Dictionary(GLYPHS))
    font.CharProcs = Dictionary(carre=stream(drawing)(pdf))
    return font

"""What the file says of itself: standard, title, dates, identifiers, trapping, in Info and in XMP."""

from collections.abc import Iterator
from typing import Any

from pikepdf import Pdf, PdfError

from filquartiers.press.metadata import PDFX_ID, STANDARDS
from filquartiers.press.preflight.examined import Examined
from filquartiers.press.preflight.report import Fact, Finding, Section
from filquartiers.problems import problem

VERSION = f"{{{PDFX_ID}}}GTS_PDFXVersion"
REQUIRED = {
    "dc:title": "un titre",
    "xmp:CreateDate": "une date de création",
    "xmp:ModifyDate": "une date de modification",
    "xmpMM:DocumentID": "un identifiant",
}
# PDF/X-1a describes itself in Info; PDF/X-4, in XMP.
REQUIRED_INFO = {
    "/Title": "un titre",
    "/CreationDate": "une date de création",
    "/ModDate": "une date de modification",
}


def check_metadata(file: Examined) -> Section:
    """The standard that the press asks, and metadata that agree (ISO 15930-7, 6.7 and 6.8)."""
    info, xmp = _info(file.pdf), _xmp(file.pdf)
    declared = xmp.get(VERSION) or info.get("/GTS_PDFXVersion", "")
    return Section(
        "Norme et description",
        (
            Fact("Norme annoncée", declared or "aucune"),
            Fact("Version de PDF", file.pdf.pdf_version),
            Fact("Titre", xmp.get("dc:title") or info.get("/Title", "") or "aucun"),
            Fact("Logiciel", info.get("/Producer", "") or "inconnu"),
        ),
        (
            *_standard(file, declared),
            *_missing(file, info, xmp),
            *_trapped(file, info, xmp),
            *_disagreements(file, info, xmp),
        ),
    )


def _info(pdf: Pdf) -> dict[str, str]:
    try:
        return {key: str(value) for key, value in pdf.docinfo.items()}
    except (PdfError, AttributeError, TypeError, ValueError):
        return {}


def _xmp(pdf: Pdf) -> dict[str, Any]:
    """The XMP properties we know; none when the packet is missing or damaged."""
    known = (*REQUIRED, "pdf:Trapped", "pdf:Producer", VERSION)
    if "/Metadata" not in pdf.Root:
        return {}
    try:
        packet = pdf.open_metadata()
        return {key: str(packet[key]) for key in known if key in packet}
    except (PdfError, ValueError, KeyError, TypeError, SyntaxError):
        return {}


def _standard(file: Examined, declared: str) -> Iterator[Finding]:
    asked = file.profile.norme
    if not declared:
        yield Finding(problem("norme-absente", file.where, attendu=asked))
    elif not declared.startswith(asked):
        yield Finding(problem("norme-differente", file.where, norme=declared, attendu=asked))


def _missing(file: Examined, info: dict[str, str], xmp: dict[str, str]) -> Iterator[Finding]:
    if STANDARDS[file.profile.norme].plain_objects:
        lacking = [name for key, name in REQUIRED_INFO.items() if not info.get(key)]
    else:
        lacking = [name for key, name in REQUIRED.items() if not xmp.get(key)]
    if "/ID" not in file.pdf.trailer:
        lacking.append("un numéro de fichier (ID)")
    if lacking:
        yield Finding(problem("infos-absentes", file.where, quoi=", ".join(lacking)))


def _trapped(file: Examined, info: dict[str, str], xmp: dict[str, str]) -> Iterator[Finding]:
    said = {info.get("/Trapped", "").removeprefix("/"), xmp.get("pdf:Trapped", "")}
    if not said & {"True", "False"}:
        yield Finding(problem("recouvrement-absent", file.where))


def _disagreements(file: Examined, info: dict[str, str], xmp: dict[str, str]) -> Iterator[Finding]:
    pairs = {"le titre": ("/Title", "dc:title"), "le recouvrement": ("/Trapped", "pdf:Trapped")}
    for name, (old, new) in pairs.items():
        one, other = info.get(old, "").removeprefix("/"), xmp.get(new, "")
        if one and other and one != other:
            yield Finding(problem("infos-divergentes", file.where, quoi=name))

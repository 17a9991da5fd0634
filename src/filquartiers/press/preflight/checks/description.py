"""What the file says of itself and holds beside pages: standard, condition, links, scripts, layers."""

from collections.abc import Iterator, Mapping
from typing import Any

from pikepdf import Name, Object, Pdf, PdfError, Stream

from filquartiers.press.geometry import Box
from filquartiers.press.inks import BadProfileError, open_profile
from filquartiers.press.metadata import PDFX_ID, STANDARDS
from filquartiers.press.preflight.examined import Examined
from filquartiers.press.preflight.faults import Fault
from filquartiers.press.preflight.report import Measure
from filquartiers.press.resources import entry, items

ANNOTATIONS = {
    "/Link": "lien",
    "/Widget": "champ de formulaire",
    "/Text": "note",
    "/FreeText": "texte ajouté",
    "/Highlight": "surlignage",
    "/FileAttachment": "pièce jointe",
    "/Stamp": "tampon",
    "/Popup": "bulle",
}
FORBIDDEN = (
    (("/AcroForm",), "un formulaire"),
    (("/OpenAction",), "une action à l’ouverture"),
    (("/AA",), "une action automatique"),
    (("/Names", "/JavaScript"), "un script"),
    (("/Names", "/EmbeddedFiles"), "une pièce jointe"),
)
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
SAID_TWICE = {"le titre": ("/Title", "dc:title"), "le recouvrement": ("/Trapped", "pdf:Trapped")}


def annotations(file: Examined) -> Iterator[Measure | Fault]:
    """None inside what is printed (ISO 15930-7, 6.17); nothing that acts."""
    count, root = 0, file.pdf.Root
    for view in file.pages:
        for annotation in items(view.page.obj, "/Annots"):
            count += 1
            box, name = Box.read(entry(annotation, "/Rect")), str(entry(annotation, "/Subtype") or "inconnue")
            if box is None or box.meet(view.boxes.printed):
                values = {"genre": ANNOTATIONS.get(name, name.removeprefix("/"))}
                yield Fault("annotation", values, view.number, box)
    yield Measure("Annotations", str(count))
    for path, name in FORBIDDEN:
        value: Object | None = root
        for key in path:
            value = entry(value, key)
        if value is not None:
            yield Fault("action-interdite", {"quoi": name})
    layers = [str(entry(one, "/Name") or "sans nom") for one in items(entry(root, "/OCProperties"), "/OCGs")]
    if layers:
        yield Fault("calques", {"calques": ", ".join(f"« {name} »" for name in layers)})


def metadata(file: Examined) -> Iterator[Measure | Fault]:
    """The standard that the press asks, and metadata that agree (ISO 15930-7, 6.7 and 6.8)."""
    info, xmp, asked = _info(file.pdf), _xmp(file.pdf), file.profile.norme
    declared = xmp.get(VERSION) or info.get("/GTS_PDFXVersion", "")
    yield Measure("Norme annoncée", declared or "aucune")
    yield Measure("Version de PDF", file.pdf.pdf_version)
    yield Measure("Titre", xmp.get("dc:title") or info.get("/Title") or "aucun")
    yield Measure("Logiciel", info.get("/Producer", "") or "inconnu")
    if not declared:
        yield Fault("norme-absente", {"attendu": asked})
    elif not declared.startswith(asked):
        yield Fault("norme-differente", {"norme": declared, "attendu": asked})
    if lacking := list(_lacking(file, info, xmp)):
        yield Fault("infos-absentes", {"quoi": ", ".join(lacking)})
    if not {info.get("/Trapped"), xmp.get("pdf:Trapped")} & {"True", "False"}:
        yield Fault("recouvrement-absent")
    for name, (old, new) in SAID_TWICE.items():
        one, other = info.get(old), xmp.get(new)
        if one and other and one != other:
            yield Fault("infos-divergentes", {"quoi": name})


def _info(pdf: Pdf) -> dict[str, str]:
    try:
        return {key: _text(value) for key, value in pdf.docinfo.items()}
    except (PdfError, AttributeError, TypeError, ValueError):
        return {}


def _text(value: Object) -> str:
    return str(value).removeprefix("/") if isinstance(value, Name) else str(value)


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


def _lacking(file: Examined, info: Mapping[str, str], xmp: Mapping[str, Any]) -> Iterator[str]:
    plain = STANDARDS[file.profile.norme].plain_objects
    required, said = (REQUIRED_INFO, info) if plain else (REQUIRED, xmp)
    yield from (name for key, name in required.items() if not said.get(key))
    if "/ID" not in file.pdf.trailer:
        yield "un numéro de fichier (ID)"


def output_intent(file: Examined) -> Iterator[Measure | Fault]:
    """One PDF/X output intent, of the condition that the press names, with its profile (ISO 15930-7, 6.2)."""
    asked = file.profile.condition
    found = [one for one in items(file.pdf.Root, "/OutputIntents") if entry(one, "/S") == Name.GTS_PDFX]
    if not found:
        yield Fault("sortie-absente", {"attendu": asked})
        return
    if len(found) > 1:
        yield Fault("sortie-multiple", {"nombre": len(found)})
    condition = str(entry(found[0], "/OutputConditionIdentifier") or "sans nom")
    yield Measure("Annoncée", condition)
    if condition != asked:
        yield Fault("sortie-differente", {"condition": condition, "attendu": asked})
    stream = entry(found[0], "/DestOutputProfile")
    try:
        open_profile(stream.read_bytes() if isinstance(stream, Stream) else b"")
    except (BadProfileError, PdfError) as fault:
        yield Fault("sortie-profil", {"defaut": fault})

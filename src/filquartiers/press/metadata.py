"""What a PDF/X file says of itself: standard, output condition, title, dates, identifiers."""

from dataclasses import dataclass
from datetime import UTC
from hashlib import sha256
from uuid import NAMESPACE_URL, uuid5

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from filquartiers.model.press import PressProfile
from filquartiers.press.job import Imprint

PDFX_ID = "http://www.npes.org/pdfx/ns/id/"
REGISTRY = "http://www.color.org"
PRODUCER = "filquartiers"


@dataclass(frozen=True, slots=True)
class Standard:
    """A PDF/X standard: the version string it wants and the PDF version it stands on."""

    version: str
    pdf_version: str
    plain_objects: bool


STANDARDS = {
    "PDF/X-4": Standard("PDF/X-4", "1.6", plain_objects=False),  # ISO 15930-7
    "PDF/X-1a": Standard("PDF/X-1a:2003", "1.4", plain_objects=True),  # ISO 15930-4
}


def write_metadata(pdf: Pdf, profile: PressProfile, imprint: Imprint, *, seed: bytes) -> None:
    """Info dictionary and XMP, saying the same thing.

    Args:
        pdf: the file to describe; what it said before is dropped.
        profile: names the standard.
        imprint: title, author, and the date of creation and change: one, given, never the clock's.
        seed: what makes this file this one; the identifiers come from it.
    """
    standard = STANDARDS[profile.norme]
    moment = imprint.when.astimezone(UTC).replace(microsecond=0)
    _write_info(pdf, standard, imprint, String(moment.strftime("D:%Y%m%d%H%M%SZ")))
    if Name.Metadata in pdf.Root:
        del pdf.Root.Metadata
    digest = sha256(seed + imprint.title.encode() + moment.isoformat().encode()).hexdigest()
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp.register_xml_namespace(PDFX_ID, "pdfxid")
        for key, value in _xmp(standard, imprint, moment.isoformat(), digest).items():
            xmp[key] = value


def _write_info(pdf: Pdf, standard: Standard, imprint: Imprint, stamp: String) -> None:
    info = Dictionary(
        Title=String(imprint.title),
        Creator=String(PRODUCER),
        Producer=String(PRODUCER),
        CreationDate=stamp,
        ModDate=stamp,
        Trapped=Name("/False"),
        GTS_PDFXVersion=String(standard.version),
    )
    if imprint.author:
        info.Author = String(imprint.author)
    if imprint.notice:
        info.Subject = String(imprint.notice)
    pdf.trailer.Info = pdf.make_indirect(info)


def _xmp(standard: Standard, imprint: Imprint, date: str, digest: str) -> dict[str, str | list[str]]:
    author: dict[str, str | list[str]] = {"dc:creator": [imprint.author]} if imprint.author else {}
    notice: dict[str, str | list[str]] = {"dc:description": imprint.notice} if imprint.notice else {}
    return (
        author
        | notice
        | {
            "dc:title": imprint.title,
            "dc:format": "application/pdf",
            "xmp:CreateDate": date,
            "xmp:ModifyDate": date,
            "xmp:MetadataDate": date,
            "xmp:CreatorTool": PRODUCER,
            "pdf:Producer": PRODUCER,
            "pdf:Trapped": "False",
            "xmpMM:DocumentID": f"uuid:{uuid5(NAMESPACE_URL, 'document ' + digest)}",
            "xmpMM:InstanceID": f"uuid:{uuid5(NAMESPACE_URL, 'instance ' + digest)}",
            "xmpMM:VersionID": "1",
            "xmpMM:RenditionClass": "default",
            f"{{{PDFX_ID}}}GTS_PDFXVersion": standard.version,
        }
    )


def write_output_intent(pdf: Pdf, profile: PressProfile, icc: bytes) -> None:
    """The printing condition, by its exact name in the ICC's registry, and its profile."""
    stream = Stream(pdf, icc, N=4, Alternate=Name.DeviceCMYK)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(profile.condition),
        OutputCondition=String(f"{profile.condition} ({profile.profil})"),
        RegistryName=String(REGISTRY),
        Info=String(profile.condition),
        DestOutputProfile=pdf.make_indirect(stream),
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])

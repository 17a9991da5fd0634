"""Made-up faulty files: a sound press file, its boxes, description or extras amiss, and the one check."""

from collections.abc import Callable

from pikepdf import Array, Dictionary, Encryption, Name, Page, Pdf, String

from press.makers import SRGB, stream

WHOLE: dict[str, tuple[Callable[[Pdf], object], str]] = {
    "sans-coupe": (lambda pdf: _each(pdf, lambda page: page.__delitem__("/TrimBox")), "coupe-absente"),
    "fond-perdu-trop-court": (
        lambda pdf: _each(pdf, lambda page: page.__setitem__("/BleedBox", Array([5, 5, 222, 310]))),
        "fond-perdu-absent",
    ),
    "fond-perdu-hors-de-la-feuille": (
        lambda pdf: _each(pdf, lambda page: page.__setitem__("/BleedBox", Array([-5, -5, 232, 320]))),
        "boites-desordre",
    ),
    "une-page-plus-petite": (
        lambda pdf: pdf.pages[3].obj.__setitem__("/TrimBox", Array([8.5, 60, 218.27, 306.14])),
        "formats-melanges",
    ),
    "trois-pages": (lambda pdf: pdf.pages.__delitem__(3), "pages-multiple"),
    "lien": (
        lambda pdf: _annotate(pdf, Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[60, 60, 90, 90])),
        "annotation",
    ),
    "note": (
        lambda pdf: _annotate(pdf, Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[60, 60, 90, 90])),
        "annotation",
    ),
    "script": (
        lambda pdf: _root(pdf, "/Names", Dictionary(JavaScript=Dictionary(Names=[]))),
        "action-interdite",
    ),
    "piece-jointe": (
        lambda pdf: _root(pdf, "/Names", Dictionary(EmbeddedFiles=Dictionary(Names=[]))),
        "action-interdite",
    ),
    "formulaire": (lambda pdf: _root(pdf, "/AcroForm", Dictionary(Fields=[])), "action-interdite"),
    "action-a-l-ouverture": (
        lambda pdf: _root(pdf, "/OpenAction", Dictionary(S=Name.JavaScript, JS=String("1"))),
        "action-interdite",
    ),
    "calques": (
        lambda pdf: _root(
            pdf,
            "/OCProperties",
            Dictionary(OCGs=[pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Brouillon")))]),
        ),
        "calques",
    ),
    "sans-norme": (
        lambda pdf: (
            _metadata(pdf, "pdfxid:GTS_PDFXVersion", None),
            pdf.docinfo.__delitem__("/GTS_PDFXVersion"),
        ),
        "norme-absente",
    ),
    "autre-norme": (
        lambda pdf: (
            _metadata(pdf, "pdfxid:GTS_PDFXVersion", "PDF/X-3:2003"),
            pdf.docinfo.__setitem__("/GTS_PDFXVersion", String("PDF/X-3:2003")),
        ),
        "norme-differente",
    ),
    "sans-titre": (lambda pdf: _metadata(pdf, "dc:title", None), "infos-absentes"),
    "sans-identifiant": (lambda pdf: _metadata(pdf, "xmpMM:DocumentID", None), "infos-absentes"),
    "deux-titres": (
        lambda pdf: pdf.docinfo.__setitem__("/Title", String("Un autre titre")),
        "infos-divergentes",
    ),
    "recouvrement-inconnu": (
        lambda pdf: (_metadata(pdf, "pdf:Trapped", None), pdf.docinfo.__delitem__("/Trapped")),
        "recouvrement-absent",
    ),
    "sans-intention-de-sortie": (lambda pdf: pdf.Root.__delitem__("/OutputIntents"), "sortie-absente"),
    "deux-intentions-de-sortie": (
        lambda pdf: pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0]),
        "sortie-multiple",
    ),
    "autre-condition": (
        lambda pdf: pdf.Root.OutputIntents[0].__setitem__("/OutputConditionIdentifier", String("FOGRA52")),
        "sortie-differente",
    ),
    "profil-d-ecran": (
        lambda pdf: pdf.Root.OutputIntents[0].__setitem__("/DestOutputProfile", stream(SRGB, N=3)(pdf)),
        "sortie-profil",
    ),
    "profil-absent": (
        lambda pdf: pdf.Root.OutputIntents[0].__delitem__("/DestOutputProfile"),
        "sortie-profil",
    ),
}

ENCRYPTED = {
    "mot-de-passe": (Encryption(owner="o", user="u"), "pdf-chiffre"),
    "restrictions": (Encryption(owner="o", user=""), "pdf-protege"),
}


def _each(pdf: Pdf, change: Callable[[Page], object]) -> None:
    for page in pdf.pages:
        change(page.obj)


def _annotate(pdf: Pdf, annotation: Dictionary) -> None:
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(annotation)])


def _root(pdf: Pdf, key: str, value: object) -> None:
    pdf.Root[key] = value


def _metadata(pdf: Pdf, key: str, value: str | None) -> None:
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        if value is None:
            del xmp[key]
        else:
            xmp[key] = value

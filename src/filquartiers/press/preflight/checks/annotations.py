"""What is not ink on paper: links, comments, forms, scripts, attachments, layers."""

from collections.abc import Iterator

from pikepdf import Array, Object

from filquartiers.press.geometry import Box
from filquartiers.press.preflight.examined import Examined, PageView, Row, group
from filquartiers.press.preflight.report import Fact, Finding, Section
from filquartiers.press.resources import entry
from filquartiers.problems import problem

KINDS = {
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


def check_annotations(file: Examined) -> Section:
    """None inside what is printed (ISO 15930-7, 6.17); nothing that acts."""
    found = [(view, name, box) for view in file.pages for name, box in _annotations(view)]
    rows = [
        Row(view.number, {"genre": KINDS.get(name, name.removeprefix("/"))}, box)
        for view, name, box in found
        if box is None or box.meet(view.boxes.printed)
    ]
    return Section(
        "Liens, formulaires, calques",
        (Fact("Annotations", str(len(found))),),
        (*group("annotation", rows, file.where), *_actions(file), *_layers(file)),
    )


def _annotations(view: PageView) -> Iterator[tuple[str, Box | None]]:
    annotations = entry(view.page.obj, "/Annots")
    for annotation in annotations if isinstance(annotations, Array) else ():
        yield str(entry(annotation, "/Subtype") or "inconnue"), Box.read(entry(annotation, "/Rect"))


def _actions(file: Examined) -> Iterator[Finding]:
    for path, name in FORBIDDEN:
        value: Object | None = file.pdf.Root
        for key in path:
            value = entry(value, key)
        if value is not None:
            yield Finding(problem("action-interdite", file.where, quoi=name))


def _layers(file: Examined) -> Iterator[Finding]:
    layers = entry(entry(file.pdf.Root, "/OCProperties"), "/OCGs")
    names = (
        [str(entry(layer, "/Name") or "sans nom") for layer in layers] if isinstance(layers, Array) else []
    )
    if names:
        yield Finding(problem("calques", file.where, calques=", ".join(f"« {name} »" for name in names)))

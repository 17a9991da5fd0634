"""Take out of a PDF what has no place on paper: links, forms, scripts, attachments, tags, bookmarks."""

from typing import Any

from pikepdf import Name, Pdf

from filquartiers.press.resources import entries, entry

CATALOG = (
    "/AA",
    "/AcroForm",
    "/AF",
    "/Collection",
    "/Legal",
    "/MarkInfo",
    "/Names",
    "/OpenAction",
    "/Outlines",
    "/PageMode",
    "/Perms",
    "/StructTreeRoot",
    "/URI",
)
PAGE = ("/AA", "/AF", "/Annots", "/B", "/Dur", "/PresSteps", "/StructParents", "/Tabs", "/Thumb", "/Trans")
STATE = ("/TR", "/TR2", "/HTP", "/UCR", "/UCR2", "/BG", "/BG2")
"""Transfer and black generation functions: the press decides (ISO 15930-7, 6.14)."""


def clean(pdf: Pdf) -> None:
    """Remove them all, in place. Nothing that is painted changes, save the looks of annotations."""
    _drop(pdf.Root, CATALOG)
    for page in pdf.pages:
        _drop(page.obj, PAGE)
        for _, state in entries(entry(page.obj, "/Resources"), "/ExtGState"):
            _drop(state, STATE)
    preferences = entry(pdf.Root, "/ViewerPreferences")
    if preferences is not None and Name.DisplayDocTitle in preferences:
        del pdf.Root.ViewerPreferences


def _drop(owner: Any, keys: tuple[str, ...]) -> None:
    for key in keys:
        if entry(owner, key) is not None:
            del owner[key]

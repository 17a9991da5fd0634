"""A typst PDF, composed with its bleed and in inks, made into the file that a print shop takes."""

from dataclasses import dataclass
from io import BytesIO

from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf

from filquartiers.model.press import PressProfile
from filquartiers.press.boxes import read_boxes, set_boxes
from filquartiers.press.clean import clean
from filquartiers.press.for_press import make_ready
from filquartiers.press.job import Imprint, Press
from filquartiers.press.metadata import STANDARDS, write_metadata, write_output_intent
from filquartiers.press.opening import open_for
from filquartiers.press.painted import Painted, PaintKind
from filquartiers.press.resources import entry, identity
from filquartiers.press.trace import Tracer
from filquartiers.press.walk import walk
from filquartiers.problems import Problem, Where, problem


@dataclass(frozen=True, slots=True)
class Finished:
    """The press file, empty when there was nothing to finish, and what there is to say about it."""

    pdf: bytes
    problems: tuple[Problem, ...] = ()


def finish(pdf: bytes, press: Press, imprint: Imprint, where: Where | None = None) -> Finished:
    """Turn a PDF composed with its bleed (MediaBox = bleed) into PDF/X-4, or PDF/X-1a.

    Args:
        pdf: the composed file, its colours already those of the press: `preflight` tells those that are not.
        press: what the press asks, and its profile.
        imprint: what the file will say of itself.
        where: the file that problems name.

    Returns:
        The same bytes for the same arguments.
    """
    where = where or Where(file=f"{imprint.title}.pdf")
    profile = press.profile
    opened = open_for(press, pdf, where)
    if opened.pdf is None:
        return Finished(b"", opened.problems)
    with opened.pdf as source:
        problems = [*opened.problems, *_ready(source, press, where)]
        clean(source)
        for page in source.pages:
            set_boxes(source, page, profile.fond_perdu_mm, marks=profile.traits_de_coupe)
        write_output_intent(source, profile, press.icc)
        write_metadata(source, profile, imprint, seed=pdf + press.icc + profile.model_dump_json().encode())
        return Finished(_save(source, profile), tuple(problems))


def _ready(pdf: Pdf, press: Press, where: Where) -> list[Problem]:
    """What is painted made ready; a problem when it is transparent and the standard has no such thing."""
    tracer, see_through = Tracer(), False
    seen: dict[tuple[int, int], float] = {}
    for page in pdf.pages:
        painted = list(walk(page, tracer, read_boxes(page).media))
        see_through_page = any(item.lets_through for item in painted)
        see_through = see_through or see_through_page
        _note_fineness(painted, seen)
        _blend_in_inks(page.obj, needed=see_through_page)
    make_ready(pdf, press, seen, tracer)
    if not see_through:
        _drop_idle_groups(pdf)
    elif press.profile.norme == "PDF/X-1a":
        return [problem("transparence-x1a", where, place="le document")]
    return []


def _drop_idle_groups(pdf: Pdf) -> None:
    """Without transparency, groups change nothing; PDF/X-1a forbids even those."""
    for item in pdf.objects:
        if entry(item, "/Subtype") == Name.Form and entry(item, "/Group") is not None:
            del item.Group


def _blend_in_inks(page: Dictionary, *, needed: bool) -> None:
    """Give a page with transparency the blending space of the press; take an idle group away."""
    if needed:
        page.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK)
    elif Name.Group in page:
        del page.Group


def _note_fineness(painted: list[Painted], seen: dict[tuple[int, int], float]) -> None:
    """Keep, for each image, its fineness where it is the largest on paper."""
    for item in painted:
        key = identity(item.source) if item.kind is PaintKind.IMAGE else None
        if key:
            seen[key] = min(seen.get(key, item.fineness), item.fineness)


def _save(pdf: Pdf, profile: PressProfile) -> bytes:
    standard, out = STANDARDS[profile.norme], BytesIO()
    pdf.remove_unreferenced_resources()
    pdf.save(
        out,
        force_version=standard.pdf_version,
        fix_metadata_version=False,
        object_stream_mode=ObjectStreamMode.disable if standard.plain_objects else ObjectStreamMode.generate,
        deterministic_id=True,
    )
    return out.getvalue()

"""What a composed file still lacks on a press: black that overprints, pictures no finer than they print."""

from collections.abc import Mapping
from typing import Any

from pikepdf import ContentStreamInstruction, Dictionary, Name, Object, Operator, Pdf, unparse_content_stream
from PIL import Image

from filquartiers.press.inks import hold_ink
from filquartiers.press.job import Press
from filquartiers.press.pictures import (
    UnreadablePictureError,
    picture_space,
    read_picture,
    write_photograph,
)
from filquartiers.press.resources import add
from filquartiers.press.spaces import CMYK, Model
from filquartiers.press.state import PaintColour
from filquartiers.press.survey import PageObject, What, survey
from filquartiers.press.trace import TEXT_SHOWS, Step, Tracer

TOO_FINE = 1.5
"""A picture this many times finer than asked is brought down to what is asked."""
HAIRLINE_PT = 1.0
OVERPRINT, KNOCKOUT = (
    ContentStreamInstruction([Name(name)], Operator("gs")) for name in ("/FqSurimpression", "/FqReserve")
)
STATES: Mapping[str, dict[str, Any]] = {
    "/FqSurimpression": {"/Type": Name.ExtGState, "/OP": True, "/op": True, "/OPM": 1},
    "/FqReserve": {"/Type": Name.ExtGState, "/OP": False, "/op": False, "/OPM": 0},
}


def make_ready(pdf: Pdf, press: Press, fineness: Mapping[tuple[int, int], float], tracer: Tracer) -> None:
    """Ready a file whose colours are already those of the press.

    Args:
        pdf: the file, changed in place.
        press: what is asked.
        fineness: by object number, the coarsest use of each picture, in points per inch.
        tracer: what reads it.
    """
    for shown in survey(pdf):
        if shown.what is What.CONTENT:
            _overprint(pdf, shown, tracer)
            shown.blend_in(Name.DeviceCMYK)
        elif shown.what is What.PICTURE:
            _bring_down(shown.source, shown.resources, press, fineness.get(shown.source.objgen, 0.0))


def _overprint(pdf: Pdf, content: PageObject, tracer: Tracer) -> None:
    """Black text and hairlines are printed over what is below, without a white gap."""
    written: list[Any] = []
    for step in content.steps(tracer):
        if _overprints_well(step):
            for name, state in STATES.items():
                add(pdf, content.resources, "/ExtGState", name, Dictionary(state))
            written += [OVERPRINT, step.instruction, KNOCKOUT]
        else:
            written.append(step.instruction)
    content.stream(pdf).write(unparse_content_stream(written))


def _bring_down(picture: Any, resources: Object, press: Press, fineness: float) -> None:
    """A photograph far finer than asked only makes the file heavy."""
    asked = press.profile.resolution_min_ppi
    if fineness < asked * TOO_FINE or picture_space(picture, resources) != CMYK:
        return
    try:
        samples = read_picture(picture, resources).samples
    except UnreadablePictureError:
        return  # preflight tells it, with its page
    width, height = (-int(-side * asked / fineness // 1) for side in samples.size)
    smaller = samples.resize((width, height), Image.Resampling.LANCZOS)
    write_photograph(picture, hold_ink(smaller, press.inks().jpeg_limit))


def _overprints_well(step: Step) -> bool:
    state = step.state
    if state.transparent or state.fill_overprint or state.stroke_overprint:
        return False
    if step.operator in TEXT_SHOWS:
        drawn = state.font is None or state.font.type3
        return state.text_mode == 0 and not drawn and _is_black(state.fill)
    thin = state.line_width * max(abs(v) for v in state.ctm.shorthand[:4]) <= HAIRLINE_PT
    return step.operator in ("S", "s") and thin and _is_black(state.stroke)


def _is_black(colour: PaintColour) -> bool:
    """Whether it is black ink alone, at full strength."""
    if colour.space.model is Model.CMYK:
        return colour.values == (0, 0, 0, 1)
    return colour.space.model is Model.GREY and colour.values == (0,)

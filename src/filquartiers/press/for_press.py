"""What a composed file still lacks on a press: black that overprints, pictures no finer than they print."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pikepdf import ContentStreamInstruction, Dictionary, Name, Object, Operator, Pdf
from PIL import Image

from filquartiers.press.inks import hold_ink
from filquartiers.press.job import Press
from filquartiers.press.pictures import (
    UnreadablePictureError,
    picture_space,
    read_picture,
    write_photograph,
)
from filquartiers.press.resources import add, identity, lookup
from filquartiers.press.rewrite import Edit, Written
from filquartiers.press.spaces import CMYK, Model
from filquartiers.press.state import Colour
from filquartiers.press.trace import TEXT_SHOWS, Step

TOO_FINE = 1.5
"""A picture this many times finer than asked is brought down to what is asked."""
HAIRLINE_PT = 1.0
OVERPRINT, KNOCKOUT = Name("/FqSurimpression"), Name("/FqReserve")
STATES: Mapping[Name, dict[str, Any]] = {
    OVERPRINT: {"/Type": Name.ExtGState, "/OP": True, "/op": True, "/OPM": 1},
    KNOCKOUT: {"/Type": Name.ExtGState, "/OP": False, "/op": False, "/OPM": 0},
}


@dataclass(frozen=True, slots=True)
class ForPress(Edit):
    """Readies a file whose colours are already those of the press.

    ``fineness`` is, by object number, the coarsest use of each picture, in points per inch.
    """

    pdf: Pdf
    press: Press
    fineness: Mapping[tuple[int, int], float]

    def step(self, step: Step, resources: Dictionary) -> Written:
        """See `Edit`: black text and hairlines are printed over what is below, without a white gap."""
        if not _overprints_well(step):
            return [step.instruction]
        for name, value in STATES.items():
            if lookup(resources, "/ExtGState", str(name)) is None:
                add(self.pdf, resources, "/ExtGState", str(name), Dictionary(value))
        return [_gs(OVERPRINT), step.instruction, _gs(KNOCKOUT)]

    def picture(self, picture: Any, resources: Object | None) -> None:
        """See `Edit`: a photograph far finer than asked only makes the file heavy."""
        asked, key = self.press.profile.resolution_min_ppi, identity(picture)
        fineness = self.fineness.get(key, 0.0) if key else 0.0
        if fineness < asked * TOO_FINE or picture_space(picture, resources) != CMYK:
            return
        try:
            samples = read_picture(picture, resources).samples
        except UnreadablePictureError:
            return  # preflight tells it, with its page
        width, height = (-int(-side * asked / fineness // 1) for side in samples.size)
        smaller = samples.resize((width, height), Image.Resampling.LANCZOS)
        write_photograph(picture, hold_ink(smaller, self.press.inks().jpeg_limit))

    def group(self, group: Dictionary) -> None:
        """See `Edit`: it blends inks."""
        if Name.CS in group:
            group.CS = Name.DeviceCMYK


def _overprints_well(step: Step) -> bool:
    state = step.state
    if state.transparent or state.fill_overprint or state.stroke_overprint:
        return False
    if step.operator in TEXT_SHOWS:
        drawn = state.font is None or state.font.type3
        return state.text_mode == 0 and not drawn and _is_black(state.fill)
    thin = state.line_width * max(abs(v) for v in state.ctm.shorthand[:4]) <= HAIRLINE_PT
    return step.operator in ("S", "s") and thin and _is_black(state.stroke)


def _is_black(colour: Colour) -> bool:
    """Whether it is black ink alone, at full strength."""
    if colour.space.model is Model.CMYK:
        return colour.values == (0, 0, 0, 1)
    return colour.space.model is Model.GREY and colour.values == (0,)


def _gs(name: Name) -> ContentStreamInstruction:
    return ContentStreamInstruction([name], Operator("gs"))

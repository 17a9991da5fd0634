"""What a press job is made of: the press, and what is said of the printed thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from filquartiers.model.press import PressProfile
from filquartiers.press.inks import Cmyk, Inks, Rgb


@dataclass(frozen=True, slots=True)
class Press:
    """A press: what it asks, the bytes of its ICC profile, the exact inks of the identity's colours.

    ``recipes`` goes from a screen colour (0 to 255) to inks in per cent.
    """

    profile: PressProfile
    icc: bytes
    recipes: Mapping[Rgb, Cmyk] = field(default_factory=dict)

    def inks(self) -> Inks:
        """A converter to the inks of this press, under its ink limit."""
        return Inks(self.icc, self.profile.couverture_encre_max, self.recipes)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the file says of itself: title, who publishes it, and the one date it carries (with a zone)."""

    title: str
    when: datetime
    author: str = ""

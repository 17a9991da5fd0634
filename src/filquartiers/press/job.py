"""What a press job is made of: the press, and what is said of the printed thing."""

from dataclasses import dataclass
from datetime import datetime

from filquartiers.model.press import PressProfile
from filquartiers.press.inks import Inks


@dataclass(frozen=True, slots=True)
class Press:
    """A press: what it asks, and the bytes of its ICC profile."""

    profile: PressProfile
    icc: bytes

    def inks(self) -> Inks:
        """A converter to the inks of this press, under its ink limit."""
        return Inks(self.icc, self.profile.couverture_encre_max)


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the file says of itself: title, who publishes it, and the one date it carries (with a zone).

    ``notice`` is a warning that goes with it, that of a demonstration.
    """

    title: str
    when: datetime
    author: str = ""
    notice: str = ""

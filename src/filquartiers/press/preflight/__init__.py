"""Read a finished PDF object by object and say, in French, what a print shop would object to."""

from filquartiers.press.preflight.report import Fact as Fact
from filquartiers.press.preflight.report import Finding as Finding
from filquartiers.press.preflight.report import Report as Report
from filquartiers.press.preflight.report import Section as Section
from filquartiers.press.preflight.run import preflight as preflight

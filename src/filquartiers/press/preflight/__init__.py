"""Read a finished PDF object by object and say, in French, what a print shop would object to."""

from filquartiers.press.preflight.report import Finding as Finding
from filquartiers.press.preflight.report import Measure as Measure
from filquartiers.press.preflight.report import PreflightReport as PreflightReport
from filquartiers.press.preflight.report import ReportPart as ReportPart
from filquartiers.press.preflight.run import preflight as preflight

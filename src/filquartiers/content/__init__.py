"""Files become a site in four steps, one module each: read → parse → convert → assemble."""

from filquartiers.content.assemble import Loaded, load
from filquartiers.content.read import Source
from filquartiers.content.remember import Remembered
from filquartiers.content.saved import load_saved

__all__ = ["Loaded", "Remembered", "Source", "load", "load_saved"]

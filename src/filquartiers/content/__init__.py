"""Files become a site in four steps, one module each: read → parse → convert → assemble."""

from filquartiers.content.assemble import Loaded, Reader, load
from filquartiers.content.read import Source, read_folder

__all__ = ["Loaded", "Reader", "Source", "load", "read_folder"]

"""Files become a site in four steps, one module each: read → parse → convert → assemble."""

from filquartiers.content.assemble import Loaded, load

__all__ = ["Loaded", "load"]

"""Changing what editors typed, and nothing else: values and entries of a file, to the byte."""

from filquartiers.editing.bin import Discarded
from filquartiers.editing.desk import Desk
from filquartiers.editing.entry import OpenedEntry, Typed
from filquartiers.editing.found import Value
from filquartiers.editing.opened import OpenedText, open_text
from filquartiers.editing.refused import ChangedMeanwhile, Gone, NotEditable, Refused
from filquartiers.editing.saving import digest_of
from filquartiers.editing.versions import Version

__all__ = [
    "ChangedMeanwhile",
    "Desk",
    "Discarded",
    "Gone",
    "NotEditable",
    "OpenedEntry",
    "OpenedText",
    "Refused",
    "Typed",
    "Value",
    "Version",
    "digest_of",
    "open_text",
]

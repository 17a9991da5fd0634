"""What is new: an entry, from a few answers; a project, from the name of a network."""

from filquartiers.creation.answers import KnownEntries, faults, field_named, refusals
from filquartiers.creation.entry import new_file, new_folders, new_project
from filquartiers.creation.questions import Question, questions

__all__ = [
    "KnownEntries",
    "Question",
    "faults",
    "field_named",
    "new_file",
    "new_folders",
    "new_project",
    "questions",
    "refusals",
]

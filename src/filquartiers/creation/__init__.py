"""What is new: an entry, from a few answers; a project, from the name of a network."""

from filquartiers.creation.answers import Answers, faults, field_named, refusals
from filquartiers.creation.entry import new_file
from filquartiers.creation.project import new_folders, new_project
from filquartiers.creation.questions import Proposal, Question, questions

__all__ = [
    "Answers",
    "Proposal",
    "Question",
    "faults",
    "field_named",
    "new_file",
    "new_folders",
    "new_project",
    "questions",
    "refusals",
]

"""What is new: an entry, from a few answers; a project, from a few more, with what starts the program."""

from filquartiers.creation.answers import Answer, KnownEntries, faults, field_named, is_later, refusals
from filquartiers.creation.entry import new_file
from filquartiers.creation.launchers import Launcher, Program, launchers
from filquartiers.creation.project import (
    ProjectStep,
    new_folders,
    new_project,
    project_answers,
    project_steps,
)
from filquartiers.creation.questions import Question, questions, timetable

__all__ = [
    "Answer",
    "KnownEntries",
    "Launcher",
    "Program",
    "ProjectStep",
    "Question",
    "faults",
    "field_named",
    "is_later",
    "launchers",
    "new_file",
    "new_folders",
    "new_project",
    "project_answers",
    "project_steps",
    "questions",
    "refusals",
    "timetable",
]

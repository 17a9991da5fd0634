"""What cannot be done to a file, and why."""

from filquartiers.problems import Problem


class NotEditable(Exception):  # noqa: N818  no fault, an answer: the whole text can still be changed
    """A change that cannot be made for sure; ``problem`` says so to the editor."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class Refused(Exception):  # noqa: N818  an answer, with the words for it
    """What the disk, or the place of a file, does not allow; ``sentence`` says so in French."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class ChangedMeanwhile(Exception):  # noqa: N818  an answer: both are to be shown
    """Somebody changed the file since it was read; ``theirs`` is what it holds now. Nothing was written."""

    def __init__(self, theirs: bytes) -> None:
        super().__init__()
        self.theirs = theirs


class Gone(Exception):  # noqa: N818  an answer
    """Somebody took the file away since it was read. Nothing was written."""

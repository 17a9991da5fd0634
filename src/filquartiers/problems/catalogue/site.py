"""The site as a whole: links, images, publication."""

from filquartiers.problems.types import Gravity, Message

ERROR, WARNING, NOTICE, GAP = Gravity.ERROR, Gravity.WARNING, Gravity.NOTICE, Gravity.GAP

MESSAGES: tuple[Message, ...] = ()

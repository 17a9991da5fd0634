"""Where each part of a block of YAML begins and ends, as it stands for the parser.

The same events as `filquartiers.content.tree` reads, kept with their ends and their style.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

import yaml


class SpotSort(Enum):
    """What a part is."""

    VALUE = "value"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a block: lines and columns from 0; ``style`` is the sign that opens a value, if any.

    ``parts`` are the items of a list, or the values of a table, whose keys are ``keys``. The end of what
    is written on several lines without brackets is that of its last part.
    """

    sort: SpotSort
    start: tuple[int, int]
    end: tuple[int, int]
    text: str = ""
    style: str = ""
    flow: bool = False
    keys: tuple["Spot", ...] = ()
    parts: tuple["Spot", ...] = ()

    @property
    def is_block_text(self) -> bool:
        """Whether its lines stand below « | » or « > »."""
        return self.style in {"|", ">"}

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed there."""
        return self.sort is SpotSort.VALUE and not self.text.strip(" ~")

    @property
    def last_line(self) -> int:
        """The last line that holds something of it."""
        if self.sort is not SpotSort.VALUE and not self.flow and self.parts:
            return max(self.keys[-1].last_line if self.keys else 0, self.parts[-1].last_line)
        return self.end[0] - (self.is_block_text and self.end[1] == 0 and self.end[0] > self.start[0])


def spots(text: str) -> Spot | None:
    """The root of a block of YAML; None when it holds nothing.

    Raises:
        yaml.YAMLError: it cannot be parsed.
    """
    events = yaml.parse(text, Loader=yaml.CBaseLoader)
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            return _spot(event, events)
    return None


def _spot(event: Any, events: Iterator[Any]) -> Spot:
    start, end = _at(event.start_mark), _at(event.end_mark)
    if not isinstance(event, yaml.CollectionStartEvent):
        return Spot(
            SpotSort.VALUE, start, end, getattr(event, "value", ""), getattr(event, "style", "") or ""
        )
    parts = []
    for following in events:
        if isinstance(following, yaml.CollectionEndEvent):
            end = _at(following.end_mark)
            break
        parts.append(_spot(following, events))
    flow = bool(event.flow_style)
    if isinstance(event, yaml.SequenceStartEvent):
        return Spot(SpotSort.LIST, start, end, flow=flow, parts=tuple(parts))
    return Spot(SpotSort.TABLE, start, end, flow=flow, keys=tuple(parts[::2]), parts=tuple(parts[1::2]))


def _at(mark: Any) -> tuple[int, int]:
    return mark.line, mark.column

"""A block of YAML becomes a tree of nodes: every scalar the text that was typed, with its place.

Built from the event stream of PyYAML's C parser, so that nothing is resolved, constructed or expanded:
no alias, no tag, no octal telephone, no sexagesimal hour.
"""

from collections.abc import Mapping as Dict
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from filquartiers.content.complaints import explained
from filquartiers.content.mend import Mended
from filquartiers.content.nodes import Mapping, Node, Scalar, Sequence
from filquartiers.content.read import Source
from filquartiers.problems import Problem, Where, problem

MAX_DEPTH = 24  # deeper than any content has a reason to be


class BadYaml(Exception):  # noqa: N818  caught in this step, never shown
    """The block cannot be read; holds the problem to tell."""

    def __init__(self, told: Problem) -> None:
        super().__init__(told.code)
        self.told = told


@dataclass(slots=True)
class _Open:
    """A list or mapping being filled."""

    where: Where
    is_mapping: bool
    parts: list[Node] = field(default_factory=list)

    def closed(self, source: Source) -> Node:
        if not self.is_mapping:
            return Sequence(tuple(self.parts), self.where)
        pairs: list[tuple[Scalar, Node]] = []
        for key, value in zip(self.parts[::2], self.parts[1::2], strict=True):
            if not isinstance(key, Scalar):
                raise BadYaml(problem("cle-illisible", _line_of(source, key.where)))
            pairs.append((key, value))
        return Mapping(tuple(pairs), self.where)


def tree(source: Source, first: int, mended: Mended) -> Node | None:
    """The root of the mended YAML, which starts at line ``first`` of ``source``; None when empty.

    Raises:
        BadYaml: the block cannot be read.
    """
    builder = _Builder(source, first, mended.added)
    try:
        for event in yaml.parse(mended.text, Loader=yaml.CBaseLoader):
            builder.take(event)
    except yaml.YAMLError as error:
        raise BadYaml(explained(source, first, mended.text, error)) from None
    return builder.root


class _Builder:
    """Fills the tree from events, with a stack in place of recursion."""

    def __init__(self, source: Source, first: int, added: Dict[int, int]) -> None:
        self.source, self.first, self.added = source, first, added
        self.stack: list[_Open] = []
        self.root: Node | None = None

    def take(self, event: Any) -> None:
        """One event of the parser."""
        if isinstance(event, yaml.ScalarEvent) and not event.anchor and not event.tag:  # nearly all are
            self.add(Scalar(event.value, self.where(event)))
        elif isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise BadYaml(problem("yaml-ancre", self.where(event)))
        elif isinstance(event, yaml.ScalarEvent):
            self.check_tag(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self.check_tag(event)
            self.open(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.add(self.stack.pop().closed(self.source))
        elif isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise BadYaml(problem("yaml-plusieurs", self.where(event)))

    def open(self, event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise BadYaml(problem("yaml-profond", self.where(event)))
        self.stack.append(_Open(self.where(event), isinstance(event, yaml.MappingStartEvent)))

    def add(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].parts.append(node)
        else:
            self.root = node

    def check_tag(self, event: Any) -> None:
        if event.tag:
            where = self.where(event)
            typed = where.excerpt[where.column - 1 :].split(" ", 1)[0]
            raise BadYaml(problem("yaml-etiquette", replace(where, length=len(typed)), etiquette=typed))

    def where(self, event: Any) -> Where:
        """The place of an event in the editor's file; a block is underlined on its first line."""
        start, end = event.start_mark, event.end_mark
        column = start.column - (start.column > self.added.get(start.line, start.column))
        length = max(1, end.column - start.column) if end.line == start.line else 0
        return self.source.where(self.first + start.line, column + 1, length)


def _line_of(source: Source, where: Where) -> Where:
    return source.where(where.line)

"""What a file says, to know whether its copy says it too."""

from collections.abc import Iterable
from dataclasses import replace

from filquartiers.content.addresses import slugs_of, title_of
from filquartiers.content.nodes import TypedEntry
from filquartiers.model.kind import Entry
from filquartiers.model.text import slugify


def subjects(kind: type[Entry], drafts: Iterable[TypedEntry]) -> frozenset[str]:
    """What the entries of a file are about; two files that share one say the same twice.

    Of two states of one list, the former may hold a day that was since moved: titles alone are compared.
    """
    return frozenset(_subject(kind, draft) for draft in drafts)


def _subject(kind: type[Entry], draft: TypedEntry) -> str:
    if kind.kind.many:
        return slugs_of(kind, replace(draft, file=""))[0]
    heading = draft.heading.text if draft.heading else ""
    return slugify(title_of(draft) or heading or draft.body.text)

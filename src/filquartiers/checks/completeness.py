"""« À compléter »: the fields that the documents leave empty and that readers would look for."""

from collections.abc import Iterator

from filquartiers.model.fields import Frozen, guides_of
from filquartiers.model.kind import Entry, Path
from filquartiers.model.kinds import Reseau
from filquartiers.model.kinds.reseau import Mentions
from filquartiers.model.site import Site
from filquartiers.problems import Problem, problem


def gaps(site: Site) -> Iterator[Problem]:
    """Every wanted field that is empty, in every entry that is typed in a file."""
    for entry in site.everything():
        if entry.origin.file:
            yield from _gaps_in(entry, entry, (), "")


def _gaps_in(entry: Entry, part: Frozen, path: Path, within: str) -> Iterator[Problem]:
    """``within`` is the label of what holds ``part``: « Contact » stands in more than one group."""
    if isinstance(part, Mentions) and isinstance(entry, Reseau) and not entry.demonstration:
        return  # what the law asks for is an error, told by `publication`
    for guide in guides_of(type(part)):
        value = getattr(part, guide.name)
        label = f"{within} : {guide.label[:1].lower()}{guide.label[1:]}" if within else guide.label
        if guide.wanted and (value is None or value == () or (isinstance(value, Frozen) and not value)):
            yield problem("a-completer", entry.where(*path, guide.name), champ=label, aide=guide.help)
        yield from _gaps_below(entry, value, (*path, guide.name), guide.label)


def _gaps_below(entry: Entry, value: object, path: Path, label: str) -> Iterator[Problem]:
    """Into groups and lists of groups, never into another entry, which answers for itself."""
    if isinstance(value, tuple):
        for rank, item in enumerate(value):
            yield from _gaps_below(entry, item, (*path, rank), label)
    elif isinstance(value, Frozen) and not isinstance(value, Entry):
        yield from _gaps_in(entry, value, path, label)

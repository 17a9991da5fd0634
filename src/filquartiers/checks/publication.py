"""What must be true before anything is published."""

from collections.abc import Iterator

from filquartiers.model.addresses import reserved
from filquartiers.model.fields import FieldGuide, guides_of
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import Reseau
from filquartiers.model.kinds.reseau import Mentions
from filquartiers.model.site import Site
from filquartiers.problems import Problem, problem


def legal_data(site: Site) -> Iterator[Problem]:
    """The legal data that the law asks of a published site; a demonstration does not need them."""
    for network in site.networks:
        if network.demonstration:
            continue
        for guide in guides_of(Mentions):
            if guide.wanted and not getattr(network.mentions_legales, guide.name):
                where = network.where("mentions_legales", guide.name)
                yield problem("mentions-manquantes", where, champ=guide.name, aide=guide.help)


def reserved_addresses(site: Site) -> Iterator[Problem]:
    """A network's home is at ``/<its name>/``: it may not be called like a page or a folder of the site."""
    taken = reserved(site.kinds)
    for network in site.of(Reseau):
        if network.slug in taken:
            yield problem("adresse-reservee", network.where(), nom=network.slug)


_MADE_UP = ("adresse", "courriel", "site", "telephone", "telephones")
"""Fields whose example is nobody's: an address, a number."""


def models_left(site: Site) -> Iterator[Problem]:
    """Examples of our templates that were left in place of facts: legal ones must not be published."""
    for network in site.of(Reseau):
        for name, value in _legal_examples(network):
            yield problem("exemple-legal", network.where("mentions_legales", name), valeur=value)
    for entry in site.everything():
        for guide in type(entry).fields() if entry.origin.file else ():
            if guide.name in _MADE_UP and guide.example:
                yield from _left(entry, guide)


def _legal_examples(network: Reseau) -> Iterator[tuple[str, str]]:
    """The legal data that are those of the template."""
    block = next(guide.example for guide in Reseau.fields() if guide.name == "mentions_legales")
    for line in block.split("\n"):
        name, _, value = line.partition(": ")
        if (
            getattr(network.mentions_legales, name.strip(), None) == value.strip()
            and not network.demonstration
        ):
            yield name.strip(), value.strip()


def _left(entry: Entry, guide: FieldGuide) -> Iterator[Problem]:
    value = getattr(entry, guide.name)
    example = guide.example.removeprefix("- ")
    for rank, one in enumerate(value if isinstance(value, tuple) else (value,)):
        if one and _squeezed(str(one)) == _squeezed(example):
            where = entry.where(guide.name, rank) if isinstance(value, tuple) else entry.where(guide.name)
            yield problem("exemple-du-modele", where, valeur=example)


def _squeezed(text: str) -> str:
    """A value without its spaces, as numbers are kept."""
    return "".join(text.split())

"""What must be true before anything is published."""

from collections.abc import Iterator

from filquartiers.model.addresses import reserved
from filquartiers.model.fields import guides_of
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

"""Who publishes, when somebody does: a demonstration has no publisher, and says so wherever it goes."""

from filquartiers.model.kinds import Reseau
from filquartiers.model.site import Site

NOTICE = "Démonstration : n’engage aucune des structures citées. Vérifiez avant de vous déplacer."
SUFFIX = " (démonstration)"


def publisher(network: Reseau | None) -> str:
    """Who publishes what a network shows, as its legal data state it; empty when nobody is stated."""
    return (network.mentions_legales.editeur if network else "") or ""


def is_demonstration(site: Site, network: Reseau | None = None) -> bool:
    """Whether this network is a demonstration or, for what belongs to all, one of them is."""
    shown = (network,) if network else site.networks
    return any(one.demonstration for one in shown)


def notice(site: Site, network: Reseau | None = None) -> str:
    """What every printed thing, ticket and feed of a demonstration says; else nothing."""
    return NOTICE if is_demonstration(site, network) else ""


def marked(title: str, site: Site, network: Reseau | None = None) -> str:
    """A title that is read alone, in a list of calendars or of news: with the mark of a demonstration."""
    return title + (SUFFIX if is_demonstration(site, network) else "")

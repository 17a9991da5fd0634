"""What the law asks a site to say of its accessibility (décret n° 2019-768, article 5; RGAA 4.1)."""

from filquartiers.model.kinds import Reseau
from filquartiers.model.site import Site

STATES = ("non conforme", "partiellement conforme", "totalement conforme")
HALF, WHOLE = 50, 100


def conformity(site: Site) -> str:
    """The state that the law asks to show on every page (décret n° 2019-768, article 5).

    Without an audit a site is « non conforme »; with several networks, the lowest state is shown.
    """
    return min((state_of(network) for network in site.networks), key=STATES.index, default=STATES[0])


def state_of(network: Reseau) -> str:
    """What the audit of a network's site allows it to say (RGAA 4.1, obligations)."""
    known = network.accessibilite
    if known.audit is None or known.taux is None or known.taux < HALF:
        return STATES[0]
    return STATES[2] if known.taux >= WHOLE else STATES[1]

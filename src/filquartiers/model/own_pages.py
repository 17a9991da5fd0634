"""The pages and folders of the site that no entry makes: texts may link to the ones, names may take none."""

from filquartiers.model.kinds import Evenement, Reseau
from filquartiers.model.site import Site

AGENDA = Evenement.kind.address

OWN_PAGES = (
    AGENDA,
    f"{AGENDA}/archives",
    f"{AGENDA}/s-abonner",
    "plan",
    "recherche",
    "donnees",
    "accessibilite",
    "mentions-legales",
    "planche",
)
"""Pages that every site has, as an editor types them in a link."""

FOLDERS = ("assets", "documents", "images")
"""Where the files beside the pages lie, at the root of the site."""


def own_pages(site: Site) -> tuple[str, ...]:
    """The pages of ours that a text may link to: those of every site, and the lists of what this one has."""
    kinds = (kind for kind in site.kinds if kind.kind.address and site.of(kind))
    lists = (kind.kind.address for kind in kinds if not issubclass(kind, Reseau))
    return tuple(dict.fromkeys((*OWN_PAGES, *lists)))


def reserved(site: Site) -> frozenset[str]:
    """Names at the root of the site that the home of a network may not take."""
    pages = (name.partition("/")[0] for name in OWN_PAGES)
    return frozenset((*pages, *FOLDERS, *(kind.kind.address for kind in site.kinds)))

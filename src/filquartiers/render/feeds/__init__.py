"""The site for other programs: calendars, news, open data, and what robots are told."""

from collections.abc import Iterator

from filquartiers.edition import Edition, Output
from filquartiers.render.feeds.calendars import calendars
from filquartiers.render.feeds.opendata import opendata
from filquartiers.render.feeds.robots import robots
from filquartiers.render.feeds.syndication import syndication


def feeds(edition: Edition) -> Iterator[Output]:
    """Every feed and export of the site; the sitemap comes with the pages it lists."""
    yield from calendars(edition.teller, edition.published)
    yield from syndication(edition.teller)
    yield from opendata(edition.site)
    yield robots(edition.site)

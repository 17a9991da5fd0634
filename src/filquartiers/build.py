"""The whole journey on one screen: files → entries (`prepare`) → tellings → artifacts → ``build/``."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from filquartiers.artifact import File
from filquartiers.drawing import Drawing, drawn_here
from filquartiers.edition import Edition, LateRenderer, Renderer
from filquartiers.journey import Clock, Journey, Outcome
from filquartiers.prepare import draw, mending_list, prepare, read_texts
from filquartiers.problems import Gravity
from filquartiers.project import Project
from filquartiers.telling.changes import changes
from filquartiers.write import KEPT, write

PAGES: Mapping[str, Renderer] = {"pages": LateRenderer("filquartiers.render.web", "pages")}
BESIDE: Mapping[str, Renderer] = {
    "flux": LateRenderer("filquartiers.render.feeds", "feeds"),
    "recherche": LateRenderer("filquartiers.render.search", "search"),
}
SITE: Mapping[str, Renderer] = {**PAGES, **BESIDE}
PRINT: Mapping[str, Renderer] = {"impression": LateRenderer("filquartiers.printing", "print_products")}
Begin = Callable[[Iterable[File]], object]
RENDERERS: Mapping[str, Renderer] = {**PRINT, **SITE}  # what we publish


def build(project: Project, clock: Clock, renderers: Mapping[str, Renderer] = RENDERERS) -> Outcome:
    """Read, check, draw, and replace ``build/``.

    An error in the content or in the site leaves the former ``build/`` whole, unless the project asks for
    drafts. An error in a printed thing does not keep the site from being published: the file is there,
    and its name says not to print it.

    Args:
        project: the folder and the day.
        clock: seconds that pass, for the time of each stage.
        renderers: what to publish.
    """
    journey, texts = Journey(clock), read_texts(project)
    edition = prepare(project, journey, texts)
    if edition is None or (journey.outcome.blocked and not project.drafts):
        return journey.outcome
    with Drawing(project.build, project.build / KEPT / "pages") as drawing:
        spoilt = draw_all(edition, renderers, journey, drawing.begin)
        start = clock()
        settled = journey.sorted_out(drawing.settle(journey.artifacts))
        spoilt |= len(settled) < len(journey.artifacts)
        start = journey.timed("dessin", start)
        if spoilt and not project.drafts:
            return journey.outcome
        written = write(project.build, (*settled, mending_list(project, journey.outcome)))
        drawing.remember()
        texts.remember()
        journey.timed("écriture", start)
    return replace(journey.outcome, written=written, changes=changes(edition.teller, written.paths))


def travel(project: Project, renderers: Mapping[str, Renderer], clock: Clock) -> Journey:
    """From files to artifacts: read, check, draw with each of the ``renderers``; nothing is written."""
    journey = Journey(clock)
    edition = prepare(project, journey)
    if edition is not None:
        draw_all(edition, renderers, journey)
        journey.artifacts = list(drawn_here(journey.artifacts))
    return journey


def draw_all(
    edition: Edition,
    renderers: Mapping[str, Renderer],
    journey: Journey,
    begin: Callable[[Iterable[File]], object] = tuple,
) -> bool:
    """Print first, so that the pages drawn next show what was printed.

    ``begin`` is told the files known so far, some of which are still to be drawn.

    Returns:
        Whether the pages hold an error: one in a printed thing does not keep them from being published.
    """
    draw(edition, {name: one for name, one in renderers.items() if name in PRINT}, journey)
    known = len(journey.problems)
    told = replace(edition, printed=tuple(journey.printed))
    for name, renderer in renderers.items():
        if name not in PRINT:
            draw(told, {name: renderer}, journey)
            begin(journey.artifacts)
    return any(one.gravity is Gravity.ERROR for one in journey.problems[known:])

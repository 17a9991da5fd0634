"""The whole journey on one screen: files → entries (`prepare`) → tellings → artifacts → ``build/``."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

<<<<<<< HEAD
from filquartiers.artifact import File
from filquartiers.drawing import Drawing, drawn_here
from filquartiers.edition import Edition, LateRenderer, Renderer
from filquartiers.journey import Clock, Journey, Outcome
from filquartiers.prepare import draw, mending_list, prepare
=======
from filquartiers.artifact import Artifact
from filquartiers.checks import check_site
from filquartiers.checks.identity import check_identity, read_identity
from filquartiers.checks.paper import unprintable
from filquartiers.content import Reader, load, read_folder
from filquartiers.edition import Edition, Renderer
from filquartiers.journey import Clock, Journey, Outcome
from filquartiers.paper import FONT, drawn_by
from filquartiers.printing import print_products
>>>>>>> room/preuves
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
    journey = Journey(clock)
    edition = prepare(project, journey)
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


<<<<<<< HEAD
def draw_all(
    edition: Edition,
    renderers: Mapping[str, Renderer],
    journey: Journey,
    begin: Callable[[Iterable[File]], object] = tuple,
) -> bool:
=======
def prepare(project: Project, journey: Journey, read: Reader = read_folder) -> Edition | None:
    """Read and check the project, noting problems and times in ``journey``; None without a usable identity.

    ``read`` gives the files of a folder of ``content/``; the preview shows the last good text of some.
    """
    start = journey.clock()
    loaded = load(project.root, project.kinds, project.today, drafts=project.drafts, read=read)
    journey.problems += loaded.problems
    journey.houses = loaded.houses
    start = journey.timed("lecture", start)
    journey.problems += check_site(loaded.site, loaded.files)
    journey.problems += unprintable(loaded.site, partial(drawn_by, project.asset(FONT).parent))
    identity, faults = read_identity(project.asset("identite.yaml"))
    journey.problems += faults
    if identity is not None:
        journey.problems += check_identity(identity, project.asset("icc/FOGRA39L_coated.icc").read_bytes())
    journey.timed("vérification", start)
    if identity is None:
        return None
    return Edition(
        loaded.site, identity, project.content, project.folders("templates"), project.folders("assets")
    )


def draw_all(edition: Edition, renderers: Mapping[str, Renderer], journey: Journey) -> bool:
>>>>>>> room/preuves
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

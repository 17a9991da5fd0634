"""The whole journey on one screen: files → entries → tellings → artifacts → ``build/``."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from filquartiers.artifact import Artifact
from filquartiers.checks import check_site
from filquartiers.checks.identity import check_identity, read_identity
from filquartiers.checks.paper import unprintable
from filquartiers.content import Reader, load, read_folder
from filquartiers.edition import Edition, Renderer
from filquartiers.journey import Clock, Journey, Outcome
from filquartiers.paper import FONT, drawn_by
from filquartiers.printing import print_products
from filquartiers.problems import Gravity
from filquartiers.project import Project
from filquartiers.render import feeds, search, web
from filquartiers.render.album import pictures
from filquartiers.render.mending import mending_page
from filquartiers.write import write

SITE: Mapping[str, Renderer] = {"pages": web.pages, "flux": feeds.feeds, "recherche": search.search}
PRINT: Mapping[str, Renderer] = {"impression": print_products}
RENDERERS: Mapping[str, Renderer] = {**PRINT, **SITE}  # what we publish


def check(project: Project, clock: Clock) -> Outcome:
    """Read and check, try the pictures if nothing stands in the way, and write nothing.

    Pages are not drawn: of all that makes the site, only pictures can still hold a surprise.
    """
    journey = Journey(clock)
    edition = prepare(project, journey)
    if edition is not None and not journey.outcome.blocked:
        draw(edition, {"images": pictures}, journey)
    return journey.outcome


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
    if draw_all(edition, renderers, journey) and not project.drafts:
        return journey.outcome
    start = clock()
    written = write(project.build, [*journey.artifacts, mending_list(project, journey.outcome)])
    journey.timed("écriture", start)
    return replace(journey.outcome, written=written)


def travel(project: Project, renderers: Mapping[str, Renderer], clock: Clock) -> Journey:
    """From files to artifacts: read, check, draw with each of the ``renderers``; nothing is written."""
    journey = Journey(clock)
    edition = prepare(project, journey)
    if edition is not None:
        draw_all(edition, renderers, journey)
    return journey


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
    """Print first, so that the pages drawn next show what was printed.

    Returns:
        Whether the pages hold an error: one in a printed thing does not keep them from being published.
    """
    draw(edition, {name: one for name, one in renderers.items() if name in PRINT}, journey)
    known = len(journey.problems)
    told = replace(edition, printed=tuple(journey.printed))
    draw(told, {name: one for name, one in renderers.items() if name not in PRINT}, journey)
    return any(one.gravity is Gravity.ERROR for one in journey.problems[known:])


def draw(edition: Edition, renderers: Mapping[str, Renderer], journey: Journey) -> None:
    """Note in ``journey`` the artifacts and problems of each renderer."""
    start = journey.clock()
    for name, renderer in renderers.items():
        for output in renderer(edition):
            journey.take(output)
        start = journey.timed(name, start)


def mending_list(project: Project, outcome: Outcome) -> Artifact:
    """``build/a-corriger.html``: all that was found, in the colours of the project or, failing that, ours."""
    files = (project.asset("identite.yaml"), project.folders("assets")[-1] / "identite.yaml")
    identity = next(found for file in files if (found := read_identity(file)[0]))
    templates = project.folders("templates")
    return mending_page(outcome.problems, outcome.houses, project.today, identity, templates)

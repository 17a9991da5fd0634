"""The whole journey on one screen: files → entries → tellings → artifacts → ``build/``."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from filquartiers.artifact import Artifact, File
from filquartiers.checks import check_site
from filquartiers.checks.identity import check_identity, read_identity
from filquartiers.content import Loaded, Remembered, load
from filquartiers.drawing import Drawing
from filquartiers.edition import Edition, LateRenderer, Renderer
from filquartiers.journey import Clock, Journey, Outcome
from filquartiers.model.addresses import WHOLE_CALENDAR, output_path
from filquartiers.problems import Gravity
from filquartiers.project import Project
from filquartiers.render.mending import mending_page
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
Over = Callable[[], bool]
RENDERERS: Mapping[str, Renderer] = {**PRINT, **SITE}  # what we publish
PICTURES: Mapping[str, Renderer] = {"images": LateRenderer("filquartiers.render.album", "unreadable")}


def check(project: Project, clock: Clock) -> Outcome:
    """Read and check, try the pictures if nothing stands in the way, and write nothing.

    Pages are not drawn: of all that makes the site, only pictures can still hold a surprise.
    """
    journey = Journey(clock)
    edition = prepare(project, journey)
    if edition is not None and not journey.outcome.blocked:
        draw(edition, PICTURES, journey)
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
    return journey


def prepare(project: Project, journey: Journey) -> Edition | None:
    """Read and check the project; None without a usable identity."""
    loaded, edition = read(project, journey)
    start = journey.clock()
    examine(project, loaded, edition, journey)
    journey.timed("vérification", start)
    return edition


def read(
    project: Project, journey: Journey, known: Remembered | None = None
) -> tuple[Loaded, Edition | None]:
    """What ``content/`` holds, and the same in the identity it is drawn in, when that can be used.

    Args:
        project: the folder and the day.
        journey: is told the problems, and the time it took.
        known: what the last reading made, and the texts to read in place of some files.
    """
    start = journey.clock()
    loaded = load(project.root, project.kinds, project.today, drafts=project.drafts, known=known)
    identity, faults = read_identity(project.asset("identite.yaml"))
    journey.problems += (*loaded.problems, *faults)
    journey.houses = loaded.houses
    journey.timed("lecture", start)
    if identity is None:
        return loaded, None
    folders = project.folders("templates"), project.folders("assets")
    return loaded, Edition(loaded.site, identity, project.content, *folders, published=_published(project))


def _published(project: Project) -> bytes:
    """The feed of all events in the former ``build/``, the only memory of a build; empty without any."""
    try:
        return (project.build / output_path(WHOLE_CALENDAR)).read_bytes()
    except OSError:
        return b""


def examine(
    project: Project, loaded: Loaded, edition: Edition | None, journey: Journey, over: Over = bool
) -> None:
    """Check what was read, and its identity when that can be used; give up once it is ``over``."""
    for told in check_site(loaded.site, loaded.files):
        journey.problems.append(told)
        if over():
            return
    if edition is not None:
        profile = project.asset("icc/FOGRA39L_coated.icc").read_bytes()
        journey.problems += check_identity(edition.identity, profile)


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

"""The first half of the journey: files → entries, checked; what there is to mend. No page is drawn."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from filquartiers.artifact import Artifact
from filquartiers.checks import check_site
from filquartiers.checks.identity import check_identity, read_identity
from filquartiers.checks.paper import unprintable
from filquartiers.checks.spared import ReadTexts
from filquartiers.content import Loaded, Remembered, load
from filquartiers.edition import Edition, LateRenderer, Renderer
from filquartiers.journey import Clock, Journey, Outcome
from filquartiers.model.addresses import WHOLE_CALENDAR, output_path
from filquartiers.model.files import named_pictures
from filquartiers.paper import FONT, drawn_by
from filquartiers.problems import Problem
from filquartiers.project import Project
from filquartiers.render.mending import mending_page
from filquartiers.render.templates import faults_in
from filquartiers.render.typography import typeset
from filquartiers.store import Store
from filquartiers.write import KEPT

PICTURES: Mapping[str, Renderer] = {"images": LateRenderer("filquartiers.render.album", "unfit")}
Over = Callable[[], bool]


def check(project: Project, clock: Clock) -> Outcome:
    """Read and check, try the pictures if nothing stands in the way, and write nothing.

    Pages are not drawn: of all that makes the site, only pictures can still hold a surprise.
    """
    journey = Journey(clock)
    edition = prepare(project, journey, read_texts(project))
    pictures = edition is not None and any(True for _ in named_pictures(edition.site))
    if edition is not None and pictures and not journey.outcome.blocked:
        draw(edition, PICTURES, journey)
    return journey.outcome


def read_texts(project: Project) -> ReadTexts:
    """The long texts in which the last build found nothing."""
    return ReadTexts(Store(project.build / KEPT / "textes"))


def prepare(project: Project, journey: Journey, texts: ReadTexts | None = None) -> Edition | None:
    """Read and check the project, ``texts`` with one look; None without a usable identity."""
    loaded, edition = read(project, journey)
    start = journey.clock()
    examine(project, loaded, edition, journey, texts=texts)
    journey.timed("vérification", start)
    return edition


def read(
    project: Project, journey: Journey, known: Remembered | None = None, loaded: Loaded | None = None
) -> tuple[Loaded, Edition | None]:
    """What ``content/`` holds, and the same in the identity it is drawn in, when that can be used.

    Args:
        project: the folder and the day.
        journey: is told the problems, and the time it took.
        known: what the last reading made, and the texts to read in place of some files.
        loaded: what ``content/`` holds, when that is known already.
    """
    start = journey.clock()
    loaded = loaded or load(project.root, project.kinds, project.today, drafts=project.drafts, known=known)
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


def examine(  # noqa: PLR0913  what was read, who is told, when to stop, what is known
    project: Project,
    loaded: Loaded,
    edition: Edition | None,
    journey: Journey,
    over: Over = bool,
    *,
    texts: ReadTexts | None = None,
) -> None:
    """Check what was read, and its identity when that can be used; give up once it is ``over``.

    ``texts`` are those that need no second look, if any are known.
    """
    for told in check_site(loaded.site, loaded.files, texts):
        journey.problems.append(told)
        if over():
            return
    journey.problems += unprintable(loaded.site, partial(drawn_by, project.asset(FONT).parent))
    if edition is not None:
        profile = project.asset("icc/FOGRA39L_coated.icc").read_bytes()
        journey.problems += check_identity(edition.identity, profile)
        journey.problems += _faulty_templates(edition.templates)


def _faulty_templates(folders: tuple[Path, ...]) -> Iterator[Problem]:
    """Those of the project: when it has none, what draws pages is not even read."""
    if len(folders) > 1:
        from filquartiers.render.web.filters import FILTERS  # noqa: PLC0415

        yield from faults_in(folders, {**FILTERS, "typeset": typeset})


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

"""The whole journey on one screen: files → entries → site → artifacts → ``build/``."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import yaml
from pydantic import ValidationError

from filquartiers.artifact import Artifact, Made
from filquartiers.checks import check_site
from filquartiers.checks.identity import FILE as IDENTITY_FILE
from filquartiers.checks.identity import check_identity, identity_faults
from filquartiers.content import Reader, load, read_folder
from filquartiers.edition import Edition, Renderer
from filquartiers.model.identity import Identity
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import KINDS
from filquartiers.printing import print_products
from filquartiers.problems import Gravity, Problem, Where, problem
from filquartiers.render import feeds, search, web
from filquartiers.render.album import pictures
from filquartiers.render.mending import mending_page
from filquartiers.write import Written, write

SITE: dict[str, Renderer] = {
    "pages": web.pages,
    "flux": feeds.feeds,
    "recherche": search.search,
}
PRINT: dict[str, Renderer] = {"impression": print_products}
RENDERERS: dict[str, Renderer] = SITE | PRINT  # what we publish

Clock = Callable[[], float]


@dataclass(frozen=True)
class Project:
    """A folder with its ``content/``, and how to look at it.

    ``today`` is the day the site is built for; ``drafts`` also publishes what is marked
    ``brouillon: oui`` and what has errors elsewhere.
    """

    root: Path
    today: date
    drafts: bool = False
    kinds: tuple[type[Entry], ...] = KINDS

    @property
    def build(self) -> Path:
        """Where the artifacts go."""
        return self.root / "build"

    def folders(self, name: str) -> tuple[Path, ...]:
        """The project's own ``templates`` or ``assets``, then those shipped with the program."""
        found = (self.root / name, _shipped() / name)
        return tuple(dict.fromkeys(folder.resolve() for folder in found if folder.is_dir()))


@dataclass(frozen=True)
class Outcome:
    """What came of a build: all problems, what was written if anything was, the time of each stage.

    ``houses`` are the names of those that each file is about.
    """

    problems: tuple[Problem, ...]
    written: Written | None = None
    stages: tuple[tuple[str, float], ...] = ()
    houses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def blocked(self) -> bool:
        """Whether an error refuses publication."""
        return any(one.gravity is Gravity.ERROR for one in self.problems)


@dataclass
class Journey:
    """What the stages hand on to each other, and what comes of them."""

    clock: Clock
    problems: list[Problem] = field(default_factory=list)
    artifacts: list[Artifact] = field(default_factory=list)
    stages: list[tuple[str, float]] = field(default_factory=list)
    houses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paths: set[str] = field(default_factory=set)
    printed: list[Made] = field(default_factory=list)

    @property
    def outcome(self) -> Outcome:
        """What there is to tell so far."""
        return Outcome(in_order(self.problems), None, tuple(self.stages), self.houses)

    def timed(self, stage: str, since: float) -> float:
        """Note how long a stage took; gives the time it is now, in seconds of the clock."""
        now = self.clock()
        self.stages.append((stage, now - since))
        return now


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


def travel(project: Project, renderers: dict[str, Renderer], clock: Clock) -> Journey:
    """From files to artifacts: read, check, draw with each of the ``renderers``; nothing is written."""
    journey = Journey(clock)
    edition = prepare(project, journey)
    if edition is not None:
        draw_all(edition, renderers, journey)
    return journey


def prepare(project: Project, journey: Journey, read: Reader = read_folder) -> Edition | None:
    """Read and check the project; None when its identity cannot be used.

    Args:
        project: the folder and the day.
        journey: where problems and times are noted.
        read: gives the files of a folder of ``content/``; the preview shows the last good text of some.
    """
    start = journey.clock()
    loaded = load(project.root, project.kinds, project.today, drafts=project.drafts, read=read)
    journey.problems.extend(loaded.problems)
    start = journey.timed("lecture", start)
    journey.houses = loaded.houses
    journey.problems.extend(check_site(loaded.site, loaded.files))
    identity = _identity(project, journey.problems)
    journey.timed("vérification", start)
    if identity is None:
        return None
    templates, folders = project.folders("templates"), project.folders("assets")
    return Edition(loaded.site, identity, project.root / "content", templates, folders)


def draw_all(edition: Edition, renderers: Mapping[str, Renderer], journey: Journey) -> bool:
    """Print first, so that the pages drawn next show what was printed.

    Returns:
        Whether the pages hold an error: one in a printed thing does not keep them from being published.
    """
    draw(edition, {name: one for name, one in renderers.items() if name in PRINT}, journey)
    known = len(journey.problems)
    pages = {name: one for name, one in renderers.items() if name not in PRINT}
    draw(replace(edition, printed=tuple(journey.printed)), pages, journey)
    return any(one.gravity is Gravity.ERROR for one in journey.problems[known:])


def draw(edition: Edition, renderers: Mapping[str, Renderer], journey: Journey) -> None:
    """Note in ``journey`` the artifacts and problems of each renderer."""
    start = journey.clock()
    for name, renderer in renderers.items():
        for output in renderer(edition):
            if isinstance(output, Problem):
                journey.problems.append(output)
            elif isinstance(output, Made):
                journey.printed.append(output)
            elif output.path in journey.paths:
                journey.problems.append(problem("page-double", Where(), adresse=output.path))
            else:
                journey.paths.add(output.path)
                journey.artifacts.append(output)
        start = journey.timed(name, start)


def _identity(project: Project, problems: list[Problem]) -> Identity | None:
    """The tokens of ``assets/identite.yaml``, checked; None when the file cannot be used."""
    folders = project.folders("assets")
    profile = next(path for folder in folders if (path := folder / "icc/FOGRA39L_coated.icc").is_file())
    identity = _tokens(folders, problems)
    if identity is not None:
        problems.extend(check_identity(identity, profile.read_bytes()))
    return identity


def _tokens(folders: Iterable[Path], problems: list[Problem]) -> Identity | None:
    file = next(path for folder in folders if (path := folder / "identite.yaml").is_file())
    try:
        plain = yaml.load(file.read_text(encoding="utf-8-sig"), Loader=yaml.CBaseLoader)  # noqa: S506  text only
        return Identity.model_validate(plain)
    except (yaml.YAMLError, UnicodeDecodeError):
        problems.append(problem("yaml-illisible", Where(IDENTITY_FILE)))
    except ValidationError as error:
        problems.extend(identity_faults(error))
    return None


def mending_list(project: Project, outcome: Outcome) -> Artifact:
    """``build/a-corriger.html``: all that was found, in the colours of the project or, failing that, ours."""
    folders = project.folders("assets")
    identity = _tokens(folders, []) or _tokens(folders[-1:], [])
    if identity is None:
        raise FileNotFoundError(IDENTITY_FILE)
    templates = project.folders("templates")
    return mending_page(outcome.problems, outcome.houses, project.today, identity, templates)


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file, gravest first."""
    return tuple(sorted(dict.fromkeys(problems), key=lambda one: one.sort_key))


def _shipped() -> Path:
    """Templates and assets that come with the program: in the wheel, or in the checkout."""
    package = Path(__file__).parent
    return package / "shipped" if (package / "shipped").is_dir() else package.parents[1]


def find_root(start: Path) -> Path | None:
    """The project that ``start`` is in: the nearest folder, upwards, that has a ``content`` folder."""
    return next((folder for folder in _upwards(start) if (folder / "content").is_dir()), None)


def _upwards(start: Path) -> Iterator[Path]:
    yield start
    yield from start.parents

"""The Jinja environment of the site: what is missing is an error, what comes from content is escaped."""

import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.loaders import split_template_path

from filquartiers import encodings
from filquartiers.problems import Problem, Where, problem

_BASE = "templates/site/"

Filters = Mapping[str, Any]
Source = tuple[str, str, Callable[[], bool]]


class _Loader(FileSystemLoader):
    """Reads the templates of one folder as all else: in the usual encodings, Windows's own among them.

    Those named in ``aside`` are as good as absent.
    """

    def __init__(self, folder: Path, aside: AbstractSet[str] = frozenset()) -> None:
        super().__init__(folder)
        self._aside = {folder / name for name in aside}

    def get_source(self, environment: Environment, template: str) -> Source:
        """The text of a template, its file, and whether it is still the same."""
        file = Path(self.searchpath[0], *split_template_path(template))
        if file in self._aside:
            raise TemplateNotFound(template)
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError:
            found = encodings.decode(file.read_bytes())
            if found is None:
                raise TemplateSyntaxError("ce n’est pas du texte", 1, template, str(file)) from None
            return encodings.tidy(found.text), str(file), lambda: True


def environment(
    folders: Iterable[Path], filters: Filters, faulty: AbstractSet[str] = frozenset()
) -> Environment:
    """An environment that looks for templates in ``folders``, a project's own before the shipped ones.

    Args:
        folders: folders of templates, the preferred first; each holds a ``site`` folder.
        filters: what templates may call after a bar, by name.
        faulty: templates of the project to do without, named as `fault_of` does.
    """
    *own, shipped = folders
    aside = {name.removeprefix(_BASE) for name in faulty}
    made = Environment(
        loader=ChoiceLoader(
            [*(_Loader(folder / "site", aside) for folder in own), _Loader(shipped / "site")]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(filters)
    return made


def faults_in(folders: Iterable[Path], filters: Filters) -> Iterator[Problem]:
    """The templates of the project that cannot be followed, by their words alone: nothing is drawn.

    Args:
        folders: folders of templates as `environment` got them.
        filters: what templates may call.
    """
    *own, _ = folders = tuple(folders)
    made = environment(folders, filters)
    for folder in own:
        for file in sorted((folder / "site").rglob("*.html")):
            try:
                made.get_template(file.relative_to(folder / "site").as_posix())
            except (TemplateSyntaxError, OSError) as error:
                if fault := fault_of(error, folders):
                    yield fault


def fault_of(error: Exception, folders: Iterable[Path]) -> Problem | None:
    """What is wrong with a template of the project, from what its drawing raised; None when it is not there.

    Args:
        error: what was raised.
        folders: folders of templates as `environment` got them; the last comes with the program.
    """
    own = [folder.resolve() for folder in (*folders,)[:-1]]
    for file, line in _places(error):
        folder = next((one for one in own if file.is_relative_to(one)), None)
        if folder is not None:
            where = Where(file.relative_to(folder.parent).as_posix(), line, excerpt=_line(file, line))
            return problem("gabarit-illisible", where, raison=_reason(error))
    return None


def _places(error: Exception) -> Iterable[tuple[Path, int]]:
    """Files and lines, the innermost first."""
    if isinstance(error, TemplateSyntaxError) and error.filename:
        yield Path(error.filename).resolve(), error.lineno
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename.endswith((".html", ".xml")):
            yield Path(frame.filename).resolve(), frame.lineno or 0


def _line(file: Path, line: int) -> str:
    found = encodings.decode(file.read_bytes())
    lines = found.text.splitlines() if found else []
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""


def _reason(error: Exception) -> str:
    """What Jinja says, in its own words: they are looked up in its manual."""
    if isinstance(error, TemplateNotFound):
        return f"« {error.name} » n’existe pas"
    return (
        str(error.message if isinstance(error, TemplateSyntaxError) else error).rstrip(".")
        or type(error).__name__
    )

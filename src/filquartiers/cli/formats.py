"""Problems for other programs: JSON, GitHub workflow annotations, GitLab code quality reports."""

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from filquartiers.guides.schema import as_json
from filquartiers.model.text import slugify
from filquartiers.problems import Gravity, Problem

VERSION = 1  # of the JSON report: changes when a key is taken away or changes its meaning

# What GitHub and GitLab call each gravity.
_GITHUB = ("error", "warning", "notice", "notice")
_GITLAB = ("critical", "major", "minor", "info")


def as_report(problems: Iterable[Problem], folder: str = "") -> str:
    """A report of our own, stable: keys are only ever added within one ``version``.

    ``folder`` is the path of the project from where paths are read, empty or ending with a slash.
    """
    told = [_plain(one, folder) for one in problems]
    counts = Counter(one["gravite"] for one in told)
    summary = {name: counts[name] for name in (slugify(gravity.label) for gravity in Gravity)}
    return as_json({"version": VERSION, "resume": summary, "problemes": told})


def _plain(one: Problem, folder: str) -> dict[str, object]:
    named = {"code": one.code, "gravite": slugify(one.gravity.label)}
    return {**named, **one.plain, "fichier": _path(one, folder)}


def as_github(problems: Iterable[Problem], folder: str = "") -> str:
    """Workflow commands, one a line; gaps are left out, they would drown the ten that GitHub shows.

    Source: GitHub docs, « Workflow commands for GitHub Actions », setting a notice, warning or error.
    """
    return "".join(_command(one, folder) for one in problems if one.gravity < Gravity.GAP)


def _command(one: Problem, folder: str) -> str:
    place = one.where
    values = {
        "file": _path(one, folder),
        "line": place.line,
        "col": place.column,
        "endColumn": place.column and place.column + max(1, place.length),
        "title": one.code,
    }
    told = ",".join(f"{name}={_escaped(str(value), inside=True)}" for name, value in values.items() if value)
    message = _escaped("\n".join(part for part in (one.message, one.hint) if part))
    return f"::{_GITHUB[one.gravity]} {told}::{message}\n"


def _escaped(text: str, *, inside: bool = False) -> str:
    """The escapes that GitHub reads back; properties also escape their separators."""
    escapes = {"%": "%25", "\r": "%0D", "\n": "%0A"} | ({":": "%3A", ",": "%2C"} if inside else {})
    return "".join(escapes.get(char, char) for char in text)


def as_gitlab(problems: Iterable[Problem], folder: str = "") -> str:
    """A code quality report (GitLab docs, « Code quality report format »).

    The fingerprint of a problem does not depend on its line: it stays the same when lines are added above.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    report = []
    for one in problems:
        path = _path(one, folder)
        same = (one.code, path, one.where.excerpt.strip(), one.message)
        seen[same] += 1
        mark = "\0".join((*same, str(seen[same])))
        report.append(
            {
                "description": " ".join(part for part in (one.message, one.hint) if part),
                "check_name": one.code,
                "fingerprint": sha256(mark.encode("utf-8", "replace")).hexdigest(),
                "severity": _GITLAB[one.gravity],
                "location": {"path": path, "lines": {"begin": max(1, one.where.line)}},
            }
        )
    return as_json(report)


def _path(one: Problem, folder: str) -> str:
    return folder + one.where.file if one.where.file else folder.rstrip("/") or "content"


FORMATS = {"json": as_report, "github": as_github, "gitlab": as_gitlab}

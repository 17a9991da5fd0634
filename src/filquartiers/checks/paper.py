"""What paper cannot do, known by rule: nothing is drawn here, and no font is opened for usual letters."""

from collections.abc import Callable, Iterator

from filquartiers.model.fields import Frozen, Prose
from filquartiers.model.glyphs import Points, is_usual, lost
from filquartiers.model.kind import Entry, Path
from filquartiers.model.kinds import Brochure, Evenement, Fiche, Maison, Page, Photographie, Presse, Reseau
from filquartiers.model.passages import passages_of
from filquartiers.model.site import Site
from filquartiers.problems import Problem, Where, problem
from filquartiers.prose.items import marked

_FEW = 6  # signs that one message shows
_NEVER = (Page, Photographie, Presse)  # on the site only
_ALWAYS = (Reseau, Maison, Fiche, Evenement, Brochure)  # on sheets and programmes; others in brochures


def unprintable(site: Site, points: Callable[[], Points]) -> Iterator[Problem]:
    """Signs that no font of the printed things can draw, field by field.

    Each sign is told once, where it first stands: else a script without a font would be a remark a line.
    ``points`` gives what the fonts hold; it is asked only when a text holds something unusual.
    """
    printed, told = bool(site.of(Brochure)), set[str]()
    for entry in site.everything():
        if not isinstance(entry, _NEVER) and entry.origin.file and (printed or isinstance(entry, _ALWAYS)):
            for where, found in _signs(entry, points):
                if fresh := tuple(sign for sign in found if sign not in told):
                    told.update(found)
                    yield problem("signe-sans-dessin", where, signes=_shown(fresh))


def _signs(entry: Entry, points: Callable[[], Points]) -> Iterator[tuple[Where, tuple[str, ...]]]:
    for path, text in _texts(entry, ()):
        if not is_usual(text) and (found := lost(text, points())):
            yield entry.where(*path), found
    for passage in passages_of(entry):
        if not is_usual(passage.text) and (found := lost(_without_bullets(passage.text), points())):
            yield passage.where(max(0, passage.text.find(found[0])), len(found[0])), found


def _without_bullets(text: str) -> str:
    """A text whose lists bear our own marks: bullets of a word processor are never drawn."""
    return "\n".join(marked(text.split("\n")))


def _shown(signs: tuple[str, ...]) -> str:
    return " ".join(signs[:_FEW]) + (" …" if len(signs) > _FEW else "")


def _texts(part: Frozen, path: Path) -> Iterator[tuple[Path, str]]:
    """The short texts of an entry; the long ones are its passages, what it names has its own place."""
    for name in type(part).model_fields:
        if name not in {"slug", "origin"}:
            yield from _below(getattr(part, name), (*path, name))


def _below(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for rank, item in enumerate(value):
            yield from _below(item, (*path, rank))
    elif isinstance(value, Frozen) and not isinstance(value, (Entry, Prose)):
        yield from _texts(value, path)

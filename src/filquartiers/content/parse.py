"""Step 2. A source becomes drafts: fields, sections and text, each with its place in the file."""

from collections.abc import Iterator

from filquartiers.content.header import parts_of
from filquartiers.content.mend import mend
from filquartiers.content.nodes import HeadedText, Mapping, Scalar, Sequence, TypedEntry
from filquartiers.content.read import Source
from filquartiers.content.tree import BadYaml, tree
from filquartiers.model.headings import lines_in
from filquartiers.problems import Problem, problem

_DEEPEST = 2  # levels of the headings that open a section


def parse(source: Source, *, many: bool) -> Iterator[TypedEntry | Problem]:
    """The entries that a source describes: several in one YAML file, when its kind allows ``many``."""
    try:
        if source.is_markdown:
            yield from _markdown(source)
        else:
            yield from _yaml(source, many=many)
    except BadYaml as bad:
        yield bad.told


def _yaml(source: Source, *, many: bool) -> Iterator[TypedEntry | Problem]:
    mended = mend(source, 1, source.text)
    yield from mended.problems
    root = tree(source, 1, mended)
    listed = many and isinstance(root, Sequence)
    for item in root.items if listed and isinstance(root, Sequence) else (root,):
        if isinstance(item, Mapping):
            yield TypedEntry(source.file, source.stem, item, Scalar("", item.where))
        elif listed and isinstance(item, Scalar) and item.text:
            yield problem("element-sans-champs", item.where, valeur=item.text)
        else:
            place = item.where if item else source.where(1)
            yield problem("liste-attendue" if many else "fiche-attendue", place)


def _markdown(source: Source) -> Iterator[TypedEntry | Problem]:
    parts = parts_of(source)
    mended = mend(source, parts.first, parts.head)
    yield from (*parts.told, *mended.problems)
    root = tree(source, parts.first, mended)
    if root is None:
        root = Mapping((), source.where(1))
    if not isinstance(root, Mapping):
        yield problem("entete-illisible", root.where)
        return
    heading, intro, sections = _sections(source, parts.body_line, parts.body)
    yield TypedEntry(source.file, source.stem, root, intro, sections, heading)


def yaml_part(source: Source) -> tuple[int, str] | None:
    """The first line and the text of what is written in YAML; None when it has no end."""
    if not source.is_markdown:
        return 1, source.text
    try:
        parts = parts_of(source)
    except BadYaml:
        return None
    return parts.first, parts.head


def _sections(source: Source, first: int, body: str) -> tuple[Scalar | None, Scalar, tuple[HeadedText, ...]]:
    """The lone ``#`` heading, the text before any ``##``, and the ``##`` sections of a body."""
    title: Scalar | None = None
    parts: list[tuple[Scalar, list[str]]] = [(Scalar("", source.where(first)), [])]
    for number, (line, heading) in enumerate(lines_in(body), first):
        if heading is None or len(heading["level"]) > _DEEPEST:
            parts[-1][1].append(line)
            continue
        mark = Scalar(heading["text"], source.where(number, 1, len(line)))
        if len(heading["level"]) == 1 and title is None and len(parts) == 1 and not _filled(parts[0][1]):
            title = mark
            parts[0] = (mark, [])
        else:
            parts.append((mark, []))
    sections = tuple(HeadedText(mark, _text(source, mark.where.line + 1, lines)) for mark, lines in parts[1:])
    start = parts[0][0].where.line + (title is not None)
    return title, _text(source, start, parts[0][1]), sections


def _text(source: Source, first: int, lines: list[str]) -> Scalar:
    """Lines that start at line ``first`` of the file, without the blank ones around them."""
    text = "\n".join(lines)
    blank = len(text) - len(text.lstrip("\n"))
    return Scalar(text.strip("\n"), source.where(first + blank))


def _filled(lines: list[str]) -> bool:
    return any(line.strip() for line in lines)


def mended_part(source: Source) -> tuple[int, str] | None:
    """As `yaml_part`, in the words that are given to the parser; as many lines."""
    part = yaml_part(source)
    return (part[0], mend(source, *part).text) if part else None

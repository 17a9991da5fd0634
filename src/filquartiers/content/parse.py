"""Step 2. A source becomes drafts: fields, sections and text, each with its place in the file."""

from collections.abc import Iterator

from frontmatter.default_handlers import YAMLHandler

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
    first, head, body_line, body = _split(source)
    mended = mend(source, first, head)
    yield from mended.problems
    root = tree(source, first, mended)
    if root is None:
        root = Mapping((), source.where(1))
    if not isinstance(root, Mapping):
        yield problem("entete-illisible", root.where)
        return
    heading, intro, sections = _sections(source, body_line, body)
    yield TypedEntry(source.file, source.stem, root, intro, sections, heading)


def yaml_part(source: Source) -> tuple[int, str] | None:
    """The first line and the text of what is written in YAML; None when it has no end."""
    if not source.is_markdown:
        return 1, source.text
    try:
        return _split(source)[:2]
    except BadYaml:
        return None


def _split(source: Source) -> tuple[int, str, int, str]:
    """First line and text of the front matter, first line and text of the body.

    Only ``---`` on the very first line opens a front matter: further down it is a rule of the text.

    Raises:
        BadYaml: the front matter is opened and never closed.
    """
    handler = YAMLHandler()
    if not source.text.startswith("---") or not handler.detect(source.text):
        return 1, "", 1, source.text
    try:
        head, body = tuple(handler.split(source.text))[-2:]
    except ValueError:
        raise BadYaml(problem("entete-non-fermee", source.where(1, 1, 3))) from None
    # The handler may swallow blank lines around the marks: count what it left out.
    head_at = source.text.index(head, 3)
    body_at = len(source.text) - len(body)
    return source.text.count("\n", 0, head_at) + 1, head, source.text.count("\n", 0, body_at) + 1, body


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

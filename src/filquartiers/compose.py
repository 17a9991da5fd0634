"""Writing content files: the values of an entry become commented Markdown or YAML.

One writer serves the importers and ``filquartiers new``, so that what the program writes is always what
it reads. Values may be text, numbers, yes/no, lists and mappings; empty ones are left out.
"""

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

import yaml

from filquartiers.model.fields import FieldGuide
from filquartiers.model.kind import Entry
from filquartiers.model.text import key_of

Values = Mapping[str, object]

_SHALLOW_HEADING = re.compile(r"^( {0,3})#{1,2}(?=\s)", re.MULTILINE)
_STARTS_PLAIN = re.compile(r"[^\W_]|«")
_FENCE = re.compile(r"^ {0,3}(```|~~~)", re.MULTILINE)


def compose(
    kind: type[Entry],
    values: Values,
    *,
    comments: bool = False,
    header: str = "",
    guides: tuple[FieldGuide, ...] = (),
) -> str:
    """A Markdown file of ``kind``: front matter, then ``corps``, then one ``##`` section a long field.

    With ``comments``, each short field is preceded by its help, and those left empty are proposed as
    comments; ``header`` are more comments, at the top. ``guides`` are the fields with help and examples of
    one's own. A value that is no field is a fault of ours, a KeyError.
    """
    guides = guides or _known(kind, values)
    lines = ["---", *_comment(header), *_front_matter(guides, values, comments=comments), "---"]
    return "\n".join([*lines, *_body(guides, values, comments=comments)]) + "\n"


def compose_list(kind: type[Entry], items: Iterable[Values], *, header: str = "") -> str:
    """A YAML file that lists several entries of ``kind``, one blank line between them."""
    lines = list(_comment(header))
    for values in items:
        guides = _known(kind, values)
        found = [line for one in guides for line in pair_lines(one.name, values.get(one.name), long=one.long)]
        lines += ["", f"- {found[0]}", *(f"  {line}" if line else "" for line in found[1:])]
    return "\n".join(lines).lstrip("\n") + "\n"


def scalar(value: object) -> str:
    """One value on one line, quoted only where YAML or a hurried reader would misread it."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, (int, float, Decimal)):
        return str(value)
    text = one_line(str(value))
    return text if _is_plain(text) else quoted(text)


def one_line(text: str) -> str:
    """What of a text can be written as one value: on one line, without signs that no file may hold."""
    return re.sub(r"[ \t\r\n]+", " ", writable(text)).strip()


def writable(text: str) -> str:
    """A text without the signs that no file may hold."""
    return text if text.isprintable() else "".join(filter(_is_writable, text))


def quoted(text: str) -> str:
    """Single quotes: nothing is an escape inside them, so a volunteer reads what will be shown."""
    return "'" + text.replace("'", "''") + "'"


def _is_writable(char: str) -> bool:
    """No control character, no lone surrogate, no separator that YAML takes for a line break."""
    return char in "\t\r\n" or unicodedata.category(char) not in {"Cc", "Cs", "Cn", "Zl", "Zp"}


def _is_plain(text: str) -> bool:
    """Whether any YAML reader, even one that guesses types, gives ``text`` back as it stands."""
    if not _STARTS_PLAIN.match(text):
        return False
    try:
        return bool(yaml.safe_load(f"cle: {text}") == {"cle": text})
    except (yaml.YAMLError, ValueError):  # ValueError: a date that does not exist
        return False


def _known(kind: type[Entry], values: Values) -> tuple[FieldGuide, ...]:
    guides = kind.fields()
    if unknown := values.keys() - {guide.name for guide in guides}:
        raise KeyError(f"{kind.__name__} has no field {', '.join(sorted(unknown))}")
    return guides


def _comment(text: str) -> Iterator[str]:
    yield from (f"# {line}".rstrip() for line in text.splitlines())


def _front_matter(guides: tuple[FieldGuide, ...], values: Values, *, comments: bool) -> Iterator[str]:
    for guide in (guide for guide in guides if not guide.long):
        pair = list(pair_lines(guide.name, values.get(guide.name)))
        if comments:
            yield from ("", *_comment(guide.help))
            pair = pair or list(_comment(example_of(guide)))
        yield from pair
    if comments and any(_sections(guides)):
        yield ""
        # Not below the headings themselves: an empty section must stay empty.
        yield from (f"# Sous « ## {heading_of(guide)} » : {guide.help}" for guide in _sections(guides))


def example_of(guide: FieldGuide) -> str:
    """The lines that one would type for a field: ``cle: valeur``, or a list or group below ``cle:``."""
    if guide.example.startswith("- ") or "\n" in guide.example or ": " in guide.example:
        return f"{guide.name}:\n{textwrap.indent(guide.example, '  ')}"
    return f"{guide.name}: {guide.example}".rstrip()


def pair_lines(name: str, value: object, *, long: bool = False) -> Iterator[str]:
    """The lines of one key; none when the value is empty. Only a long text keeps its own lines."""
    if value is None or value in ("", (), [], {}):
        return
    if isinstance(value, Mapping):
        yield from (f"{name}:", *(f"  {line}" for line in _pairs(value)))
    elif isinstance(value, (list, tuple)):
        yield from (f"{name}:", *(line for item in value for line in item_lines(item)))
    elif long and "\n" in str(value).strip("\n"):
        lines = (f"  {line}" if line.strip() else "" for line in block_lines(str(value)))
        yield from (f"{name}: |", *lines)
    else:
        yield f"{name}: {scalar(value)}"


def _pairs(values: Values) -> Iterator[str]:
    return (line for name, value in values.items() for line in pair_lines(name, value))


def item_lines(item: object) -> Iterator[str]:
    """The lines of one item of a list, its dash two signs to the right."""
    lines = _pairs(item) if isinstance(item, Mapping) else [scalar(item)]
    return (f"  {'  ' if rank else '- '}{line}" for rank, line in enumerate(lines))


def block_lines(text: str) -> list[str]:
    """The lines of a ``|`` block; its first line may not be indented, it would set the block's indent."""
    first, *others = writable(text).replace("\r", "").strip("\n").split("\n")
    return [first.lstrip(), *others]


def _body(guides: tuple[FieldGuide, ...], values: Values, *, comments: bool) -> Iterator[str]:
    """The free text first, then the sections in the order of the class."""
    if values.get("corps"):
        yield from ("", without_headings(str(values["corps"]).strip("\n")))
    for guide in _sections(guides):
        text = str(values.get(guide.name) or "").strip("\n")
        if text or comments:
            yield from ("", f"## {heading_of(guide)}")
        if text:
            yield from ("", without_headings(text))


def _sections(guides: tuple[FieldGuide, ...]) -> Iterator[FieldGuide]:
    return (guide for guide in guides if guide.long and guide.name != "corps")


def heading_of(guide: FieldGuide) -> str:
    """The label; it names its own field by the rule that reads headings."""
    return guide.label if key_of(guide.label) else guide.name


def without_headings(text: str) -> str:
    """``#`` and ``##`` inside a section become ``###``: they would end it. Fenced code stays."""
    if _FENCE.search(text):
        return text
    return _SHALLOW_HEADING.sub(r"\1###", text)

"""The lines that take the place of others in a header, for one value, one key or one item."""

from collections.abc import Iterator, Sequence

from filquartiers.compose import item_lines, pair_lines
from filquartiers.editing.found import Typing, Value
from filquartiers.editing.header import Header
from filquartiers.editing.lines import TextLines
from filquartiers.editing.spots import Spot


def other_text(header: Header, one: Typing, written: str) -> Iterator[TextLines]:
    """Another text in place of one, whatever lines it takes; what stands around it stays."""
    span, first, last = header.text_columns(one.spot), one.spot.start[0], one.spot.end[0]
    if span is None:
        return
    head, tail = header.raw(first)[: span[0]], header.raw(last)[span[1] :]
    blank = "" if not head or head[-1].isspace() or one.spot.text else " "
    line = head + blank + written + tail
    yield header.text.with_lines(header.line(first), header.line(last) + 1, [line])


def other_block(header: Header, one: Typing, text: str) -> Iterator[TextLines]:
    """Another text below « | » or « > »; its lines that stay the same are not touched."""
    ranks = list(range(one.spot.start[0] + 1, one.spot.last_line + 1))
    while ranks and not header.raw(ranks[-1]).strip():
        ranks.pop()
    filled = [header.raw(rank) for rank in ranks if header.raw(rank).strip()]
    if not filled or (one.spot.style == ">" and "\n" in text):
        return
    indent = filled[0][: len(filled[0]) - len(filled[0].lstrip())]
    new = [indent + line if line.strip() else "" for line in text.split("\n")]
    yield header.text.with_changes([header.line(rank) for rank in ranks], new)


def rewritten(header: Header, one: Typing, value: Value) -> Iterator[TextLines]:
    """A value written afresh after its key, whatever stood there; the comment beside it stays."""
    key, spot = one.key, one.spot
    after = header.after_colon(key) if key else None
    if key is None or after is None or header.holds_comments(one):
        return
    rest, *below = pair_lines("k", value, long=one.long)
    rank, comment, indent = key.start[0], header.comment(one), header.indent(key)
    head = header.raw(rank)[:after] + rest.removeprefix("k:")
    line = f"{head}  {comment}" if comment else head
    first = rank + 1 if spot.start[0] == rank else spot.start[0]
    last = max(spot.last_line, rank)
    text = header.text.with_lines(header.line(first), header.line(last) + 1, [])
    new = [indent + line if line else "" for line in below]
    yield text.with_lines(header.line(rank), header.line(rank) + 1, [line, *new])


def new_key(header: Header, group: Typing, name: str, lines: Sequence[str]) -> Iterator[TextLines]:
    """One more key in a group: where the order of its fields puts it, or else at the end."""
    before, after = _neighbours(group, name)
    if before is None and after is not None and not header.is_alone(after):
        before = after  # nothing comes before the key beside a dash
    near = before or after
    if near is None:
        return
    indent = header.indent(near)
    new = [indent + line if line else "" for line in lines]
    places = (
        _last_line(group, near) + 1 if before else near.start[0],
        _last_line(group, group.spot.keys[-1]) + 1,  # « statut:X » is understood below a key only
    )
    for place in map(header.line, dict.fromkeys(places)):
        yield header.text.with_lines(place, place, new)


def _neighbours(group: Typing, name: str) -> tuple[Spot | None, Spot | None]:
    """The key that a new one comes after, and the one that it comes before."""
    keys = [one.text for one in group.spot.keys]
    order = [guide.name for guide in group.guides or ()]
    if name not in order or not group.named:
        return (group.spot.keys[-1] if keys else None), None
    placed = {order.index(one): typing.key for one, typing in group.named.items()}
    rank = order.index(name)
    before = max((one for one in placed if one < rank), default=None)
    after = min((one for one in placed if one > rank), default=None)
    return (None if before is None else placed[before]), (None if after is None else placed[after])


def _last_line(group: Typing, key: Spot) -> int:
    value = group.spot.parts[group.spot.keys.index(key)]
    return max(key.start[0], value.last_line)


def without_key(header: Header, group: Typing, one: Typing) -> Iterator[TextLines]:
    """Without a key and its lines; a comment beside it stays, and so does the dash that opens its group."""
    key = one.key
    if key is None:
        return
    first, last = key.start[0], max(one.spot.last_line, key.start[0])
    comment, after = header.comment(one), header.after_colon(key)
    if not header.is_alone(key):
        yield from _next_to_dash(header, group, one, key)
    elif not comment:
        yield header.text.with_lines(header.line(first), header.line(last) + 1, [])
    if after is not None:
        head = header.raw(first)[:after] + (f"  {comment}" if comment else "")
        yield header.text.with_lines(header.line(first), header.line(last) + 1, [head])


def _next_to_dash(header: Header, group: Typing, one: Typing, key: Spot) -> Iterator[TextLines]:
    """Without the key beside the dash, where the next one comes."""
    first, last = key.start[0], one.spot.last_line
    below = next((other for other in group.spot.keys if other.start[0] > last), None)
    left, right = header.column(key.start), header.column(below.start) if below else None
    if below is None or left is None or right is None:
        return
    comment = header.comment(one)
    told = [header.indent(below) + comment] if comment else []
    between = map(header.raw, range(last + 1, below.start[0]))
    moved = header.raw(first)[:left] + header.raw(below.start[0])[right:]
    yield header.text.with_lines(
        header.line(first), header.line(below.start[0]) + 1, [*told, *between, moved]
    )


def new_item(header: Header, group: Typing, rank: int, value: Value) -> Iterator[TextLines]:
    """One more item in a list that has some, each after its dash."""
    if not group.items:
        return
    is_last = rank >= len(group.items)
    near = group.items[-1 if is_last else rank].spot
    dash = header.dash_line(near)
    typed = header.raw(dash)
    head, sign = typed[: len(typed) - len(typed.lstrip())], typed.lstrip()[:1]
    if not sign.isalnum():  # a dash, or a bullet that is understood as one
        place = near.last_line + 1 if is_last else dash
        first, *others = (line[2:] for line in item_lines(value))
        new = [head + sign + first[1:], *(head + line for line in others)]
        yield header.text.with_lines(header.line(place), header.line(place), new)


def without_item(header: Header, one: Typing) -> Iterator[TextLines]:
    """Without an item and its lines."""
    first, last = header.dash_line(one.spot), one.spot.last_line
    yield header.text.with_lines(header.line(first), header.line(last) + 1, [])


def in_brackets(header: Header, group: Typing, rank: int, ways: Sequence[str]) -> Iterator[TextLines]:
    """One more part in a list or a group between brackets."""
    parts, opens = group.spot.parts, group.spot.keys or group.spot.parts
    if rank < len(parts):
        place, pattern = opens[rank].start, "{}, "
    elif parts:
        place, pattern = parts[-1].end, ", {}"
    else:
        place, pattern = (group.spot.end[0], group.spot.end[1] - 1), "{}"
    column = header.column(place)
    if column is not None:
        line = header.line(place[0])
        yield from (header.text.with_part(line, column, column, pattern.format(way)) for way in ways)


def out_of_brackets(header: Header, group: Typing, one: Typing) -> Iterator[TextLines]:
    """Without a part of a list or a group between brackets, and the comma beside it."""
    parts, opens = group.spot.parts, group.spot.keys or group.spot.parts
    rank = next(rank for rank, part in enumerate(parts) if part is one.spot)
    if rank:
        start, stop = parts[rank - 1].end, parts[rank].end
    else:
        start, stop = opens[0].start, opens[1].start if len(parts) > 1 else parts[0].end
    span = header.columns(start[0], start[1], stop[1]) if start[0] == stop[0] else None
    if span:
        yield header.text.with_part(header.line(start[0]), *span, "")

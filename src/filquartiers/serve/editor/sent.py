"""What a form sent, as values of an entry: read by the controls, so that no name can lead elsewhere."""

from collections.abc import Iterator, Sequence

from filquartiers.editing import Value
from filquartiers.model.site import Site
from filquartiers.serve.editor.asked import Sent
from filquartiers.serve.editor.controls import Asking, Control, controls_of
from filquartiers.serve.editor.widgets import KEY, PREFIX, VALUE

MOST = 1000  # lines of a list


def value_of(control: Control, sent: Sent, site: Site, prefix: str = PREFIX) -> Value:
    """The value of a control, without what is empty; an empty text when nothing is."""
    return _value(control, prefix + control.name, sent, site)


def _value(control: Control, name: str, sent: Sent, site: Site) -> Value:
    if control.shape is Asking.LONG:
        return _text(sent, name).strip("\n")
    if control.shape in {Asking.LINE, Asking.YES, Asking.CHOICE}:
        return _line(sent, name)
    if control.shape is Asking.GROUP:
        return _group(control, name, sent, site)
    if control.shape is Asking.TABLE:
        return _table(name, sent)
    if control.shape is Asking.GROUPS:
        groups = (_group(control, one, sent, site) for one in _rows(name, sent))
        return tuple(one for one in groups if one)
    ticked = [one for one in sent.get(name, ()) if one] if control.shape is Asking.BOXES else []
    lines = (_line(sent, one) for one in _rows(name, sent))
    return (*ticked, *(one for one in lines if one))


def _table(name: str, sent: Sent) -> dict[str, Value]:
    """The lines of a table; two that bear one name are one, so that neither is lost."""
    found: dict[str, Value] = {}
    for row in _rows(name, sent):
        key, value = _line(sent, f"{row}.{KEY}") or "?", _line(sent, f"{row}.{VALUE}")
        if value:
            found[key] = f"{found[key]}, {value}" if key in found else value
    return found


def _group(control: Control, name: str, sent: Sent, site: Site) -> dict[str, Value]:
    assert control.model is not None  # noqa: S101  groups have one
    values = (
        (one.name, _value(one, f"{name}.{one.name}", sent, site)) for one in controls_of(control.model, site)
    )
    return {key: value for key, value in values if value}


def _rows(name: str, sent: Sent) -> Iterator[str]:
    """The names of the lines of a list, in order."""
    starts = {one[len(name) + 1 :].partition(".")[0] for one in sent if one.startswith(f"{name}.")}
    ranks = sorted(
        int(one) for one in starts if one.isascii() and one.isdecimal() and len(one) <= len(str(MOST))
    )
    yield from (f"{name}.{rank}" for rank in ranks)


def _text(sent: Sent, name: str) -> str:
    return sent.get(name, [""])[0]


def _line(sent: Sent, name: str) -> str:
    return " ".join(_text(sent, name).split("\n")).strip(" \t")


def is_there(control: Control, sent: Sent, prefix: str = PREFIX) -> bool:
    """Whether a browser sent anything of a control; boxes that are not ticked send nothing."""
    name = prefix + control.name
    silent = control.shape in {Asking.YES, Asking.BOXES}
    return silent or any(one == name or one.startswith(f"{name}.") for one in sent)


def in_order(former: Value, now: Value) -> Value:
    """Ticked boxes in the order of the file: what stays keeps its place, what is new comes last."""
    if not isinstance(former, tuple) or not isinstance(now, tuple):
        return now
    kept = [one for one in former if one in now]
    return (*kept, *(one for one in now if one not in former))


def sent_of(pairs: Sequence[tuple[str, str]]) -> Sent:
    """What a browser sends, as it arrives."""
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found

"""Addresses that stand bare in a text, made into links: in clean HTML, so that every road is alike."""

import re
from typing import Final

_PART = re.compile(r"(<[^>]*>)")
_BARE_ADDRESS = re.compile(
    r"(?<![\w@/.:-])(?:https?://|www\.)[^\s<>\"«»“”\u200b]+"
    r"|(?<![\w.+@/-])[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}\b(?![@/])",
    re.IGNORECASE,
)
_ENDS_EARLY = re.compile(r"&(?:gt|lt|quot|nbsp);")
_AFTER: Final = ".,;:!?'’…*~|\\"
_CLOSING: Final = {")": "(", "]": "[", "}": "{"}
_HOST = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?=[/:?#]|$)", re.IGNORECASE)


def linked(markup: str) -> str:
    """Clean HTML whose bare web and electronic addresses are links, but in links and in code."""
    if "@" not in markup and "://" not in markup and "www." not in markup.lower():
        return markup
    inside = 0
    made: list[str] = []
    for part in _PART.split(markup):
        if part.startswith(("<a ", "<a>", "<code>")):
            inside += 1
        elif part in {"</a>", "</code>"}:
            inside -= 1
        elif not inside and not part.startswith("<"):
            part = _BARE_ADDRESS.sub(_as_link, part)  # noqa: PLW2901  the very part
        made.append(part)
    return "".join(made)


def address_in(typed: str) -> str:
    """What of ``typed`` is the address: without the full stop, the bracket or the comma that follows."""
    early = _ENDS_EARLY.search(typed)
    address = typed[: early.start()] if early else typed
    while address:
        last = address[-1]
        alone = last in _CLOSING and address.count(last) > address.count(_CLOSING[last])
        if not alone and (last not in _AFTER or re.search(r"&(?:amp|#\d+);$", address)):
            break
        address = address[:-1]
    return address


def _as_link(found: re.Match[str]) -> str:
    address = address_in(found[0])
    if "@" in address and "://" not in address and not address.lower().startswith("www."):
        target = f"mailto:{address}"
    elif _HOST.match(address):
        target = address if "://" in address else f"https://{address}"
    else:
        return found[0]
    return f'<a href="{target}">{address}</a>{found[0][len(address) :]}'

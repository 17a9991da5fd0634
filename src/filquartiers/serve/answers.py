"""What the preview answers: an artifact by its web address, the state of the work, its own two files."""

import json
from dataclasses import dataclass
from http import HTTPStatus
from importlib.resources import files
from urllib.parse import quote, unquote

from filquartiers.model.addresses import NOT_FOUND, address_at, output_path, page_at
from filquartiers.serve.shown import Shown

OWN = "/__apercu__/"
EDITOR = "/__editer__/"
_PRINTED = "/impression/"

_LINES = files("filquartiers.serve").joinpath("types.txt").read_text(encoding="utf-8").splitlines()
_TYPES = dict(line.split(" ", 1) for line in _LINES)  # by ending


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: status, type, body; ``location`` for a redirection, ``policy`` if the page has its own."""

    status: HTTPStatus
    kind: str
    body: bytes
    location: str = ""
    policy: str = ""


def refusal(status: HTTPStatus, words: str) -> Reply:
    """An answer that says no, in one sentence."""
    return Reply(status, _TYPES["txt"], words.encode())


def nothing_taken() -> Reply:
    """A form was sent to what takes none."""
    return refusal(HTTPStatus.METHOD_NOT_ALLOWED, "Cette page ne reçoit rien.")


def page(shown: Shown, path: str) -> Reply:
    """What is at a web address, the new address of a renamed page, or the site's own « not found ».

    Addresses name artifacts and nothing else: no file of the disk is behind them.
    """
    name = _artifact(unquote(path))
    data = shown.file(name)
    if data is not None:
        return _file(name, data, shown.mark(name))
    folder = _artifact(f"{unquote(path)}/")
    target = folder if shown.holds(folder) else shown.moved.get(name)
    if target is not None:
        return Reply(HTTPStatus.FOUND, _TYPES["txt"], b"", quote("/" + address_at(target)))
    missing = shown.file(output_path(NOT_FOUND)) or "Cette page n’existe pas.".encode()
    return _file(output_path(NOT_FOUND), missing, status=HTTPStatus.NOT_FOUND)


def _artifact(path: str) -> str:
    """The artifact that an address names; a folder means its index."""
    address = path.removeprefix("/")
    return address if path.startswith(_PRINTED) else output_path(address)


def type_of(name: str) -> str:
    """The type of a file, by its ending."""
    return _TYPES.get(name.rsplit(".", 1)[-1], "application/octet-stream")


def _file(name: str, data: bytes, mark: str = "", status: HTTPStatus = HTTPStatus.OK) -> Reply:
    """Pages get the script that follows the editor's work; their security policy stays as published.

    ``mark`` tells the script which bytes it shows.
    """
    kind = type_of(name)
    if kind != _TYPES["html"]:
        return Reply(status, kind, data)
    style = f'<link rel="stylesheet" href="{OWN}panneau.css">'
    script = f'<script src="{OWN}suivre.js" data-marque="{mark}" defer></script>'
    head, closing, rest = data.partition(b"</head>")
    body, end, tail = rest.rpartition(b"</body>")
    whole = head + f"{style}{script}".encode() + closing + body + _way_in(name) + end + tail
    return Reply(status, kind, whole)


def _way_in(name: str) -> bytes:
    """The link from a page to the form of what it tells; without script too."""
    way = f"{EDITOR}page?adresse={quote(page_at(name), safe='')}"
    return (
        f'<aside class="apercu-modifier" aria-label="Aperçu" lang="fr"><a href="{way}">'
        "Modifier cette page</a></aside>"
    ).encode()


def own(name: str) -> Reply:
    """The script and the style sheet of the preview itself."""
    if name not in {"suivre.js", "panneau.css"}:
        return refusal(HTTPStatus.NOT_FOUND, "Ce fichier n’existe pas.")
    return _file(name, files("filquartiers.serve").joinpath("client", name).read_bytes())


def state(shown: Shown, path: str, life: str = "") -> Reply:
    """What the browser must know: which run this is, what is wrong, what ``path`` shows and prints."""
    name = _artifact(unquote(path))
    told = {
        "version": shown.version,
        "vie": life,
        "marque": shown.mark(name),
        "erreurs": [one.plain for one in shown.errors],
        "avertissements": [one.plain for one in shown.warnings],
        "pages": _leaves(shown, name),
        "impression": shown.printing,
    }
    return Reply(HTTPStatus.OK, _TYPES["json"], json.dumps(told, ensure_ascii=False).encode())


def _leaves(shown: Shown, name: str) -> list[str]:
    """Addresses of the printed pages of the document that lies beside a page, in order.

    A new picture has a new address, so that the browser fetches it.
    """
    beside = (made for made in shown.printed.made if output_path(made.page) == name)
    addresses = (page.address for made in beside for page in made.facsimiles)
    return [f"{quote('/' + address)}?{shown.mark(output_path(address))}" for address in addresses]

"""The preview's small server: loopback only, what the renderers gave, nothing else."""

import json
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from filquartiers.problems import Problem
from filquartiers.serve.preview import SITE_ROOT, Preview, Shown

LOOPBACK = "127.0.0.1"
ATTEMPTS = 30  # ports tried after the one asked for
PATIENCE = 20.0  # seconds that a browser waits for the next state before asking again
OWN = "/__apercu__/"
PRINTED = "/impression/"

_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "pdf": "application/pdf",
    "ics": "text/calendar; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "ico": "image/vnd.microsoft.icon",
}


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: status, type, body; ``location`` for a redirection."""

    status: HTTPStatus
    kind: str
    body: bytes
    location: str = ""


class Server(ThreadingHTTPServer):
    """Serves a preview to the browsers of this machine."""

    daemon_threads = True
    allow_reuse_address = False

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://localhost:{self.server_port}/"

    def accepts(self, host: str) -> bool:
        """Whether the ``Host`` header names this machine: a foreign name is a rebinding attack."""
        return host in {f"{name}:{self.server_port}" for name in ("localhost", LOOPBACK, "[::1]")}


def open_server(preview: Preview, port: int) -> Server:
    """A server on ``port``, or on the next free one.

    Raises:
        OSError: none of the ports tried is free.
    """
    for attempt in range(ATTEMPTS):
        try:
            return Server(port + attempt, preview)
        except OSError:
            if attempt == ATTEMPTS - 1:
                raise
    raise AssertionError  # the loop returns or raises


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name http.server gives
        """Requests are not worth a line of the volunteer's terminal."""

    def _answer(self, *, with_body: bool) -> None:
        reply = self._reply()
        self.send_response(reply.status)
        headers = {
            "Content-Type": reply.kind,
            "Content-Length": str(len(reply.body)),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        for name, value in headers.items():
            self.send_header(name, value)
        if reply.location:
            self.send_header("Location", reply.location)
        self.end_headers()
        if with_body:
            self.wfile.write(reply.body)

    def _reply(self) -> Reply:
        if not self.server.accepts(self.headers.get("Host", "")):
            return Reply(HTTPStatus.MISDIRECTED_REQUEST, _TYPES["txt"], "Adresse refusée.".encode())
        address = urlsplit(self.path)
        if address.path == f"{OWN}etat":
            version = parse_qs(address.query).get("version", ["0"])[0]
            return _state(self.server.preview.wait(int(version) if version.isdigit() else 0, PATIENCE))
        if address.path.startswith(OWN):
            return _own(address.path.removeprefix(OWN))
        return page(self.server.preview.shown, unquote(address.path))


def page(shown: Shown, path: str) -> Reply:
    """The file at a web address, the page of a renamed file, or the site's own « not found »."""
    name = _artifact(path)
    if name in shown.files:
        return Reply(HTTPStatus.OK, _kind(name), _body(name, shown.files[name]))
    if f"{name}/index.html" in shown.files:
        return Reply(HTTPStatus.FOUND, _TYPES["txt"], b"", quote(path) + "/")
    if name in shown.moved:
        return Reply(
            HTTPStatus.FOUND, _TYPES["txt"], b"", quote("/" + shown.moved[name].removeprefix(SITE_ROOT))
        )
    missing = shown.files.get(f"{SITE_ROOT}404.html", "Cette page n’existe pas.".encode())
    return Reply(HTTPStatus.NOT_FOUND, _TYPES["html"], _body("404.html", missing))


def _artifact(path: str) -> str:
    """The artifact that an address names; a folder means its index."""
    name = path.removeprefix("/") if path.startswith(PRINTED) else SITE_ROOT + path.removeprefix("/")
    return f"{name}index.html" if name.endswith("/") else name


def _kind(name: str) -> str:
    return _TYPES.get(name.rsplit(".", 1)[-1], "application/octet-stream")


def _body(name: str, data: bytes) -> bytes:
    """Pages get the script that follows the editor's work, and the right to ask this server for news."""
    if not name.endswith(".html"):
        return data
    follow = f'<link rel="stylesheet" href="{OWN}panneau.css"><script src="{OWN}suivre.js" defer></script>'
    allowed = data.replace(b"default-src 'none'", b"default-src 'none'; connect-src 'self'", 1)
    return allowed.replace(b"</head>", follow.encode() + b"</head>", 1)


def _own(name: str) -> Reply:
    if name not in {"suivre.js", "panneau.css"}:
        return Reply(HTTPStatus.NOT_FOUND, _TYPES["txt"], b"")
    return Reply(
        HTTPStatus.OK, _kind(name), files("filquartiers.serve").joinpath("client", name).read_bytes()
    )


def _state(shown: Shown) -> Reply:
    state = {"version": shown.version, "erreurs": [_told(one) for one in shown.errors]}
    return Reply(HTTPStatus.OK, _TYPES["json"], json.dumps(state, ensure_ascii=False).encode())


def _told(one: Problem) -> dict[str, object]:
    return {
        "fichier": one.where.file,
        "ligne": one.where.line,
        "colonne": one.where.column,
        "longueur": one.where.length,
        "extrait": one.where.excerpt,
        "message": one.message,
        "conseil": one.hint,
    }

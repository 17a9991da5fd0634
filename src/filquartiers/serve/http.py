"""The preview's small server: loopback only, for browsers of this machine, nothing from the disk."""

import contextlib
import os
import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from filquartiers.serve.answers import OWN, Reply, own, page, refusal, state
from filquartiers.serve.preview import Preview

LOOPBACK = "127.0.0.1"
ATTEMPTS = 30  # ports tried after the one asked for
LAST_PORT = 65535
PATIENCE = 20.0  # seconds that a browser waits for the next state before asking again


class Server(ThreadingHTTPServer):
    """Serves a preview to the browsers of this machine."""

    daemon_threads = True
    # Where it exists, the option lets a port be taken again at once; on Windows it would share it.
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def address(self) -> str:
        """What to open in a browser; by number, since « localhost » may lead to another program."""
        return f"http://{LOOPBACK}:{self.server_port}/"

    def accepts(self, host: str) -> bool:
        """Whether the ``Host`` header names this machine: a foreign name is a rebinding attack."""
        return host in {f"{name}:{self.server_port}" for name in ("localhost", LOOPBACK)}

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes a page in the middle of an answer is no fault; others are ours."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def open_server(preview: Preview, port: int) -> Server:
    """A server on ``port``, or on the next free one; OSError when none of the ports tried is."""
    last = min(port + ATTEMPTS, LAST_PORT)
    for candidate in range(port, last):
        with contextlib.suppress(OSError):
            return Server(candidate, preview)
    return Server(last, preview)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name http.server gives
        """Requests are not worth a line of the volunteer's terminal."""

    def do_GET(self) -> None:
        reply = self._reply()
        self.close_connection |= self.server.preview.closed  # a browser must not go on with a stopped server
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
        if self.command != "HEAD":
            self.wfile.write(reply.body)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _reply(self) -> Reply:
        if not self.server.accepts(self.headers.get("Host", "")):
            return refusal(HTTPStatus.MISDIRECTED_REQUEST, "Adresse refusée.")
        try:
            address = urlsplit(self.path)
        except ValueError:
            return refusal(HTTPStatus.BAD_REQUEST, "Adresse illisible.")
        if address.path == f"{OWN}etat":
            return self._state(parse_qs(address.query))
        if address.path.startswith(OWN):
            return own(address.path.removeprefix(OWN))
        return page(self.server.preview.shown, address.path)

    def _state(self, asked: dict[str, list[str]]) -> Reply:
        """The state, once it is no longer the one that the browser knows."""
        known = asked.get("version", [""])[0]
        version = int(known) if known.isdecimal() and known.isascii() else -1
        shown = self.server.preview.wait(version, PATIENCE)
        return state(shown, asked.get("page", ["/"])[0])

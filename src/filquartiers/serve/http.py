"""The preview's small server: loopback only, for browsers of this machine, nothing from the disk."""

import contextlib
import io
import os
import secrets
import socket
import sys
import time
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import SplitResult, parse_qs, urlsplit

from filquartiers.serve.answers import EDITOR, OWN, Reply, nothing_taken, own, page, refusal, state
from filquartiers.serve.editor import Asked, Editor
from filquartiers.serve.preview import Preview

LOOPBACK = "127.0.0.1"
ATTEMPTS = 30  # ports tried after the one asked for
LAST_PORT = 65535
HTTP_PORT = 80  # the one that browsers do not tell
PATIENCE = 20.0  # seconds that a browser waits for the next state before asking again
QUICKLY = 10.0  # seconds for a whole request, however slowly its bytes come
IDLE = 60.0  # seconds that a browser may say nothing, or take to read an answer
LONGEST = 18  # digits of a number that may be a version
MOST = 40_000_000  # bytes that a form may send: a photograph of a telephone


class Server(ThreadingHTTPServer):
    """Serves a preview to the browsers of this machine."""

    daemon_threads = True
    request_queue_size = 64  # a browser with many tabs
    # Where it exists, the option lets a port be taken again at once; on Windows it would share it.
    allow_reuse_address = os.name != "nt"

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        self.editor = Editor(preview)
        self.life = secrets.token_hex(8)  # another each time: a page that slept meanwhile is of a former life
        super().__init__((LOOPBACK, port), _Handler)

    @property
    def address(self) -> str:
        """What to open in a browser; by number, since « localhost » may lead to another program."""
        return f"http://{LOOPBACK}:{self.server_port}/"

    def accepts(self, host: str) -> bool:
        """Whether the ``Host`` header names this machine: a foreign name is a rebinding attack."""
        port = "" if self.server_port == HTTP_PORT else f":{self.server_port}"
        return host.lower() in {f"{name}{port}" for name in ("localhost", LOOPBACK)}

    def origin(self, headers: Mapping[str, str]) -> str:
        """The origin of our own pages, under the name by which the browser knows us."""
        return f"http://{headers.get('host', '').lower()}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that leaves or sleeps in the middle of an answer is no fault, nor is our own end."""
        if not (self.preview.closed or isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError))):
            super().handle_error(request, client_address)


def open_server(preview: Preview, port: int) -> Server:
    """A server on ``port``, or on the next free one; OSError when none of the ports tried is."""
    last = min(port + ATTEMPTS, LAST_PORT)
    for candidate in range(port, last):
        with contextlib.suppress(OSError):
            return Server(candidate, preview)
    return Server(last, preview)


_BODY = {"content-length", "transfer-encoding"}


class _Patient(io.RawIOBase):
    """What comes from a browser, as long as it comes in time, however slowly."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self.until = time.monotonic() + IDLE
        self.started = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        """Read what is there; TimeoutError once the time is over."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(left)
        count = self._connection.recv_into(buffer)
        if not self.started:
            self.started, self.until = True, min(self.until, time.monotonic() + QUICKLY)
        return count


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # head and body are two sends: the second would wait for a late answer
    server: Server

    def setup(self) -> None:
        super().setup()
        self._patient = _Patient(self.connection)
        self.rfile = io.BufferedReader(self._patient)

    def handle_one_request(self) -> None:
        self._patient.until, self._patient.started = time.monotonic() + IDLE, False
        super().handle_one_request()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002  the base's
        """What Python's server refuses by itself, in a sentence of ours."""
        self.close_connection = True
        self._send(refusal(HTTPStatus(code), "Demande refusée."))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name http.server gives
        """Requests are not worth a line of the volunteer's terminal."""

    def do_GET(self) -> None:
        reply = self._reply()
        self.close_connection |= self.server.preview.closed  # a browser must not go on with a stopped server
        # What a request for a page carries is not read, and must not be taken for the next request.
        self.close_connection |= any(name.lower() in _BODY for name in self.headers)
        self._send(reply)

    def do_POST(self) -> None:
        """What a form sends; whatever is refused ends the connection, since its body was not read."""
        reply = self._posted()
        self.close_connection |= self.server.preview.closed or reply.status >= HTTPStatus.BAD_REQUEST
        self._send(reply)

    def _posted(self) -> Reply:
        length = self.headers.get("Content-Length", "")
        if "Transfer-Encoding" in self.headers or not (length.isascii() and length.isdecimal()):
            return refusal(HTTPStatus.LENGTH_REQUIRED, "Demande sans longueur : refusée.")
        if len(length) > LONGEST or int(length) > MOST:
            return refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Envoi trop gros : 40 Mo au plus.")
        return self._reply(int(length))

    def _send(self, reply: Reply) -> None:
        self.connection.settimeout(IDLE)  # for the whole answer
        self.send_response(reply.status)
        headers = {
            "Content-Type": reply.kind,
            "Content-Length": str(len(reply.body)),
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        if reply.policy:
            headers["Content-Security-Policy"] = reply.policy
            headers["X-Frame-Options"] = "DENY"
            headers["Referrer-Policy"] = "same-origin"  # with « no-referrer », a form would have no origin
        for name, value in headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        if reply.location:
            self.send_header("Location", reply.location)
        self.end_headers()
        if self.command != "HEAD":  # None when not even that could be read
            self.wfile.write(reply.body)

    def do_HEAD(self) -> None:
        self.do_GET()

    def _reply(self, length: int | None = None) -> Reply:
        """The answer; ``length`` is that of the body of a form."""
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or not self.server.accepts(hosts[0]):
            return refusal(HTTPStatus.MISDIRECTED_REQUEST, "Adresse refusée.")
        try:
            address = urlsplit(self.path)
        except ValueError:
            return refusal(HTTPStatus.BAD_REQUEST, "Adresse illisible.")
        if f"{address.path}/".startswith(EDITOR):
            return self.server.editor.answer(self._asked(address.path, address.query, length))
        return self._shown(address) if length is None else nothing_taken()

    def _shown(self, address: SplitResult) -> Reply:
        """A page of the site, or a file of the preview itself."""
        if address.path == f"{OWN}etat":
            return self._state(parse_qs(address.query))
        if address.path.startswith(OWN):
            return own(address.path.removeprefix(OWN))
        return page(self.server.preview.shown, address.path)

    def _asked(self, path: str, query: str, length: int | None) -> Asked:
        """What the editor is asked; the body of a form is read only once it is known to be ours."""

        def body() -> bytes:
            self._patient.until = time.monotonic() + IDLE  # a photograph takes its time
            data = self.rfile.read(length or 0)
            if len(data) != length:
                raise ValueError("the browser left before the end: half a form must not be taken for one")
            return data

        headers = {name.lower(): value for name, value in self.headers.items()}
        return Asked(path, query, headers, body if length is not None else None, self.server.origin(headers))

    def _state(self, asked: dict[str, list[str]]) -> Reply:
        """The state once the browser does not know it, which it does not if it knows one of another run."""
        known, life = asked.get("version", [""])[0], asked.get("vie", [self.server.life])[0]
        is_number = known.isdecimal() and known.isascii() and len(known) <= LONGEST
        version = int(known) if is_number and life == self.server.life else -1
        shown = self.server.preview.wait(version, PATIENCE)
        return state(shown, asked.get("page", ["/"])[0], self.server.life)

"""The small server: this machine only, the artifacts only."""

import http.client
import json
import socket
import threading
import time

import pytest

from filquartiers.artifact import Artifact
from filquartiers.serve import LAST_PORT, open_server
from filquartiers.serve import http as serve_http
from serve.scene import played, sheets


def asset(_):
    yield Artifact("site/fil.css", b"a{}")
    yield Artifact("impression/carte.pdf", b"%PDF")


@pytest.fixture
def scene(root):
    with played(root, {"fiches": sheets, "autres": asset}, watched=False) as made:
        (root / "secret.md").write_text("personne ne doit lire ceci", encoding="utf-8")
        yield made


def ask(scene, path, host=None, method="GET"):
    """The answer to a path sent as it is, dots and signs included."""
    connection = http.client.HTTPConnection("127.0.0.1", scene.server.server_port, timeout=20)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{scene.server.server_port}")
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_pages_styles_and_printed_things(scene):
    answer, body = ask(scene, "/fiches/soupe-du-jeudi/index.html")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "La soupe du jeudi" in body.decode()
    assert ask(scene, "/fil.css")[1] == b"a{}"
    assert ask(scene, "/impression/carte.pdf")[1] == b"%PDF"


def test_a_folder_leads_to_its_page(scene):
    answer, _ = ask(scene, "/fiches/soupe-du-jeudi")
    assert (answer.status, answer.headers["Location"]) == (302, "/fiches/soupe-du-jeudi/index.html")


def test_nothing_is_kept_by_browsers_or_lent_to_other_sites(scene):
    answer, _ = ask(scene, "/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_head_gives_the_length_without_the_body(scene):
    answer, body = ask(scene, "/", method="HEAD")
    assert (answer.status, body) == (200, b"")
    assert int(answer.headers["Content-Length"]) == len(ask(scene, "/")[1])


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.md",
        "/../../secret.md",
        "/fiches/../../../secret.md",
        "/%2e%2e/secret.md",
        "/..%2fsecret.md",
        "/%2e%2e%2f%2e%2e%2fsecret.md",
        "/%252e%252e/secret.md",
        "/..%5c..%5csecret.md",
        "//secret.md",
        "/impression/../../secret.md",
        "/impression/%2e%2e/%2e%2e/secret.md",
        "/__apercu__/../preview.py",
        "/__apercu__/%2e%2e/preview.py",
        "/__apercu__/..%2fpreview.py",
        "/content/fiches/soupe-du-jeudi.md",
        "/secret.md",
        "/index.html%00.css",
        "/%ff%fe",
        "file:///etc/passwd",
        "http://evil.example/etc/passwd",
    ],
)
def test_never_a_file_outside(scene, path):
    answer, body = ask(scene, path)
    assert answer.status in {400, 404}
    for secret in (b"personne", b"root:", b"statut:", b"import "):
        assert secret not in body


def test_an_address_that_python_cannot_read(scene, capfd):
    assert ask(scene, "http://[/")[0].status == 400
    assert "Traceback" not in capfd.readouterr().err


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:80", "127.0.0.1", "localhost:1", "127.0.0.1.evil.example:8700", "["],
)
def test_a_foreign_host_is_refused(scene, host):
    for path in ("/", "/__apercu__/etat", "/__apercu__/suivre.js"):
        answer, body = ask(scene, path, host=host)
        assert answer.status == 421
        assert body == "Adresse refusée.".encode()


def test_a_request_without_host_is_refused(scene):
    with socket.create_connection(("127.0.0.1", scene.server.server_port), timeout=20) as raw:
        raw.sendall(b"GET / HTTP/1.0\r\n\r\n")
        assert b" 421 " in raw.recv(100)


def test_only_the_loopback_is_bound(scene):
    assert scene.server.socket.getsockname()[0] == "127.0.0.1"
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as other:
        assert other.connect_ex(("127.0.0.2", scene.server.server_port)) != 0


def test_a_port_taken_is_passed_over(scene):
    following = open_server(scene.preview, scene.server.server_port)
    try:
        assert following.server_port > scene.server.server_port
    finally:
        following.server_close()


def test_past_the_last_port_there_is_none(scene):
    with socket.create_server(("127.0.0.1", LAST_PORT)), pytest.raises(OSError, match="in use"):
        open_server(scene.preview, LAST_PORT)


def test_the_state_waits_for_news_and_tells_what_is_wrong(scene):
    first = json.loads(ask(scene, "/__apercu__/etat")[1])
    assert first["erreurs"] == []
    scene.edit("fiches/soupe-du-jeudi.md", "statut: en cours", "statut: <b>en cours</b>")
    scene.preview.refresh()
    answer, body = ask(scene, f"/__apercu__/etat?version={first['version']}&page=/")
    state = json.loads(body)
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    assert state["version"] > first["version"]
    assert state["marque"] == first["marque"]  # the last good page stays
    error = state["erreurs"][0]
    assert error["fichier"] == "content/fiches/soupe-du-jeudi.md"
    assert (error["ligne"], error["extrait"]) == (7, "statut: <b>en cours</b>")
    assert error["extrait"][error["colonne"] - 1 :][: error["longueur"]] == "<b>en cours</b>"
    assert error["message"]


@pytest.mark.parametrize(
    "version", ["", "x", "-1", "%C2%B2", "999999", "0&page=%ff", "9" * 5000, "1" * 18, f"1&{'a=1&' * 9000}"]
)
def test_any_version_asked_is_answered(scene, version):
    assert json.loads(ask(scene, f"/__apercu__/etat?version={version}")[1])["version"] in {1, 2}


def test_a_browser_that_leaves_in_the_middle_is_no_fault(scene, capfd):
    for _ in range(5):
        raw = socket.create_connection(("127.0.0.1", scene.server.server_port), timeout=20)
        raw.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{scene.server.server_port}\r\n".encode() * 2)
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        raw.close()
    assert ask(scene, "/")[0].status == 200
    assert "Traceback" not in capfd.readouterr().err


def raw(scene, *lines: str, wait: float = 20) -> bytes:
    """What comes back for a request sent as it is."""
    with socket.create_connection(("127.0.0.1", scene.server.server_port), timeout=wait) as connection:
        connection.sendall("".join(f"{line}\r\n" for line in (*lines, "")).encode("latin-1"))
        connection.shutdown(socket.SHUT_WR)
        got = b""
        while part := connection.recv(65536):
            got += part
        return got


def host(scene) -> str:
    return f"Host: 127.0.0.1:{scene.server.server_port}"


@pytest.mark.parametrize(
    ("line", "header", "status"),
    [
        ("GET / HTTP/1.1", f"Range: bytes=0-{'9' * 5000}", 200),
        ("GET / HTTP/1.1", f"Range: bytes={'9' * 400}-", 200),
        ("GET / HTTP/1.1", f"Content-Length: {'9' * 5000}", 200),
        ("GET / HTTP/1.1", "Content-Length: -1", 200),
        ("GET / HTTP/1.1", f"If-Modified-Since: {'9' * 5000}", 200),
        (f"GET /{'9' * 60000} HTTP/1.1", "X: y", 404),
        (f"GET /{'9' * 70000} HTTP/1.1", "X: y", 414),
        ("GET / HTTP/1.1", f"X: {'y' * 70000}", 431),
        (f"GET /__apercu__/etat?version={'9' * 5000} HTTP/1.1", "X: y", 200),
        ("POST / HTTP/1.1", "Content-Length: 3", 405),
        ("OPTIONS * HTTP/1.1", "X: y", 501),
        ("\xff\xfe / HTTP/1.1", "X: y", 501),
    ],
)
def test_huge_numbers_and_odd_requests_are_answered(scene, capfd, line, header, status):
    answer = raw(scene, line, host(scene), header)
    assert answer.split(b" ", 2)[1] == str(status).encode()
    assert b"Python" not in answer.split(b"\r\n\r\n", 1)[1]
    assert capfd.readouterr().err == ""
    assert ask(scene, "/")[0].status == 200


def test_a_huge_version_of_the_protocol(scene):
    """Python's server then speaks the oldest one, which has no headers."""
    assert raw(scene, f"GET / HTTP/{'9' * 5000}.1", host(scene)).decode() == "Demande refusée."


def test_a_body_is_not_taken_for_the_next_request(scene):
    hidden = "GET /fil.css HTTP/1.1"
    answer = raw(
        scene, "GET / HTTP/1.1", host(scene), f"Content-Length: {len(hidden) + 4}", "", hidden, host(scene)
    )
    assert answer.count(b"HTTP/1.1 ") == 1
    assert b"Connection: close" in answer


def test_two_hosts_are_refused(scene):
    assert raw(scene, "GET / HTTP/1.1", host(scene), "Host: evil.example").startswith(b"HTTP/1.1 421 ")


def test_names_of_this_machine_are_known_in_capitals_and_without_port_80(scene, monkeypatch):
    assert scene.server.accepts(f"LocalHost:{scene.server.server_port}")
    monkeypatch.setattr(scene.server, "server_port", 80)
    assert scene.server.accepts("127.0.0.1")
    assert not scene.server.accepts("evil.example")


def test_slow_clients_keep_nobody_waiting(scene, monkeypatch, capfd):
    """A hundred browsers that never end their request are let go of, and others served meanwhile."""
    monkeypatch.setattr(serve_http, "QUICKLY", 1.0)
    before = threading.active_count()
    slow = [socket.create_connection(("127.0.0.1", scene.server.server_port), timeout=20) for _ in range(100)]
    ended = time.monotonic() + 3
    for connection in slow:
        connection.sendall(b"GET / HTTP/1.1\r\nX: ")
    assert ask(scene, "/")[0].status == 200
    while slow and time.monotonic() < ended:
        for connection in [*slow]:  # one byte at a time, for ever
            try:
                connection.sendall(b"y")
            except OSError:
                slow.remove(connection)
                connection.close()
        time.sleep(0.1)
    assert slow == []
    while threading.active_count() > before and time.monotonic() < ended + 2:
        time.sleep(0.05)
    assert threading.active_count() <= before
    assert capfd.readouterr().err == ""


def test_a_browser_that_says_nothing_is_let_go(scene, monkeypatch):
    monkeypatch.setattr(serve_http, "IDLE", 0.5)
    with socket.create_connection(("127.0.0.1", scene.server.server_port), timeout=20) as connection:
        assert connection.recv(1) == b""


def test_a_page_tells_what_it_shows_and_the_state_what_it_would_show_now(scene):
    known = json.loads(ask(scene, "/__apercu__/etat?page=/")[1])
    assert f'data-marque="{known["marque"]}"' in ask(scene, "/")[1].decode()
    scene.edit("fiches/soupe-du-jeudi.md", "titre: La soupe du jeudi", "titre: La soupe du vendredi")
    scene.preview.refresh()
    marks = {
        path: json.loads(ask(scene, f"/__apercu__/etat?page={path}")[1])["marque"] for path in ("/", "/x/")
    }
    assert marks["/"] != known["marque"]
    assert marks["/x/"] == ""


def test_each_run_has_another_name(scene):
    again = open_server(scene.preview, scene.server.server_port)
    again.server_close()
    assert again.life != scene.server.life


def test_a_tab_of_a_former_run_is_answered_at_once(scene):
    """It knows the version that this run has too, by chance: it must not wait for the next."""
    known = json.loads(ask(scene, "/__apercu__/etat")[1])
    start = time.monotonic()
    told = json.loads(ask(scene, f"/__apercu__/etat?version={known['version']}&vie=0123456789abcdef")[1])
    assert told["vie"] == known["vie"]
    assert time.monotonic() - start < 5

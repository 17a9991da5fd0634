"""The small server: this machine only, the artifacts only."""

import http.client
import json
import socket

import pytest

from filquartiers.artifact import Artifact
from filquartiers.serve import LAST_PORT, open_server
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
    assert state["dessin"] == first["dessin"] + 1
    error = state["erreurs"][0]
    assert error["fichier"] == "content/fiches/soupe-du-jeudi.md"
    assert (error["ligne"], error["extrait"]) == (7, "statut: <b>en cours</b>")
    assert error["extrait"][error["colonne"] - 1 :][: error["longueur"]] == "<b>en cours</b>"
    assert error["message"]


@pytest.mark.parametrize("version", ["", "x", "-1", "%C2%B2", "999999", "0&page=%ff"])
def test_any_version_asked_is_answered(scene, version):
    assert json.loads(ask(scene, f"/__apercu__/etat?version={version}")[1])["version"] == 1


def test_a_browser_that_leaves_in_the_middle_is_no_fault(scene, capfd):
    for _ in range(5):
        raw = socket.create_connection(("127.0.0.1", scene.server.server_port), timeout=20)
        raw.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{scene.server.server_port}\r\n".encode() * 2)
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        raw.close()
    assert ask(scene, "/")[0].status == 200
    assert "Traceback" not in capfd.readouterr().err

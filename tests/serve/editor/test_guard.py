"""Nobody but our own pages changes anything, and nothing outside ``content/`` is reached."""

import http.client
import socket
from urllib.parse import urlencode

import pytest

from serve.editor.visitor import Visitor

pytestmark = pytest.mark.filterwarnings("ignore:Callback with id")  # see test_edit

HOUSE = "content/maisons/le-bac.md"
FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def form(visitor):
    return visitor.entry(HOUSE).form("fiche").set("c.telephones.0", "02 61 91 20 99")


@pytest.fixture
def untouched(root):
    before = (root / HOUSE).read_bytes()
    yield
    assert (root / HOUSE).read_bytes() == before
    assert not list(root.parent.glob("hors*"))


def sent(visitor, form, **headers):
    return visitor.post(form.action, urlencode(form.pairs), **headers)


def test_our_own_form_is_taken(visitor, form, root):
    assert "Enregistré" in sent(visitor, form).words
    assert "02 61 91 20 99" in (root / HOUSE).read_text("utf-8")


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://ailleurs.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://127.0.0.1:8700"},
        {"Origin": None},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": "none"},
        {"Origin": "http://ailleurs.example", "Sec_Fetch_Site": "same-origin"},
    ],
)
@pytest.mark.usefixtures("untouched")
def test_a_foreign_page_is_refused(visitor, form, headers):
    answer = sent(visitor, form, **headers)
    assert answer.status == 403
    assert "refusé" in answer.text


def test_an_old_browser_that_tells_no_origin_is_known_by_the_fetch_metadata(visitor, form):
    assert "Enregistré" in sent(visitor, form, Origin=None, Sec_Fetch_Site="same-origin").words


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("token", ["", "x", "abc.def", "é", "0" * 24 + "." + "0" * 64])
def test_without_our_token_the_form_comes_back_whole(visitor, form, token):
    answer = sent(visitor, form.set("jeton", token))
    assert answer.status == 200
    assert answer.form("fiche").get("c.telephones.0") == "02 61 91 20 99"
    assert "rien n’a encore été écrit" in answer.words


@pytest.mark.usefixtures("untouched")
def test_a_token_is_good_for_its_form_only(visitor, form):
    other = visitor.get(f"supprimer?fichier={HOUSE}").form("supprimer").get("jeton")
    assert "rien n’a encore été écrit" in sent(visitor, form.set("jeton", other)).words


@pytest.mark.usefixtures("untouched")
def test_a_token_is_asked_of_every_form(visitor, scene):
    routes = scene.server.editor
    for name in ("annuler", "supprimer", "corbeille", "histoire", "texte", "dates"):
        body = urlencode(
            {"fichier": HOUSE, "jour": "2027-01-07", "numero": "1", "version": "1", "texte": "x"}
        )
        assert visitor.post(f"/__editer__/{name}", body).status == 403, name
    assert routes.room.desk.kept() == ()


@pytest.mark.usefixtures("untouched")
def test_another_host_is_refused(visitor, form):
    assert sent(visitor, form, Host="ailleurs.example").status == 421


@pytest.mark.usefixtures("untouched")
@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data; boundary=x", ""])
def test_only_forms_are_taken(visitor, form, kind):
    assert sent(visitor, form, Content_Type=kind).status == 415


def test_what_is_too_long_is_refused_unread(scene):
    for length, status in (
        ("50000000", 413),
        ("9" * 30, 413),
        ("4000000", 413),
        ("-1", 411),
        ("x", 411),
        (None, 411),
    ):
        connection = http.client.HTTPConnection("127.0.0.1", scene.server.server_port, timeout=20)
        connection.putrequest("POST", "/__editer__/fiche")
        connection.putheader("Origin", scene.address.rstrip("/"))
        connection.putheader("Content-Type", FORM)
        if length:
            connection.putheader("Content-Length", length)
        connection.endheaders()
        answer = connection.getresponse()
        assert (answer.status, answer.headers["Connection"]) == (status, "close")
        answer.read()
        connection.close()


@pytest.mark.usefixtures("untouched")
def test_unknown_fields_lead_nowhere(visitor, form):
    for name in (
        "c.../../hors",
        "c.corps/../x",
        "c.empreinte",
        "c.slug",
        "c.origin",
        "titre",
        "c.telephones.x",
    ):
        form.tick(name, "pirate")
    form.set("c.telephones.0", "02 61 91 20 11")
    assert "Rien n’a changé" in sent(visitor, form).words


NAMES = [
    "../hors.md",
    "content/../hors.md",
    "content/maisons/../../hors.md",
    "/etc/passwd",
    "content/maisons/",
    "content",
    "",
    "content\\maisons\\le-bac.md",
    "content/maisons/le-bac.md\0",
    "content/.historique/maisons/le-bac.md/1",
    "content/maisons/.le-bac.md",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_no_file_of_ours_leads_nowhere(visitor, root, name):
    (root / "hors.md").write_text("secret", "utf-8")
    for page in ("fiche", "texte", "histoire", "supprimer", "fait"):
        answer = visitor.get(f"{page}?{urlencode({'fichier': name})}")
        assert (answer.status, "secret" in answer.text) == (404, False), page
    for page, source in (
        ("fiche", "fiche"),
        ("texte", "texte"),
        ("supprimer", "supprimer"),
        ("histoire", "fait"),
    ):
        room = visitor.scene.server.editor.room
        pairs = {
            "jeton": room.guard.token(page),
            "fichier": name,
            "texte": "pirate",
            "empreinte": "",
            "version": "1",
        }
        assert visitor.post(f"/__editer__/{page}", urlencode(pairs)).status in {404, 409}, source
    assert (root / "hors.md").read_text("utf-8") == "secret"


def test_a_new_entry_stays_in_its_folder(visitor, root):
    form = visitor.get("nouveau?sorte=page").form("nouveau").set("c.titre", "../../hors/../x")
    visitor.send(form)
    folders = {one.name for one in (root / "content").iterdir()} - {".historique"}
    assert folders == {"calendrier", "fiches", "maisons", "pactes", "pages", "reseaux"}
    form = visitor.get("nouveau?sorte=evenement").form("nouveau").set("c.titre", "Rien")
    form.set("c.debut", "3 mai 2027").without("ou").tick("ou", "../../hors.yaml")
    visitor.send(form)
    assert not (root.parent / "hors.yaml").exists()


def test_every_page_keeps_all_else_out(visitor):
    for page in (
        "",
        f"fiche?fichier={HOUSE}",
        "nouveau?sorte=evenement",
        "a-corriger",
        "corbeille",
        "inconnue",
    ):
        headers = visitor.get(page).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "script-src 'self'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["Cache-Control"] == "no-store"


def test_what_is_typed_is_never_markup(visitor, root):
    file = root / HOUSE
    text = file.read_text("utf-8").replace("3 place du Bac", "<script>alert(1)</script>\" onfocus='x'")
    file.write_text(text, "utf-8")
    for page in (f"fiche?fichier={HOUSE}", f"texte?fichier={HOUSE}", f"supprimer?fichier={HOUSE}"):
        assert "<script>alert" not in visitor.get(page).text


def test_reading_changes_nothing(visitor: Visitor, root):
    before = {one: one.read_bytes() for one in root.rglob("*") if one.is_file()}
    for page in (
        "",
        f"fiche?fichier={HOUSE}",
        f"histoire?fichier={HOUSE}",
        "annuler",
        "dates",
        "corbeille?numero=1",
    ):
        visitor.get(page)
    assert {one: one.read_bytes() for one in root.rglob("*") if one.is_file()} == before


@pytest.mark.usefixtures("untouched")
def test_half_a_form_is_no_form(scene, visitor, form):
    body = urlencode(form.pairs)
    head = (
        f"POST /__editer__/fiche HTTP/1.1\r\nHost: 127.0.0.1:{scene.server.server_port}\r\n"
        f"Origin: {visitor.origin}\r\nContent-Type: {FORM}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", scene.server.server_port), timeout=20) as browser:
        browser.sendall((head + body[:-10]).encode())
        browser.shutdown(socket.SHUT_WR)
        assert browser.recv(100).startswith(b"HTTP/1.1 400")


@pytest.mark.usefixtures("untouched")
def test_a_field_that_is_not_sent_is_not_emptied(visitor, form):
    form.set("c.telephones.0", "02 61 91 20 11").without("c.adresse").without("c.acces")
    form.pairs = [pair for pair in form.pairs if not pair[0].startswith("c.horaires")]
    assert "Rien n’a changé" in sent(visitor, form).words


def test_the_address_without_its_last_slash(visitor):
    assert "Que voulez-vous modifier" in visitor.get("/__editer__").words

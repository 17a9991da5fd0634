"""The editor at work, and a browser without script that sends files."""

import http.client
import secrets
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import quote, urlencode, urlsplit

import html5lib
import pytest
from PIL import Image

from filquartiers.build import PAGES

NS = "{http://www.w3.org/1999/xhtml}"
HOUSE = "content/maisons/le-bac.md"


@dataclass
class Got:
    status: int
    body: bytes
    location: str

    @property
    def tree(self):
        return html5lib.parse(self.body.decode())

    @property
    def words(self):
        return " ".join(" ".join(self.tree.itertext()).split())

    def fields(self, action):
        """What a browser would send of a form, were nothing changed."""
        form = next(one for one in self.tree.iter(f"{NS}form") if one.get("action").endswith(f"/{action}"))
        found = []
        for one in form.iter(f"{NS}input"):
            ticks = one.get("type") in {"checkbox", "radio"}
            if (
                one.get("name")
                and one.get("type") != "file"
                and (not ticks or one.get("checked") is not None)
            ):
                found.append((one.get("name"), one.get("value") or ""))
        return found

    def boxes(self):
        """The label of each box to tick, its value, and whether it is ticked."""
        labels = {
            one.get("for"): " ".join("".join(one.itertext()).split()) for one in self.tree.iter(f"{NS}label")
        }
        boxes = (one for one in self.tree.iter(f"{NS}input") if one.get("type") == "checkbox")
        return [(labels[one.get("id")], one.get("value"), one.get("checked") is not None) for one in boxes]


class Sender:
    def __init__(self, scene):
        self.scene = scene

    def get(self, page):
        return self._ask("GET", page if page.startswith("/") else f"/__editer__/{page}", b"", {})

    def photo(self, file=HOUSE, rank=0):
        return self.get(f"photo?fichier={quote(file)}&rang={rank}")

    def send(self, action, pairs, files=(), **headers):
        """As a browser writes « multipart/form-data »; without files as it writes a plain form."""
        if files or action in {"photo", "importer"}:
            mark = f"----{secrets.token_hex(8)}"
            kind, body = f"multipart/form-data; boundary={mark}", multipart(mark, pairs, files)
        else:
            kind, body = "application/x-www-form-urlencoded", urlencode(pairs).encode()
        return self.post(action, kind, body, **headers)

    def post(self, action, kind, body, **headers):
        given = {"Origin": self.scene.address.rstrip("/"), "Content-Type": kind, **headers}
        return self._ask("POST", f"/__editer__/{action}", body, given)

    def follow(self, got):
        assert got.status == 303, got.words
        return self.get(got.location)

    def _ask(self, method, path, body, headers):
        connection = http.client.HTTPConnection("127.0.0.1", urlsplit(self.scene.address).port, timeout=30)
        try:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            return Got(answer.status, answer.read(), answer.headers.get("Location", ""))
        finally:
            connection.close()


def multipart(mark, pairs, files):
    parts = [
        f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode() for name, value in pairs
    ]
    for name, called, data in files:
        shown = called.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        head = f'Content-Disposition: form-data; name="{name}"; filename="{shown}"\r\n'
        parts.append(f"{head}Content-Type: image/jpeg\r\n\r\n".encode() + data)
    return (
        b"".join(b"--" + mark.encode() + b"\r\n" + part + b"\r\n" for part in parts)
        + f"--{mark}--\r\n".encode()
    )


def photo(size=(1200, 800)):
    out = BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def answered(pairs, **values):
    return [pair for pair in pairs if pair[0] not in values] + list(values.items())


@pytest.fixture
def scene(play):
    with play(dict(PAGES)) as made:
        yield made


@pytest.fixture
def sender(scene):
    return Sender(scene)

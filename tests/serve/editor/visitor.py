"""A browser without script, as tests play it: it reads the forms of a page and sends them as they stand."""

import http.client
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode, urlsplit

import html5lib

from filquartiers.serve.editor import Asked, Editor
from serve.scene import Scene

BLANK = "{http://www.w3.org/1999/xhtml}"


@dataclass
class Answered:
    status: int
    headers: http.client.HTTPMessage
    text: str
    address: str

    @property
    def forms(self):
        tree = html5lib.parse(self.text)
        return [PageForm(one) for one in tree.iter(f"{BLANK}form")]

    def form(self, action):
        return next(one for one in self.forms if urlsplit(one.action).path.endswith(f"/{action}"))

    @property
    def words(self):
        """All that is said, without the signs of HTML."""
        tree = html5lib.parse(self.text)
        return " ".join(" ".join(tree.itertext()).split())


class PageForm:
    """A form, and what a browser would send of it."""

    def __init__(self, element):
        self.action = element.get("action")
        self.pairs = [pair for one in element.iter() for pair in sent_by(one)]
        self.buttons = [
            (one.get("name") or "", one.get("value") or "", "".join(one.itertext()))
            for one in element.iter(f"{BLANK}button")
        ]

    def get(self, name):
        return next(value for key, value in self.pairs if key == name)

    def set(self, name, value):
        assert any(key == name for key, _ in self.pairs), (name, [key for key, _ in self.pairs])
        self.pairs = [(key, value if key == name else old) for key, old in self.pairs]
        return self

    def tick(self, name, value):
        self.pairs.append((name, value))
        return self

    def without(self, name):
        self.pairs = [pair for pair in self.pairs if pair[0] != name]
        return self


def sent_by(one):
    name = one.get("name")
    if not name:
        return
    tag = one.tag.removeprefix(BLANK)
    if tag == "input" and one.get("type") in {"checkbox", "radio"}:
        if one.get("checked") is not None:
            yield name, one.get("value")
    elif tag == "input":
        yield name, one.get("value") or ""
    elif tag == "textarea":
        yield name, "".join(one.itertext()).replace("\n", "\r\n")
    elif tag == "select":
        options = list(one.iter(f"{BLANK}option"))
        chosen = [option for option in options if option.get("selected") is not None] or options[:1]
        yield from ((name, option.get("value") or "") for option in chosen)


@dataclass
class Visitor:
    scene: Scene
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def origin(self):
        return self.scene.address.rstrip("/")

    def get(self, path):
        return self._ask("GET", f"/__editer__/{path}" if not path.startswith("/") else path)

    def entry(self, file, rank=0):
        return self.get(f"fiche?fichier={quote(file)}&rang={rank}")

    def send(self, form, geste="enregistrer", *, follow=True):
        """Send a form by one of its buttons; go where it leads."""
        pairs = [*form.pairs, ("geste", geste)] if geste else form.pairs
        return self.post(form.action, urlencode(pairs), follow=follow)

    def post(self, path, body, *, follow=True, **headers):
        given = {
            "Origin": self.origin,
            "Content-Type": "application/x-www-form-urlencoded",
            **self.headers,
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        answer = self._ask("POST", path, body.encode(), given)
        if follow and answer.status == 303:
            return self.get(answer.headers["Location"])
        return answer

    def _ask(self, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.scene.server.server_port, timeout=30)
        try:
            sent = {name: value for name, value in (headers or {}).items() if value is not None}
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            return Answered(answer.status, answer.headers, answer.read().decode(), path)
        finally:
            connection.close()


class Inside(Visitor):
    """The same, without the server between."""

    def __init__(self, preview):
        super().__init__(None)
        self.editor = Editor(preview)

    @property
    def origin(self):
        return "http://127.0.0.1:8000"

    def _ask(self, method, path, body=None, headers=None):
        address = urlsplit(path)
        given = {name.lower(): value for name, value in (headers or {}).items() if value is not None}
        given["content-length"] = str(len(body or b""))
        read = (lambda: body) if method == "POST" else None
        reply = self.editor.answer(Asked(address.path, address.query, given, read, self.origin))
        told = {"Location": reply.location} if reply.location else {}
        return Answered(reply.status, told, reply.body.decode(), path)

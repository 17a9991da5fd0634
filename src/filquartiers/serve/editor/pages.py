"""The editor's own pages: drawn from its templates, in the identity of the project."""

from http import HTTPStatus
from importlib.resources import as_file, files
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from filquartiers.checks.identity import read_identity
from filquartiers.model.identity import Identity
from filquartiers.project import Project
from filquartiers.render.assets import squeezed
from filquartiers.render.icon import icon_svg
from filquartiers.render.tokens import css_tokens
from filquartiers.serve.answers import EDITOR, Reply, refusal, type_of

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_SHEETS = ("base/origine.css", "base/texte.css", "composants/champ.css", "composants/encadre.css")
_OWN = frozenset({"editeur.css", "editeur.js"})


class Pages:
    """Draws the pages of the editor of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        with as_file(files("filquartiers.serve.editor") / "pages") as folder:
            self._drawing = Environment(
                loader=FileSystemLoader(folder),
                autoescape=True,
                undefined=StrictUndefined,
                trim_blocks=True,
                lstrip_blocks=True,
            )

    def draw(self, template: str, status: HTTPStatus = HTTPStatus.OK, **values: object) -> Reply:
        """A page, with the policy that keeps all else out."""
        common = {"editeur": EDITOR, "nom": self._identity.nom}
        html = self._drawing.get_template(template).render(**common, **values)
        return Reply(status, type_of(".html"), html.encode(), policy=POLICY)

    def file(self, name: str) -> Reply:
        """The script, the style sheet in the colours of the project, and its fonts."""
        if name == "style.css":
            return Reply(HTTPStatus.OK, type_of(name), self._style().encode())
        fonts = {f"{one.nom}.woff2" for font in self._identity.polices.values() for one in font.fichiers}
        if name == "icone.svg":
            return Reply(HTTPStatus.OK, type_of(name), icon_svg(self._identity).encode())
        if name in fonts:
            return Reply(HTTPStatus.OK, type_of(name), self._project.asset(f"fonts/{name}").read_bytes())
        if name in _OWN:
            data = files("filquartiers.serve.editor").joinpath("client", name).read_bytes()
            return Reply(HTTPStatus.OK, type_of(name), data)
        return refusal(HTTPStatus.NOT_FOUND, "Ce fichier n’existe pas.")

    def _style(self) -> str:
        shipped = self._project.folders("assets")[-1] / "css"
        sheets = (_text(shipped / name) for name in _SHEETS)
        own = files("filquartiers.serve.editor").joinpath("client", "editeur.css").read_text(encoding="utf-8")
        return squeezed("\n".join([css_tokens(self._identity, fonts="."), *sheets, own]))

    @property
    def _identity(self) -> Identity:
        """That of the project; ours while its own cannot be used."""
        tried = (self._project.asset("identite.yaml"), self._project.folders("assets")[-1] / "identite.yaml")
        return next(found for file in tried if (found := read_identity(file)[0]))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")

"""A project with its pages and its products, as their readers find them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby, takewhile
from pathlib import Path

import yaml

from filquartiers.artifact import File
from filquartiers.content import load
from filquartiers.drawing import drawn_here
from filquartiers.edition import Edition
from filquartiers.model.addresses import absolute, base_of, output_path, short
from filquartiers.model.identity import Identity
from filquartiers.model.kind import Entry
from filquartiers.model.kinds import KINDS
from filquartiers.render import web
from filquartiers.render.print import Composer, Product
from filquartiers.render.typography import typeset
from filquartiers.telling.teller import Teller
from sides.agreement import on_both
from sides.page import read_page
from sides.paper import read_pdf
from sides.words import Said, bare

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Sides:
    """The pages of a project and its products, read when they are asked for."""

    edition: Edition
    composer: Composer
    pages: dict[str, str] = field(repr=False)

    @property
    def teller(self) -> Teller:
        """The site as it is told."""
        return self.edition.teller

    def page(self, entry: Entry) -> list[Said]:
        """What the page of an entry says that paper should say too."""
        address = self.teller.addresses.of(entry)
        return list(on_both(read_page(self.pages[output_path(address)])))

    def paper(self, product: Product) -> list[Said]:
        """What a product says, its lines of one heading together."""
        said = read_pdf(self.composer.compile(product, self.edition.site.today))
        return list(joined(one for one in said if one.role != "Lbl"))

    def address(self, entry: Entry) -> str:
        """The short web address of an entry, empty when that of the site is not known."""
        base = base_of(self.edition.site, entry.network)
        return short(absolute(base, self.teller.addresses.of(entry))) if base else ""


def sides_of(folder: Path, today: date) -> Sides:
    """Both sides of the project in a folder, as they stand on a day."""
    tokens = yaml.safe_load((ROOT / "assets" / "identite.yaml").read_text(encoding="utf-8"))
    places = (ROOT / "templates",), (ROOT / "assets",)
    site, identity = load(folder, KINDS, today).site, Identity.model_validate(tokens)
    edition = Edition(site, identity, folder / "content", *places)
    files = {
        one.path: one.data for one in drawn_here(one for one in web.pages(edition) if isinstance(one, File))
    }
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    return Sides(edition, Composer.of(edition), pages)


def joined(said: Iterator[Said]) -> Iterator[Said]:
    """The lines of a heading in one piece."""
    for (role, _), found in groupby(said, key=lambda one: (one.role, one.role in {"H1", "H2"} or id(one))):
        lines = list(found)
        yield replace(lines[0], role=role, text="".join(one.text for one in lines))


def part(said: list[Said], title: str, level: str = "H2") -> list[Said]:
    """What stands under a heading, up to the next one of its level or above."""
    words = bare(typeset(title)).rstrip(".")
    start = next(n for n, one in enumerate(said) if one.role == level and one.bare == words)
    return list(takewhile(lambda one: one.role not in {"H1", level}, said[start + 1 :]))

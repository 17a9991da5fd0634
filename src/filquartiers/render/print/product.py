"""What there is to print, before and after it is composed."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from filquartiers.made import Chapter, Programme
from filquartiers.model.addresses import address_of
from filquartiers.model.kinds import Brochure
from filquartiers.problems import Problem, Where
from filquartiers.render.print.pictures import FinePicture, Inking

Data = Mapping[str, object]


@dataclass(frozen=True)
class Product:
    """One thing to print.

    Attributes:
        name: the stem of its files, under ``impression/``.
        title: as readers see it, for the PDF and the report.
        template: the typst file that draws it.
        format: « A5 », « dépliant », « A4 » or « A3 ».
        data: what the template shows, see ``render.print.typeset``.
        pictures: the photographs that ``data`` may name, by virtual path.
        where: the place in the editor's files that asks for it.
        brochure: the entry behind it, with its press; none for what is made for every site.
        for_press: whether a print shop prints it, or only an office printer.
        multiple: its pages come to a multiple of this number.
        folding: how a print shop finishes it, unless its press says otherwise.
        dated: whether the file carries the day of the build; without it, the same sheet gives the same
            bytes on any day (never for a press: its file must say when it was made).
        page: the address of the web page that offers it, when it is not that of its brochure.
        programme: whose month it tells, when it is the programme of a month.
    """

    name: str
    title: str
    template: str
    format: str
    data: Data
    where: Where
    pictures: Mapping[str, FinePicture] = field(default_factory=dict)
    brochure: Brochure | None = None
    for_press: bool = True
    multiple: int = 1
    folding: str = ""
    dated: bool = True
    page: str = ""
    programme: Programme | None = None

    @property
    def file_name(self) -> str:
        """The name of its PDF on the site."""
        return f"{self.name.rsplit('/', 1)[-1]}.pdf"

    @property
    def web_address(self) -> str:
        """The address of the page it belongs to, where its PDF is offered; empty when there is none."""
        return address_of(self.brochure) if self.brochure else self.page


@dataclass(frozen=True)
class Paper:
    """What a press prints on: the bleed that it cuts off, in mm, and how it turns a photograph into inks."""

    bleed_mm: float
    inking: Inking


@dataclass(frozen=True)
class Composed:
    """A product on pages: one PDF in inks with its bleed, one in sRGB, tagged, without; what stands where."""

    product: Product
    screen: bytes
    press: bytes | None
    pages: int
    chapters: tuple[Chapter, ...]
    faults: tuple[Problem, ...] = ()  # of templates of the project, for which the program's own stood in

    @property
    def titles(self) -> Mapping[int, str]:
        """The chapter that each page is in, by number from 1; pages before the first have none."""
        begins = {one.page: one.title for one in self.chapters}  # the deepest one of a page comes last
        titles: dict[int, str] = {}
        for number in range(min(begins, default=self.pages + 1), self.pages + 1):
            titles[number] = begins.get(number) or titles[number - 1]
        return titles

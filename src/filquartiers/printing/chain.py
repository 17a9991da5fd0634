"""One product after the other: compose, finish for the press, check, impose, describe the job."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from pydantic import TypeAdapter

from filquartiers.artifact import Artifact
from filquartiers.edition import Edition, Output
from filquartiers.made import Facsimile, Made
from filquartiers.model.addresses import beside, facsimile, output_path
from filquartiers.model.press import PressProfile
from filquartiers.paper import FONT
from filquartiers.press.finish import finish
from filquartiers.press.impose import booklet
from filquartiers.press.inks import BadProfileError, open_profile
from filquartiers.press.job import Imprint, Press
from filquartiers.press.pages import page_images, png
from filquartiers.press.preflight import preflight
from filquartiers.press.ticket import Job, job_ticket
from filquartiers.problems import Gravity, Problem, Where, problem
from filquartiers.render.print import Composed, Composer, Paper, Product, products
from filquartiers.store import AS_JSON, Store, contents, key_of, running

LEAF_DPI = 110  # a page to leaf through: an A5 page is 640 px wide
SIZES_MM = {"A5": (148.0, 210.0), "dépliant": (297.0, 210.0), "A4": (210.0, 297.0), "A3": (420.0, 297.0)}
UNFIT = "-A-NE-PAS-IMPRIMER"
OUTPUTS = TypeAdapter(tuple[Output, ...], config=AS_JSON)
"""How what is made of one product is kept in the store."""


def print_products(edition: Edition) -> Iterator[Output]:
    """Every printed thing of a site, what it offers to its web page, and what there is to say about it.

    For each product of a press: ``impression/<name>-imprimeur.pdf``, ``-ecran.pdf``, ``-livret.pdf``
    (brochures), ``-controle.html`` and ``-bon.txt``. For each other product: ``impression/<name>.pdf``.
    Its site page gets its PDF and its pages as pictures, and a `Made` that tells of them. What has not
    changed since the last build is taken from ``build/.cache``.
    """
    composer, store = Composer.of(edition), Store(edition.kept / "impression")
    tools = _tools(edition, composer)
    for product in products(edition):
        press = press_of(product, edition) if isinstance(product, Product) and product.for_press else None
        if isinstance(product, Problem):
            yield product
        elif isinstance(press, Problem):
            yield press
        else:
            key = key_of(tools, *_parts(composer, product, press, edition.site.today))
            yield from store.recall(key, lambda: tuple(_make(composer, product, press, edition)), OUTPUTS)  # noqa: B023  called at once
    store.forget_the_rest()


def _tools(edition: Edition, composer: Composer) -> str:
    """Names what is the same for every product: the program, the templates, the fonts."""
    fonts = edition.asset(FONT).parent
    templates = (part for template in sorted(composer.templates.items()) for part in template)
    return key_of(running(), *templates, *contents(fonts))


def _parts(composer: Composer, product: Product, press: Press | None, today: date) -> Iterator[bytes | str]:
    """All that decides of one product, its photographs among them: its data name them by what they hold."""
    yield composer.data(product, today, _paper(press))
    yield repr((product.template, product.name, product.title, product.format, product.where))
    yield repr((product.web_address, product.programme, bool(product.brochure)))
    if press:
        yield from (press.profile.model_dump_json(), press.icc, today.isoformat())


def _paper(press: Press | None) -> Paper | None:
    return Paper(press.profile.fond_perdu_mm, press.inks().photograph) if press else None


def press_of(product: Product, edition: Edition) -> Press | Problem:
    """The press of a product: what its editor named, or a usual one, with its ICC profile."""
    entry = product.brochure
    named = entry.presse if entry and entry.presse else PressProfile()
    profile = named.model_copy(update=_asked(product, named))
    try:
        icc = edition.asset(f"icc/{profile.profil}").read_bytes()
        open_profile(icc)
    except (FileNotFoundError, BadProfileError) as fault:
        absent = "le fichier n’existe pas dans assets/icc"
        where = entry.presse.where("profil") if entry and entry.presse else product.where
        return problem(
            "profil-icc",
            where,
            profil=profile.profil,
            defaut=fault if isinstance(fault, BadProfileError) else absent,
        )
    return Press(profile, icc)


def _asked(product: Product, profile: PressProfile) -> dict[str, object]:
    """What the product itself decides: pages to a multiple, folding, copies and paper."""
    asked: dict[str, object] = {"multiple_de": product.multiple}
    if not profile.pliage or product.format != "A5":
        asked["pliage"] = product.folding
    entry = product.brochure
    if entry and entry.papier:
        asked["papier"] = entry.papier
    return asked | ({"exemplaires": entry.exemplaires} if entry and entry.exemplaires else {})


def _make(composer: Composer, product: Product, press: Press | None, edition: Edition) -> Iterator[Output]:
    """All the files of one product."""
    composed = composer.compose(product, edition.site.today, _paper(press))
    if not isinstance(composed, Composed):
        yield from composed
        return
    yield from composed.faults
    yield from _for_readers(composed)
    if composed.press is not None and press is not None:
        yield from _for_the_press(composed, composed.press, press, edition.site.today)


def _for_readers(composed: Composed) -> Iterator[Output]:
    """The file to read or to print at the office, where the site links to it."""
    product, address = composed.product, composed.product.web_address
    name = f"{product.name}-ecran.pdf" if product.for_press else f"{product.name}.pdf"
    yield Artifact(f"impression/{name}", composed.screen)
    if not address:
        return
    file, shown = beside(address, product.file_name), []
    yield Artifact(output_path(file), composed.screen)
    pages = page_images(composed.screen, LEAF_DPI) if product.brochure else ()
    for number, image in enumerate(pages, start=1):
        place, chapter = facsimile(address, number), composed.titles.get(number, "")
        shown.append(Facsimile(number, place, image.width, image.height, chapter))
        yield Artifact(output_path(place), png(image))
    if product.format == "A5":
        yield Artifact(f"impression/{product.name}-livret.pdf", booklet(composed.screen))
    yield Made(address, file, tuple(shown), composed.chapters, product.programme)


def _for_the_press(composed: Composed, pdf: bytes, press: Press, today: date) -> Iterator[Output]:
    """The press file, measured, with its report and its ticket; an unfit file says so in its name."""
    product = composed.product
    when = datetime(today.year, today.month, today.day, tzinfo=UTC)
    imprint = Imprint(product.title, when, str(product.data["author"]), str(product.data["demonstration"]))
    name = f"{product.name}-imprimeur.pdf"
    done = finish(pdf, press, imprint, Where(f"impression/{name}"))
    yield from done.problems
    if not done.pdf:
        return
    report = preflight(done.pdf, press, name, labels=composed.titles)
    yield from (one for one in report.problems if one.gravity <= Gravity.WARNING)
    final = name.replace(".pdf", f"{UNFIT}.pdf") if report.errors else name
    yield Artifact(f"impression/{final}", done.pdf)
    yield Artifact(f"impression/{product.name}-controle.html", report.to_html().encode())
    size = SIZES_MM[product.format]
    job = Job(
        product.title,
        final,
        composed.pages,
        size,
        publisher=imprint.author,
        demonstration=imprint.notice,
    )
    ticket = job_ticket(job, press.profile)
    yield Artifact(f"impression/{product.name}-bon.txt", ticket.encode())

"""One product after the other: compose, finish for the press, check, impose, describe the job."""

from collections.abc import Iterator
from datetime import UTC, datetime

from filquartiers.artifact import Artifact
from filquartiers.edition import Edition, Output
from filquartiers.model.colour import Rgb, parse
from filquartiers.model.press import PressProfile
from filquartiers.press.finish import finish
from filquartiers.press.impose import booklet
from filquartiers.press.job import Imprint, Press
from filquartiers.press.pages import page_images
from filquartiers.press.preflight import preflight
from filquartiers.press.ticket import Job, job_ticket
from filquartiers.printing.contents import page_titles
from filquartiers.printing.memory import Memory
from filquartiers.problems import Gravity, Problem, Where, problem
from filquartiers.render.print import Composed, Composer, Product, products

LEAF_DPI = 110  # a page to leaf through: an A5 page is 640 px wide
SIZES_MM = {"A5": (148.0, 210.0), "dépliant": (297.0, 210.0), "A4": (210.0, 297.0), "A3": (420.0, 297.0)}
UNFIT = "-A-NE-PAS-IMPRIMER"


def print_products(edition: Edition) -> Iterator[Output]:
    """Every printed thing of a site, with what there is to say about it.

    For each product of a press: ``impression/<name>-imprimeur.pdf``, ``-ecran.pdf``, ``-livret.pdf``
    (brochures), ``-controle.html`` and ``-bon.txt``. For each other product: ``impression/<name>.pdf``.
    Its site page gets its PDF and its pages as pictures. What has not changed since the last build is
    taken from ``build/.cache``.
    """
    composer, memory = Composer.of(edition), Memory.of(edition)
    for product in products(edition):
        if isinstance(product, Problem):
            yield product
            continue
        press = press_of(product, edition)
        if isinstance(press, Problem):
            yield press
            continue
        bleed = press.profile.fond_perdu_mm
        key = memory.key(
            composer.data(product, "press", edition.site.today, bleed),
            f"{product.template} {product.name} {product.where!r}".encode(),
            press.profile.model_dump_json().encode(),
            press.icc,
        )
        yield from memory.recall(key, lambda: _make(composer, product, press, edition))  # noqa: B023  called at once
    memory.forget_the_rest()


def press_of(product: Product, edition: Edition) -> Press | Problem:
    """The press of a product: what its editor named, or a usual one, with its ICC profile."""
    entry = product.brochure
    named = entry.presse if entry and entry.presse else PressProfile()
    profile = named.model_copy(update=_asked(product, named))
    recipes = {
        _whole(parse(colour.clair)): colour.cmjn
        for colour in (*edition.identity.couleurs.values(), *edition.identity.maisons)
    }
    try:
        icc = edition.asset(f"icc/{profile.profil}").read_bytes()
    except FileNotFoundError:
        where = entry.presse.where("profil") if entry and entry.presse else product.where
        return problem(
            "profil-icc", where, profil=profile.profil, defaut="le fichier n’existe pas dans assets/icc"
        )
    return Press(profile, icc, recipes)


def _whole(colour: Rgb) -> tuple[int, int, int]:
    return (round(colour[0]), round(colour[1]), round(colour[2]))


def _asked(product: Product, profile: PressProfile) -> dict[str, object]:
    """What the product itself decides: pages to a multiple, folding, copies and paper."""
    asked: dict[str, object] = {"multiple_de": product.multiple}
    if not profile.pliage or product.format != "A5":
        asked["pliage"] = product.folding
    entry = product.brochure
    if entry and entry.papier:
        asked["papier"] = entry.papier
    return asked | ({"exemplaires": entry.exemplaires} if entry and entry.exemplaires else {})


def _make(composer: Composer, product: Product, press: Press, edition: Edition) -> Iterator[Output]:
    """All the files of one product."""
    composed = composer.compose(product, edition.site.today, press.profile.fond_perdu_mm)
    if not isinstance(composed, Composed):
        yield from composed
        return
    yield from _for_readers(composed)
    if composed.press is not None:
        yield from _for_the_press(composed, press, edition)


def _for_readers(composed: Composed) -> Iterator[Output]:
    """The file to read or to print at the office, where the site links to it."""
    product = composed.product
    name = f"{product.name}-ecran.pdf" if product.for_press else f"{product.name}.pdf"
    yield Artifact(f"impression/{name}", composed.screen)
    address = product.web_address
    if not address:
        return
    yield Artifact(f"site/{address}{product.file_name}", composed.screen)
    if product.brochure:
        for number, image in enumerate(page_images(composed.screen, LEAF_DPI), start=1):
            yield Artifact(f"site/{address}pages/{number:02}.png", image)
    if product.format == "A5":
        yield Artifact(f"impression/{product.name}-livret.pdf", booklet(composed.screen))


def _for_the_press(composed: Composed, press: Press, edition: Edition) -> Iterator[Output]:
    """The press file, measured, with its report and its ticket; an unfit file says so in its name."""
    product, today = composed.product, edition.site.today
    when = datetime(today.year, today.month, today.day, tzinfo=UTC)
    imprint = Imprint(product.title, when, str(product.data["author"]))
    name = f"{product.name}-imprimeur.pdf"
    done = finish(composed.press or b"", press, imprint, Where(f"impression/{name}"))
    yield from done.problems
    if not done.pdf:
        return
    report = preflight(done.pdf, press, name, labels=page_titles(composed.screen))
    yield from (one for one in report.problems if one.gravity <= Gravity.WARNING)
    final = name.replace(".pdf", f"{UNFIT}.pdf") if report.errors else name
    yield Artifact(f"impression/{final}", done.pdf)
    yield Artifact(f"impression/{product.name}-controle.html", report.to_html().encode())
    job = Job(product.title, final, composed.pages, SIZES_MM[product.format], publisher=imprint.author)
    ticket = job_ticket(job, press.profile)
    yield Artifact(f"impression/{product.name}-bon.txt", ticket.encode())

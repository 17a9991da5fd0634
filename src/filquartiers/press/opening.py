"""Open a PDF that may be anything: one French problem instead of an exception."""

from dataclasses import dataclass
from io import BytesIO

from pikepdf import PasswordError, Pdf, PdfError

from filquartiers.problems import Problem, Where, problem


@dataclass(frozen=True, slots=True)
class Opened:
    """The file, when it could be read; what there is to say about it."""

    pdf: Pdf | None
    problems: tuple[Problem, ...] = ()


def open_pdf(data: bytes, where: Where) -> Opened:
    """Read a PDF.

    Args:
        data: the bytes of the file, whatever they are.
        where: how to name it in a message.
    """
    try:
        pdf = Pdf.open(BytesIO(data))
        count = len(pdf.pages)
    except PasswordError:
        return Opened(None, (problem("pdf-chiffre", where, fichier=where.file),))
    except (PdfError, ValueError, RuntimeError):
        return Opened(None, (problem("pdf-illisible", where, fichier=where.file),))
    if not count:
        return Opened(None, (problem("pdf-sans-page", where, fichier=where.file),))
    problems = [problem("pdf-repare", where, fichier=where.file)] if pdf.get_warnings() else []
    if pdf.is_encrypted:
        problems.append(problem("pdf-protege", where, fichier=where.file))
    return Opened(pdf, tuple(problems))

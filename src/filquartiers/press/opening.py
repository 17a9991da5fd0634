"""Open a PDF that may be anything, for a press: one French problem instead of an exception."""

from dataclasses import dataclass
from io import BytesIO

from pikepdf import PasswordError, Pdf, PdfError

from filquartiers.press.inks import BadProfileError, open_profile
from filquartiers.press.job import Press
from filquartiers.problems import Problem, Where, problem


@dataclass(frozen=True, slots=True)
class Opened:
    """The file, when it could be read; what there is to say about it."""

    pdf: Pdf | None
    problems: tuple[Problem, ...] = ()


def open_for(press: Press, data: bytes, where: Where) -> Opened:
    """Read a PDF, once sure that the press has a profile to read its colours with.

    Args:
        press: what it is meant for.
        data: the bytes of the file, whatever they are.
        where: how to name it in a message.
    """
    try:
        open_profile(press.icc)
        pdf = Pdf.open(BytesIO(data))
        count = len(pdf.pages)
    except BadProfileError as fault:
        return Opened(None, (problem("profil-icc", where, profil=press.profile.profil, defaut=fault),))
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

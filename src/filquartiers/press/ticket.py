"""The job ticket: what a print shop asks on the phone, on one sheet of plain text."""

from dataclasses import dataclass

from filquartiers.model.numbers import decimal, whole
from filquartiers.model.press import PressProfile

UNKNOWN = "à préciser"
WIDTH = 22


@dataclass(frozen=True, slots=True)
class Job:
    """What is printed. ``size_mm`` is the finished width and height; ``demonstration`` what a trial says."""

    title: str
    file: str
    pages: int
    size_mm: tuple[float, float]
    colours: str = "quadrichromie recto verso (4/4)"
    publisher: str = ""
    demonstration: str = ""


def job_ticket(job: Job, profile: PressProfile) -> str:
    """The ``*-bon.txt`` of a job, in French.

    What the press must know and nobody has said is « à préciser »; the rest is left out when unknown.
    """
    marks = "avec" if profile.traits_de_coupe else "sans"
    needed = (
        ("Titre", job.title),
        ("Fichier", job.file),
        ("Format fini", f"{decimal(job.size_mm[0])} × {decimal(job.size_mm[1])} mm"),
        ("Pages", str(job.pages)),
        ("Exemplaires", _thousands(profile.exemplaires)),
        ("Couleurs", job.colours),
        ("Papier", profile.papier or UNKNOWN),
        ("Pliage ou reliure", profile.pliage or UNKNOWN),
        ("Fichier de presse", f"{profile.norme}, condition {profile.condition}"),
        ("Fond perdu", f"{decimal(profile.fond_perdu_mm)} mm, {marks} traits de coupe"),
        ("Contact", profile.contact or UNKNOWN),
    )
    optional = (
        ("Commanditaire", job.publisher),
        ("Papier de couverture", profile.papier_couverture),
        ("Finition", profile.finition),
        ("Livraison", profile.livraison),
        ("Remarques", profile.remarques),
    )
    lines = [*needed, *((label, value) for label, value in optional if value)]
    body = "\n".join(f"{label + ' :':<{WIDTH}} {value}" for label, value in lines)
    warned = f"{job.demonstration}\n\n" if job.demonstration else ""
    return f"Bon d’impression pour {profile.nom}\n\n{warned}{body}\n"


def _thousands(number: int | None) -> str:
    return UNKNOWN if number is None else whole(number).replace(" ", "\u202f")

"""What a new project is made of, and what is wrong with asking for one: known before anything is installed.

Only the standard library, as in ``bootstrap``: two minutes of installation must not end in « il manque… ».
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

# Each option of ``new projet``, in the order of its questions: the part of the project, and its field there.
OPTIONS: Mapping[str, tuple[str, str]] = {
    "nom": ("reseau", "nom"),
    "ville": ("reseau", "ville"),
    "zone": ("reseau", "zone_scolaire"),
    "maison": ("maison", "nom"),
    "horaires": ("maison", "horaires"),
    "brochure": ("brochure", "titre"),
    "editeur": ("mentions", "editeur"),
    "siege": ("mentions", "siege"),
    "directeur": ("mentions", "directeur_publication"),
    "hebergeur": ("mentions", "hebergeur"),
    "contact": ("mentions", "contact"),
}
NEEDED = ("nom", "ville")
REPEATED = "maison"
HOUSE = (REPEATED, "horaires")  # come again for each house
_MISSING = (
    'Il manque --{} : donnez par exemple --nom "Les maisons de quartier de Valmarin" --ville Valmarin ; '
    "« plus tard » est permis."
)


class RefusedError(ValueError):
    """A command line that cannot be followed; says why, in French."""


def given(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """``--champ valeur`` and ``--champ=valeur``, each as a pair.

    Raises:
        RefusedError: a value without its option, or the other way round.
    """
    flat = [part for word in words for part in (word.split("=", 1) if word.startswith("--") else [word])]
    if len(flat) % 2 or any(not option.startswith("--") for option in flat[::2]):
        example = '--titre "Atelier cuisine" --maison le-phare'
        raise RefusedError(f"Donnez chaque champ avec sa valeur : {example}.")
    yield from ((option[2:], value) for option, value in zip(flat[::2], flat[1::2], strict=True))


def asked_project(words: Sequence[str], *, terminal: bool) -> tuple[Path, tuple[tuple[str, str], ...]]:
    """The folder of the project that ``new projet`` asks for, and its options.

    Args:
        words: what follows ``new projet``.
        terminal: whether there is somebody to ask for the rest.

    Raises:
        RefusedError: the command line cannot be followed.
    """
    if not words or words[0].startswith("--"):
        raise RefusedError("Donnez le dossier du projet : filquartiers new projet mon-projet")
    root, pairs = Path(words[0]), tuple(given(words[1:]))
    if others := [option for option, _ in pairs if option not in OPTIONS]:
        known = ", ".join(f"--{one}" for one in OPTIONS)
        raise RefusedError(f"« --{others[0]} » n’est pas une option ici : {known}.")
    names = [option for option, _ in pairs]
    if twice := [one for one in names if one not in HOUSE and names.count(one) > 1]:
        raise RefusedError(f"--{twice[0]} est donné deux fois : n’en gardez qu’un.")
    if any(one == "horaires" and before != REPEATED for before, one in pairwise(("", *names))):
        raise RefusedError("--horaires suit la maison dont ce sont les heures : --maison Phare --horaires …")
    if (root / "content").exists():
        raise RefusedError(f"« {root} » contient déjà un projet : rien n’a été touché.")
    if root.exists() and not root.is_dir():
        raise RefusedError(f"« {root} » est un fichier : donnez le nom d’un dossier.")
    missing = [option for option in NEEDED if option not in dict(pairs)]
    if missing and not terminal:
        raise RefusedError(_MISSING.format(missing[0]))
    return root, pairs


def refusal(arguments: Sequence[str], *, terminal: bool) -> str:
    """Why a command line would be refused once all is installed; empty when that is not known yet."""
    if list(arguments[:2]) == ["new", "projet"] and "--help" not in arguments:
        try:
            asked_project(arguments[2:], terminal=terminal)
        except RefusedError as refused:
            return str(refused)
    return ""

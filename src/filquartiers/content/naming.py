"""The names of fields: every wording that is understood, and what a mistyped one probably means."""

import re
from collections.abc import Mapping
from functools import cache

from filquartiers.content.nodes import Node, Scalar
from filquartiers.model.fields import FieldGuide
from filquartiers.model.kind import Entry, Path
from filquartiers.model.kinds import Evenement
from filquartiers.model.refusal import Refusal
from filquartiers.model.text import closest, key_of, slugify
from filquartiers.problems import Problem, problem

FEW = 6  # how many names a message lists
SURE = 0.8  # likeness from which a heading of the body is taken for a mistyped field
LIKELY = 0.72  # the same for a key: « contacte » is no « adresse »
# What people call a field, whatever the kind: the first of these fields that the kind has is meant.
_USUAL: Mapping[str, tuple[str, ...]] = {
    "adresse_electronique": ("courriel",),
    "adresse_e_mail": ("courriel",),
    "adresse_email": ("courriel",),
    "adresse_mail": ("courriel",),
    "adresse_postale": ("adresse",),
    "cp": ("code_postal",),
    "commune": ("ville",),
    "cout": ("tarif",),
    "date_de_debut": ("debut",),
    "date_de_fin": ("fin",),
    "date_debut": ("debut",),
    "date_et_heure": ("debut",),
    "date_fin": ("fin",),
    "e_mail": ("courriel",),
    "endroit": ("lieu",),
    "fixe": ("telephones", "telephone"),
    "heures_d_ouverture": ("horaires",),
    "horaires_d_ouverture": ("horaires",),
    "image": ("photo",),
    "image_alt": ("photo_description",),
    "image_description": ("photo_description",),
    "inscriptions": ("inscription",),
    "langue": ("langues",),
    "langues_parlees": ("langues",),
    "mel": ("courriel",),
    "mobile": ("telephones", "telephone"),
    "nom": ("titre",),
    "numero_de_telephone": ("telephones", "telephone"),
    "ouverture": ("horaires",),
    "photo": ("image",),
    "photo_alt": ("image_description",),
    "photo_description": ("image_description",),
    "photographie": ("photo", "image"),
    "portable": ("telephones", "telephone"),
    "prix": ("tarif",),
    "prix_d_entree": ("tarif",),
    "reservation": ("inscription",),
    "rue": ("adresse",),
    "site_internet": ("site",),
    "site_web": ("site",),
    "statut": ("etat",),
    "tel_portable": ("telephones", "telephone"),
    "telephone_portable": ("telephones", "telephone"),
    "titre": ("nom",),
    "url": ("site",),
    "web": ("site",),
    "zone": ("zone_scolaire",),
}
# Words of their own: what they resemble is not what is meant.
_OTHER_WORDS = frozenset(("contact", "contacts", "description", "infos", "lien", "liens", "note", "notes"))
# Fields that hold a publication back, or say when: mistyped, they are never left out with a warning.
_WEIGHTY = frozenset(
    (
        *("accord", "annule", "brouillon", "complet", "debut", "demonstration", "en_plus", "fin", "horaire"),
        *("horaires", "journee", "jusquau", "personnes", "recurrence", "reporte"),
    )
)
_WHEN = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|f[eé]vrier|mars|avril|mai|juin|juillet"
    r"|ao[uû]t|septembre|octobre|novembre|d[eé]cembre|vacances|f[eé]ri[eé]s?|sauf|hors|annul\w*|report\w*)\b"
    r"|\b\d{1,2}[/.-]\d{1,2}\b|\b\d{4}-\d\d-\d\d\b",
    re.IGNORECASE,
)


@cache
def names_of(guides: tuple[FieldGuide, ...]) -> dict[str, str]:
    """Every key and heading that is understood, in the form of `key_of`, and the field it means."""
    names: dict[str, str] = {}
    for guide in guides:
        for wording in (*guide.aliases, guide.label, guide.name):
            names[key_of(wording)] = guide.name
    fields = {guide.name for guide in guides}
    for wording, meant in _USUAL.items():
        found = next((name for name in meant if name in fields), None)
        if found and wording not in names:
            names[wording] = found
    return names


def is_another_word(key: str) -> bool:
    """Whether a key is one of the usual words for a field, rather than a name of its own."""
    return key_of(key) in _USUAL


def unknown_key(
    key: Scalar, value: Node, guides: tuple[FieldGuide, ...], kind: type[Entry], path: Path
) -> tuple[Problem, str]:
    """The problem of a key that nothing reads, and the field that it probably means, if any.

    A warning: what is typed there is not published. An error where that would announce something false: a
    date that misses its exception, a page that was not to be shown.
    """
    wordings = [guide.name for guide in guides] + [guide.label for guide in guides]
    is_word = key_of(key.text) in _OTHER_WORDS
    proposal = "" if is_word else closest(key.text.replace("_", " "), wordings, cutoff=LIKELY)
    near = names_of(guides).get(key_of(proposal), "") if proposal else ""
    weighs = near in _WEIGHTY or (kind is Evenement and _says_when(key, value))
    return told_of(key, kind, path, near, must=weighs), near


def told_of(key: Scalar, kind: type[Entry], path: Path, near: str, *, must: bool) -> Problem:
    """That a key is unknown: an error when it ``must`` be mended before anything is published."""
    code = "cle-a-corriger" if must else "cle-inconnue"
    return problem(code, key.where, cle=key.text, dans=within(kind, path), proche=near, nom=kind.kind.name)


def _says_when(key: Scalar, value: Node) -> bool:
    """Whether a line speaks of days: left out, it might announce an event on the wrong one."""
    said = value.text if isinstance(value, Scalar) else " "
    return not isinstance(value, Scalar) or _WHEN.search(f"{key.text} {said}".replace("_", " ")) is not None


def unknown_reference(kind: type[Entry], text: str, titles: Mapping[str, str]) -> Refusal:
    """There is no entry called ``text``: what there is, and what was probably meant.

    Args:
        kind: what was to be named.
        text: as typed; perhaps a title, or several names on one line.
        titles: the entries there are, by address, and the title that each file gives.
    """
    known = sorted(titles)
    few = f" Il y a : {', '.join(known)}." if 0 < len(known) <= FEW else ""
    several = " Plusieurs noms : un par ligne, après un tiret." if "," in text else ""
    titled = [slug for slug in known if titles[slug] and slugify(titles[slug]) == slugify(text)]
    return Refusal(
        "reference-inconnue",
        valeur=text,
        dossier=kind.kind.folder,
        existants=f"{several}{few}",
        proche=titled[0] if titled else "" if several else closest(text, known),
    )


def near_heading(text: str, guides: tuple[FieldGuide, ...]) -> str:
    """The heading of a long field that ``text`` misspells, or an empty string."""
    return closest(text, [word for guide in guides for word in (*guide.aliases, guide.label)], cutoff=SURE)


def within(kind: type[Entry], path: Path) -> str:
    """Where a field stands, in words: « dans « position » », « ici (maison) »."""
    groups = [part for part in path if isinstance(part, str)]
    return f"dans « {groups[-1]} »" if groups else f"ici ({kind.kind.label.lower()})"

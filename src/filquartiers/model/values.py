"""Reading single values as volunteers type them: telephones, amounts, rates, years, yes and no.

Each reader takes the text of a YAML scalar and returns a value, or raises `Refusal`.
"""

import re
from decimal import Decimal
from functools import cache
from zoneinfo import available_timezones

from filquartiers.model.refusal import Refusal
from filquartiers.model.text import folded, unaccented

_BLANKS = re.compile(r"\s+")  # no-break and thin spaces too
# Figures are spelled 0 to 9: « \d » would also take those of other scripts.
_WHOLE = "[0-9]{1,3}(?: [0-9]{3})+|[0-9]+"  # a space parts thousands, never two numbers
_DOTTED = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![0-9.])")
_PHONE_LABEL = re.compile(r"^(?:t[ée]l(?:[ée]phone)?|mobile|portable)\b[\s.:]*", re.IGNORECASE)
_PHONE_LABELS = re.compile(r"\b(?:t[ée]l(?:[ée]phone)?|mobile|portable|fixe)\b", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![0-9+])(?:(?:\+|00)33[\s.]*(?:\(0\))?[\s.]*[1-9]|0[1-9])(?:[\s./‐‑–-]{0,3}[0-9]{2}){4}(?![0-9])"
)
_WORDS = re.compile(r"[^\W\d_]{2}")
_MOST_FIGURES = 12  # before the comma: beyond, it is no number of ours
_YEARS = range(1900, 2100)


def read_text(text: str) -> str:
    """The text on one line, outer and doubled spaces removed, no-break spaces kept."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def read_phone(text: str) -> str:
    """A French telephone number as its ten digits, from any usual form.

    ``0261910002``, ``tél. 02.61.91.00.02``, ``+33 (0)2 61 91 00 02`` and ``0033 2 61…`` all give
    ``0261910002``. Short numbers of three to six digits (``3949``) are kept. Words beside the one number of
    a line are left out: a check tells them (`beside_phone`).
    """
    bare = re.sub(r"[\s./()‐‑–-]", "", _PHONE_LABEL.sub("", text.strip()).replace("(0)", ""))
    digits = re.sub(r"^(\+33|0033)", "0", bare)
    if re.fullmatch("0[1-9][0-9]{8}|[1-9][0-9]{2,5}", digits):
        return digits
    found = _PHONE.findall(text)
    if len(found) == 1 and found[0] != text and _WORDS.search(_PHONE.sub("", text)):
        return read_phone(found[0])
    raise Refusal("telephone-invalide", valeur=text)


def phones_in(text: str) -> tuple[str, ...]:
    """The numbers of a line that holds nothing else than several of them; else the line as it is."""
    found = tuple(_PHONE.findall(text))
    rest = _PHONE_LABELS.sub("", _PHONE.sub("", text))
    return found if len(found) > 1 and not re.sub(r"\bet\b|\bou\b|\W", "", rest) else (text,)


def beside_phone(text: str) -> str:
    """The words that stand beside the one number of a line; none are published."""
    found = _PHONE.findall(text)
    rest = _PHONE_LABELS.sub("", _PHONE.sub("", text)) if len(found) == 1 else ""
    return rest.strip(" \t\u00a0,;:.()/-–") if _WORDS.search(rest) else ""


def _number(code: str, text: str, unit: str = "", *, decimals: int = 0, dots: bool = False) -> Decimal:
    """The one number that a text says, thousands parted by spaces or not, by ``dots`` where they may be.

    ``unit`` is a pattern of what may follow it, ``decimals`` the most figures after a comma or a point.

    Raises:
        Refusal: of this ``code``, when the text says anything else.
    """
    undotted = _DOTTED.sub(lambda found: found[0].replace(".", ""), text) if dots else text
    bare = re.sub("^[−–] ?", "-", _BLANKS.sub(" ", undotted).strip())
    part = f"(?:[.,][0-9]{{1,{decimals}}})?" if decimals else ""
    found = re.fullmatch(f"(?P<number>-?(?P<whole>{_WHOLE}){part}) ?(?:{unit})?", bare, re.IGNORECASE)
    if found is None or len(found["whole"].replace(" ", "")) > _MOST_FIGURES:
        raise Refusal(code, valeur=text)
    return Decimal(found["number"].replace(" ", "").replace(",", "."))


def read_amount(text: str) -> Decimal:
    """An amount in euros: ``2 500,00 €``, ``2500€``, ``7000.00``, ``1.800,50``, ``1 800 euros``, ``-12``."""
    return _number("montant-invalide", text, "€|euros?|eur", decimals=2, dots=True)


def read_rate(text: str) -> Decimal:
    """A rate from 0 to 100, in %: ``67,5 %``, ``67.5``, ``82``."""
    rate = _number("taux-invalide", text, "%|pour ?cent", decimals=2)
    if 0 <= rate <= 100:  # noqa: PLR2004  per cent
        return rate
    raise Refusal("taux-invalide", valeur=text)


def read_copies(text: str) -> int:
    """A number of copies, one only: ``2 000``, ``2000 ex.``, ``2 000 exemplaires``."""
    return int(_number("exemplaires-invalides", text, r"ex\.?|exemplaires?"))


def read_years(text: str) -> str:
    """A year or two, as typed: ``2017``, ``2017-2018``, ``2026 – 2027``."""
    years = re.fullmatch("([0-9]{4})(?: ?(?:[-–/]|à|et) ?([0-9]{4}))?", _BLANKS.sub(" ", text).strip())
    stated = [int(year) for year in years.groups() if year] if years else []
    if not stated or stated != sorted(set(stated)) or any(year not in _YEARS for year in stated):
        raise Refusal("annee-invalide", valeur=text)
    return read_text(text)


def read_timezone(text: str) -> str:
    """The name of a time zone of the IANA base, whatever its case and accents: ``Indian/Réunion``."""
    typed = text.strip().replace(" ", "_")
    alike = [name for name in _timezones() if name.casefold() == unaccented(typed).casefold()]
    if len(alike) == 1:
        return alike[0]
    raise Refusal("fuseau-inconnu", texte=text)


@cache
def _timezones() -> frozenset[str]:
    """The zones named after a place: « localtime » and its like would depend on the machine."""
    return frozenset(name for name in available_timezones() if "/" in name)


def read_yes_no(text: str) -> bool:
    """« oui » or « non », and what people type for them."""
    word = folded(text)
    if word in {"oui", "o", "vrai", "true", "yes", "on", "1", "x"}:
        return True
    if word in {"non", "n", "faux", "false", "no", "off", "0"}:
        return False
    raise Refusal("oui-non-invalide", valeur=text)


_SIDES = {
    "haut": (None, 0.0), "bas": (None, 1.0), "gauche": (0.0, None), "droite": (1.0, None),
    "centre": (None, None), "milieu": (None, None),
}  # fmt: skip
Point = tuple[float, float]


def read_focus(text: str) -> Point:
    """What of a photograph is kept when it is cut: from its left and its top, 0 to 1.

    « haut », « bas », « gauche », « droite », « centre », two of them, or two rates: « 40 % 20 % ».
    """
    if rates := re.fullmatch(r"\s*(100|\d{1,2})\s*%[\s,;x]*(100|\d{1,2})\s*%\s*", text):
        return int(rates[1]) / 100, int(rates[2]) / 100
    words = re.findall(r"\w+", folded(text))
    found = [_SIDES[word] for word in words if word in _SIDES]
    across = [x for x, _ in found if x is not None]
    down = [y for _, y in found if y is not None]
    if not found or len(found) < len(words) or len(across) > 1 or len(down) > 1:
        raise Refusal("cadrage-invalide", valeur=text)
    return (across or [0.5])[0], (down or [0.5])[0]


def read_integer(text: str) -> int:
    """A whole number, thousands parted by spaces or not."""
    return int(_number("nombre-invalide", text))


def read_decimal(text: str) -> float:
    """A number with a comma or a point, such as a latitude in degrees."""
    return float(_number("nombre-invalide", text, "°", decimals=12))


def read_email(text: str) -> str:
    """An e-mail address; checked for its shape only (RFC 5321 leaves the rest to the server)."""
    address = text.strip().removeprefix("mailto:")
    if re.fullmatch(r"[^@\s<>\"]{1,64}@[^@\s<>\"]+\.[A-Za-z]{2,}", address):
        return address
    raise Refusal("courriel-invalide", valeur=text)


def read_url(text: str) -> str:
    """A web address with its scheme; ``www.exemple.fr`` is completed with https.

    Only http and https pass (a ``javascript:`` address is refused).
    """
    address = text.strip()
    if re.match(r"[\w-]+(\.[\w-]+)+(/|$|\?)", address):
        address = f"https://{address}"
    if re.fullmatch(r"https?://[^\s/?#@\\]+\.[^\s/?#@\\]+(?:[/?#][^\s<>\"\\]*)?", address):
        return address
    raise Refusal("adresse-web-invalide", valeur=text)


def read_postcode(text: str) -> str:
    """A French postcode: five digits, kept as text (``01000`` stays ``01000``)."""
    bare = _BLANKS.sub("", text)
    if re.fullmatch("[0-9]{5}", bare):
        return bare
    raise Refusal("code-postal-invalide", valeur=text)


def read_path(text: str) -> str:
    """A file of the project, relative to its folder, with slashes; never a way out of it."""
    path = text.strip().replace("\\", "/")
    parts = path.split("/")
    if not path or path.startswith("/") or ":" in parts[0] or ".." in parts:
        raise Refusal("chemin-interdit", valeur=text)
    return "/".join(part for part in parts if part not in {"", "."})

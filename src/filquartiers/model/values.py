"""Reading single values as volunteers type them: telephones, amounts, yes and no.

Each reader takes the text of a YAML scalar and returns a value, or raises `Refusal`.
"""

import re
from decimal import Decimal

from filquartiers.model.refusal import Refusal
from filquartiers.model.text import folded

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")


def read_text(text: str) -> str:
    """The text on one line, outer and doubled spaces removed, no-break spaces kept."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip()


def read_phone(text: str) -> str:
    """A French telephone number as its ten digits, from any usual form.

    ``0240703522``, ``02.40.70.35.22``, ``+33 (0)2 40 70 35 22`` and ``0033 2 40…`` all give
    ``0240703522``. Short numbers of three to six digits (``3949``) are kept.
    """
    digits = re.sub(r"\(0\)", "", text.strip())
    digits = re.sub(r"[^\d+]", "", digits)
    digits = re.sub(r"^(\+33|0033)", "0", digits)
    if re.fullmatch(r"0[1-9]\d{8}", digits) or re.fullmatch(r"[1-9]\d{2,5}", digits):
        return digits
    raise Refusal("telephone-invalide", valeur=text)


def read_amount(text: str) -> Decimal:
    """An amount in euros: ``2 500,00 €``, ``2500€``, ``7000.00``, ``1 800 euros``, ``-12``."""
    bare = re.sub("[−–]", "-", _SPACES.sub("", text).casefold())
    bare = re.sub(r"(€|euros?|eur)$", "", bare)
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", bare):
        bare = bare.replace(".", "")
    bare = bare.replace(",", ".")
    if re.fullmatch(r"-?\d+(\.\d{1,2})?", bare):
        return Decimal(bare)
    raise Refusal("montant-invalide", valeur=text)


def read_yes_no(text: str) -> bool:
    """« oui » or « non », and what people type for them."""
    word = folded(text)
    if word in {"oui", "o", "vrai", "true", "yes", "on", "1", "x"}:
        return True
    if word in {"non", "n", "faux", "false", "no", "off", "0"}:
        return False
    raise Refusal("oui-non-invalide", valeur=text)


def read_integer(text: str) -> int:
    """A whole number, thousands separated by spaces or not."""
    bare = _SPACES.sub("", text)
    if re.fullmatch(r"-?\d{1,9}", bare):
        return int(bare)
    raise Refusal("nombre-invalide", valeur=text)


def read_decimal(text: str) -> float:
    """A number with a comma or a point, such as a latitude in degrees."""
    bare = _SPACES.sub("", text).replace(",", ".").removesuffix("°")
    if re.fullmatch(r"-?\d{1,9}(\.\d{1,12})?", bare):
        return float(bare)
    raise Refusal("nombre-invalide", valeur=text)


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
    bare = _SPACES.sub("", text)
    if re.fullmatch(r"\d{5}", bare):
        return bare
    raise Refusal("code-postal-invalide", valeur=text)


def read_path(text: str) -> str:
    """A file of the project, relative to its folder, with slashes; never a way out of it."""
    path = text.strip().replace("\\", "/")
    parts = path.split("/")
    if not path or path.startswith("/") or ":" in parts[0] or ".." in parts:
        raise Refusal("chemin-interdit", valeur=text)
    return "/".join(part for part in parts if part not in {"", "."})

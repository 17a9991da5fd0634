"""Numbers as French writes them, with ordinary spaces: typography makes them narrow."""

from decimal import Decimal

WORDS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf", "vingt",
)  # fmt: skip


def decimal(value: float | Decimal, digits: int = 1, *, fixed: bool = False) -> str:
    """With a comma, at most ``digits`` after it: « 3,5 », « 210 »; ``fixed`` keeps useless zeros."""
    text = f"{value:z.{digits}f}"
    bare = text.rstrip("0").rstrip(".") if "." in text and not fixed else text
    return bare.replace(".", ",")


def whole(number: int) -> str:
    """« 1 840 »."""
    return f"{number:,}".replace(",", " ")


def percent(value: float | Decimal) -> str:
    """« 67,5 % », two digits at most after the comma."""
    return f"{decimal(value, 2)} %"


def euros(amount: Decimal) -> str:
    """« 2 500,00 € », with a real minus sign."""
    sign = "−" if amount < 0 else ""
    return f"{sign}{abs(amount):,.2f} €".replace(",", " ").replace(".", ",")


def short_euros(amount: Decimal) -> str:
    """« 2 500 € », « 12,50 € »: no cents when there are none."""
    return euros(amount).replace(",00 €", " €")


def in_words(number: int, *, feminine: bool = False) -> str:
    """« six »; figures past twenty. ``feminine`` is for what one counts « une » of."""
    if number == 1 and feminine:
        return "une"
    return WORDS[number] if number < len(WORDS) else str(number)


def ordinal(number: int) -> str:
    """« 1er », « 3e »."""
    return f"{number}er" if number == 1 else f"{number}e"


def day_of_month(number: int) -> str:
    """« 1er », then the figure alone."""
    return ordinal(number) if number == 1 else str(number)


def phone(digits: str) -> str:
    """« 02 61 91 00 01 »; short numbers stay whole."""
    if len(digits) < len("0261910001"):
        return digits
    return " ".join(digits[index : index + 2] for index in range(0, len(digits), 2))


def phone_link(digits: str) -> str:
    """The ``tel:`` address (RFC 3966): « tel:+33240709592 »."""
    return f"tel:+33{digits[1:]}" if digits.startswith("0") else f"tel:{digits}"

"""Numbers as French writes them, with ordinary spaces: typography makes them narrow."""

from decimal import Decimal


def decimal(value: float, digits: int = 1) -> str:
    """With a comma, at most ``digits`` after it, and no useless zero: « 3,5 », « 210 »."""
    text = f"{round(value, digits) + 0.0:.{digits}f}"  # adding zero turns -0.0 into 0.0
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")


def euros(amount: Decimal) -> str:
    """« 2 500,00 € », with a real minus sign."""
    sign = "−" if amount < 0 else ""
    return f"{sign}{abs(amount):,.2f} €".replace(",", " ").replace(".", ",")


def short_euros(amount: Decimal) -> str:
    """« 2 500 € », « 12,50 € »: no cents when there are none."""
    return euros(amount).replace(",00 €", " €")

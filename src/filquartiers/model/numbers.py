"""Numbers as French writes them."""


def decimal(value: float, digits: int = 1) -> str:
    """With a comma, at most ``digits`` after it, and no useless zero: « 3,5 », « 210 »."""
    text = f"{round(value, digits) + 0.0:.{digits}f}"  # adding zero turns -0.0 into 0.0
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")

"""Tables on the fast road, in the form with lines outside."""

from filquartiers.prose.inline import Doubt, rendered
from filquartiers.prose.signs import TABLE_RULE


def table(block: str) -> str:
    """The HTML of a table of several columns, with its rows.

    Raises:
        Doubt: anything else than a table, or one whose HTML is not certain.
    """
    head, rule, *rows = [line.strip(" ") for line in block.split("\n")] if "\n" in block else ["", ""]
    names, columns = _cells(head), _cells(rule)
    if len(names) == 1 or len(names) != len(columns) or not set(rule) <= TABLE_RULE or not rows:
        raise Doubt
    styles = [_style(column.strip(" ")) for column in columns]
    body = "".join(_row(_cells(row), styles, "td") for row in rows)
    header = _row(names, styles, "th")
    return f"<table>\n<thead>\n{header}</thead>\n<tbody>\n{body}</tbody>\n</table>\n"


def _cells(row: str) -> list[str]:
    return row.removeprefix("|").removesuffix("|").split("|")


def _row(cells: list[str], styles: list[str], tag: str) -> str:
    cells += [""] * (len(styles) - len(cells))
    pairs = zip(cells, styles, strict=False)
    drawn = "".join(f"<{tag}{style}>{rendered(cell.strip(' '))}</{tag}>\n" for cell, style in pairs)
    return f"<tr>\n{drawn}</tr>\n"


def _style(rule: str) -> str:
    left, right = rule.startswith(":"), rule.endswith(":")
    if not (left or right):
        return ""
    return f' style="text-align: {"center" if left and right else "left" if left else "right"};"'

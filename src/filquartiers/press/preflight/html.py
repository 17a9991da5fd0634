"""The report as one HTML page: nothing to load, readable by anyone."""

from jinja2 import Environment, PackageLoader, StrictUndefined


def draw_page(**parts: object) -> str:
    """The template ``controle.html``, filled. The same parts give the same page."""
    environment = Environment(
        loader=PackageLoader("filquartiers.press.preflight", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("controle.html").render(parts)

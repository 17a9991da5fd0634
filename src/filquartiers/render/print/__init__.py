"""Print, as composed: a site becomes pages. Boxes, inks and checks of the press come after (``press``)."""

from filquartiers.render.print.composer import Composer
from filquartiers.render.print.product import Composed, Paper, Product
from filquartiers.render.print.products import products

__all__ = ["Composed", "Composer", "Paper", "Product", "products"]

"""From a site to what is printed: composing (``render.print``) meets the press (``press``) here only."""

from filquartiers.printing.chain import print_products

__all__ = ["print_products"]

"""The printed calendar: days and their events, from the rules of the common calendar."""

from filquartiers.model.kinds import Maison
from filquartiers.render.print.data.scope import Json, Scope


def quarter(scope: Scope, houses: tuple[Maison, ...]) -> Json:
    """Three months from the day of the build, for some houses or for all."""
    return {"months": [], "habits": []}

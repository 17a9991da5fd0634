"""What a network adds to the school calendar."""

from datetime import date

import pytest
from pydantic import ValidationError

from filquartiers.model.kinds import Reseau

CHRISTMAS = {"nom": "vacances de Noël", "du": "18 décembre 2027", "au": "2 janvier 2028"}


def typed(**values: object) -> Reseau:
    return Reseau.model_validate({"slug": "rives", "nom": "Rives", "ville": "Rives", **values})


@pytest.mark.parametrize("zone", ["B", "Réunion"])
def test_a_network_states_its_own_breaks(zone: str) -> None:
    almanac = typed(zone_scolaire=zone, vacances=[CHRISTMAS]).almanac
    found = almanac.school.break_on(date(2027, 12, 25), zone)
    assert found is not None
    assert found.title == "vacances de Noël"
    assert almanac.school_end() == date(2028, 1, 2)


@pytest.mark.parametrize(
    ("values", "code", "place"),
    [
        ({"vacances": [CHRISTMAS]}, "zone-manquante", ("vacances",)),
        (
            {"zone_scolaire": "B", "vacances": [CHRISTMAS | {"au": "2 janvier 2027"}]},
            "fin-avant-debut",
            ("vacances", 0, "au"),
        ),
    ],
)
def test_breaks_that_cannot_stand_are_refused(
    values: dict[str, object], code: str, place: tuple[str | int, ...]
) -> None:
    with pytest.raises(ValidationError) as caught:
        typed(**values)
    (fault,) = caught.value.errors()
    assert (fault["type"], (*fault["loc"], *fault["ctx"]["place"])) == (code, place)

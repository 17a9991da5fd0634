"""An event that names no house and no network, where there is but one network: it takes place there."""

from datetime import date

import pytest

from filquartiers.content import load
from filquartiers.model.kinds import KINDS, Evenement

NETWORK = "---\nnom: {0}\nville: {0}\ndemonstration: oui\nfuseau: Indian/Reunion\nzone_scolaire: B\n---\n"
EVENT = """
- titre: Bal
  debut: 6 janvier 2027 à 14h
  recurrence: le mercredi, sauf vacances scolaires, 3 fois
"""


@pytest.mark.parametrize(
    ("networks", "zone"), [(("un",), "Indian/Reunion"), (("un", "deux"), "Europe/Paris")]
)
def test_its_hours_are_those_of_the_only_network(networks, zone, tmp_path):
    (tmp_path / "content/reseaux").mkdir(parents=True)
    (tmp_path / "content/calendrier").mkdir()
    for name in networks:
        (tmp_path / f"content/reseaux/{name}.md").write_text(NETWORK.format(name), encoding="utf-8")
    (tmp_path / "content/calendrier/a.yaml").write_text(EVENT, encoding="utf-8")
    (event,) = load(tmp_path, KINDS, date(2026, 11, 27)).site.of(Evenement)
    assert event.schedule.timezone == zone
    assert bool(event.network) == (len(networks) == 1)
    assert bool(event.schedule.almanac.zone) == (len(networks) == 1)

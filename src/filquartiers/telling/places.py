"""Where an event takes place and what one asks before coming, told once for pages, feeds and exports."""

from collections.abc import Iterator
from dataclasses import dataclass

from filquartiers.model.kinds import Evenement


@dataclass(frozen=True, slots=True)
class Place:
    """Where one goes; ``position`` is latitude, longitude in degrees.

    ``phone`` (digits) and ``site`` are those of the house when it is one.
    """

    name: str
    room: str = ""
    address: str = ""
    postcode: str = ""
    town: str = ""
    position: tuple[float, float] | None = None
    is_house: bool = False
    phone: str = ""
    site: str = ""

    @property
    def street(self) -> str:
        """« 12 rue des Marronniers, 99140 Valmarin »."""
        town = " ".join(part for part in (self.postcode, self.town) if part)
        return ", ".join(part for part in (self.address, town) if part)

    @property
    def line(self) -> str:
        """All of it on one line."""
        return ", ".join(part for part in (self.room, self.name, self.street) if part)


def place_of(event: Evenement) -> Place:
    """The place stated, else the house that invites; without either, nothing is said."""
    house = event.maisons[0] if event.maisons else None
    if event.lieu or house is None:
        town = event.network.ville if event.network and event.adresse else ""
        return Place(name=event.lieu or "", room=event.salle or "", address=event.adresse or "", town=town)
    return Place(
        name=house.title,
        room=event.salle or "",
        address=event.adresse or house.adresse or "",
        postcode=house.code_postal or "",
        town=house.ville or house.reseau.ville,
        position=(house.position.latitude, house.position.longitude) if house.position else None,
        is_house=True,
        phone=next(iter(house.telephones), ""),
        site=house.site or "",
    )


def facts_of(event: Evenement) -> Iterator[tuple[str, str]]:
    """Labels and values, in the order one asks; nothing that is not known."""
    for label, value in (
        ("Pour qui", ", ".join(event.public)),
        ("Âge", event.age),
        ("Prix", event.tarif),
        ("Comment venir", event.inscription),
        ("Accessibilité", event.accessibilite),
        ("Garde d’enfants", event.garde_enfants),
    ):
        if value:
            yield label, value

"""Open data: every kind that has pages, as JSON and CSV, with stable names and a dictionary of fields.

Teams are left out: people gave consent for the pages of their house, not for reuse.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from filquartiers.artifact import Artifact
from filquartiers.model.fields import FieldGuide, Frozen, Prose
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site
from filquartiers.render.feeds.identifiers import absolute, base_of, stable_id
from filquartiers.render.feeds.json_files import json_bytes
from filquartiers.render.feeds.tables import csv_bytes

FOLDER = "donnees/"
DICTIONARY = f"{FOLDER}champs.csv"
_LEFT_OUT = frozenset({"equipe", "brouillon", "fragments"})


@dataclass(frozen=True, slots=True)
class DataSet:
    """The entries of one kind, and the addresses of its two files."""

    kind: type[Entry]
    entries: tuple[Entry, ...]

    def file(self, extension: str) -> str:
        """The address of the file in one format: ``donnees/maisons.csv``."""
        return f"{FOLDER}{self.kind.kind.folder}.{extension}"


def datasets(site: Site) -> tuple[DataSet, ...]:
    """The kinds that have a page and an entry."""
    return tuple(
        DataSet(kind, entries) for kind in site.kinds if kind.kind.address and (entries := site.of(kind))
    )


def opendata(site: Site) -> Iterator[Artifact]:
    """The files of `datasets`, and the dictionary."""
    for dataset in datasets(site):
        fields = [guide for guide in dataset.kind.fields() if guide.name not in _LEFT_OUT]
        records = [_record(site, entry, fields) for entry in dataset.entries]
        yield Artifact(f"site/{dataset.file('json')}", json_bytes(records))
        rows = [[_cell(record[name]) for name in _columns(fields)] for record in records]
        yield Artifact(f"site/{dataset.file('csv')}", csv_bytes(_columns(fields), rows))
    yield Artifact(
        f"site/{DICTIONARY}", csv_bytes(["fichier", "champ", "nom", "sens"], list(_dictionary(site)))
    )


def _columns(fields: list[FieldGuide]) -> list[str]:
    return ["id", "nom_court", "adresse_web", *(guide.name for guide in fields)]


def _record(site: Site, entry: Entry, fields: list[FieldGuide]) -> dict[str, Any]:
    page = f"{entry.kind.address}/{entry.slug}/"
    return {
        "id": stable_id(entry).urn,
        "nom_court": entry.slug,
        "adresse_web": absolute(base_of(site, site.network_of(entry)), page),
    } | {guide.name: as_json(getattr(entry, guide.name)) for guide in fields}


def as_json(value: object) -> Any:
    """A value of an entry as JSON: entries by their short name, texts as typed, dates in ISO 8601."""
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, Entry):
        return value.slug
    if isinstance(value, Prose):
        return value.text
    if isinstance(value, (tuple, list)):
        return [as_json(one) for one in value]
    if isinstance(value, Frozen):
        return {name: as_json(getattr(value, name)) for name in type(value).model_fields}
    return value.isoformat() if isinstance(value, (date, time)) else str(value)


def _cell(value: Any) -> str:
    """One cell: lists of words joined by « | », anything deeper as JSON."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return " | ".join(value)
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False) if value else ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    return "" if value is None else str(value)


def _dictionary(site: Site) -> Iterator[list[str]]:
    for dataset in datasets(site):
        file = dataset.kind.kind.folder
        yield [file, "id", "Identifiant", "Un nom qui ne change jamais (urn:uuid, RFC 9562)."]
        yield [file, "nom_court", "Nom court", "Le nom du fichier, et la fin de l’adresse de la page."]
        yield [file, "Réseau", "Le nom court du réseau."]
        yield [
            file,
            "adresse_web",
            "Adresse web",
            "La page ; vide tant que l’adresse du site n’est pas connue.",
        ]
        for guide in dataset.kind.fields():
            if guide.name not in _LEFT_OUT:
                yield [file, guide.name, guide.label, guide.help]

"""Open data: every kind that has pages, as JSON and CSV, with stable names and a dictionary of fields.

Teams are left out: people gave consent for the pages of their house, not for reuse.
"""

import json
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from filquartiers.artifact import Artifact
from filquartiers.model.addresses import DICTIONARY, Addresses, dataset_file, output_path
from filquartiers.model.fields import FieldGuide, Frozen, Prose
from filquartiers.model.identifiers import stable_id
from filquartiers.model.kind import Entry
from filquartiers.model.site import Site
from filquartiers.render.feeds.json_files import json_bytes
from filquartiers.render.feeds.tables import csv_bytes
from filquartiers.telling.data import published_kinds

_LEFT_OUT = frozenset({"equipe", "brouillon", "fragments"})


def opendata(site: Site) -> Iterator[Artifact]:
    """Two files a kind, and the dictionary."""
    addresses = Addresses(site)
    for kind in published_kinds(site):
        fields = [guide for guide in kind.fields() if guide.name not in _LEFT_OUT]
        records = [_record(addresses, entry, fields) for entry in site.of(kind)]
        yield Artifact(output_path(dataset_file(kind, "json")), json_bytes(records))
        rows = [[_cell(record[name]) for name in _columns(fields)] for record in records]
        yield Artifact(output_path(dataset_file(kind, "csv")), csv_bytes(_columns(fields), rows))
    yield Artifact(
        output_path(DICTIONARY), csv_bytes(["fichier", "champ", "nom", "sens"], list(_dictionary(site)))
    )


def _columns(fields: list[FieldGuide]) -> list[str]:
    return ["id", "nom_court", "adresse_web", *(guide.name for guide in fields)]


def _record(addresses: Addresses, entry: Entry, fields: list[FieldGuide]) -> dict[str, Any]:
    known = {"id": stable_id(entry).urn, "nom_court": entry.slug, "adresse_web": addresses.full(entry)}
    return known | {guide.name: as_json(getattr(entry, guide.name)) for guide in fields}


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
    for kind in published_kinds(site):
        file = kind.kind.folder
        yield [file, "id", "Identifiant", "Un nom qui ne change jamais (urn:uuid, RFC 9562)."]
        yield [file, "nom_court", "Nom court", "Le nom du fichier, et la fin de l’adresse de la page."]
        yield [
            file,
            "adresse_web",
            "Adresse web",
            "La page ; vide tant que l’adresse du site n’est pas connue.",
        ]
        for guide in kind.fields():
            if guide.name not in _LEFT_OUT:
                yield [file, guide.name, guide.label, guide.help]

"""A made-up network as files: a project of ours, or a Hugo site with the templates of ``hugo/``."""

import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.corpus import Fields, Network, Thing

TEMPLATES = Path(__file__).parent / "hugo"
_PLAIN = re.compile(r"[^\W\d_](?:[\w ,.!?()'’·/-]|n° )*[\w.!)]|\d{5}|\d{4}-\d\d-\d\d|\d+(?: h)?[\w ',-]+")


def ours(network: Network, folder: Path) -> None:
    """A project of ours."""
    content = _emptied(folder) / "content"
    banc: Fields = {
        "nom": "Le réseau du banc",
        "ville": "Banc",
        "site": "https://banc.example",
        "courriel": "bonjour@banc.example",
        "zone_scolaire": "B",
        "mentions_legales": {
            "editeur": "Le réseau du banc",
            "siege": "1 rue du Banc, 99140 Banc",
            "directeur_publication": "La présidence du réseau inventé",
            "hebergeur": "La machine qui mesure",
            "contact": "bonjour@banc.example",
        },
        "vocabulaire": {"mots_cles": list(network.tags)},
    }
    _put(content / "reseaux/banc.md", banc, "Un réseau inventé, pour mesurer.\n")
    for house in network.houses:
        _put(content / f"maisons/{house.slug}.md", {**house.fields, "reseau": "banc"}, house.text)
    for pact in network.pacts:
        _put(content / f"pactes/{pact.slug}.md", {**pact.fields, "reseau": "banc"}, pact.text)
    for sheet in network.sheets:
        fields = {name: value for name, value in sheet.fields.items() if name != "resume"}
        text = f"## Résumé\n\n{sheet.fields['resume']}\n\n{sheet.text}"
        _put(content / f"fiches/{sheet.slug}.md", fields, text)
    for event in network.events:
        _put(content / f"calendrier/{event.slug}.md", _renamed(event, jour="debut"), event.text)


def hugo(network: Network, folder: Path) -> None:
    """A Hugo site."""
    shutil.copytree(TEMPLATES, _emptied(folder), dirs_exist_ok=True)
    content = folder / "content"
    for house in network.houses:
        _put(content / f"maisons/{house.slug}/_index.md", _renamed(house, nom="title"), house.text)
    for pact in network.pacts:
        fields = {("liees" if name == "maisons" else name): value for name, value in pact.fields.items()}
        _put(content / f"pactes/{pact.slug}.md", fields | {"title": fields.pop("titre")}, pact.text)
    for sheet in network.sheets:
        fields = _renamed(sheet, titre="title", relue_le="date")
        _put(
            content / f"fiches/{sheet.slug}.md",
            fields,
            f"## Résumé\n\n{sheet.fields['resume']}\n\n{sheet.text}",
        )
    for event in network.events:
        _put(content / f"agenda/{event.slug}.md", _renamed(event, titre="title", jour="date"), event.text)
    sections = ("fiches", "Les actions"), ("maisons", "Les maisons"), ("pactes", "Les pactes")
    for name, title in (*sections, ("agenda", "L'agenda"), ("mots_cles", "Les mots clés")):
        _put(content / name / "_index.md", {"title": title}, "")


PEERS: Mapping[str, Callable[[Network, Path], None]] = {"nous": ours, "hugo": hugo}


def _emptied(folder: Path) -> Path:
    """The folder, new; one that holds anything else than a former corpus is left alone."""
    if folder.exists():
        if any(folder.iterdir()) and not (folder / "content").is_dir():
            raise SystemExit(f"« {folder} » n'est pas un ancien corpus : je n'y touche pas.")
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def _renamed(thing: Thing, **names: str) -> Fields:
    return {names.get(name, name): value for name, value in thing.fields.items()}


def _put(file: Path, fields: Fields, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{_head(fields)}---\n\n{text}", encoding="utf-8")


def _head(fields: Fields, indent: str = "") -> str:
    """YAML as people type it: quotes only where it needs them."""
    lines = []
    for name, value in fields.items():
        if isinstance(value, dict):
            lines.append(f"{indent}{name}:\n{_head(value, indent + '  ')}")
        elif isinstance(value, list):
            lines.append(f"{indent}{name}:\n" + "".join(f"{indent}  - {_typed(one)}\n" for one in value))
        else:
            lines.append(f"{indent}{name}: {_typed(value)}\n")
    return "".join(lines)


def _typed(value: object) -> str:
    text = str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)

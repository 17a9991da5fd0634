"""Who we are: the network, its dated figures, its common tools."""

from datetime import date

from filquartiers.model.kinds import Reseau
from filquartiers.model.kinds.reseau import Chiffre
from filquartiers.render.print.data.scope import Json, day, link, nodes, phones, text, texts, timeline


def presentation(entry: Reseau, today: date) -> Json:
    """The parts of the presentation; the first paragraph stands as its lead."""
    prose = nodes(entry.presentation)
    return {
        "origin": entry.origin.file,
        "lead": prose[:1],
        "prose": prose[1:],
        "cooperation": nodes(entry.cooperation),
        "aims": texts(entry.buts),
        "figures": [figure(one) for one in entry.chiffres],
        "timeline": timeline(entry.reperes, today),
        "media": [
            {"name": text(one.nom), "description": text(one.description), "link": one.lien}
            for one in entry.medias
        ],
        "partners": [{"name": text(one.nom), "role": text(one.role)} for one in entry.partenaires],
    }


def figure(one: Chiffre) -> Json:
    """« plus de 80 » gives a prefix and a number, so that the number alone stands large."""
    words, number = one.parts
    return {
        "prefix": text(words),
        "value": text(number),
        "label": text(one.libelle),
        "date": day(one.date),
    }


def contact_rows(entry: Reseau) -> list[Json]:
    """How to reach the network itself."""
    rows = [{"text": one["shown"], "url": one["url"]} for one in phones(filter(None, [entry.telephone]))]
    if entry.courriel:
        rows.append({"text": entry.courriel, "url": f"mailto:{entry.courriel}"})
    site = link(entry.site)
    if site:
        rows.append({"text": site["short"], "url": site["url"]})
    return rows

"""A cooperation pact: what it is, what it holds, where it is in its life."""

from filquartiers.model.kinds import Pacte
from filquartiers.render.print.data.house import knot
from filquartiers.render.print.data.scope import Json, Scope, day, nodes, text, texts, timeline


def pact(entry: Pacte, scope: Scope) -> Json:
    """All that a pact says; empty fields stay empty lists or texts."""
    return {
        "origin": entry.origin.file,
        "title": text(entry.titre),
        "frame": nodes(entry.cadre),
        "agreement": nodes(entry.accord),
        "prose": nodes(entry.corps),
        "traits": texts(entry.traits),
        "principles": texts(entry.principes),
        "values": texts(entry.valeurs),
        "themes": texts(entry.thematiques),
        "signatories": [{"name": text(one.nom), "role": text(one.qualite)} for one in entry.signataires],
        "commitments": [
            {"text": text(one.texte), "who": text(one.qui), "outcome": text(one.suite)}
            for one in entry.engagements
        ],
        "timeline": timeline(entry.reperes, scope.site.today),
        "term": _term(entry),
        "houses": [knot(house) for house in entry.maisons],
        "perspectives": texts(entry.perspectives),
        "web": scope.web(entry),
        "labels": {guide.name: guide.label for guide in type(entry).fields()},
    }


def _term(entry: Pacte) -> str:
    signed = f"signé le {day(entry.signature)}" if entry.signature else ""
    ends = f"jusqu’au {day(entry.echeance)}" if entry.echeance else ""
    return " · ".join(part for part in (signed, ends) if part)

"""Names of persons in a text, found without a list of all names: they must not be published unasked."""

import re
from collections.abc import Iterator

_NAME = r"[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?"
_FULL = rf"(?:{_NAME}|[A-ZÀ-Ý]\.)(?: (?:(?:de|du|d'|d’|le|la) ?)?(?:{_NAME}|[A-ZÀ-Ý]{{2,}}))?"
_ROLE = (
    r"(?:anima(?:teur|trice)|direct(?:eur|rice)|coordinat(?:eur|rice)|responsable|référente?|bénévole|stagiaire"
    r"|président(?:e)?|secrétaire|trésorièr?e?|habitante?|éducat(?:eur|rice)|médiat(?:eur|rice)|conseillère?"
    r"|cont(?:eur|euse)|intervenante?|comédien(?:ne)?|artiste|professeure?|enseignante?|salariée?|jardini(?:er|ère)"
    r"|agente?|chargée? de \w+|adulte[s]?-relais|élue?|maire|adjointe?)"
)
_CIVIL = re.compile(
    rf"\b(?:M\.|Mr\.?|Mme\.?|Mmes|Mlle\.?|Monsieur|Madame|Mademoiselle|Dr\.?|Docteur) {_FULL}"
)
_AFTER_COMMA = re.compile(
    rf"(?P<name>{_NAME}(?: {_NAME})?)(?:, | \()(?:notre |la |le |l['’]|une? )?{_ROLE}\b"
)
_ROLE_THEN = re.compile(rf"\b{_ROLE},? (?P<name>{_NAME} (?:{_NAME}|[A-ZÀ-Ý]{{2,}}))(?![\w’'])")
_FIRST_NAMES = re.compile(
    r"\b(?P<name>(?:Alain|Amina|Anne|Antoine|Aurélie|Bernard|Brigitte|Bruno|Camille|Carole|Caroline|Catherine|"
    r"Cécile|Céline|Chantal|Christelle|Christian|Christine|Christophe|Cindy|Claire|Claude|Corinne|Daniel|David|"
    r"Delphine|Denis|Denise|Dominique|Elodie|Élodie|Emilie|Émilie|Emma|Eric|Éric|Fabienne|Fatima|Fatiha|"
    r"Florence|Francis|Françoise|Frédéric|Gérard|Ghislaine|Guillaume|Hélène|Hervé|Isabelle|Jacqueline|Jacques|"
    r"Jean|Jeanne|Jérôme|Joëlle|Julie|Julien|Karim|Karine|Khadija|Laetitia|Laurence|Laurent|Leïla|Luc|Malika|"
    r"Marc|Marie|Martine|Mathilde|Maxime|Michel|Michèle|Mireille|Mohamed|Monique|Myriam|Nadia|Nadine|Nathalie|"
    r"Nicolas|Nicole|Olivier|Pascal|Pascale|Patrice|Patricia|Patrick|Philippe|Pierre|Rachid|Robert|Samira|"
    r"Sandra|Sandrine|Sébastien|Sophie|Stéphane|Stéphanie|Sylvie|Thierry|Thomas|Valérie|Véronique|Virginie|"
    r"Yann|Yannick|Yasmina|Yves|Yvette)(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?(?: (?:[A-ZÀ-Ý][a-zà-ÿ]+|[A-ZÀ-Ý]{2,}))?)\b"
)
_PLACE_BEFORE = re.compile(
    r"(?:rue|place|avenue|boulevard|square|école|collège|lycée|espace|centre|salle|maison|gymnase|quartier|saint"
    r"|sainte|stade|théâtre|médiathèque|groupe scolaire|résidence|parc|allée|impasse|crèche)[\s-]*"
    r"(?:de |du |d['’])?$",
    re.IGNORECASE,
)
_COMMON = frozenset({
    "Au", "Aux", "Ce", "Ces", "Cette", "Chaque", "Dans", "Des", "Elle", "En", "Et", "Il", "La", "Le", "Les",
    "Mais", "Nos", "Notre", "Nous", "On", "Pour", "Toute", "Un", "Une", "Vous",
})  # fmt: skip


def people_named(text: str) -> Iterator[str]:
    """The names found, in reading order, each once; names of places and houses are passed over."""
    spans: list[tuple[int, int]] = []
    for pattern in (_CIVIL, _AFTER_COMMA, _ROLE_THEN, _FIRST_NAMES):
        for match in pattern.finditer(text):
            group = "name" if "name" in pattern.groupindex else 0
            if _is_person(text, match.start(group), match.group(group)):
                spans.append(match.span(group))
    last_end = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last_end:
            yield text[start:end]
            last_end = end


def _is_person(text: str, start: int, name: str) -> bool:
    return name.split(maxsplit=1)[0] not in _COMMON and not _PLACE_BEFORE.search(text[:start])

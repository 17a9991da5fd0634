"""Names of persons in a text, found without a list of all names: they must not be published unasked."""

import re
from collections.abc import Iterator

_WORD = r"[A-ZÀ-Ý][\w’'-]+"
_FULL = rf"(?:{_WORD}|[A-ZÀ-Ý]\.)(?:[ \u00a0](?:(?:de|du|d['’]|le|la) ?)?{_WORD})*"
_NAME = r"[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?"
_ROLE = (
    r"(?:anima(?:teur|trice)|direct(?:eur|rice)|coordinat(?:eur|rice)|responsable|référente?|bénévole|stagiaire"
    r"|président(?:e)?|secrétaire|trésorièr?e?|habitante?|éducat(?:eur|rice)|médiat(?:eur|rice)|conseillère?"
    r"|cont(?:eur|euse)|intervenante?|comédien(?:ne)?|artiste|professeure?|enseignante?|salariée?|jardini(?:er|ère)"
    r"|agente?|chargée? de \w+|adulte[s]?-relais|élue?|maire|adjointe?)"
)
_TITLED = re.compile(
    r"(?P<told>\b(?:MM?\.|Mr\.?|Mme\.?|Mmes|Mlle\.?|Monsieur|Madame|Mademoiselle|Dr\.?|Docteur)[ \u00a0]+"
    rf"(?P<name>{_FULL}))"
)
_AFTER_COMMA = re.compile(
    rf"(?P<told>{_NAME}(?: {_NAME})?)(?:, | \()(?:notre |la |le |l['’]|une? )?{_ROLE}\b"
)
_ROLE_THEN = re.compile(rf"\b{_ROLE},? (?P<told>{_NAME} (?:{_NAME}|[A-ZÀ-Ý]{{2,}}))(?![\w’'])")
_FIRST_NAMES = re.compile(
    r"\b(?P<told>(?:Alain|Amina|Anne|Antoine|Aurélie|Bernard|Brigitte|Bruno|Camille|Carole|Caroline|Catherine|"
    r"Cécile|Céline|Chantal|Christelle|Christian|Christine|Christophe|Cindy|Claire|Claude|Corinne|Daniel|David|"
    r"Delphine|Denis|Denise|Dominique|Elodie|Élodie|Emilie|Émilie|Emma|Eric|Éric|Fabienne|Fatima|Fatiha|"
    r"Florence|Francis|Françoise|Frédéric|Gérard|Ghislaine|Guillaume|Hélène|Hervé|Isabelle|Jacqueline|Jacques|"
    r"Jean|Jeanne|Jérôme|Joëlle|Julie|Julien|Karim|Karine|Khadija|Laetitia|Laurence|Laurent|Leïla|Luc|Malika|"
    r"Marc|Marie|Martine|Mathilde|Maxime|Michel|Michèle|Mireille|Mohamed|Monique|Myriam|Nadia|Nadine|Nathalie|"
    r"Nicolas|Nicole|Olivier|Pascal|Pascale|Patrice|Patricia|Patrick|Philippe|Pierre|Rachid|Robert|Samira|"
    r"Sandra|Sandrine|Sébastien|Sophie|Stéphane|Stéphanie|Sylvie|Thierry|Thomas|Valérie|Véronique|Virginie|"
    r"Yann|Yannick|Yasmina|Yves|Yvette)(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?(?: (?:[A-ZÀ-Ý][a-zà-ÿ]+|[A-ZÀ-Ý]{2,}))?)\b"
)
_ADDRESSED = re.compile(
    r"\b(?:avec|par|chez|voir|appele[rz]|contacte[rz]|demande[rz]|joindre|préven(?:ez|ir)|contact ?:"
    r"|tél(?:éphone)? ?:|auprès d(?:e|['’])|inscriptions? ?:|renseignements? ?:|écri(?:re|vez) à)[ \u00a0]?$",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?<![\d/=])(?:0|(?:\+|00)(?:33|262|590|594|596|508)[ .\u00a0-]?(?:\(0\)[ .\u00a0-]?)?)[67]"
    r"(?:[ .\u00a0\u202f-]?\d{2}){4}(?!\d)|(?<![\w@.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,9}[a-z]{2,}",
    re.IGNORECASE,
)
_TITLE_STARTS, _NAME_STARTS = re.compile(r"[MD]"), re.compile(r"[A-ZÉ]")
_FOUR_DIGITS = re.compile(r"\d\d[ .\u00a0\u202f-]?\d\d")  # there are some in each number
_PLACE = (
    r"(?:rue|place|avenue|boulevard|quai|square|école|collège|lycée|espace|centre|salle|maison|gymnase|quartier"
    r"|sainte?|stade|théâtre|médiathèque|groupe scolaire|résidence|parc|allée|impasse|crèche)[\s-]*"
)
_PLACE_BEFORE = re.compile(rf"{_PLACE}(?:de |du |d['’])?$", re.IGNORECASE)
_PLACE_TITLED = re.compile(rf"{_PLACE}(?:du )?$", re.IGNORECASE)  # « salle de Mme Dupont » names a person
_COMMON = frozenset({
    "Au", "Aux", "Ce", "Ces", "Cette", "Chaque", "Dans", "Des", "Elle", "En", "Et", "Il", "La", "Le", "Les",
    "Mais", "Nos", "Notre", "Nous", "On", "Pour", "Toute", "Un", "Une", "Vous",
})  # fmt: skip


def titled_people(text: str) -> Iterator[re.Match[str]]:
    """« Mme Dupont », « M. Jean Durand »: a title of courtesy, then a name; nothing else is a sure sign.

    Of each match, ``told`` is the whole and ``name`` what follows the title.
    """
    return (found for found in _starting(_TITLE_STARTS, _TITLED, text) if _is_person(found))


def people_addressed(text: str) -> Iterator[re.Match[str]]:
    """« avec Sylvie », « contactez Karim »: a common first name, ``told``, where one says whom to turn to."""
    found = (match for match in _starting(_NAME_STARTS, _FIRST_NAMES, text) if _is_person(match))
    return (match for match in found if _ADDRESSED.search(text, max(0, match.start() - 20), match.start()))


def contacts_in(text: str) -> Iterator[re.Match[str]]:
    """Mobile numbers, those overseas too, and e-mail addresses: most often those of a person."""
    return _CONTACT.finditer(text) if "@" in text or _FOUR_DIGITS.search(text) else iter(())


def people_named(text: str) -> Iterator[str]:
    """All that may be names, in reading order, each once; names of places and houses are passed over."""
    patterns = (_TITLED, _AFTER_COMMA, _ROLE_THEN, _FIRST_NAMES)
    found = (match for pattern in patterns for match in pattern.finditer(text) if _is_person(match))
    last_end = 0
    for start, end in sorted((match.span("told") for match in found), key=lambda span: (span[0], -span[1])):
        if start >= last_end:
            yield text[start:end]
            last_end = end


def _starting(starts: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """As ``pattern.finditer(text)``, tried only at the letters it may start with, which `re` finds fast."""
    end = 0
    for start in starts.finditer(text):
        if start.start() >= end and (found := pattern.match(text, start.start())):
            end = found.end()
            yield found


def _is_person(found: re.Match[str]) -> bool:
    before = found.string[: found.start("told")]
    place = _PLACE_TITLED if found.re is _TITLED else _PLACE_BEFORE
    return found["told"].split(maxsplit=1)[0] not in _COMMON and not place.search(before)

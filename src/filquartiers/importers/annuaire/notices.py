"""What a careful reader would mark in the margin of a record, line by line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from filquartiers.importers.annuaire.departments import split_structure
from filquartiers.importers.annuaire.figures import read_budget, read_people
from filquartiers.importers.annuaire.form import LONG_PARTS
from filquartiers.importers.annuaire.listing import ListingLine, Record
from filquartiers.importers.annuaire.two_columns import is_flattened
from filquartiers.model.agenda.words import MONTHS, WEEKDAYS
from filquartiers.model.persons import people_named
from filquartiers.model.text import folded
from filquartiers.problems import Problem, Where, problem

_MONTH = "|".join(MONTHS)
_OPENERS = (
    "Le|La|Les|Un|Une|Des|Ce|Cette|Ces|Il|Elle|Ils|Elles|Nous|Vous|On|Pour|Dans|En|Au|Aux|Et|Mais|Puis|"
    "Ainsi|Enfin|Chaque|Avec|Par|Sur|Notre|Nos|Leur|Leurs|Depuis|Cela|Ensuite|Afin|Lors"
)
_GLUED = re.compile(
    rf"[^\W\d_]{{2,20}}(?:[.!?;][A-ZÀ-Ý][a-zà-ÿ]|(?<=[a-zà-ÿ])(?:{_OPENERS})(?![a-zà-ÿ]))\w{{0,20}}"
)
_ADDRESS = re.compile(r"(?<!\S)\S{0,80}?(?:https?://|www\.|@)\S*")
_STUCK_WORD = re.compile(
    r"(?<![\w-])(?:(?:les|aux)(?!quel|dit|iliair|bien|sive)[a-zà-ÿ]{5,}s|(?:cette|avec)[a-zà-ÿ]{4,})(?![\w-])"
)
"""« lesprocédures »: hardly any French word starts so, but for those set aside."""

_WEEKDAY = "|".join(WEEKDAYS)
_DAY = re.compile(rf"(?:(?:{_WEEKDAY}) )?(?:\d{{1,2}}|1er) (?:{_MONTH})\b", re.IGNORECASE)
_MONTH_ALONE = re.compile(rf"\b(?:en|début|fin|mi-|depuis|dès|courant) ?(?:{_MONTH})\b", re.IGNORECASE)
_YEAR_SOON = re.compile(r"^(?: ?(?:et|au|à|ou|-|/)[^.,;!?]{0,25}?)? (?:19|20)\d{2}\b")

_GOES_ON = re.compile(
    r"\b(?:(?:est|toujours) en cours|se poursui\w+|est (?:toujours )?reconduite?|à reconduire|perdure"
    r"|continue|a toujours lieu|a lieu (?:chaque|tou[ts]e?s?)|toujours d'actualité|sera renouvel\w+)\b",
    re.IGNORECASE,
)
_IS_OVER = re.compile(
    r"\b(?:a pris fin|(?:action|projet) (?:est |s'est )?terminée?"
    r"|n'(?:a|est) (?:donc )?pas (?:été )?reconduite?|s'est arrêtée?"
    r"|action ponctuelle|n'existe plus|n'a plus lieu)\b",
    re.IGNORECASE,
)

_SIGNED = re.compile(r"(?<![\w/])[-–] ?(?:\d[\d  .,]*)?(?:€|euros?)", re.IGNORECASE)
_WITH_UNIT = re.compile(r"\d\s?(?:€|euros?|k€)", re.IGNORECASE)
_BARE_NUMBER = re.compile(r"^\W*\d[\d  .,]*$|:\s*\d[\d  .,]*$")
_PHONE = re.compile(r"(?<!\d)0[1-9](?:[ .-]?\d{2}){4}(?!\d)|(?<![\w@])[\w.+-]{1,64}@[\w-]{1,64}\.[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Proofreader:
    """A record being read, and the file it comes from."""

    file: str
    record: Record

    def texts(self) -> Iterator[ListingLine]:
        """Each line of the long texts."""
        return (line for name in LONG_PARTS for line in self.record.lines(name))

    def told(self, code: str, line: ListingLine, excerpt: str, **values: object) -> Problem:
        """A problem at ``excerpt`` in ``line``."""
        column = line.text.find(excerpt) + 1
        where = Where(self.file, line.number, column, len(excerpt) if column else 0, line.text)
        return problem(code, where, extrait=excerpt.strip(), fiche=self.record.title, **values)


def notices(file: str, record: Record) -> Iterator[Problem]:
    """Every notice about a record of the listing ``file``, in reading order."""
    reader = Proofreader(file, record)
    found = (told for rule in RULES for told in rule(reader))
    yield from sorted(found, key=lambda told: (told.where.line, told.where.column))


def _glued(reader: Proofreader) -> Iterator[Problem]:
    for line in reader.texts():
        text = _ADDRESS.sub(lambda found: " " * len(found.group()), line.text)
        found = [match.group() for pattern in (_GLUED, _STUCK_WORD) for match in pattern.finditer(text)]
        yield from (reader.told("phrases-collees", line, excerpt) for excerpt in found)


def _status(reader: Proofreader) -> Iterator[Problem]:
    """The first sentence that says the opposite of the status; one is enough to ask."""
    status = " ".join(reader.record.bullets("statut"))
    if not status:
        return
    opposite = _GOES_ON if folded(status).startswith("termine") else _IS_OVER
    for line in reader.texts():
        found = opposite.search(line.text.replace("’", "'"))
        if found:
            yield reader.told("statut-contredit", line, _sentence(line.text, found.start()), statut=status)
            return


def _sentence(text: str, place: int) -> str:
    """The sentence of ``text`` that holds the character at ``place``."""
    end = text.find(".", place)
    return text[text.rfind(".", 0, place) + 1 : end if end >= 0 else len(text)].strip(" -")


def _dates(reader: Proofreader) -> Iterator[Problem]:
    for line in reader.texts():
        for pattern in (_DAY, _MONTH_ALONE):
            for match in pattern.finditer(line.text):
                if not _YEAR_SOON.match(line.text[match.end() :]):
                    yield reader.told("annee-absente", line, match.group())


def _amounts(reader: Proofreader) -> Iterator[Problem]:
    lines = reader.record.lines("ressources")
    texts = [line.text.strip() for line in lines]
    budget = read_budget(texts)
    if budget.doubt:
        yield reader.told("budget-desequilibre", lines[0], lines[0].text, raison=budget.doubt)
    flattened = is_flattened(texts)
    if flattened:
        code = "budget-retrouve" if budget.values else "budget-aplati"
        yield reader.told(code, lines[0], lines[0].text)
    if flattened and budget.values:
        return  # its sums tell what each dash and each bare number is
    has_units = any(_WITH_UNIT.search(text) for text in texts)
    for line in lines:
        signed = _SIGNED.search(line.text)
        if signed:
            yield reader.told("montant-douteux", line, signed.group(), raison="moins, ou simple tiret ?")
        elif not flattened and _BARE_NUMBER.search(line.text.strip()):
            reason = "l’unité manque, alors que d’autres lignes l’ont." if has_units else "en euros ?"
            yield reader.told("montant-douteux", line, line.text.strip(), raison=reason)


def _people(reader: Proofreader) -> Iterator[Problem]:
    lines = reader.record.lines("personnes")
    words = str(read_people([line.text for line in lines]).get("en_mots", ""))
    if words.strip(" .-").isdecimal():
        yield reader.told("effectif-incertain", lines[0], lines[0].text)


def _names(reader: Proofreader) -> Iterator[Problem]:
    for line in reader.texts():
        yield from (reader.told("nom-de-personne", line, name) for name in people_named(line.text))
        for match in _PHONE.finditer(line.text):
            yield reader.told("coordonnees-personnelles", line, match.group())


def _form(reader: Proofreader) -> Iterator[Problem]:
    record = reader.record
    first = ListingLine(record.line, record.title)
    if not record.title:
        yield reader.told("fiche-sans-titre", first, "")
    for line in record.lines("structure"):
        if not split_structure(line.bullet or line.text)[1]:
            yield reader.told("departement-inconnu", line, line.bullet or line.text)
    if record.missing and not record.is_cut:
        labels = ", ".join(f"« {part.label} »" for part in record.missing)
        yield reader.told("etiquette-absente", first, record.title, etiquettes=labels)
    for line in record.lines("fichiers"):
        yield reader.told("fichier-a-recuperer", line, line.bullet or line.text)


RULES = (_form, _status, _dates, _amounts, _people, _glued, _names)

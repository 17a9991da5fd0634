"""Whatever the headings and the cells: each row is an event or is told, and what is written has no error."""

import csv
import io
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from filquartiers.content import load
from filquartiers.importers.agenda.planning import AgendaContext, plan_agenda
from filquartiers.importers.plan import Fate
from filquartiers.importers.report import report
from filquartiers.model.kinds import KINDS
from filquartiers.problems import Gravity

HEADINGS = st.sampled_from(
    (
        "Titre", "Quoi ?", "Date", "Date de début", "Début", "Fin", "Date de fin", "Jour", "Quand", "Mois",
        "Année", "Heure", "Horaires", "Heure de début", "Heure de fin", "De", "À", "Lieu", "Commune",
        "Adresse", "Âge", "Tarif", "Public", "Statut", "Privé", "Publié", "Annulé", "Complet",
        "Répétition", "Lundi", "Mardi", "Mercredi", "Journée entière", "Organisateur", "Description",
        "Identifiant", "Truc", "Time", "Title", "Start Date", "End Time", "Maison", "",
    )
)  # fmt: skip
CELLS = st.sampled_from(
    (
        "", "", "", "Bal", "Atelier\ncuisine", "06/01/2027", "2027-01-06T14:00:00", "2027-01-06 00:00:00",
        "2027-01-06T14:00:00Z", "mercredi", "Mercredi 6 janvier", "mercredi 6 janvier 2027 à 14h", "6",
        "13/25/2027", "05/25/2027", "14h", "14:00:00", "2:00 PM", "14h-16h", "12,30", "9-12", "06-déc",
        "oct-15", "46393", "0,5", "janvier", "2027", "tous les mercredis", "du 9 au 13 novembre 2027",
        "en soirée", "toute la journée", "annulé", "ANNULÉ : Bal", "complet", "privé", "oui", "non", "x",
        "Total", "#REF!", "=A1", "<b>gras</b>", "6-12 ans", "31/02/2027", "de temps en temps", "20260106",
        "16h-14h", "Janvier 2027",
    )
)  # fmt: skip


@settings(max_examples=250, deadline=None)
@given(
    st.lists(HEADINGS, min_size=1, max_size=7),
    st.lists(st.lists(CELLS, min_size=1, max_size=7), max_size=5),
)
def test_each_row_is_an_event_or_is_told(headings, rows):
    names = ["Titre", "Date", *headings]
    stream = io.StringIO()
    csv.writer(stream, delimiter=";").writerows([names, *rows])
    plan = plan_agenda("agenda.csv", stream.getvalue().encode(), AgendaContext({}, {}, {"reseau": "val"}))
    body = [row for row in rows if any(cell.strip() for cell in row)]
    numbers = Counter(item.line for item in plan.items)
    if len([name for name in names if name == "Titre"]) == 1 and plan.items:
        assert len(numbers) == len(body)
    dropped = {item.line for item in plan.items if item.fate in {Fate.REFUSED, Fate.ASIDE, Fate.PRIVATE}}
    assert dropped <= {one.where.line for one in plan.problems}
    assert report(plan)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content" / "reseaux").mkdir(parents=True)
        page = "---\nnom: Valmarin\nville: Valmarin\ndemonstration: oui\n---\n"
        (root / "content" / "reseaux" / "val.md").write_text(page, encoding="utf-8")
        for file in plan.files:
            (root / file.path).parent.mkdir(exist_ok=True)
            (root / file.path).write_bytes(file.data)
        loaded = load(root, KINDS, date(2027, 1, 5))
        assert [one for one in loaded.problems if one.gravity is Gravity.ERROR] == []

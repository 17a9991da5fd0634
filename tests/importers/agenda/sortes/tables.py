"""The kinds: all invented, after habits seen in public files."""

from datetime import date, datetime, time

from importers.agenda.sortes.kind import Book, Sheet, Sorte, fill, ods, ods_row, text, workbook

DAY = "dd/mm/yyyy"


def _day(year: int, month: int, day: int, form: str = DAY) -> tuple[date, str]:
    return date(year, month, day), form


def _moment(*parts: int) -> tuple[datetime, str]:
    return datetime(*parts), "dd/mm/yyyy hh:mm"  # noqa: DTZ001  cells have no zone


def _hour(*parts: int) -> tuple[time, str]:
    return time(*parts), "hh:mm"


def _hide_row(_: Book, sheet: Sheet) -> None:
    sheet.set_row(2, options={"hidden": True})


def _title_rows(book: Book, sheet: Sheet) -> None:
    sheet.merge_range("A1:D1", "Programme de l’hiver", book.add_format({"bold": True}))


def _merged_days(book: Book, sheet: Sheet) -> None:
    sheet.merge_range("A2:A3", date(2027, 1, 16), book.add_format({"num_format": DAY}))


def _merged_over(book: Book, sheet: Sheet) -> None:
    """A date stays in the file under the merge: a spreadsheet does not show it."""
    form = book.add_format({"num_format": DAY})
    sheet.merge_range("A2:A3", date(2027, 1, 16), form)
    sheet.write(2, 0, date(2027, 1, 17), form)


def _two_lines(_: Book, sheet: Sheet) -> None:
    sheet.merge_range("B1:C1", "Début")
    sheet.merge_range("D1:E1", "Fin")


def _second_sheet(book: Book, sheet: Sheet) -> None:
    other = book.add_worksheet("2025")
    fill(book, other, [["Titre", "Date"], ["Vieux bal", _day(2025, 1, 6)]])
    other.hide()
    sheet.set_column("C:C", None, None, {"hidden": True})


def _twin_sheets(book: Book, _: Sheet) -> None:
    rows = [["Titre", "Date", "Heures"], ["Yoga", _day(2027, 1, 6), "18h-19h"]]
    fill(book, book.add_worksheet("Soir"), rows)


def _struck(book: Book, sheet: Sheet) -> None:
    sheet.write(2, 0, "Sortie à la mer", book.add_format({"font_strikeout": True}))


def _far(_: Book, sheet: Sheet) -> None:
    sheet.write("XFD1048576", " x")
    sheet.write("A1048575", "Loto")
    sheet.write("B1048575", "9 janvier 2027")


def _ods_day(value: str, shown: str) -> str:
    given = f'office:value-type="date" office:date-value="{value}"'
    return f"<table:table-cell {given}><text:p>{shown}</text:p></table:table-cell>"


_ODS = ods(
    '<table:table table:name="Agenda"><table:table-column table:number-columns-repeated="4"/>'
    + ods_row("Quand ?", "Quoi ?", "Heure", "Âge")
    + ods_row(
        _ods_day("2027-01-06", "06/01/27"),
        '<table:table-cell office:value-type="string"><office:annotation><text:p>appeler</text:p>'
        "</office:annotation><text:p>Bal <text:span>masqué</text:span></text:p></table:table-cell>",
        '<table:table-cell office:value-type="time" office:time-value="PT14H30M00S"><text:p>14:30</text:p>'
        "</table:table-cell>",
        _ods_day("2026-12-06", "06/12"),
    )
    + ods_row(_ods_day("2027-01-07", "07/01/27"), "Réunion interne", more=' table:visibility="filter"')
    + ods_row(_ods_day("2027-01-08T20:00:00", "08/01/27 20:00"), "Loto")
    + '<table:table-row table:number-rows-repeated="1048000">'
    '<table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>'
    '<table:table table:name="Brouillon" table:style-name="cachee">'
    + ods_row("Titre", "Date")
    + ods_row("Secret", "6 janvier 2027")
    + "</table:table>"
)

SORTES = (
    Sorte(
        "saisie et début",
        "ville.csv",
        text(
            "Date;Date de début;Date de fin;Nom;Lieu;Statut",
            "2027-08-12;2027-02-06;2027-08-31;Exposition;Halle;Validée",
            "2027-08-15;2027-08-15;2027-08-15;Fête du port;Port;Annulée",
        ),
        {"Exposition": ["2027-02-06–2027-08-31"], "Fête du port": ["2027-08-15 annulé"]},
    ),
    Sorte(
        "date en mots et en colonnes",
        "departement.csv",
        text(
            "titre;date;date_debut;date_fin;commune;adresse;description",
            "Salon;Du 9 au 13 novembre;2027-11-09;2027-11-13;Valmarin;12 rue;Des&nbsp;<b>auteurs</b>",
        ),
        {"Salon": ["2027-11-09–2027-11-13"]},
    ),
    Sorte(
        "date et heure ISO",
        "base.csv",
        text(
            "Titre,Date de début,Date de fin,Lieu,Statut",
            "Réunion,2027-01-15T09:00:00,2027-01-15T10:00:00,Salle,confirmed",
            "Concert,2027-01-20 20:00:00,2027-01-20 23:00:00,Club,pending",
            "Portes ouvertes,2027-01-23T00:00:00,2027-01-23T00:00:00,Maison,",
            "Nuit du jeu,2027-01-30T20:00:00+01:00,2027-01-31T02:00:00+01:00,Maison,",
        ),
        {
            "Réunion": ["2027-01-15 09:00–10:00"],
            "Concert": ["2027-01-20 20:00–23:00"],
            "Portes ouvertes": ["2027-01-23"],
            "Nuit du jeu": ["2027-01-30 20:00–2027-01-31 02:00"],
        },
    ),
    Sorte(
        "intitulés anglais",
        "export.csv",
        text(
            "Title,Date,Time,Location,Description,Status",
            "Loto,2027-05-04,14:00,Salle,Venez,Cancelled",
            "Bal,May 5 2027,2:00 PM,Parc,,Confirmed",
        ),
        {"Loto": ["2027-05-04 14:00 annulé"], "Bal": ["2027-05-05 14:00"]},
    ),
    Sorte(
        "export d’agenda anglais",
        "calendar.csv",
        text(
            "Subject,Start Date,Start Time,End Date,End Time,All Day Event,Private",
            "Loto,05/04/2027,02:00 PM,05/04/2027,05:00 PM,FALSE,FALSE",
            "Fermeture,05/05/2027,,05/06/2027,,TRUE,TRUE",
        ),
        {},
        told=(2, 3),
        codes=("date-a-deux-lectures", "export-d-agenda", "ligne-privee"),
    ),
    Sorte(
        "export d’agenda français",
        "calendrier.csv",
        text(
            '"Objet","Début","Début","Fin","Fin","Journée entière","Emplacement","Privé"',
            '"Loto","04/05/2027","14:00:00","04/05/2027","17:00:00","Faux","Salle","Faux"',
            '"Entretien","05/05/2027","10:00:00","05/05/2027","11:00:00","Faux","Bureau","Vrai"',
            '"Pont","06/05/2027","00:00:00","06/05/2027","00:00:00","Vrai","","Faux"',
        ),
        {"Loto": ["2027-05-04 14:00–17:00"], "Pont": ["2027-05-06"]},
        told=(3,),
    ),
    Sorte(
        "titre au-dessus",
        "programme.xlsx",
        workbook(
            ["Programme de l’hiver"],
            ["mis à jour le", _day(2026, 12, 12)],
            [],
            ["Activité", "Date", "Horaires", "Endroit"],
            ["Bal", _day(2027, 1, 6), "14h-16h", "Parc"],
            change=_title_rows,
        ),
        {"Bal": ["2027-01-06 14:00–16:00"]},
    ),
    Sorte(
        "jour, quoi, où",
        "affiche.csv",
        text(
            "Jour ;Quoi ?;Où",
            "Samedi 16 janvier 2027;Repas partagé;Salle des fêtes",
            "17/01/2027 à 15h;Conte;Médiathèque",
        ),
        {"Repas partagé": ["2027-01-16"], "Conte": ["2027-01-17 15:00"]},
    ),
    Sorte(
        "jour de la semaine à côté",
        "semaine.csv",
        text("Jour;Date;Titre;Heures", "mercredi;06/01/2027;Bal;14h", "mardi;07/01/2027;Loto;14h"),
        {"Bal": ["2027-01-06 14:00"]},
        told=(3,),
    ),
    Sorte(
        "jour de la semaine seul",
        "activites.csv",
        text(
            "Jour;Heure;Activité",
            "Mercredi;14h-16h;Couture",
            "Lundi et jeudi;18h;Yoga",
            "tous les mardis jusqu’au 30 juin 2027;9h;Marche",
        ),
        {"Couture": ["(mots)"], "Yoga": ["(mots)"], "Marche": ["(mots)"]},
    ),
    Sorte(
        "jours fusionnés",
        "jours.xlsx",
        workbook(
            ["Date", "Heure", "Quoi"],
            [None, _hour(10, 0), "Marche"],
            [None, _hour(14, 30), "Goûter"],
            [_day(2027, 1, 17), _hour(9, 0), "Brocante"],
            change=_merged_days,
        ),
        {"Marche": ["2027-01-16 10:00"], "Goûter": ["2027-01-16 14:30"], "Brocante": ["2027-01-17 09:00"]},
    ),
    Sorte(
        "intitulés sur deux lignes, fusionnés",
        "stages.xlsx",
        workbook(
            ["Stage", None, None, None, None],
            ["Nom", "Date", "Heure", "Date", "Heure"],
            ["Poterie", _day(2027, 2, 15), _hour(9, 0), _day(2027, 2, 19), _hour(17, 0)],
            ["Vitrail", _day(2027, 2, 16), _hour(9, 30), _day(2027, 2, 16), _hour(12, 0)],
            change=_two_lines,
        ),
        {"Poterie": ["2027-02-15 09:00–2027-02-19 17:00"], "Vitrail": ["2027-02-16 09:30–12:00"]},
    ),
    Sorte(
        "intitulés sur deux lignes, en csv",
        "stages.csv",
        text("Animation;Quand;;Où", ";Date;Heure;", "Jonglage;16/02/2027;14h;Gymnase"),
        {"Jonglage": ["2027-02-16 14:00"]},
    ),
    Sorte(
        "ligne masquée",
        "filtre.xlsx",
        workbook(
            ["Titre", "Date"],
            ["Bal", _day(2027, 1, 6)],
            ["Anniversaire privé", _day(2027, 1, 7)],
            ["Loto", _day(2027, 1, 8)],
            change=_hide_row,
        ),
        {"Bal": ["2027-01-06"], "Loto": ["2027-01-08"]},
        told=(3,),
    ),
    Sorte(
        "feuille et colonne masquées",
        "annees.xlsx",
        workbook(
            ["Titre", "Date", "Portable"], ["Bal", _day(2027, 1, 6), "06 00 00 00 00"], change=_second_sheet
        ),
        {"Bal": ["2027-01-06"]},
        codes=("feuille-masquee", "colonnes-masquees"),
    ),
    Sorte(
        "âges devenus dates",
        "ages.xlsx",
        workbook(
            ["Titre", "Date", "Âge", "Heures"],
            ["Cirque", _day(2027, 1, 6), _day(2026, 12, 6, "d-mmm"), "14h"],
            ["Théâtre", _day(2027, 1, 7), _day(2015, 10, 1, "mmm-yy"), _day(2026, 12, 9, "d-mmm")],
            ["Chant", _day(2027, 1, 8), _day(2026, 12, 6), None],
            [_day(2003, 2, 1), _day(2027, 1, 9), None, None],
        ),
        {
            "Cirque": ["2027-01-06 14:00"],
            "Théâtre": ["2027-01-07 09:00–12:00"],
            "Chant": ["2027-01-08"],
        },
        told=(5,),
        codes=("case-devenue-date", "case-date-laissee", "titre-devenu-date"),
    ),
    Sorte(
        "âges devenus dates, en csv",
        "ages.csv",
        text(
            "Titre;Date;Tranche d’âge",
            "Cirque;06/01/2027;06-déc",
            "Théâtre;07/01/2027;oct-15",
            "14-juil;14/07/2027;",
        ),
        {"Cirque": ["2027-01-06"], "Théâtre": ["2027-01-07"], "14-juil": ["2027-07-14"]},
        codes=("case-devenue-date",),
    ),
    Sorte(
        "dates en numéros",
        "numeros.xlsx",
        workbook(["Titre", "Date", "Heures"], ["Bal", 46393, 0.604166666666667], ["Loto", 46394.5, None]),
        {"Bal": ["2027-01-06 14:30"], "Loto": ["2027-01-07 12:00"]},
        codes=("numero-de-date-lu",),
    ),
    Sorte(
        "dates en numéros, en csv",
        "numeros.csv",
        text("Titre;Date", "Bal;46393"),
        {},
        told=(2,),
        codes=("numero-de-date",),
    ),
    Sorte(
        "jours comptés depuis 1904",
        "mac.xlsx",
        workbook(
            ["Titre", "Date", "Fin"],
            ["Bal", _moment(2027, 1, 6, 20, 30), _moment(2027, 1, 7, 1, 0)],
            ["Loto", 44932, None],
            options={"date_1904": True},
        ),
        {"Bal": ["2027-01-06 20:30–2027-01-07 01:00"], "Loto": ["2027-01-07"]},
    ),
    Sorte(
        "états",
        "etats.csv",
        text(
            "Titre;Date;État",
            "Bal;06/01/2027;Annulé (neige)",
            "Loto;07/01/2027;COMPLET",
            "Repas;08/01/2027;Confirmé",
            "Conte;09/01/2027;brouillon",
            "Sortie;10/01/2027;privé",
            "Marche;11/01/2027;en attente",
            "Vernissage;12/01/2027;Non validé",
            "Troc;13/01/2027;Reporté",
        ),
        {
            "Bal": ["2027-01-06 annulé"],
            "Loto": ["2027-01-07 complet"],
            "Repas": ["2027-01-08"],
            "Marche": ["2027-01-11"],
            "Troc": ["2027-01-13 annulé"],
        },
        told=(5, 6, 8),
    ),
    Sorte(
        "états dans le titre",
        "titres.csv",
        text(
            "Titre;Date",
            "ANNULÉ : Bal;06/01/2027",
            "Loto (complet);07/01/2027",
            "Complet gris;08/01/2027",
            "[REPORTÉ] Conte;09/01/2027",
        ),
        {
            "Bal": ["2027-01-06 annulé"],
            "Loto": ["2027-01-07 complet"],
            "Complet gris": ["2027-01-08"],
            "Conte": ["2027-01-09 annulé"],
        },
    ),
    Sorte(
        "titres, vides et totaux",
        "trimestre.xlsx",
        workbook(
            ["Titre", "Date", "Heures", "Lieu"],
            ["JANVIER 2027"],
            ["Bal", _day(2027, 1, 6), "14h", "Parc"],
            [],
            ["Titre", "Date", "Heures", "Lieu"],
            ["Loto", _day(2027, 1, 7), "15h", "Salle"],
            ["Total", None, 2],
        ),
        {"Bal": ["2027-01-06 14:00"], "Loto": ["2027-01-07 15:00"]},
        told=(2, 5, 7),
        codes=("ligne-de-titre", "ligne-d-intitules", "ligne-de-total"),
    ),
    Sorte(
        "libreoffice",
        "agenda.ods",
        _ODS,
        {"Bal masqué": ["2027-01-06 14:30"], "Loto": ["2027-01-08 20:00"]},
        told=(3,),
        codes=("case-devenue-date", "feuille-masquee"),
    ),
    Sorte(
        "formules",
        "formules.xlsx",
        workbook(
            ["Titre", "Date"],
            ["Bal", _day(2027, 1, 6)],
            change=lambda book, sheet: (
                sheet.write(2, 0, "Loto"),
                sheet.write_formula(2, 1, "=B2+7", book.add_format({"num_format": DAY}), 46400),
                sheet.write(3, 0, "Repas"),
                sheet.write_formula(3, 1, "=B3+7", None, ""),
                sheet.write(4, 0, "Conte"),
                sheet.write_formula(4, 1, "=#REF!+7", None, "#REF!"),
            ),
        ),
        {"Bal": ["2027-01-06"], "Loto": ["2027-01-13"]},
        told=(4, 5),
        codes=("formule", "formule-sans-valeur", "formule-en-erreur", "date-absente"),
    ),
    Sorte(
        "deux feuilles, le même nom",
        "cours.xlsx",
        workbook(["Titre", "Date", "Heures"], ["Yoga", _day(2027, 1, 6), "9h-10h"], change=_twin_sheets),
        {"Yoga": ["2027-01-06 09:00–10:00", "2027-01-06 18:00–19:00"]},
    ),
    Sorte(
        "dates américaines",
        "mois-dabord.csv",
        text("Titre;Date", "Bal;05/25/2027", "Loto;05/04/2027", "Repas;07/07/2027"),
        {"Repas": ["2027-07-07"]},
        told=(2, 3),
        codes=("date-a-deux-lectures",),
    ),
    Sorte(
        "heures de toutes les formes",
        "heures.csv",
        text(
            "Titre;Date;Horaire",
            "Bal;2027/01/06;14:00:00-16:00:00",
            "Loto;20270107;2:30 PM",
            "Conte;08-janv-2027;14h/16h",
            "Repas;9-janv.-27;en soirée",
            "Brocante;10 janv. 2027;toute la journée",
        ),
        {
            "Bal": ["2027-01-06 14:00–16:00"],
            "Loto": ["2027-01-07 14:30"],
            "Conte": ["2027-01-08 14:00–16:00"],
            "Repas": ["2027-01-09"],
            "Brocante": ["2027-01-10"],
        },
        codes=("horaire-en-mots",),
    ),
    Sorte(
        "plusieurs jours avec des heures",
        "sejours.csv",
        text("Nom;Du;Au;De;À", "Camp;05/07/2027;09/07/2027;10h;16h", "Bal;14/07/2027;14/07/2027;21h;2h"),
        {"Camp": ["2027-07-05 10:00–2027-07-09 16:00"], "Bal": ["2027-07-14 21:00–2027-07-15 02:00"]},
    ),
    Sorte(
        "périodes dans une case",
        "expos.csv",
        text(
            "Titre;Dates",
            "Expo;du 6 février au 31 août 2027",
            "Stage;du 15/02/2027 au 19/02/2027",
            "Ateliers;les 3, 10 et 17 mars 2027",
        ),
        {
            "Expo": ["2027-02-06–2027-08-31"],
            "Stage": ["2027-02-15–2027-02-19"],
            "Ateliers": ["2027-03-03", "2027-03-10", "2027-03-17"],
        },
    ),
    Sorte(
        "sans année, sous un titre qui la dit",
        "saison.csv",
        text(
            "Saison 2026-2027;;",
            "Date;Quoi;Heure",
            "mercredi 6 janvier;Bal;14h",
            "jeudi 6 janvier;Loto;14h",
            "8 janvier;Conte;14h",
        ),
        {"Bal": ["2027-01-06 14:00"]},
        told=(4, 5),
        codes=("annee-du-titre",),
    ),
    Sorte(
        "jour, mois, année",
        "trois.csv",
        text("Jour;Mois;Année;Activité", "6;janvier;2027;Bal", "7;1;2027;Loto"),
        {"Bal": ["2027-01-06"], "Loto": ["2027-01-07"]},
    ),
    Sorte(
        "dates entre les lignes",
        "week-end.csv",
        text(
            "Horaire;Quoi;Où",
            "Samedi 16 janvier 2027;;",
            "10h;Marche;Parc",
            "14h;Goûter;Salle",
            "Dimanche 17 janvier 2027;;",
            "9h;Brocante;Place",
        ),
        {"Marche": ["2027-01-16 10:00"], "Goûter": ["2027-01-16 14:00"], "Brocante": ["2027-01-17 09:00"]},
        told=(2, 5),
    ),
    Sorte(
        "barrés",
        "barres.xlsx",
        workbook(["Titre", "Date"], ["Bal", _day(2027, 1, 6)], [None, _day(2027, 1, 7)], change=_struck),
        {"Bal": ["2027-01-06"]},
        told=(3,),
    ),
    Sorte(
        "heure d’un autre fuseau",
        "zoulou.csv",
        text("Titre;Date de début", "Bal;2027-01-06T13:00:00Z", "Loto;2027-07-06T14:00:00+02:00"),
        {"Loto": ["2027-07-06 14:00"]},
        told=(2,),
    ),
    Sorte(
        "séparateur dit",
        "sep.csv",
        text("sep=;", "Titre;Date;Description", 'Bal;06/01/2027;"un, deux;', 'trois"', "Loto;07/01/2027;"),
        {"Bal": ["2027-01-06"], "Loto": ["2027-01-07"]},
    ),
    Sorte(
        "à publier",
        "publier.csv",
        text(
            "Titre;Date;À publier",
            "Bal;06/01/2027;x",
            "Réunion du bureau;07/01/2027;",
            "Loto;08/01/2027;oui",
            "Conte;09/01/2027;non",
        ),
        {"Bal": ["2027-01-06"], "Loto": ["2027-01-08"]},
        told=(3, 5),
    ),
    Sorte(
        "règle dans la date",
        "regles.csv",
        text(
            "Quoi;Quand",
            "Couture;tous les mercredis de 14h à 16h, jusqu’au 27 janvier 2027",
            "Bal;6 janvier 2027 à 14h",
            "Truc;de temps en temps",
        ),
        {
            "Couture": ["(mots)"],
            "Bal": ["2027-01-06 14:00"],
            "Truc": ["(mots)"],
        },
    ),
    Sorte(
        "cellule très loin",
        "loin.xlsx",
        workbook(["Titre", "Date"], ["Bal", _day(2027, 1, 6)], change=_far),
        {"Bal": ["2027-01-06"], "Loto": ["2027-01-09"]},
        codes=("cellule-lointaine",),
    ),
    Sorte(
        "organisateur",
        "inter.csv",
        text("Titre;Date;Organisateur;Lieu", "Bal;06/01/2027;La Ville;Halle"),
        {"Bal": ["2027-01-06"]},
    ),
    Sorte(
        "grille de la semaine",
        "grille.csv",
        text("Horaire;Lundi;Mardi;Mercredi", "9h-10h;Yoga;;Marche", "14h;;Couture;"),
        {"Yoga": ["(mots)"], "Marche": ["(mots)"], "Couture": ["(mots)"]},
    ),
    Sorte(
        "grille datée",
        "semaine.xlsx",
        workbook(
            ["Semaine des familles"],
            [None, "lundi 15 février 2027", "mardi 16 février 2027", "mercredi 17 février 2027"],
            ["10h-12h", "Cuisine", None, "Piscine"],
            ["14h-16h", "Jeux", "Conte", None],
        ),
        {
            "Cuisine": ["2027-02-15 10:00–12:00"],
            "Piscine": ["2027-02-17 10:00–12:00"],
            "Jeux": ["2027-02-15 14:00–16:00"],
            "Conte": ["2027-02-16 14:00–16:00"],
        },
    ),
    Sorte(
        "croix sous les jours",
        "croix.csv",
        text("Activité;Lun;Mar;Mer;Heure", "Yoga;x;;x;18h", "Couture;;14h-16h;;"),
        {"Yoga": ["(mots)"], "Couture": ["(mots)"]},
    ),
    Sorte(
        "rien de connu",
        "notes.csv",
        text("Machin;Truc;Bidule", "a;b;c"),
        {},
        codes=("entetes-introuvables",),
    ),
    Sorte(
        "intitulés avec des remarques",
        "remarques.csv",
        text(
            "Titre *;Date (jj/mm/aaaa);Heure début;Heure fin (prévue);Lieu / Endroit",
            "Bal;06/01/2027;14;16,30;Parc",
            '"Atelier\ncuisine";07/01/2027;9;;Salle',
        ),
        {"Bal": ["2027-01-06 14:00–16:30"], "Atelier cuisine": ["2027-01-07 09:00"]},
    ),
    Sorte(
        "deux tableaux côte à côte",
        "cote-a-cote.csv",
        text("Quoi;Date;;Quoi;Date", "Bal;06/01/2027;;Loto;07/01/2027", ";;;Conte;08/01/2027"),
        {"Bal": ["2027-01-06"], "Loto": ["2027-01-07"], "Conte": ["2027-01-08"]},
    ),
    Sorte(
        "année cachée",
        "cachee.xlsx",
        workbook(
            ["Programme 2027"],
            ["Titre", "Date", "Lieu"],
            ["Bal", _day(2026, 1, 6, "d-mmm"), "Parc"],
            ["Loto", _day(2027, 1, 7, "d-mmm"), "Parc"],
            ["Conte", _day(2026, 12, 31, "dddd d mmmm"), "Parc"],
        ),
        {"Loto": ["2027-01-07"], "Conte": ["2026-12-31"]},
        told=(3,),
        codes=("annee-cachee-fausse", "annee-cachee"),
    ),
    Sorte(
        "numéro du jour seul",
        "janvier.csv",
        text("Jour;Quoi;Heure", "6;Bal;14h", "13;Loto;14h"),
        {},
        told=(2, 3),
    ),
    Sorte(
        "dates en deux colonnes, de et à",
        "de-a.csv",
        text("Nom;De;À;Horaires", "Camp;05/07/2027;09/07/2027;", "Stage;12/07/2027;16/07/2027;"),
        {"Camp": ["2027-07-05–2027-07-09"], "Stage": ["2027-07-12–2027-07-16"]},
    ),
    Sorte(
        "deux tableaux l’un sous l’autre",
        "saisons.xlsx",
        workbook(
            ["Hiver"],
            ["Titre", "Date", "Lieu", "Tarif"],
            ["Bal", _day(2027, 1, 6), "Parc", (2.5, "0.00 €")],
            [],
            ["Printemps"],
            ["Date", "Heure", "Lieu", "Activité"],
            [_day(2027, 4, 6), _hour(14, 0), "Salle", "Loto"],
        ),
        {"Bal": ["2027-01-06"], "Loto": ["2027-04-06 14:00"]},
        told=(5,),
    ),
    Sorte(
        "annulé ou privé n’importe où",
        "remarque.csv",
        text(
            "Titre;Date;Horaire;Lieu;Remarque",
            "Bal;06/01/2027;annulé;Parc;",
            "Loto;07/01/2027;14h;Salle;ANNULÉ",
            "Réunion;08/01/2027;14h;Salle;interne",
            "Conte;09/01/2027;14h;Salle;apporter un coussin",
        ),
        {
            "Bal": ["2027-01-06 annulé"],
            "Loto": ["2027-01-07 14:00 annulé"],
            "Conte": ["2027-01-09 14:00"],
        },
        told=(4,),
    ),
    Sorte(
        "année dans sa colonne",
        "annee.csv",
        text("Année;Date;Quoi", "2027;6 janvier;Bal", "2027;jeudi 7 janvier;Loto"),
        {"Bal": ["2027-01-06"], "Loto": ["2027-01-07"]},
    ),
    Sorte(
        "série et sa fin",
        "series.csv",
        text(
            "Activité;Du;Au;Répétition;Heure;Heure de fin",
            "Yoga;06/01/2027;27/01/2027;tous les mercredis;18h;19h",
            "Marche;09/01/2027;10/01/2027;le deuxième samedi du mois;;",
            "Chant;05/01/2027;30/06/2027;tous les mardis jusqu’au 26 janvier 2027;20h;",
        ),
        {
            "Yoga": [f"2027-01-{day:02} 18:00–19:00" for day in (6, 13, 20, 27)],
            "Marche": ["2027-01-09–2027-01-10"],
        },
        told=(4,),
        codes=("fins-contredites",),
    ),
    Sorte(
        "année d’abord, en deux chiffres",
        "court.csv",
        text("Titre;Date", "Bal;27/01/06", "Loto;06/01/27"),
        {"Loto": ["2027-01-06"]},
        told=(2,),
    ),
    Sorte(
        "deux années possibles",
        "anciens.csv",
        text("Programmes de 2021 et de 2027", "Date;Quoi", "mercredi 6 janvier;Bal", "mardi 29 février;Loto"),
        {},
        told=(3, 4),
    ),
    Sorte(
        "deux fins",
        "fins.csv",
        text(
            "Titre;Date;Date de fin",
            "Salon;du 9 au 13 novembre 2027;14/11/2027",
            "Expo;du 9 au 13 mars 2027;13/03/2027",
        ),
        {"Expo": ["2027-03-09–2027-03-13"]},
        told=(2,),
        codes=("fins-contredites",),
    ),
    Sorte(
        "jour de la semaine, date sans année, titre",
        "trois-indices.csv",
        text("Saison 2026-2027", "Jour;Date;Quoi", "mercredi;6 janvier;Bal", "mardi;00/04/2027;Loto"),
        {"Bal": ["2027-01-06"]},
        told=(4,),
        codes=("annee-du-titre",),
    ),
    Sorte(
        "restes sous une fusion",
        "restes.xlsx",
        workbook(
            ["Date", "Quoi"],
            [_day(2027, 1, 16), "Marche"],
            [_day(2027, 1, 17), "Goûter"],
            change=_merged_over,
        ),
        {"Marche": ["2027-01-16"], "Goûter": ["2027-01-16"]},
    ),
)

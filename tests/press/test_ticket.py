from dataclasses import replace

from filquartiers.press.ticket import Job, job_ticket
from press.makers import press

JOB = Job("Au fil des quartiers", "brochure-imprimeur.pdf", 24, (148, 210))


def test_what_the_printer_must_know_and_nobody_said_is_asked_for():
    assert job_ticket(JOB, press().profile) == (
        "Bon d’impression pour Imprimeur\n"
        "\n"
        "Titre :                Au fil des quartiers\n"
        "Fichier :              brochure-imprimeur.pdf\n"
        "Format fini :          148 × 210 mm\n"
        "Pages :                24\n"
        "Exemplaires :          à préciser\n"
        "Couleurs :             quadrichromie recto verso (4/4)\n"
        "Papier :               à préciser\n"
        "Pliage ou reliure :    à préciser\n"
        "Fichier de presse :    PDF/X-4, condition FOGRA39\n"
        "Fond perdu :           3 mm, sans traits de coupe\n"
        "Contact :              à préciser\n"
    )


def test_what_is_known_is_said_and_the_rest_left_out():
    profile = press(
        exemplaires=1500, papier="couché mat 135 g", finition="vernis", traits_de_coupe=True
    ).profile
    lines = job_ticket(JOB, profile).splitlines()
    assert "Exemplaires :          1\u202f500" in lines
    assert "Finition :             vernis" in lines
    assert "Fond perdu :           3 mm, avec traits de coupe" in lines
    assert not any(line.startswith("Livraison") for line in lines)


def test_the_ticket_of_a_demonstration_says_so_first():
    told = job_ticket(replace(JOB, demonstration="Démonstration : rien à imprimer."), press().profile)
    assert told.splitlines()[:4] == [
        "Bon d’impression pour Imprimeur", "", "Démonstration : rien à imprimer.", "",
    ]  # fmt: skip

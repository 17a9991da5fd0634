def test_check_shows_the_next_dates_as_the_program_understood_them(check, project):
    file = project / "content/calendrier/atelier.md"
    file.write_text(
        "---\ntitre: Atelier bois\nmaison: le-bac\ndebut: 6 janvier 2027\n"
        "quand: tous les mercredis de 14 h à 17 h\n---\n",
        encoding="utf-8",
    )
    told = project / "content/calendrier/troc.md"
    told.write_text(
        "---\ntitre: Troc\nmaison: le-bac\nquand: environ toutes les six semaines\n---\n", encoding="utf-8"
    )
    code, out, _ = check("--dates")
    assert code == 0
    after = out.split("Atelier bois\n")[1].split("\n\n")[0].splitlines()
    assert after[0].strip().startswith("tous les mercredis de 14 h à 17 h")
    days = ("6 janvier", "13 janvier", "20 janvier", "27 janvier", "3 février")
    assert [line.strip() for line in after[1:6]] == [f"– mercredi {day} 2027, de 14 h à 17 h" for day in days]
    assert "environ toutes les six semaines (seulement dit, sans date calculée)" in out


def test_without_the_option_no_date_is_told(check):
    assert "– " not in check()[1]


def test_what_lasts_several_days_and_what_is_added_are_among_the_dates(check, project):
    (project / "content/calendrier/sejours.yaml").write_text(
        "- titre: Veillée longue\n  maison: le-bac\n  debut: 8 janvier 2027 à 18 h\n"
        "  fin: 10 janvier 2027 à 12 h\n  quand: le deuxième vendredi du mois, 2 fois\n"
        "- titre: Stage\n  maison: le-bac\n  debut: 11 janvier 2027, de 10 h à 12 h\n"
        "  en_plus: 13 janvier\n"
        "- titre: Troc\n  maison: le-bac\n  quand: environ toutes les six semaines\n"
        "  en_plus: 23 janvier 2027\n"
        "- titre: Plus tard\n  maison: le-bac\n  debut: 6 juin 2029\n",
        encoding="utf-8",
    )
    out = check("--dates")[1]
    for title, *lines in (
        (
            "Veillée longue",
            "le deuxième vendredi du mois à 18 h, 2 fois, chaque fois jusqu'au surlendemain à 12 h",
            "– du vendredi 8 janvier 2027 à 18 h au dimanche 10 janvier 2027 à 12 h",
            "– du vendredi 12 février 2027 à 18 h au dimanche 14 février 2027 à 12 h",
        ),
        (
            "Stage",
            "les 11 et 13 janvier 2027 de 10 h à 12 h",
            "– lundi 11 janvier 2027, de 10 h à 12 h",
            "– mercredi 13 janvier 2027, de 10 h à 12 h (en plus)",
        ),
        (
            "Troc",
            "environ toutes les six semaines (seulement dit, sans date calculée)",
            "– samedi 23 janvier 2027",
        ),
        ("Plus tard", "mercredi 6 juin 2029", "– mercredi 6 juin 2029"),
    ):
        told = out.split(f"\n{title}\n")[1].split("\n\n")[0].splitlines()
        assert [line.strip() for line in told][: len(lines)] == lines


def test_dates_that_cannot_be_computed_are_not_said_to_be_over(check, project):
    (project / "content/calendrier/zone.yaml").write_text(
        "- titre: Sans zone\n  maison: le-bac\n  debut: 6 janvier 2027\n"
        "  quand: tous les mercredis, sauf vacances scolaires (zone D)\n",
        encoding="utf-8",
    )
    assert "– dates inconnues : voyez les messages plus bas" in check("--dates")[1]

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

"""Problems for other programs, to the sign."""

import json
import re

from filquartiers.cli.formats import as_github, as_gitlab, as_report
from filquartiers.problems import Gravity, Problem, Where

PROBLEMS = (
    Problem(
        "cle-inconnue",
        Gravity.ERROR,
        Where("content/fiches/été, 100 %.md", 2, 1, 6, "tittre: Un"),
        "« tittre » n’est pas un champ : 100 %, sûr.",
        "Vouliez-vous dire « titre » ?\nSur deux lignes.",
    ),
    Problem("fichier-vide", Gravity.WARNING, Where("content/fiches/b.md"), "Ce fichier est vide.", ""),
    Problem("a-completer", Gravity.GAP, Where("content/fiches/b.md", 1), "« Public » n’est pas rempli."),
    Problem("zone-manquante", Gravity.NOTICE, Where(), "Il faut connaître la zone.", "Indiquez-la."),
)


def test_json_is_stable():
    report = json.loads(as_report(PROBLEMS, "un/"))
    assert report["version"] == 1
    assert report["resume"] == {"erreur": 1, "avertissement": 1, "remarque": 1, "a-completer": 1}
    assert report["problemes"][0] == {
        "code": "cle-inconnue",
        "gravite": "erreur",
        "fichier": "un/content/fiches/été, 100 %.md",
        "ligne": 2,
        "colonne": 1,
        "longueur": 6,
        "extrait": "tittre: Un",
        "message": "« tittre » n’est pas un champ : 100 %, sûr.",
        "conseil": "Vouliez-vous dire « titre » ?\nSur deux lignes.",
    }
    assert [one["fichier"] for one in report["problemes"][2:]] == ["un/content/fiches/b.md", "un"]


def test_github_annotations():
    assert as_github(PROBLEMS).splitlines() == [
        (
            "::error file=content/fiches/été%2C 100 %25.md,line=2,col=1,endColumn=7,title=cle-inconnue::"
            "« tittre » n’est pas un champ : 100 %25, sûr.%0AVouliez-vous dire « titre » ?%0ASur deux lignes."
        ),
        "::warning file=content/fiches/b.md,title=fichier-vide::Ce fichier est vide.",
        "::notice file=content,title=zone-manquante::Il faut connaître la zone.%0AIndiquez-la.",
    ]


def test_gitlab_report():
    report = json.loads(as_gitlab(PROBLEMS, "un/"))
    assert [one["severity"] for one in report] == ["critical", "major", "info", "minor"]
    assert [one["location"]["lines"]["begin"] for one in report] == [2, 1, 1, 1]
    assert report[0]["location"]["path"] == "un/content/fiches/été, 100 %.md"
    assert all(
        set(one) == {"description", "check_name", "fingerprint", "severity", "location"} for one in report
    )


def test_gitlab_fingerprints_tell_twins_apart_and_survive_new_lines():
    def marks(*lines):
        told = [
            Problem("diese", Gravity.WARNING, Where("a.md", line, 1, 1, "x #y"), "Perdu.") for line in lines
        ]
        return [one["fingerprint"] for one in json.loads(as_gitlab(told))]

    first, second = marks(3, 9)
    assert first != second
    assert marks(4, 12) == [first, second]


def test_nothing_to_tell():
    assert json.loads(as_report(()))["problemes"] == []
    assert as_github(()) == ""
    assert json.loads(as_gitlab(())) == []


def test_the_command_speaks_each_format(project, check):
    sheet = project / "content/fiches/soupe-du-jeudi.md"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("titre:", "tittre:"), encoding="utf-8")
    code, out, err = check("--format", "json")
    assert (code, err) == (1, "")
    assert [one["code"] for one in json.loads(out)["problemes"]] == ["cle-a-corriger", "entree-en-attente"]
    assert check("--format", "github")[1].startswith("::error file=")
    assert re.fullmatch(r"[0-9a-f]{64}", json.loads(check("--format", "gitlab")[1])[0]["fingerprint"])


def test_paths_are_those_seen_from_where_one_stands(project, check, monkeypatch):
    (project / "content/fiches/vide.md").touch()
    monkeypatch.chdir(project.parent)
    assert (
        json.loads(check("--format", "json")[1])["problemes"][0]["fichier"] == "projet/content/fiches/vide.md"
    )
    monkeypatch.chdir(project / "content")
    assert json.loads(check("--format", "json")[1])["problemes"][0]["fichier"] == "content/fiches/vide.md"


def test_an_unknown_format_is_refused_in_french(check):
    code, _, err = check("--format", "xml")
    assert code == 2
    assert "texte" in err
    assert "json" in err

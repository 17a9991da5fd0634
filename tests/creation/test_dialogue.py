"""``filquartiers new`` as it talks: a real terminal, accents, numbers, mistakes, Ctrl-C."""

import os
import select
import subprocess
import sys
import time

import pytest

REASON = "pas de pseudo-terminal sur ce système : le dialogue n’est PAS vérifié"
fcntl, pty, termios = (pytest.importorskip(name, reason=REASON) for name in ("fcntl", "pty", "termios"))

PATIENCE = 30.0  # seconds
AGAIN = 6.0  # seconds before a key is pressed again


class Terminal:
    """A command in a terminal of its own: what it shows, what is typed."""

    def __init__(self, *words: str) -> None:
        self.ours, theirs = pty.openpty()
        command = [sys.executable, "-m", "filquartiers", "new", *words]
        environment = os.environ | {"COLUMNS": "200", "TERM": "dumb", "PYTHONUTF8": "1"}
        self.process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=environment,
            start_new_session=True,
            preexec_fn=_own_terminal,  # noqa: PLW1509  no other thread runs here
        )
        os.close(theirs)
        self.shown = b""

    def until(self, words: str) -> None:
        """Read until these words are shown, and forget what came before them."""
        end = time.monotonic() + PATIENCE
        while words.encode() not in self.shown:
            assert time.monotonic() < end, self.shown.decode()
            more = self._more()
            assert more is not None, self.shown.decode()
            self.shown += more
        self.shown = self.shown.partition(words.encode())[2]

    def answer(self, question: str, typed: str) -> None:
        """Wait for the prompt after ``question``, if any, then type a line."""
        for words in filter(None, (question, "> ")):
            self.until(words)
        os.write(self.ours, f"{typed}\n".encode())

    def end(self, pressed: bytes = b"") -> tuple[int, str]:
        """The exit code, and the last words.

        A key is pressed again while nothing happens: in the instant before it waits for a line, readline
        may miss a signal, and whoever sits there presses again too.
        """
        end = time.monotonic() + PATIENCE
        press_again = time.monotonic()
        while (more := self._more()) is not None:
            assert time.monotonic() < end, self.shown.decode()
            self.shown += more
            if pressed and time.monotonic() > press_again:
                os.write(self.ours, pressed)
                press_again += AGAIN
        return self.process.wait(PATIENCE), self.shown.decode()

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self.ours)

    def _more(self) -> bytes | None:
        """What is shown next; None once the command has ended."""
        if not select.select([self.ours], [], [], 0.5)[0]:
            return b""
        try:
            return os.read(self.ours, 4096) or None
        except OSError:  # how Linux says that nobody holds the other end
            return None


def _own_terminal() -> None:
    """Let Ctrl-C typed there reach the command."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.fixture
def terminal(project):
    opened = []

    def launch(*words):
        opened.append(Terminal(*words, "--projet", str(project.root)))
        return opened[-1]

    yield launch
    for one in opened:
        one.close()


def test_a_sheet_is_asked_for_and_written(terminal, project):
    talk = terminal("fiche")
    talk.answer("(obligatoire)", "")
    talk.answer("Une réponse est nécessaire.", "Goûter : l’été à Kerlédé")
    talk.answer("Structure organisatrice", "")
    talk.until(". Kerlédé")  # houses are proposed by their names
    talk.answer("une à la fois", "99")
    talk.answer("Choisissez un numéro de 1 à ", "1")
    talk.answer("", "nulle-part")
    talk.answer("« nulle-part »", "kerlede")
    talk.answer("", "")
    talk.answer("2. terminée", "1 2")
    talk.answer("Choisissez un numéro de 1 à 2", "fermée")
    talk.answer("en cours · terminée", "2")
    talk.answer("Dimension", "")
    talk.answer("Mots clés", "Mot à nous")
    talk.answer("", "15")
    talk.answer("", "")
    talk.answer("Public", "")
    talk.answer("Territoire", "1")
    talk.answer("Rythme", "le jeudi")
    code, shown = talk.end()
    assert code == 0
    assert "Créé : content/fiches/gouter-l-ete-a-kerlede.md" in shown
    text = (project.root / "content/fiches/gouter-l-ete-a-kerlede.md").read_text(encoding="utf-8")
    assert "\ntitre: 'Goûter : l’été à Kerlédé'\n" in text
    assert "\n  - kerlede\n" in text
    assert "\nstatut: terminée\n" in text
    assert "\nmots_cles:\n  - Mot à nous\n  - Solidarité\n" in text
    assert "\nterritoire: Un quartier\n" in text
    assert project.errors() == []


def test_an_event_without_a_day_is_asked_again(terminal, project):
    talk = terminal("evenement")
    talk.answer("Titre", "Bal")
    talk.answer("Maisons", "kerlede")
    talk.answer("", "")
    talk.answer("Début", "lundi 6 janvier 2027")
    talk.answer("mercredi", "")
    talk.answer("Horaire", "")
    talk.answer("Quand", "")
    talk.answer("Cet événement n’a pas de date.", "6 janvier 2027")
    talk.answer("Horaire", "20h-23h")
    talk.answer("Quand", "")
    code, _ = talk.end()
    assert code == 0
    text = (project.root / "content/calendrier/bal.md").read_text(encoding="utf-8")
    assert "\ndebut: 6 janvier 2027\n" in text
    assert "\nhoraire: 20h-23h\n" in text
    assert project.errors() == []


def test_the_only_network_is_not_asked_for(terminal, project):
    (project.root / "content/reseaux/romans.md").unlink()
    talk = terminal("charte")
    talk.answer("Titre", "Notre charte")
    code, _ = talk.end()
    assert code == 0
    text = (project.root / "content/chartes/notre-charte.md").read_text(encoding="utf-8")
    assert "\nreseau: saint-nazaire\n" in text


def test_without_a_network_the_way_is_shown(terminal, project):
    for file in (project.root / "content/reseaux").iterdir():
        file.unlink()
    talk = terminal("maison")
    talk.answer("Nom", "Le Phare")
    code, shown = talk.end()
    assert code == 2
    assert "filquartiers new reseau" in shown


@pytest.mark.parametrize("signal", [b"\x03", b"\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_abandoned_nothing_is_written(terminal, project, signal):
    before = project.files()
    talk = terminal("page")
    talk.until("> ")
    code, shown = talk.end(signal)
    assert code == 2
    assert "Interrompu : rien n’a été changé." in shown
    assert "Traceback" not in shown
    assert project.files() == before


def test_what_was_answered_is_taken_up_again(terminal, project):
    talk = terminal("fiche")
    talk.answer("(obligatoire)", "Goûter")
    talk.until("> ")
    code, shown = talk.end(b"\x03")
    assert code == 2
    assert "vos réponses sont gardées. Pour continuer : filquartiers new fiche" in shown
    again = terminal("fiche")
    again.until("titre : Goûter")
    again.answer("Entrée pour continuer", "")
    again.answer("Structure organisatrice", "retour")
    again.until("C’est la première question.")
    code, _ = again.end(b"\x03")
    assert code == 2
    other = terminal("fiche")
    other.answer("« non » pour recommencer", "non")
    other.answer("Titre", "Soupe")
    for question in ("Structure", "Maisons", "Statut", "Dimension", "Mots", "Public", "Territoire", "Rythme"):
        other.answer(question, "plus tard")
    code, shown = other.end()
    assert code == 0
    assert "Créé : content/fiches/soupe.md" in shown
    assert not (project.root / ".reponses.json").exists()
    assert project.errors() == []


def test_the_same_mistake_thrice_is_left_for_later(terminal, project):
    (project.root / "content/reseaux/romans.md").unlink()
    talk = terminal("maison")
    talk.answer("Nom", "Étang")
    talk.answer("Adresse", "")
    talk.answer("Code postal", "")
    for _ in range(3):
        talk.answer("", "accueil@etang.example")
    talk.until("Entrée seule pour passer à la suite.")
    talk.until("« accueil@etang.example » n’est pas écrit")
    talk.answer("Courriel", "accueil@etang.example")
    talk.answer("Horaires", "jeudi matin")
    talk.answer("Entrée seule", "lundi au jeudi 9h-12h, 14h-18h ; samedi: fermé")
    talk.answer("", "")
    talk.answer("Langues", "français, portugais")
    talk.answer("", "")
    code, _ = talk.end()
    assert code == 0
    text = (project.root / "content/maisons/etang.md").read_text(encoding="utf-8")
    assert "\n  lundi au jeudi: 9h-12h, 14h-18h\n  samedi: fermé\n" in text
    assert "\nlangues:\n  - français\n  - portugais\n" in text


def test_a_required_answer_is_not_asked_for_ever(terminal, project):
    before = project.files()
    talk = terminal("page")
    for _ in range(3):
        talk.answer("", "")
    code, shown = talk.end()
    assert code == 2
    assert "Je m’arrête là." in shown
    assert project.files() == before


def test_a_project_is_asked_for(tmp_path):
    talk = Terminal("projet", str(tmp_path / "neuf"))
    try:
        talk.answer("Le nom du réseau", "")
        talk.answer("Une réponse est nécessaire. « plus tard » est permis.", "Les maisons de l’Île")
        talk.answer("La ville", "Île-d’Yeu")
        talk.answer("Zone scolaire", "2")
        talk.answer("Une maison", "Le Phare")
        talk.answer("Ses heures", "lundi 9h-12h")
        talk.answer("", "")
        talk.answer("Une autre maison", "Le Fare")
        talk.answer("Ses heures", "retour")
        talk.answer("Une autre maison", "Le Port")
        talk.answer("Ses heures", "plus tard")
        talk.answer("Une autre maison", "")
        talk.answer("La première brochure", "Nos maisons")
        talk.answer("Mentions légales", "plus tard")
        code, shown = talk.end()
    finally:
        talk.close()
    assert code == 0
    assert "content/reseaux/ile-d-yeu.md" in shown
    text = (tmp_path / "neuf/content/reseaux/ile-d-yeu.md").read_text("utf-8")
    assert "nom: Les maisons de l’Île" in text
    assert "\nzone_scolaire: B\n" in text
    assert [one.name for one in sorted((tmp_path / "neuf/content/maisons").iterdir())] == [
        "le-phare.md",
        "le-port.md",
    ]
    assert "\n  lundi: 9h-12h\n" in (tmp_path / "neuf/content/maisons/le-phare.md").read_text("utf-8")

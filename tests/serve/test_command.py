"""``filquartiers serve`` as a volunteer runs it: a real process, its words, its end."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
from contextlib import contextmanager
from queue import Queue

import pytest

from filquartiers import bootstrap
from filquartiers.cli import run

POSIX = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C s’envoie autrement sous Windows")


class Running:
    """The process, and each line it says as it says it."""

    def __init__(self, root, *options, command="serve"):
        command = [sys.executable, "-m", "filquartiers", command, "--projet", str(root), *options]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self.lines = Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))
        self.lines.put(None)

    def until(self, pattern):
        while (line := self.lines.get(timeout=30)) is not None:
            if found := re.search(pattern, line):
                return found
        raise AssertionError(self.process.stderr.read())

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        said = "\n".join(iter(lambda: self.lines.get(timeout=30), None))
        return self.process.wait(30), said, self.process.stderr.read()


@contextmanager
def running(root, *options, command="serve"):
    made = Running(root, "--sans-navigateur", *options, command=command)
    try:
        yield made
    finally:
        made.process.kill()
        made.process.wait()
        made.process.stdout.close()
        made.process.stderr.close()


@POSIX
def test_it_serves_follows_and_stops_cleanly(root):
    with running(root, "--port", "8760") as serve:
        address = serve.until(r"Le site est ici : (http://127\.0\.0\.1:\d+/)")[1]
        with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310  our own address
            assert "Belleville-sur-Onde" in answer.read().decode()
        file = root / "content/fiches/soupe-du-jeudi.md"
        file.write_text(
            file.read_text(encoding="utf-8").replace("statut: en cours", "statut: encours"), "utf-8"
        )
        serve.until("ligne 7")
        serve.until("Site refait en .* : 1 erreur")
        port = int(address.rsplit(":", 1)[1].strip("/"))
        with socket.create_connection(("127.0.0.1", port), timeout=20) as browser:
            browser.sendall(
                f"GET /__apercu__/etat?version=2 HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()
            )
            code, said, complained = serve.stop()  # a browser that waits does not hold the end back
    assert code == 0
    assert "Aperçu arrêté" in said
    assert complained == ""
    assert not (root / "build" / "site").exists()


@POSIX
@pytest.mark.parametrize(("options", "printing"), [([], True), (["--site"], False)])
def test_the_site_alone_waits_for_nothing_printed(root, options, printing):
    with running(root, "--port", "8740", *options) as serve:
        address = serve.until(r"Le site est ici : (http://127\.0\.0\.1:\d+/)")[1]
        serve.until("Site refait")
        with urllib.request.urlopen(f"{address}__apercu__/etat?version=0", timeout=20) as answer:  # noqa: S310  ours
            assert json.load(answer)["impression"] == printing


@POSIX
def test_a_warning_is_printed_once_and_counted_each_time(root):
    (root / "content/fiches/verger.md.txt").write_text("---\ntitre: Le verger\n---\n", "utf-8")
    with running(root, "--port", "8775") as serve:
        serve.until("« verger.md.txt » n’est pas lu")
        serve.until("Renommez-le « verger.md »")
        serve.until("Site refait en .* : 1 avertissement")
        serve.until("Imprimés refaits")
        file = root / "content/fiches/soupe-du-jeudi.md"
        file.write_text(file.read_text(encoding="utf-8").replace("à quatre", "à cinq"), "utf-8")
        said = []
        while not re.search("Site refait en .* : 1 avertissement", line := serve.lines.get(timeout=30)):
            said.append(line)
        assert not [line for line in said if "verger" in line]


@POSIX
def test_the_forms_are_told_and_there(root):
    with running(root, "--port", "8770", command="editer") as serve:
        address = serve.until(r"Pour modifier : (http://127\.0\.0\.1:\d+/__editer__/)")[1]
        with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310  our own address
            assert "Que voulez-vous modifier" in answer.read().decode()
        code, said, complained = serve.stop()
    assert (code, complained) == (0, "")
    assert "Aperçu arrêté" in said


@POSIX
def test_a_second_one_takes_the_next_port(root):
    with running(root, "--port", "8780") as first, running(root, "--port", "8780") as second:
        ports = {one.until(r"Le site est ici : http://127\.0\.0\.1:(\d+)/")[1] for one in (first, second)}
        assert len(ports) == 2


LAUNCHED = """
import runpy, sys
runpy.run_path(sys.argv[1])["_run"]([sys.executable, *sys.argv[2:]])
print("fin")
"""


@POSIX
def test_through_the_launcher_ctrl_c_is_as_clean(root):
    """A terminal sends Ctrl-C to the launcher of README's command as well as to what it launched."""
    launcher = [sys.executable, "-c", LAUNCHED, bootstrap.__file__]
    serve = ["-m", "filquartiers", "serve", "--projet", str(root), "--sans-navigateur"]
    with subprocess.Popen(
        [*launcher, *serve],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        said = []
        for line in process.stdout:
            said.append(line)
            if "Le site est ici" in line:
                os.killpg(process.pid, signal.SIGINT)
    assert said[-2:] == ["Aperçu arrêté. Pour publier : filquartiers build\n", "fin\n"]
    assert not [line for line in said if "Traceback" in line]


@POSIX
@pytest.mark.parametrize("module", ["pydantic", "filquartiers.cli"])
def test_stopped_before_the_first_page(root, module):
    """While Python reads the program, then while the site is drawn for the first time."""
    command = [sys.executable, "-X", "importtime", "-m", "filquartiers", "serve", "--projet", str(root)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        said = []
        for line in process.stderr:
            said.append(line)
            if line.split("|")[-1].strip() == module:
                process.send_signal(signal.SIGINT)
    assert process.returncode in {0, 2}
    assert not [line for line in said if "Traceback" in line]


@pytest.mark.parametrize("port", ["0", "70000", "abc", "-5", "²"])
def test_a_port_that_is_none(root, port, capsys):
    assert run(["serve", "--projet", str(root), f"--port={port}"]) == 2
    assert f"« {port} » n’est pas un port" in capsys.readouterr().err

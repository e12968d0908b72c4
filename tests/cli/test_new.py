"""``annuaire new``: by options or by questions, a valid record or nothing at all."""

import contextlib
import io
import os
import pty
import select
import signal
import subprocess
import sys
import termios
from pathlib import Path
from typing import Self

import pytest

from generator.cli import main
from tests.cli.conftest import TODAY, Project, Said

OPTIONS = {
    "--type": "mediation_familiale",
    "--organisme": "UDAF d'Ille-et-Vilaine",
    "--nom": "Médiation familiale de l'UDAF",
    "--commune": "35000",
    "--telephone": "0199001234",
    "--resume": "Un médiateur vous aide à vous parler, à Rennes.",
    "--source": "https://www.association.example/",
}


def options(**changes: str | None) -> list[str]:
    """The options of a right command, with some changed or left out."""
    named = {f"--{name.replace('_', '-')}": value for name, value in changes.items()}
    chosen = {**OPTIONS, **named}
    return [word for name, value in chosen.items() if value is not None for word in (name, value)]


@pytest.fixture(autouse=True)
def not_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def test_options_are_enough(project: Project, said: Said) -> None:
    assert project.run("new", *options()) == 0
    assert "Fiche écrite : data/services/35/mediation-udaf-ille-vilaine-35.yaml" in said()
    assert project.path("mediation-udaf-ille-vilaine-35").read_text("utf-8") == (
        "# yaml-language-server: $schema=../../../schema/service.schema.json\n"
        "type: mediation_familiale\n"
        "nom: Médiation familiale de l'UDAF\n"
        "statut: ouvert\n"
        "gestionnaire:\n"
        "  nom: UDAF d'Ille-et-Vilaine\n"
        "resume: Un médiateur vous aide à vous parler, à Rennes.\n"
        "contact:\n"
        "  telephone: '01 99 00 12 34'\n"
        "lieux:\n"
        "  - role: siege\n"
        "    code_postal: '35000'\n"
        "    commune: Rennes\n"
        "    code_insee: '35238'\n"
        "sources:\n"
        "  - url: https://www.association.example/\n"
        "    consulte_le: '2026-11-02'\n"
        "verification:\n"
        "  statut: a_confirmer\n"
    )
    assert project.run("check") == 0
    assert project.run("format", "--check") == 0


@pytest.mark.parametrize(
    ("changes", "folder", "place"),
    [
        ({"commune": "35000 Rennes"}, "35", "    code_postal: '35000'\n    commune: Rennes\n"),
        # Rennes has several postal codes: none is guessed.
        ({"commune": "rennes"}, "35", "  - role: siege\n    commune: Rennes\n"),
        ({"commune": "2A004", "departement": "2a"}, "", ""),
        (
            {"commune": None, "departement": "2a"},
            "2A",
            "    adresse_visible: departement\n    departement: '2A'\n",
        ),
        ({"commune": "69007"}, "69", "    code_postal: '69007'\n"),
    ],
)
def test_where_it_is(
    project: Project, changes: dict[str, str | None], folder: str, place: str, said: Said
) -> None:
    code = project.run("new", *options(**changes, id="mediation-essai"))
    if not folder:
        assert code == 2
        assert "--commune : aucune commune" in said()
        return
    assert code == 0, said()
    file = project.root / "data" / "services" / folder / "mediation-essai.yaml"
    assert place in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"type": None, "source": None}, "il manque : --type, --source."),
        ({"commune": None}, "il manque : --commune (ou --departement)."),
        ({"telephone": None}, "il manque : --telephone, --courriel ou --site-web."),
        ({"telephone": "0199"}, "--telephone : "),
        ({"type": "mediation"}, "Vouliez-vous dire « mediation_familiale » ?"),
        ({"commune": "Saint-Denis"}, "plusieurs communes répondent à « Saint-Denis » : "),
        ({"commune": "Xyz"}, "aucune commune ne s'appelle « Xyz »"),
        (
            {"commune": None, "departement": "99"},
            "--departement : aucun département ne s'appelle « 99 » ni n'a ce code.",
        ),
        ({"resume": "x" * 281}, "compte 281 caractères"),
        ({"source": "www.association.example"}, "--source : "),
        ({"nom": "=Nom"}, "--nom : "),
        ({"id": "Essai"}, "« Essai » ne peut pas être un identifiant"),
        ({"id": "index"}, "ce nom est réservé"),
    ],
)
def test_a_wrong_or_missing_option_is_exit_code_2_and_writes_nothing(
    project: Project, changes: dict[str, str | None], told: str, said: Said
) -> None:
    assert project.run("new", *options(**changes)) == 2
    assert told in said()
    assert list((project.root / "data" / "services").iterdir()) == []


def test_an_identifier_is_never_used_twice(project: Project, said: Said) -> None:
    taken = project.add("mediation-a-35")
    text = taken.read_text("utf-8") + "anciens_identifiants:\n  - mediation-vieux-35\n"
    taken.write_text(text, "utf-8")
    for identifier in ("mediation-a-35", "mediation-vieux-35"):
        assert project.run("new", *options(id=identifier)) == 2
        assert f"« {identifier} » est ou a été l'identifiant d'une autre fiche" in said()
    assert taken.read_text("utf-8") == text


def test_the_proposal_avoids_names_that_are_taken(project: Project) -> None:
    assert project.run("new", *options()) == 0
    assert project.run("new", *options(nom="Une autre", telephone="0199001235")) == 0
    assert project.path("mediation-udaf-ille-vilaine-2-35").is_file()


def test_what_the_check_would_refuse_is_not_written(project: Project, said: Said) -> None:
    arguments = ["new", "--root", str(project.root), *options()]
    assert main(arguments) == 1  # the number is fictional, and nothing says that the record is
    assert "[fiction]" in said()
    assert list((project.root / "data" / "services").iterdir()) == []


class Conversation:
    """The command at work in a terminal, and what it has said so far."""

    def __init__(self, project: Project, *arguments: str) -> None:
        self.ours, theirs = pty.openpty()
        settings = termios.tcgetattr(theirs)
        settings[3] &= ~termios.ECHO
        termios.tcsetattr(theirs, termios.TCSANOW, settings)
        command = [sys.executable, "-m", "generator", "new", "--root", str(project.root)]
        self.running = subprocess.Popen(
            [*command, "--fictional", "--today", TODAY, *arguments],
            stdin=theirs, stdout=theirs, stderr=theirs,
            cwd=Path(__file__).parent.parent.parent, start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        self.said = ""
        self.heard = 0

    def hear(self, words: str) -> None:
        """Read until ``words`` are said after what was heard; fails when they never are."""
        while words not in self.said[self.heard :]:
            assert self._read(), f"« {words} » was never said:\n{self.said}"
        self.heard = self.said.index(words, self.heard) + len(words)

    def _read(self) -> bool:
        """Take what is said next; False when nothing more is, or not for a long while."""
        if not select.select([self.ours], [], [], 60)[0]:
            return False
        try:
            piece = os.read(self.ours, 65536)
        except OSError:  # Linux says so when nobody speaks any more
            return False
        self.said += piece.decode().replace("\xa0", " ").replace("\r\n", "\n")
        return bool(piece)

    def answer(self, question: str, text: str) -> None:
        self.hear(question)
        os.write(self.ours, f"{text}\n".encode())

    def interrupt(self) -> None:
        """Press Ctrl-C until it is heard: one that falls just before the reading starts is lost."""
        while self.running.poll() is None:
            os.killpg(self.running.pid, signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.running.wait(timeout=3)

    def end(self) -> int:
        while self._read():
            pass
        return self.running.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.ours)
        self.running.kill()
        self.running.wait()


def test_a_conversation(project: Project) -> None:
    with Conversation(project) as talk:
        talk.answer("2. Espace de rencontre", "3")
        talk.hear("Répondez par un nombre de 1 à 2")
        talk.answer("Votre choix", "2")
        talk.answer("Nom de l'organisme", "")
        talk.hear("Il faut une réponse")
        talk.answer("Nom de l'organisme", "Les Deux Rives")
        talk.answer("Nom du service", "Espace de rencontre Les Deux Rives")
        talk.answer("Commune ou code postal", "Nulle-Part")
        talk.hear("Aucune commune ne s'appelle « Nulle-Part »")
        talk.answer("Commune ou code postal", "Saint-Denis")
        talk.answer("2. 93200 Saint-Denis", "93")  # a number that is none of the list's
        talk.answer("Répondez par un nombre de 1 à", "2")
        talk.answer("Téléphone", "")
        talk.answer("Courriel", "")
        talk.answer("Page web", "")
        talk.hear("Il faut au moins un moyen")
        talk.answer("Téléphone", "01 99 00 12")
        talk.answer("→", "01 99 00 12 34")
        talk.answer("Courriel", "contact@association.example")
        talk.answer("Page web", "")
        talk.answer("Résumé", "Un enfant y retrouve son parent.")
        talk.answer("Adresse de la page publique", "https://www.association.example/")
        talk.answer("[espace-rencontre-deux-rives-93]", "")
        assert talk.end() == 0, talk.said
    file = project.root / "data" / "services" / "93" / "espace-rencontre-deux-rives-93.yaml"
    text = file.read_text("utf-8")
    assert "code_insee: '93066'" in text
    assert "courriel: contact@association.example" in text
    assert project.run("check") == 0


def test_a_choice_and_a_departement_are_told_in_words_too(project: Project) -> None:
    with Conversation(project, *options(type=None, commune=None)) as talk:
        talk.answer("Votre choix", "les deux")
        talk.answer("Répondez par un nombre de 1 à 2", "Mediation")
        talk.answer("Commune ou code postal", "")
        talk.answer("Département", "Ille et Villaine")
        talk.answer("Aucun département ne s'appelle « Ille et Villaine »", "ille-et-vilaine")
        talk.answer("[mediation-udaf-ille-vilaine-35]", "")
        assert talk.end() == 0, talk.said
    text = project.path("mediation-udaf-ille-vilaine-35").read_text("utf-8")
    assert "\ntype: mediation_familiale\n" in text
    assert "    departement: '35'\n" in text


def test_only_what_is_missing_is_asked(project: Project) -> None:
    with Conversation(project, *options(resume=None)) as talk:
        talk.answer("Résumé", "Un médiateur vous aide à vous parler.")
        talk.answer("[mediation-udaf-ille-vilaine-35]", "mediation-udaf-35")
        assert talk.end() == 0, talk.said
    assert project.path("mediation-udaf-35").is_file()


@pytest.mark.parametrize("end", ["Ctrl-C", "Ctrl-D"])
def test_stopping_leaves_nothing_behind(project: Project, end: str) -> None:
    with Conversation(project) as talk:
        talk.answer("Votre choix", "1")
        talk.hear("Nom de l'organisme")
        if end == "Ctrl-C":
            talk.interrupt()
        else:
            os.write(talk.ours, b"\x04")
        assert talk.end() == 130
        assert "Rien n'a été écrit." in talk.said
        assert "Traceback" not in talk.said
    assert list((project.root / "data" / "services").iterdir()) == []

"""The command line itself: French, quick to answer, one clear line for each expected failure."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import COMMANDS, main

HEAVY = ("pydantic", "pelican", "jinja2", "rich", "phonenumbers", "yaml")


def annuaire(*arguments: str, cwd: Path, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd, capture_output=True, text=True, check=False, **options,
    )  # type: ignore[call-overload,no-any-return] # options are those of run  # fmt: skip


def modules_after(project_root: Path, *arguments: str) -> set[str]:
    """The modules that a run of the command leaves imported."""
    script = (
        "import sys\nfrom generator.cli import main\n"
        f"code = main({list(arguments)!r})\n"
        "print('\\0', *sys.modules, file=sys.stderr)\nsys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=project_root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.rpartition("\0")[2].split())


def test_help_imports_nothing_heavy(project_root: Path) -> None:
    assert modules_after(project_root, "--help").isdisjoint(HEAVY)


def test_check_never_imports_pelican(project_root: Path) -> None:
    loaded = modules_after(project_root, "check")
    assert loaded.isdisjoint({"pelican", "jinja2"})
    assert "pydantic" in loaded


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_lists_every_command(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    told = capsys.readouterr().out
    assert "Usage :" in told.replace("\xa0", " ")
    for name, summary in COMMANDS.items():
        assert f"  {name} " in told
        assert summary in told


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_help_in_french(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "--help"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"Usage : annuaire {command} ")
    assert "montrer cette aide" in told
    assert not {"usage:", "options:", "positional arguments"} & set(told.splitlines())


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_tells_of_every_command(command: str, project_root: Path) -> None:
    readme = (project_root / "README.md").read_text("utf-8")
    assert f"| `annuaire {command}` |" in readme


def test_the_readme_tells_of_no_other_command(project_root: Path) -> None:
    lines = (project_root / "README.md").read_text("utf-8").splitlines()
    told = [line.split("`")[1].split()[1] for line in lines if line.startswith("| `annuaire ")]
    assert sorted(told) == sorted(COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chek"], "Vouliez-vous dire « check » ?"),
        (["xyz"], "Essayez annuaire --help."),
        (["check", "--formt"], "option ou argument inconnu : --formt"),
        (["check", "--format"], "il faut une valeur après --format"),
        (["check", "--format", "pdf"], "ne convient pas à --format"),
        (["check", "--today", "hier"], "hier n'est pas une date"),
        (["check", "absent.yaml"], "absent.yaml n'existe pas"),
        (["check", "--root", "/"], "n'est pas dans un dossier du projet"),
        (["show"], "il manque : ID"),
        (["explain", "lecture-utf"], "Vouliez-vous dire : lecture-utf8"),
        (["build", "--site-url", "ici"], "n'est pas l'adresse d'un site"),
        (["build", "--jobs", "0"], "« 0 » n'est pas un nombre de processus"),
        (["build", "--jobs", "257"], "« 257 » n'est pas un nombre de processus (de 1 à 256)"),
        (["build", "--jobs", "9" * 5000], "n'est pas un nombre de processus"),
        (["build", "--shard", "4/3"], "« 4/3 » n'est pas une partie"),
        (["build", "--shard", "1/3", "--since", "v1"], "--since n'a pas de sens avec --shard"),
        (["diff", "/"], "n'est ni un fichier, ni une révision"),
        (["serve", "--port", "0"], "n'est pas un port"),
    ],
)
def test_a_wrong_command_line_is_one_french_sentence_and_exit_code_2(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    error = capsys.readouterr().err.replace("\xa0", " ")
    assert error.startswith("annuaire : ")
    assert told in error
    assert "Traceback" not in error


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("annuaire ")


@pytest.mark.parametrize("arguments", [["--help"], ["explain"], ["check", "--conseils"]])
def test_a_reader_that_leaves_early_hears_no_traceback(
    arguments: list[str], project_root: Path
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as gone:
        done = subprocess.run(
            [sys.executable, "-m", "generator", *arguments],
            cwd=project_root, stdout=gone, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full disk to try")
@pytest.mark.parametrize("arguments", [["--help"], ["explain"]])
def test_a_disk_that_is_full_is_one_french_sentence(
    arguments: list[str], project_root: Path
) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "generator", *arguments],
            cwd=project_root, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert (
        done.stderr == "annuaire\xa0: la suite ne peut pas être écrite\xa0: le disque est plein.\n"
    )


def test_what_a_terminal_cannot_show_is_told_by_its_number(project_root: Path) -> None:
    narrow = {**os.environ, "PYTHONIOENCODING": "ascii"}
    told = annuaire("explain", "adresse-web", cwd=project_root, env=narrow)
    assert (told.returncode, told.stderr) == (0, "")
    assert "\\xe9" in told.stdout


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        ("hier", "n'est pas un nombre de secondes"),
        ("-1", "n'est pas un nombre de secondes"),
        ("253402300800", "est trop loin dans l'avenir"),
        ("9" * 30, "est trop loin dans l'avenir"),
        ("9" * 5000, "est trop loin dans l'avenir"),
    ],
)
def test_a_day_that_is_none_is_one_french_sentence(
    seconds: str, told: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    assert main(["check"]) == 2
    assert f"SOURCE_DATE_EPOCH {told}" in capsys.readouterr().err


def on_a_terminal(*arguments: str, cwd: Path, env: dict[str, str]) -> str:
    """What the command shows when its output is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd, stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL, env={**os.environ, **env},
    ) as running:  # fmt: skip
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux says so when nobody writes any more
                break
            if not piece:
                break
            shown += piece
        running.wait()
    os.close(ours)
    return shown.decode()


@pytest.mark.parametrize(
    ("env", "coloured"), [({"NO_COLOR": "1"}, False), ({"TERM": "xterm"}, True)]
)
def test_colour_is_for_terminals_that_want_it(
    env: dict[str, str],
    coloured: bool,  # noqa: FBT001 (a column of the table)
    project_root: Path,
) -> None:
    arguments = ("check", "--conseils", "--today", "2030-01-01")
    shown = on_a_terminal(*arguments, cwd=project_root, env=env)
    assert ("\x1b[" in shown) is coloured
    piped = annuaire(*arguments, cwd=project_root)
    assert "\x1b[" not in piped.stdout

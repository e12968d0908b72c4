"""A build publishes the whole site or leaves the former one as it was."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build import DAMAGED
from tests.sites import run_annuaire


@pytest.fixture(scope="module")
def published(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published site of a single sound record."""
    output = tmp_path_factory.mktemp("publie") / "public"
    services = project_root / "tests/fixtures/fictional/services/974"
    alone = output.parent / "services"
    shutil.copytree(services, alone / "974")
    options = ("--root", project_root, "--services", alone, "--fictional", "--output", output)
    assert run_annuaire("build", *options).returncode == 0
    return output


@pytest.fixture
def services(published: Path, tmp_path: Path) -> Path:
    """A copy of the records of that site, to be spoilt."""
    return shutil.copytree(published.parent / "services", tmp_path / "services")


def digest(site: Path) -> dict[str, bytes]:
    """Every file of a published site with its bytes."""
    folder = site.resolve()
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("type: [\n", "lecture-"),
        ("nom: Sans rien d'autre\n", "champ-obligatoire"),
        ("", "lecture-vide"),
    ],
)
def test_a_wrong_record_leaves_the_published_site_as_it_was(
    published: Path, services: Path, project_root: Path, broken: str, says: str
) -> None:
    before = digest(published)
    (services / "974" / "mediation-cassee.yaml").write_text(broken, "utf-8")
    options = ("--root", project_root, "--services", services, "--fictional")
    done = run_annuaire("build", *options, "--output", published)
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(published) == before


def test_a_page_pelican_cannot_read_leaves_the_published_site_as_it_was(
    published: Path, services: Path, project_root: Path, tmp_path: Path
) -> None:
    root = tmp_path / "projet"
    for name in ("content", "data", "theme"):
        shutil.copytree(project_root / name, root / name)
    shutil.copy(project_root / "pelicanconf.py", root)
    before = digest(published)
    page = root / "content" / "actualites" / "sans-date.md"
    page.write_text("Title: Sans date\nSlug: sans-date\n\nTexte.\n", "utf-8")
    options = ("--root", root, "--services", services, "--fictional")
    done = run_annuaire("build", *options, "--output", published)
    assert done.returncode == 1
    assert "sans-date.md" in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(published) == before


@pytest.mark.parametrize("damage", [lambda kept: kept[:-1], lambda _: b""])
def test_a_damaged_memory_of_the_former_build_is_told_and_all_is_made_again(
    published: Path, services: Path, project_root: Path, damage: Callable[[bytes], bytes]
) -> None:
    before = digest(published)
    (ledger,) = published.parent.glob(".public-releases/*.ledger")
    ledger.write_bytes(damage(ledger.read_bytes()))
    options = ("--root", project_root, "--services", services, "--fictional")
    done = run_annuaire("build", *options, "--output", published)
    assert done.returncode == 0, done.stderr
    assert done.stderr.replace("\N{NO-BREAK SPACE}", " ") == f"{DAMAGED}\n"
    assert "Rien n'a changé depuis la dernière publication." in done.stdout
    assert digest(published) == before

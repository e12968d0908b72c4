"""A build publishes the whole site or leaves the former one as it was."""

import shutil
from pathlib import Path

import pytest

from tests.sites import run_annuaire


@pytest.fixture
def one_service(project_root: Path, tmp_path: Path) -> Path:
    """A folder of records with a single sound one."""
    services = tmp_path / "services"
    source = project_root / "tests/fixtures/fictional/services/974"
    shutil.copytree(source, services / "974")
    return services


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
    one_service: Path, project_root: Path, tmp_path: Path, broken: str, says: str
) -> None:
    output = tmp_path / "public"
    options = ("--root", project_root, "--services", one_service, "--fictional", "--output", output)
    assert run_annuaire("build", *options).returncode == 0
    before = digest(output)
    (one_service / "974" / "mediation-cassee.yaml").write_text(broken, "utf-8")
    done = run_annuaire("build", *options)
    assert done.returncode == 1
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert digest(output) == before


def test_a_page_pelican_cannot_read_leaves_the_published_site_as_it_was(
    project_root: Path, one_service: Path, tmp_path: Path
) -> None:
    root = tmp_path / "projet"
    for name in ("content", "data", "theme"):
        shutil.copytree(project_root / name, root / name)
    shutil.copy(project_root / "pelicanconf.py", root)
    output = tmp_path / "public"
    options = ("--root", root, "--services", one_service, "--fictional", "--output", output)
    assert run_annuaire("build", *options).returncode == 0
    before = digest(output)
    page = root / "content" / "actualites" / "sans-date.md"
    page.write_text("Title: Sans date\nSlug: sans-date\n\nTexte.\n", "utf-8")
    done = run_annuaire("build", *options)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert digest(output) == before

"""A site built in parts and joined holds the same bytes as one that was built at once."""

import os
import shutil
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from generator.parts import PartsError, gathered
from generator.production import Ledger, Made
from generator.production.ledger import MadeFile
from tests.production.world import on_disk
from tests.sites import TODAY, BuiltSite, run_annuaire

ADDRESS = "https://annuaire.example/sous/dossier"
PARTS = 8


def site_options(project_root: Path) -> list[str | Path]:
    services = project_root / "tests/fixtures/fictional/services"
    return ["--root", project_root, "--services", services, "--fictional", "--site-url", ADDRESS]


@pytest.fixture(scope="module")
def parts(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The eight parts of the invented site, each made by a process of its own."""
    folder = tmp_path_factory.mktemp("parties")
    made = [folder / str(number) for number in range(1, PARTS + 1)]
    options = [*site_options(project_root), "--today", TODAY, "--jobs", "1", "--quiet"]

    def make(number: int) -> subprocess.CompletedProcess[str]:
        part = ["--shard", f"{number}/{PARTS}", "--output", made[number - 1]]
        return run_annuaire("build", *options, *part)

    with ThreadPoolExecutor(os.cpu_count()) as machines:
        for done in machines.map(make, range(1, PARTS + 1)):
            assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return made


def join(
    project_root: Path, output: Path, parts: list[Path], *, today: str = TODAY
) -> subprocess.CompletedProcess[str]:
    options = [*site_options(project_root), "--today", today]
    return run_annuaire("join", *parts, *options, "--output", output)


def test_eight_parts_joined_are_the_site_built_at_once(
    project_root: Path, fictional_site: BuiltSite, parts: list[Path], tmp_path: Path
) -> None:
    done = join(project_root, tmp_path / "public", [*parts[3:], *parts[:3]])
    assert done.returncode == 0, done.stderr
    joined = (tmp_path / "public").resolve()
    files = on_disk(joined)
    assert files == on_disk(fictional_site.folder)
    pages = sum(path.endswith(".html") for path in files)
    assert f" {pages} pages." in done.stdout
    # Taken from the parts, and not made once more.
    for part in parts:
        for page in part.glob("services/*/index.html"):
            assert page.samefile(joined / page.relative_to(part))


def test_each_part_makes_its_share_and_no_more(parts: list[Path]) -> None:
    kinds = ("services", "communes", "departements")
    pages = [
        {page.relative_to(one) for kind in kinds for page in one.glob(f"{kind}/*/index.html")}
        for one in parts
    ]
    assert all(pages)
    assert sum(map(len, pages)) == len(set.union(*pages))


def test_a_part_holds_whole_departements(parts: list[Path]) -> None:
    """Their services, their towns, their own page."""
    held = [{page.parent.name for page in one.glob("departements/*/index.html")} for one in parts]
    assert sum(map(len, held)) == len(set.union(*held))
    for part, codes in zip(parts, held, strict=True):
        towns = {town.parent.name for town in part.glob("communes/*/index.html")}
        assert {code[:3] if code.startswith("97") else code[:2] for code in towns} <= codes


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda parts, _: parts[:-1], "Il manque la partie 8/8."),
        (lambda parts, _: [*parts, parts[0]], "Il y a deux fois la partie 1/8."),
        (lambda _, empty: [empty], "n'est pas une partie faite par annuaire build --shard."),
        (lambda _, empty: [empty / "nulle-part"], "n'est pas une partie faite par annuaire"),
    ],
)
def test_what_is_no_whole_is_refused(
    project_root: Path, parts: list[Path], tmp_path: Path, change: object, said: str
) -> None:
    empty = tmp_path / "vide"
    empty.mkdir()
    assert callable(change)
    done = join(project_root, tmp_path / "public", change(parts, empty))
    assert done.returncode == 1
    assert said in done.stderr.replace("\N{NO-BREAK SPACE}", " ")
    assert not (tmp_path / "public").exists()


def test_parts_of_another_day_are_refused_before_anything_is_published(
    project_root: Path, parts: list[Path], tmp_path: Path
) -> None:
    done = join(project_root, tmp_path / "public", parts, today="2026-11-24")
    assert done.returncode == 1
    assert "--today" in done.stderr
    assert not (tmp_path / "public").exists()


def test_a_part_cut_short_on_the_way_is_refused(
    project_root: Path, parts: list[Path], tmp_path: Path
) -> None:
    shutil.copytree(parts[0], tmp_path / "1")
    (ledger,) = (tmp_path / "1").glob("partie-*.json")
    ledger.write_bytes(ledger.read_bytes()[:-1])
    done = join(project_root, tmp_path / "public", [tmp_path / "1", *parts[1:]])
    assert done.returncode == 1
    assert "refaites cette partie" in done.stderr


@pytest.fixture
def forged(parts: list[Path], tmp_path: Path) -> Callable[..., list[Path]]:
    """The parts, the ledger of the second one being written as somebody else would have it."""

    def forge(name: str = f"partie-2-sur-{PARTS}.json", **changes: object) -> list[Path]:
        (known,) = parts[1].glob("partie-*.json")
        ledger = Ledger.from_bytes(known.read_bytes())
        folder = tmp_path / "autre"
        folder.mkdir()
        (folder / name).write_bytes(replace(ledger, **changes).to_bytes())  # type: ignore[arg-type] # its fields
        return [parts[0], folder, *parts[2:]]

    return forge


@pytest.mark.parametrize("path", ["../../etc/cron.d/x", "/etc/cron.d/x", "a/../../x"])
def test_a_part_that_names_a_file_out_of_its_folder_is_refused(
    forged: Callable[..., list[Path]], path: str
) -> None:
    file = MadeFile(path, 0, "0" * 64, updated="", in_sitemap=False, searched=False)
    made = Made("x", [file], given="", seen="[[], []]")
    with pytest.raises(PartsError, match="nomme des fichiers hors de son dossier"):
        gathered(forged(units={"x": made}))


@pytest.mark.parametrize("changes", [{"header": "x"}, {"points": frozenset()}])
def test_parts_of_other_records_or_of_another_program_are_refused(
    forged: Callable[..., list[Path]], changes: dict[str, object]
) -> None:
    with pytest.raises(PartsError, match="ne viennent pas des mêmes fiches"):
        gathered(forged(**changes))


def test_parts_of_a_site_cut_otherwise_are_refused(forged: Callable[..., list[Path]]) -> None:
    with pytest.raises(PartsError, match="Ces parties ne vont pas ensemble"):
        gathered(forged("partie-2-sur-3.json"))


@pytest.mark.parametrize("shard", ["0/8", "9/8", "3", "3/", "trois/8"])
def test_a_part_that_cannot_be_is_refused(shard: str) -> None:
    done = run_annuaire("build", "--shard", shard)
    assert done.returncode == 2
    assert "partie" in done.stderr


def test_a_part_is_not_made_over_something_else(project_root: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("à garder", "utf-8")
    options = [*site_options(project_root), "--output", tmp_path, "--shard", "1/8"]
    done = run_annuaire("build", *options)
    assert done.returncode == 1
    assert "dossier vide" in done.stderr.replace("\N{NO-BREAK SPACE}", " ")
    assert [one.name for one in tmp_path.iterdir()] == ["note.txt"]

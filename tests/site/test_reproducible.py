"""The same input gives the same bytes, whatever the machine says."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.sites import TODAY, BuiltSite


def test_two_builds_on_two_different_machines_are_the_same_bytes(
    fictional_site: BuiltSite, project_root: Path, tmp_path: Path
) -> None:
    """Other time zone, locale, hash seed, umask, disk order, path, processors, and former editions.

    The other machine has published two of one service that is gone since: what the first left is
    what the last one starts from.
    """
    services = tmp_path / "autre dossier" / "services"
    source = project_root / "tests" / "fixtures" / "fictional" / "services"
    output = tmp_path / "autre dossier" / "public"
    command = [
        *(sys.executable, "-m", "generator", "build", "--root", str(project_root)),
        *("--services", str(services), "--fictional", "--output", str(output)),
        *("--today", TODAY, "--site-url", f"https://annuaire.example{fictional_site.base}"),
    ]
    elsewhere = {
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "4242",
        "RAYON_NUM_THREADS": "1",
        "COLUMNS": "40",
    }

    def build() -> None:
        subprocess.run(command, env={**os.environ, **elsewhere}, umask=0o077, check=True)

    (services / "974").mkdir(parents=True)
    (record,) = (source / "974").iterdir()
    passing = shutil.copyfile(record, services / "974" / "mediation-passagere-974.yaml")
    build()
    build()
    assert (output.parent / ".public-releases" / "spare").is_dir()
    passing.unlink()
    for folder in sorted(source.iterdir(), reverse=True):
        for record in sorted(folder.iterdir(), reverse=True):
            target = services / folder.name / record.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(record, target)
    build()
    ours = {str(path.relative_to(fictional_site.folder)): path for path in fictional_site.files}
    folder = output.resolve()
    theirs = {str(path.relative_to(folder)): path for path in folder.rglob("*") if path.is_file()}
    assert sorted(ours) == sorted(theirs)
    assert [name for name in ours if ours[name].read_bytes() != theirs[name].read_bytes()] == []


def test_pelican_alone_gives_the_same_pages(
    real_site: BuiltSite, project_root: Path, tmp_path: Path
) -> None:
    """``pelican content`` is the engine: ``annuaire build`` adds the search index only."""
    epoch = "1795435200"  # noon on TODAY
    subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-o", str(tmp_path), "--fatal", "warnings"],
        cwd=project_root,
        env={**os.environ, "SITEURL": "https://annuaire.example", "SOURCE_DATE_EPOCH": epoch},
        capture_output=True,
        check=True,
    )
    for path in real_site.files:
        name = path.relative_to(real_site.folder)
        if name.parts[0] != "pagefind":
            assert (tmp_path / name).read_bytes() == path.read_bytes(), name

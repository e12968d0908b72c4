"""A site published after another: what changed, and what was kept."""

import json
from pathlib import Path

from tests.sites import TODAY, BuiltSite, run_annuaire

SECRET = "12 rue du Secret"


def test_a_site_tells_what_changed_and_keeps_snapshots_without_a_hidden_address(
    fictional_site: BuiltSite, project_root: Path, tmp_path: Path
) -> None:
    """The edition before had a service more, and showed an address that is hidden today."""
    document = json.loads(fictional_site.text("donnees/services.json"))
    services = document["services"]
    shown = {}
    for one in services:
        for lieu in one["lieux"]:
            if lieu["adresse_visible"] != "complete" and not shown:
                lieu |= {"adresse_visible": "complete", "adresse": SECRET}
                shown = one
    assert shown
    visible = next(one for one in services if one["lieux"] and one is not shown)
    gone = {**visible, "id": "mediation-retiree-99", "nom": "Nom à oublier"}
    before = tmp_path / "services.json"
    before.write_text(json.dumps(document | {"services": [*services, gone]}), "utf-8")
    archive = tmp_path / "cliches"
    earlier = archive / "2020-01-01"
    earlier.mkdir(parents=True)
    (earlier / "services.json").write_bytes(before.read_bytes())
    for name in ("services.csv", "lieux.csv"):
        key = "id" if name == "services.csv" else "service_id"
        (earlier / name).write_text(f"{key},adresse\r\n{shown['id']},{SECRET}\r\n", "utf-8")
    site = BuiltSite(tmp_path / "public", "/")
    arguments = (
        "build", "--root", project_root, "--output", site.folder, "--today", TODAY, "--fictional",
        "--services", project_root / "tests" / "fixtures" / "fictional" / "services",
        "--site-url", "https://annuaire.example", "--since", before, "--archive", archive,
    )  # fmt: skip
    done = run_annuaire(*arguments)
    assert done.returncode == 0, done.stderr

    told = json.loads(site.text("donnees/changes.json"))["changements"]
    assert [(one["type"], one["id"]) for one in told] == [
        ("modification", shown["id"]),
        ("retrait", "mediation-retiree-99"),
    ]
    assert "champs" not in told[0]
    everything = b"".join(path.read_bytes() for path in site.files)
    assert [path for path in site.files if SECRET.encode() in path.read_bytes()] == []
    assert "Nom à oublier".encode() in everything  # in the snapshot of 2020: removed, not erased
    kept = b"".join(path.read_bytes() for path in archive.rglob("*") if path.is_file())
    assert SECRET.encode() not in kept
    listed = json.loads(site.text("donnees/archives/index.json"))["archives"]
    assert [one["date"] for one in listed] == ["2020-01-01", document["generated_at"]]

    first = {path: path.read_bytes() for path in site.files}
    assert run_annuaire(*arguments).returncode == 0
    assert {path: path.read_bytes() for path in site.files} == first

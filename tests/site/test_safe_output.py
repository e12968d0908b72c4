"""Nothing of the building machine, and nothing of a hidden address, is published."""

from pathlib import Path

from tests.sites import CANARY, BuiltSite

EXPECTED_KINDS = {
    ".atom", ".csv", ".css", ".geojson", ".html", ".ics", ".js", ".json", ".jsonld", ".ndjson",
    ".parquet", ".pagefind", ".pf_filter", ".pf_fragment", ".pf_index", ".pf_meta", ".svg", ".txt",
    ".vcf", ".xlsx", ".xml",
}  # fmt: skip
EXPECTED_NAMES = {"SHA256SUMS", "_headers", "_redirects"}


def test_a_secret_beside_the_content_is_in_no_published_file(attacked_site: BuiltSite) -> None:
    assert (attacked_site.folder / "piege" / "index.html").is_file()
    assert [path for path in attacked_site.files if CANARY.encode() in path.read_bytes()] == []


def test_only_files_of_known_kinds_are_published(attacked_site: BuiltSite) -> None:
    strangers = {
        path.name
        for path in attacked_site.files
        if path.suffix not in EXPECTED_KINDS and path.name not in EXPECTED_NAMES
    }
    assert strangers == set()


def test_no_path_of_the_building_machine_is_published(
    real_site: BuiltSite, project_root: Path
) -> None:
    needles = (str(project_root).encode(), str(real_site.folder).encode())
    for path in real_site.files:
        content = path.read_bytes()
        assert not any(needle in content for needle in needles), path

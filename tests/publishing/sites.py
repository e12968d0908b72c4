"""Sites small enough to be compared whole."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from generator.publishing import Manifest, Publication, publication, scan

STARTED = datetime(2026, 3, 2, 9, 5, 7, tzinfo=timezone(timedelta(hours=1)))
ONE = {"index.html": b"one", "a/b.html": b"page"}
TWO = {"index.html": b"two", "c.html": b"other"}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder and what it holds."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def site_of(content: bytes) -> dict[str, bytes]:
    """Return what ``builder.py`` publishes for this content."""
    return {
        "index.html": content,
        "robots.txt": content * 2,
        "services/one/index.html": content * 3,
    }


def publish(output: Path, files: dict[str, bytes], keep: int = 3) -> Publication:
    """Publish these files."""
    with publication(output, started=STARTED, keep=keep) as draft:
        for path, content in files.items():
            draft.write(path, content)
        return draft.publish()


def assert_every_edition_is_whole(output: Path) -> None:
    """The published edition and those that are kept hold what their manifests say."""
    releases = output.parent / f".{output.name}-releases"
    editions = [path for path in releases.iterdir() if path.name[0].isdigit() and path.is_dir()]
    assert output.resolve() in editions
    for edition in editions:
        recorded = Manifest.from_json(edition.with_name(f"{edition.name}.json").read_bytes())
        assert scan(edition) == recorded

"""What a publication does when all goes well."""

import os
import shutil
import stat
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import placing
from generator.publishing import (
    Draft,
    Entry,
    PublicationError,
    publication,
    read_manifest,
    scan,
)
from tests.publishing.sites import ONE, STARTED, TWO, assert_every_edition_is_whole, publish, tree


def test_a_published_site_holds_exactly_what_was_written(output: Path) -> None:
    publish(output, ONE)
    assert tree(output) == ONE


def test_a_new_edition_replaces_the_former_one_whole(output: Path) -> None:
    publish(output, ONE)
    publish(output, TWO)
    assert tree(output) == TWO


def test_the_link_is_relative_so_that_the_whole_tree_can_be_moved(tmp_path: Path) -> None:
    publish(tmp_path / "here" / "site", ONE)
    (tmp_path / "here").rename(tmp_path / "there")
    assert tree(tmp_path / "there" / "site") == ONE
    assert publish(tmp_path / "there" / "site", TWO).changed


def test_publishing_the_same_bytes_again_changes_nothing_and_says_so(output: Path) -> None:
    first = publish(output, ONE)
    before = output.readlink(), output.stat().st_ino
    second = publish(output, ONE)
    assert (first.changed, second.changed) == (True, False)
    assert (output.readlink(), output.stat().st_ino) == before
    assert (second.name, second.manifest) == (first.name, first.manifest)


def test_an_edition_damaged_since_is_published_anew(output: Path) -> None:
    publish(output, ONE)
    (output / "index.html").write_bytes(b"on")
    assert publish(output, ONE).changed
    assert tree(output) == ONE


def test_an_edition_whose_manifest_is_lost_is_published_anew(output: Path) -> None:
    name = publish(output, ONE).name
    (output.parent / ".site-releases" / f"{name}.json").write_text("{}")
    with pytest.raises(PublicationError, match="perdue ou abîmée"):
        read_manifest(output)
    assert publish(output, ONE).changed
    assert read_manifest(output) == scan(output)


def test_the_edition_is_named_after_its_content(tmp_path: Path) -> None:
    names = {publish(tmp_path / place / "site", ONE).name for place in ("x", "y")}
    assert len(names) == 1
    assert names == {f"000001-{scan(tmp_path / 'x' / 'site').digest[:16]}"}


@pytest.mark.parametrize(("keep", "left"), [(1, ["6"]), (3, ["4", "5", "6"])])
def test_only_the_last_editions_are_kept(output: Path, keep: int, left: list[str]) -> None:
    for number in range(1, 7):
        publish(output, {"index.html": str(number).encode()}, keep)
    releases = output.parent / ".site-releases"
    pages = sorted(path.read_text() for path in releases.glob("0*/index.html"))
    assert pages == left
    left = {path.name for path in releases.iterdir()}
    assert len(left) == 2 * keep + 2  # their manifests, the lock, what the next build starts from
    assert "spare" in left


def test_the_published_edition_is_kept_when_somebody_went_back_to_an_old_one(output: Path) -> None:
    old = publish(output, ONE).folder
    publish(output, TWO)
    output.unlink()
    output.symlink_to(Path(".site-releases") / old.name)
    publish(output, ONE)
    assert tree(output) == ONE
    assert publish(output, {"index.html": b"three"}, keep=1).name.startswith("000003-")


def test_the_age_of_editions_does_not_depend_on_file_times(output: Path) -> None:
    first = publish(output, ONE).folder
    publish(output, TWO, keep=2)
    os.utime(first, (4_000_000_000, 4_000_000_000))
    publish(output, {"index.html": b"three"}, keep=2)
    assert not first.exists()


def without_a_file_that_is_a_folder_too(paths: set[str]) -> set[str]:
    return {one for one in paths if not any(other.startswith(f"{one}/") for other in paths)}


SITES = st.dictionaries(
    st.sampled_from(("a", "a/b", "a/b/c", "a/d", "e/f", "e/g", "e")),
    st.sampled_from((b"one", b"two", b"three")),
    min_size=1,
).map(lambda files: {one: files[one] for one in without_a_file_that_is_a_folder_too({*files})})


@given(st.lists(st.tuples(SITES, SITES), min_size=1, max_size=9), st.integers(1, 3))
def test_whatever_the_editions_before_a_site_holds_what_was_written_and_nothing_else(
    story: list[tuple[dict[str, bytes], dict[str, bytes]]], keep: int
) -> None:
    """The draft may start from any of them; tools write some of the files, and former ones are linked."""
    with tempfile.TemporaryDirectory() as name:
        output = Path(name) / "site"
        for ours, of_tools in story:
            paths = without_a_file_that_is_a_folder_too({*ours, *of_tools})
            with publication(output, started=STARTED, keep=keep) as draft:
                for path in paths & ours.keys():
                    place(draft, path, ours[path], output)
                for path in paths - ours.keys():
                    placing.write(draft.tools, path, of_tools[path])
                done = draft.publish()
            files = of_tools | ours
            assert tree(output) == {one: files[one] for one in paths}
            assert read_manifest(output) == done.manifest
            assert_every_edition_is_whole(output)


def place(draft: Draft, path: str, content: bytes, output: Path) -> None:
    """Write that file, or link it when the published edition has it: it is then shared."""
    former = output / path
    if former.is_file() and former.read_bytes() == content:
        placing.link(str(former), draft.folder, path)
        draft.expect(path, Entry.of_bytes(content), linked=True)
    else:
        draft.write(path, content)


def _a_link_in_it(spare: Path) -> None:
    (spare / "elsewhere").symlink_to(spare.parent.parent / "mine")


def _a_folder_that_is_a_link(spare: Path) -> None:
    shutil.rmtree(spare / "a")
    (spare / "a").symlink_to(spare.parent.parent / "mine")


def _a_pipe(spare: Path) -> None:
    os.mkfifo(spare / "pipe")


def _a_file_in_its_place(spare: Path) -> None:
    shutil.rmtree(spare)
    spare.write_bytes(b"")


def _a_link_in_its_place(spare: Path) -> None:
    shutil.rmtree(spare)
    spare.symlink_to(spare.parent.parent / "mine")


def _a_link_to_nothing_in_its_place(spare: Path) -> None:
    shutil.rmtree(spare)
    spare.symlink_to("nowhere")


def _nothing(spare: Path) -> None:
    shutil.rmtree(spare)


@pytest.mark.parametrize(
    "harm",
    [
        _a_link_in_it,
        _a_folder_that_is_a_link,
        _a_pipe,
        _a_file_in_its_place,
        _a_link_in_its_place,
        _a_link_to_nothing_in_its_place,
        _nothing,
    ],
)
def test_what_a_build_starts_from_may_have_been_changed_by_hand(
    output: Path, harm: Callable[[Path], None]
) -> None:
    mine = output.parent / "mine"
    mine.mkdir()
    (mine / "b.html").write_bytes(b"years of work")
    for number in range(4):
        publish(output, {"index.html": str(number).encode(), "a/b.html": b"page"})
    harm(output.parent / ".site-releases" / "spare")
    publish(output, ONE)
    publish(output, TWO)  # which takes an edition away too
    assert tree(output) == TWO
    assert tree(mine) == {"b.html": b"years of work"}


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_modes_do_not_depend_on_the_umask(output: Path, umask: int) -> None:
    former = os.umask(umask)
    try:
        with publication(output, started=STARTED) as draft:
            draft.write("a/b/page.html", b"page")
            draft.publish()
    finally:
        os.umask(former)
    modes = {
        path.name: stat.S_IMODE(path.stat().st_mode)
        for path in (output, *output.resolve().rglob("*"))
    }
    assert modes == {"site": 0o755, "a": 0o755, "b": 0o755, "page.html": 0o644}


def test_a_body_that_fails_leaves_the_former_site_and_no_draft(output: Path) -> None:
    publish(output, ONE)

    def fail() -> None:
        with publication(output, started=STARTED) as draft:
            draft.write("index.html", b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert tree(output) == ONE
    assert not list((output.parent / ".site-releases").glob("draft-*"))


def test_a_body_that_does_not_publish_publishes_nothing(output: Path) -> None:
    with publication(output, started=STARTED) as draft:
        draft.write("index.html", b"only looked at")
    assert not output.exists()


def test_an_empty_folder_is_a_fine_output(output: Path) -> None:
    output.mkdir()
    publish(output, ONE)
    assert tree(output) == ONE


def test_the_manifest_of_a_published_site_can_be_read_and_compared(output: Path) -> None:
    with pytest.raises(PublicationError, match="Aucun site n'a encore été publié"):
        read_manifest(output)
    publish(output, ONE)
    assert read_manifest(output) == scan(output)
    (output / "index.html").write_bytes(b"ONE")
    (output / "extra").write_bytes(b"")
    (output / "a" / "b.html").unlink()
    quoted = [
        line.replace("\u00a0", " ") for line in read_manifest(output).differences(scan(output))
    ]
    assert quoted == [
        "« a/b.html » manque",
        "« extra » est en trop",
        "« index.html » n'a pas le contenu attendu",
    ]


def test_the_present_time_is_given_never_read(output: Path) -> None:
    with publication(output, started=datetime.max.replace(tzinfo=STARTED.tzinfo)):
        lock = (output.parent / ".site-releases" / "publication.lock").read_text()
    assert '"started": "9999-12-31T23:59:59+01:00"' in lock

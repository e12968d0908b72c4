"""What a publication does when all goes well, and what it refuses to touch."""

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
    BuildInProgressError,
    Draft,
    Entry,
    PublicationError,
    publication,
    read_manifest,
    scan,
)
from tests.publishing.sites import STARTED, assert_every_edition_is_whole, publish, tree

ONE = {"index.html": b"one", "a/b.html": b"page"}
TWO = {"index.html": b"two", "c.html": b"other"}


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


def _a_folder_with_files(output: Path) -> None:
    output.mkdir()
    (output / "thesis.odt").write_bytes(b"years of work")


def _a_file(output: Path) -> None:
    output.write_bytes(b"a file")


def _a_link_elsewhere(output: Path) -> None:
    (output.parent / "elsewhere").mkdir()
    output.symlink_to("elsewhere")


def _a_link_to_nothing(output: Path) -> None:
    output.symlink_to("nowhere")


def _somebody_elses_releases_folder(output: Path) -> None:
    (output.parent / ".site-releases").mkdir()
    (output.parent / ".site-releases" / "draft-of-a-novel").write_bytes(b"chapter one")


def _a_linked_releases_folder(output: Path) -> None:
    (output.parent / "elsewhere").mkdir()
    (output.parent / ".site-releases").symlink_to("elsewhere")


def _a_file_instead_of_the_releases_folder(output: Path) -> None:
    (output.parent / ".site-releases").write_bytes(b"a file")


@pytest.mark.parametrize(
    ("there", "words"),
    [
        (_a_folder_with_files, "contient déjà des fichiers"),
        (_a_file, "est un fichier et non un dossier"),
        (_a_link_elsewhere, "est un lien qui n'a pas été créé par l'annuaire"),
        (_a_link_to_nothing, "est un lien qui n'a pas été créé par l'annuaire"),
        (_somebody_elses_releases_folder, "n'a pas été créé par l'annuaire"),
        (_a_linked_releases_folder, "n'a pas été créé par l'annuaire"),
        (_a_file_instead_of_the_releases_folder, "un fichier occupe la place d'un dossier"),
    ],
)
def test_what_others_made_is_refused_and_left_alone(
    output: Path, there: Callable[[Path], None], words: str
) -> None:
    there(output)
    before = tree(output.parent)
    with pytest.raises(PublicationError, match=words) as refusal:
        publish(output, ONE)
    assert "\n" not in str(refusal.value)
    assert tree(output.parent) == before


def test_a_folder_filled_by_somebody_during_the_build_is_left_alone(output: Path) -> None:
    def build() -> None:
        with publication(output, started=STARTED) as draft:
            draft.write("index.html", b"new")
            _a_folder_with_files(output)
            draft.publish()

    with pytest.raises(PublicationError, match="contient déjà des fichiers"):
        build()
    assert tree(output) == {"thesis.odt": b"years of work"}


@pytest.mark.parametrize("place", ["/", ".", "..", "site/.."])
def test_an_output_without_a_name_of_its_own_is_refused(place: str) -> None:
    with pytest.raises(PublicationError, match="ne peut pas être"):
        publish(Path(place), ONE)


def test_an_output_below_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(PublicationError, match="un fichier"):
        publish(tmp_path / "file" / "site", ONE)


def test_a_second_build_is_told_who_holds_the_lock_and_since_when(output: Path) -> None:
    def second() -> None:
        publish(output, TWO)

    with publication(output, started=STARTED) as draft:
        draft.write("index.html", b"first")
        with pytest.raises(BuildInProgressError) as refusal:
            second()
        draft.publish()
    line = str(refusal.value)
    assert f"processus {os.getpid()} sur «\u00a0" in line
    assert "depuis le 02/03/2026 à 09:05:07" in line
    assert "\n" not in line
    assert refusal.value.exit_code == 1
    assert tree(output) == {"index.html": b"first"}


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b'{"pid": 1, "host": "h", "started": "hier"}'])
def test_a_lock_that_does_not_yet_say_who_holds_it_is_respected(output: Path, text: bytes) -> None:
    with publication(output, started=STARTED):
        (output.parent / ".site-releases" / "publication.lock").write_bytes(text)
        with pytest.raises(BuildInProgressError, match="Une autre construction du même site"):
            publish(output, TWO)


def test_two_outputs_in_the_same_folder_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with publication(tmp_path / "one", started=STARTED) as draft:
        publish(tmp_path / "two", TWO)
        draft.write("index.html", b"one")
        draft.publish()
    assert tree(tmp_path / "one") == {"index.html": b"one"}
    assert tree(tmp_path / "two") == TWO


def test_a_file_cut_short_after_it_was_written_is_found(output: Path) -> None:
    publish(output, ONE)

    def build() -> None:
        with publication(output, started=STARTED) as draft:
            draft.write("index.html", b"a long page")
            os.truncate(draft.folder / "index.html", 4)
            draft.publish()

    with pytest.raises(PublicationError, match="a 4 octets au lieu de 11"):
        build()
    assert tree(output) == ONE


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (None, "manque"),
        (b"", "a 0 octets au lieu de 4"),
        (b"pag", "a 3 octets au lieu de 4"),
        (b"pagf", "n'a pas le contenu attendu"),
    ],
)
def test_a_file_written_by_another_tool_is_held_to_what_it_was_to_be(
    output: Path, tmp_path: Path, written: bytes | None, words: str
) -> None:
    source = tmp_path / "logo.svg"
    source.write_bytes(b"page")

    def build() -> None:
        with publication(output, started=STARTED) as draft:
            draft.write("index.html", b"home")
            draft.expect("logo.svg", Entry.of_file(source))
            if written is not None:
                (draft.tools / "logo.svg").write_bytes(written)
            draft.publish()

    with pytest.raises(PublicationError, match=words):
        build()


def test_an_empty_file_is_published_only_when_it_was_meant(output: Path) -> None:
    def build(*, meant: bool) -> None:
        with publication(output, started=STARTED) as draft:
            draft.write("index.html", b"home")
            if meant:
                draft.write(".nojekyll", b"")
            else:
                (draft.tools / ".nojekyll").touch()
            draft.publish()

    with pytest.raises(PublicationError, match=r"\.nojekyll.*est vide"):
        build(meant=False)
    build(meant=True)
    assert tree(output)[".nojekyll"] == b""


def test_a_build_without_any_file_is_not_published(output: Path) -> None:
    with pytest.raises(PublicationError, match="n'a produit aucun fichier"):
        publish(output, {})


def _link(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def _linked_folder(path: Path) -> None:
    path.symlink_to("/etc")


@pytest.mark.parametrize("make", [_link, _linked_folder, os.mkfifo])
def test_only_plain_files_are_published(output: Path, make: Callable[[Path], None]) -> None:
    def build() -> None:
        with publication(output, started=STARTED) as draft:
            draft.write("index.html", b"home")
            make(draft.tools / "odd")
            draft.publish()

    with pytest.raises(PublicationError, match="n'est pas un fichier ordinaire"):
        build()


@pytest.mark.parametrize("path", ["/etc/passwd", "../outside", "a/../../b", ".", "", "a//b", "a/"])
def test_a_draft_refuses_to_write_outside_itself(output: Path, path: str) -> None:
    with (
        publication(output, started=STARTED) as draft,
        pytest.raises(ValueError, match="not a path inside the site"),
    ):
        draft.write(path, b"out")


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

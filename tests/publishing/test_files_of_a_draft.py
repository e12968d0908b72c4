"""The files that a draft may hold: plain, inside it, and each as it was to be."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publishing import Entry, PublicationError, publication
from tests.publishing.sites import ONE, STARTED, publish, tree


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

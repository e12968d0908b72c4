"""The outputs that a publication refuses to touch, and the lock that keeps two from one output."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publishing import BuildInProgressError, PublicationError, publication
from tests.publishing.sites import ONE, STARTED, TWO, publish, tree


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

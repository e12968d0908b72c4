"""Killed, interrupted, full, read-only, two at once: the old site or the new one, whole."""

import contextlib
import os
import resource
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.publishing import PublicationError
from generator.publishing.faults import FOLDER_FAULTS, explaining
from tests.publishing.sites import assert_every_edition_is_whole, publish, site_of, tree

Start = Callable[..., subprocess.Popen[str]]
OLD = site_of(b"old")
NEW = site_of(b"new")
NOBODY = 65534


def test_killed_before_any_change_of_the_disk_the_site_is_the_old_or_the_new_one(
    output: Path, start: Start
) -> None:
    for number in range(3):  # As many editions as are kept: the last steps remove one.
        publish(output, {"index.html": str(number).encode()})
    former = tree(output)
    point = 0
    seen = set()
    while True:
        point += 1
        content = f"new {point}".encode()
        with start(output, content.decode(), "--kill-at", point) as builder:
            status = builder.wait()
        shown = tree(output)
        assert shown in (former, site_of(content)), point
        assert_every_edition_is_whole(output)
        seen.add(shown == former)
        former = shown
        if status == 0:
            break
        assert status == -signal.SIGKILL
    assert point > 30, "the audit events that stand for changes of the disk were not seen"
    assert seen == {True, False}
    left = sorted(path.name for path in (output.parent / ".site-releases").iterdir())
    assert len(left) == 8, left  # three editions, their manifests, the lock, what was set aside


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_build_cleans_up_behind_itself(
    output: Path, start: Start, number: signal.Signals
) -> None:
    publish(output, OLD)
    with start(output, "new", "--pause") as builder:
        assert builder.stdout is not None
        assert builder.stdout.readline() == "ready\n"
        # A signal that falls just before the reading starts is lost: sent again until it is heard.
        while builder.poll() is None:
            builder.send_signal(number)
            with contextlib.suppress(subprocess.TimeoutExpired):
                builder.wait(timeout=3)
        assert builder.returncode in (128 + number, -number)
    assert tree(output) == OLD
    assert not list((output.parent / ".site-releases").glob("draft-*"))


def test_of_two_builds_at_once_the_second_gives_way(output: Path, start: Start) -> None:
    with start(output, "new", "--pause") as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "ready\n"
        with start(output, "other") as second:
            line, _ = second.communicate()
        assert second.returncode == 1
        assert line.startswith("Une autre construction du même site est en cours (processus ")
        assert f"processus {first.pid} sur " in line
        assert line.count("\n") == 1
        first.communicate("\n")
        assert first.returncode == 0
    assert tree(output) == NEW


def test_a_killed_build_does_not_keep_the_lock(output: Path, start: Start) -> None:
    with start(output, "killed", "--pause") as builder:
        assert builder.stdout is not None
        assert builder.stdout.readline() == "ready\n"
        builder.kill()
    publish(output, NEW)
    assert tree(output) == NEW


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 512 KiB and 64 inodes, for this test alone."""
    place = tmp_path / "disk"
    place.mkdir()
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k,nr_inodes=64", "tmpfs", str(place)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"needs the right to mount a small disk: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("free", range(0, 36, 4))
def test_on_a_full_disk_the_old_site_stays_whole(small_disk: Path, free: int) -> None:
    output = small_disk / "site"
    old, new = ({f"{n}.html": mark * 5000 for n in range(4)} for mark in (b"o", b"n"))
    publish(output, old)
    ballast = small_disk / "ballast"
    with ballast.open("wb") as file:
        file.write(bytes(shutil.disk_usage(small_disk).free - free * 1024))
    with pytest.raises(PublicationError, match="il n'y a plus de place sur le disque"):
        publish(output, new)
    assert tree(output) == old
    assert_every_edition_is_whole(output)
    ballast.unlink()
    assert publish(output, new).changed
    assert tree(output) == new


@pytest.mark.parametrize("free", range(7))
def test_on_a_disk_without_inodes_the_old_site_stays_whole(small_disk: Path, free: int) -> None:
    output = small_disk / "site"
    publish(output, OLD)
    spare = small_disk / "spare"
    spare.mkdir()
    for number in range(os.statvfs(small_disk).f_ffree - free):
        (spare / str(number)).touch()
    with pytest.raises(PublicationError, match="il n'y a plus de place sur le disque"):
        publish(output, NEW)
    assert tree(output) == OLD
    assert_every_edition_is_whole(output)
    shutil.rmtree(spare)
    publish(output, NEW)
    assert tree(output) == NEW


def test_a_disk_made_read_only_keeps_the_old_site(small_disk: Path) -> None:
    output = small_disk / "site"
    publish(output, OLD)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(PublicationError, match="le disque est en lecture seule"):
        publish(output, NEW)
    assert tree(output) == OLD


@pytest.fixture
def folder_of_somebody_else() -> Iterator[Path]:
    """Make a folder this test may read and not write, even when root runs it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        if os.geteuid() == 0:
            os.seteuid(NOBODY)
            yield folder
            os.seteuid(0)
        else:
            yield folder
        folder.chmod(0o755)


def test_a_parent_that_may_not_be_written_is_said(folder_of_somebody_else: Path) -> None:
    with pytest.raises(PublicationError, match="le droit d'écrire dans ce dossier manque"):
        publish(folder_of_somebody_else / "site", NEW)
    assert not list(folder_of_somebody_else.iterdir())


def test_a_limit_on_the_size_of_files_keeps_the_old_site(output: Path) -> None:
    publish(output, OLD)
    former = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, former[1]))
    try:
        with pytest.raises(PublicationError, match="un fichier dépasse la taille permise"):
            publish(output, {"index.html": bytes(100_000)})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, former)
    assert tree(output) == OLD


@pytest.mark.parametrize("unknown", [OSError(9999, "never heard of"), OSError("without a number")])
def test_what_no_line_explains_keeps_its_trace(unknown: OSError) -> None:
    with pytest.raises(OSError, match=str(unknown.args[-1])), explaining("Raté", FOLDER_FAULTS):
        raise unknown

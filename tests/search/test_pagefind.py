"""The search index is whole or refused, and the same bytes for the same pages."""

import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.pagefind import SearchIndexError, index_site, write_bundle
from generator.search.pagefind_bundle import canonical_bundle
from generator.search.pagefind_codec import unwrap, wrap
from tests.search.pagefind_pages import files_of, pages, run_pagefind, write_site

LIMIT = 60.0


def pages_of(site: Path) -> list[str]:
    return [page.relative_to(site).as_posix() for page in site.rglob("*.html")]


def index(site: Path) -> dict[str, bytes]:
    return index_site(site, pages_of(site), time_limit=LIMIT)


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Pagefind itself writes for six pages."""
    folder = tmp_path_factory.mktemp("raw")
    return run_pagefind(write_site(folder / "site", pages(6)), folder / "output")


@pytest.mark.parametrize("count", [1, 40, 150])
def test_two_runs_give_the_same_bytes_though_pagefind_alone_does_not(
    tmp_path: Path, count: int
) -> None:
    site = write_site(tmp_path / "site", pages(count))
    runs = [run_pagefind(site, tmp_path / f"run-{number}") for number in range(3)]
    if count > 1:  # The one value of each filter of a single page has one order only.
        assert files_of(runs[0]) != files_of(runs[1]), "no longer needed?"
    bundles = [canonical_bundle(run, count) for run in runs]
    assert all(bundle == bundles[0] for bundle in bundles)
    assert index(site) == bundles[0]


def test_the_number_of_threads_changes_nothing(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", pages(60))
    bundles = [
        canonical_bundle(run_pagefind(site, tmp_path / n, RAYON_NUM_THREADS=n), 60) for n in "12"
    ]
    assert bundles[0] == bundles[1]


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    run = run_pagefind(write_site(tmp_path / "site", pages(300)), tmp_path / "run")
    alone, shared = (canonical_bundle(run, 300, jobs) for jobs in (1, 3))
    assert sum(path.startswith("index/") for path in alone) > 1, "nothing to share out"
    assert alone == shared


def test_the_order_in_which_the_disk_lists_pages_changes_nothing() -> None:
    memory = Path("/dev/shm")  # noqa: S108 - a disk in memory lists files by age: orders can be chosen
    if not os.access(memory, os.W_OK):
        pytest.skip("needs /dev/shm, a disk that lists files in an order that can be chosen")
    site = pages(60)
    shuffled = random.Random(7).sample(list(site), len(site))  # noqa: S311 - an order, not a secret
    raws, bundles = [], []
    for order in (list(site), shuffled):
        with tempfile.TemporaryDirectory(dir=memory) as name:
            folder = Path(name)
            write_site(folder / "site", site, order)
            run_pagefind(folder / "site", folder / "raw")
            raws.append({path for path in files_of(folder / "raw") if path.startswith("index/")})
            bundles.append(index(folder / "site"))
    assert raws[0] != raws[1], "the two orders were not seen by Pagefind"
    assert bundles[0] == bundles[1]


def test_pages_whose_names_begin_alike_keep_distinct_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.search.pagefind_bundle._NAME_LENGTH", 1)
    site = write_site(tmp_path / "site", pages(40))
    bundle = index(site)
    fragments = [path for path in bundle if path.startswith("fragment/")]
    assert len(fragments) == 40
    assert len({len(path) for path in fragments}) > 1
    assert index(site) == bundle


def test_only_what_the_search_needs_is_published(raw: Path) -> None:
    bundle = canonical_bundle(raw, 6)
    common = {path for path in bundle if "/" not in path and not path.endswith(".pf_meta")}
    assert common == {
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pagefind.js",
        "wasm.fr.pagefind",
    }
    assert {path.partition("/")[0] for path in bundle if "/" in path} == {
        "filter",
        "fragment",
        "index",
    }


def test_nothing_is_left_in_the_site(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", pages(3))
    before = files_of(site)
    index(site)
    assert files_of(site) == before
    assert [path.name for path in site.iterdir()] == ["services"]


def test_the_text_of_a_removed_page_leaves_the_index(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", pages(3))
    assert any(b"num\xc3\xa9ro2" in unwrap(f) for p, f in index(site).items() if "frag" in p)
    shutil.rmtree(site / "services" / "service-2")
    assert not any(
        b"num\xc3\xa9ro2" in unwrap(file)
        for path, file in index(site).items()
        if not path.endswith((".js", ".json"))
    )


def test_what_is_excluded_is_not_indexed(tmp_path: Path) -> None:
    page = (
        '<html lang="fr"><body><main data-pagefind-body><h1>Titre</h1><p>visible</p>'
        '<p class="a">premier</p><p class="b">second</p></main></body></html>'
    )
    site = write_site(tmp_path / "site", {"index.html": page, "404.html": "<html>perdu</html>"})
    bundle = index_site(site, ["index.html"], time_limit=LIMIT, exclude_selectors=[".a", "p.b"])
    (text,) = (unwrap(file) for path, file in bundle.items() if path.startswith("fragment/"))
    assert b"visible" in text
    assert b"premier" not in text
    assert b"second" not in text


def test_settings_of_the_surroundings_are_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write_site(tmp_path / "site", pages(2))
    expected = index(site)
    (tmp_path / "pagefind.toml").write_text('exclude_selectors = ["h1"]\nkeep_index_url = true\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_KEEP_INDEX_URL", "true")
    monkeypatch.setenv("PAGEFIND_ROOT_SELECTOR", "nav")
    assert index(site) == expected


def test_a_page_that_pagefind_does_not_take_is_missed(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {**pages(3), "404.html": "<html>perdu</html>"})
    with pytest.raises(SearchIndexError, match="3 pages au lieu de 4"):
        index(site)


def test_a_page_that_is_not_asked_for_is_left_out(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", pages(3))
    asked = sorted(pages_of(site))[:2]
    found = index_site(site, asked, time_limit=LIMIT)
    assert len([path for path in found if path.startswith("fragment/")]) == 2


def test_a_word_is_found_after_an_elision_whatever_the_apostrophe(tmp_path: Path) -> None:
    def page(apostrophe: str) -> str:
        text = f"l{apostrophe}aide de l{apostrophe}association"
        return f'<html lang="fr"><body><main data-pagefind-body>{text}</main></body></html>'

    typed, printed = (
        index(write_site(tmp_path / name, {"index.html": page(apostrophe)}))
        for name, apostrophe in (("typed", "'"), ("printed", "’"))
    )
    assert printed == typed
    words = b"".join(unwrap(typed[path]) for path in typed if path.startswith("index/"))
    stem = b"\x63aid"  # a text of three bytes (RFC 8949, 3.1), and no longer one
    assert stem in words


def test_a_site_without_any_page_to_index_is_refused(tmp_path: Path) -> None:
    tmp_path.joinpath("empty").mkdir()
    with pytest.raises(SearchIndexError, match="Pagefind s'est arrêté avec le code 1"):
        index(tmp_path / "empty")


def test_a_sort_is_refused_because_its_order_cannot_be_made_stable(tmp_path: Path) -> None:
    page = (
        '<html><body><main data-pagefind-body data-pagefind-sort="nom:a">mot</main></body></html>'
    )
    site = write_site(tmp_path / "site", {"index.html": page})
    with pytest.raises(SearchIndexError, match="data-pagefind-sort"):
        index(site)


def test_pagefind_is_stopped_at_the_time_limit(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", pages(2))
    with pytest.raises(SearchIndexError, match="n'a pas fini d'indexer le site en 1e-06 secondes"):
        index_site(site, pages_of(site), time_limit=1e-6)
    assert [path.name for path in site.iterdir()] == ["services"]


def test_every_published_file_is_missed_when_it_is_absent_empty_or_cut_short(
    raw: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(raw, tmp_path / "copy")
    published = [
        path for path in files_of(raw) if "-ui." not in path and path != "pagefind-highlight.js"
    ]
    published.remove("wasm.unknown.pagefind")
    canonical_bundle(copy, 6)
    for path in published:
        content = (copy / path).read_bytes()
        for size in (None, 0, 1, len(content) // 3, len(content) // 2, len(content) - 1):
            if size is None:
                (copy / path).unlink()
            else:
                (copy / path).write_bytes(content[:size])
            with pytest.raises(SearchIndexError) as refusal:
                canonical_bundle(copy, 6)
            assert "\n" not in str(refusal.value)
            assert path.partition("/")[0].partition(".")[0] in str(refusal.value)
        (copy / path).write_bytes(content)
    canonical_bundle(copy, 6)


def test_a_file_left_by_another_run_is_refused(raw: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(raw, tmp_path / "copy")
    (copy / "fragment" / "fr_0000000.pf_fragment").write_bytes(wrap(b"{}"))
    with pytest.raises(SearchIndexError, match=r"fichier inattendu.*fr_0000000"):
        canonical_bundle(copy, 6)


def test_an_index_is_never_written_over_another(raw: Path, tmp_path: Path) -> None:
    bundle = canonical_bundle(raw, 6)
    write_bundle(bundle, tmp_path / "pagefind")
    assert files_of(tmp_path / "pagefind") == bundle
    with pytest.raises(SearchIndexError, match="n'est pas vide"):
        write_bundle(bundle, tmp_path / "pagefind")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 1,200 KiB and 100 inodes, for this test alone."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1200k,nr_inodes=100", "tmpfs", str(place)],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"needs the right to mount a small disk: {mounted.stderr.strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_an_index_cut_short_by_a_full_disk_is_refused(small_disk: Path) -> None:
    site = write_site(small_disk / "site", pages(8))
    whole = index(site)
    ballast = small_disk / "ballast"
    outcomes = []
    for free in range(40, 840, 80):
        ballast.unlink(missing_ok=True)
        ballast.write_bytes(bytes(shutil.disk_usage(small_disk).free - free * 1024))
        try:
            outcomes.append(index(site) == whole)
        except (SearchIndexError, OSError):
            outcomes.append(None)
        assert [path.name for path in site.iterdir()] == ["services"]
    assert None in outcomes
    assert outcomes[-1] is True
    assert False not in outcomes


def test_pagefind_waiting_for_an_inode_for_ever_is_stopped(small_disk: Path) -> None:
    site = write_site(small_disk / "site", pages(8))
    spare = small_disk / "spare"
    spare.mkdir()
    for number in range(os.statvfs(small_disk).f_ffree - 32):
        (spare / str(number)).touch()
    with pytest.raises(SearchIndexError, match=r"n'a pas fini d'indexer le site en 0\.5 secondes"):
        index_site(site, pages_of(site), time_limit=0.5)


@given(st.binary())
def test_the_envelope_gives_back_what_was_put_in(content: bytes) -> None:
    assert unwrap(wrap(content)) == content


@given(st.binary(), st.data())
def test_an_envelope_cut_short_is_noticed(content: bytes, data: st.DataObject) -> None:
    file = wrap(content)
    with pytest.raises(ValueError, match=r"gzip|signature"):
        unwrap(file[: data.draw(st.integers(0, len(file) - 1))])

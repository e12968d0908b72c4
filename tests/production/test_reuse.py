"""What is reused is what would have come out the same: the cached build against a clean one."""

import datetime
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import placing
from generator.directory import Directory
from generator.exports import COMMON_DATA
from generator.pages.site import Site
from generator.production import Former, Ledger, Output, Production, Unit, Workshop, production
from generator.publishing.manifest import keep_only
from generator.territory import Territory
from tests.pages.conftest import site, territory
from tests.pages.samples import TODAY
from tests.production.world import (
    EDITS,
    FIELDS,
    IDS,
    Look,
    World,
    at,
    directory_of,
    edited,
    looks,
    made,
    on_disk,
    units,
)

__all__ = ["site", "territory"]

START: World = {one: {} for one in IDS[:4]}

LOOKS = st.sampled_from((0, 0, 0, 0, 0, 1, 2, 3))
"""Which of the looks: settings and templates change less often than records."""

STORIES = int(os.environ.get("STORIES", "8"))
"""How many stories are tried, some two edits each; ``STORIES=2000`` takes an hour or two."""


class Maker:
    """Builds one edition after another, each from the one before."""

    def __init__(self, territory: Territory, look: Look) -> None:
        self.territory = territory
        self.look = look
        self.folder = Path(tempfile.mkdtemp())
        self.count = 0
        self.former: Former | None = None
        self.spare: Path | None = None

    def directory(self, world: World, today: datetime.date = TODAY) -> Directory:
        return directory_of(world, self.territory, today)

    def new_folder(self) -> Path:
        self.count += 1
        folder = self.folder / str(self.count)
        folder.mkdir()
        return folder

    def build(
        self, directory: Directory, header: str = "", jobs: int | None = 1
    ) -> tuple[Path, Production]:
        """As publications do: in what is left of the edition before the former one."""
        folder = self.spare or self.new_folder()
        header = header or self.look.header
        found = made(directory, self.look, Workshop(directory, folder, header, self.former, jobs))
        keep_only(folder, {one.path for one, _ in found.files()})
        self.spare = self.former.folder if self.former else None
        self.former = Former(folder, Ledger.from_bytes(found.ledger.to_bytes()))
        return folder, found

    def clean(self, directory: Directory) -> dict[str, bytes]:
        """What is made without any memory, in this one process: the truth."""
        folder = self.new_folder()
        made(directory, self.look, Workshop(directory, folder, "", jobs=1))
        return on_disk(folder)

    def made_again(self, before: World, after: World) -> set[str]:
        """The names of what is not reused, from one world to the next."""
        self.build(self.directory(before))
        _, found = self.build(self.directory(after))
        return found.ledger.units.keys() - found.reused


@pytest.fixture(scope="session")
def all_looks(
    site: Site, project_root: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[Look]:
    templates = project_root / "theme" / "templates"
    return looks(site, templates, tmp_path_factory.mktemp("look") / "templates", TODAY)


@pytest.fixture
def maker(territory: Territory, all_looks: list[Look]) -> Iterator[Maker]:
    one = Maker(territory, all_looks[0])
    yield one
    shutil.rmtree(one.folder)


@settings(max_examples=STORIES)
@given(st.lists(st.tuples(EDITS, LOOKS), min_size=1, max_size=4))
def test_whatever_is_edited_the_next_build_is_that_of_a_clean_one(
    territory: Territory, all_looks: list[Look], story: list[tuple[Sequence[tuple[Any, ...]], int]]
) -> None:
    maker = Maker(territory, all_looks[0])
    world = START
    published, _ = maker.build(maker.directory(world))
    for edits, look in story:
        world = edited(world, edits)
        maker.look = all_looks[look]
        directory = maker.directory(world)
        former, before = published, on_disk(published)
        published, _ = maker.build(directory)
        assert on_disk(published) == maker.clean(directory)
        assert on_disk(former) == before, "written into, through a link"
    shutil.rmtree(maker.folder)


@pytest.mark.parametrize(
    ("field", "value"), [(field, value) for field, values in FIELDS.items() for value in values]
)
def test_every_edit_gives_a_record_that_may_be_published(
    territory: Territory, field: str, value: object
) -> None:
    """Or the random edits above would try less than they seem to."""
    assert directory_of({IDS[0]: {field: value}}, territory, TODAY).services


def test_when_nothing_changed_nothing_is_made_again(maker: Maker) -> None:
    assert maker.made_again(START, START) == set()


def test_a_text_is_made_again_where_it_is_shown_and_nowhere_else(maker: Maker) -> None:
    world: World = {f"mediation-{letter}-35": {} for letter in "abcdefgh"}
    world["mediation-quatre-974"] = {
        "lieux": [at("saint-denis")],
        "gestionnaire": {"nom": "Une autre association d'essai"},
    }
    after = edited(world, [("set", "mediation-quatre-974", "nom", "Un autre nom d'essai")])
    assert maker.made_again(world, after) == {
        "services/mediation-quatre-974/index.html",
        "departements/974/index.html",
        "regions/04/index.html",
        "communes/97411/index.html",
        # Every other service is in one town: these looked as far as that one.
        "communes/35238/index.html",
        *(f"departements/{code}/index.html" for code in ("976", "986", "987", "988")),
        "services/index.html",
        "recherche/lieux",
        "données de mediation-quatre-974",
        *(f"données : {part}" for part in COMMON_DATA),
        "donnees/descriptions",
    }


def test_a_service_of_the_same_departement_counts_on_the_pages_that_show_it_only(
    maker: Maker,
) -> None:
    world: World = {f"mediation-{letter}-35": {} for letter in "abcdefgh"}
    world["mediation-loin-35"] = {
        "lieux": [at("redon")],
        "gestionnaire": {"nom": "Une autre association d'essai"},
    }
    after = edited(world, [("set", "mediation-loin-35", "nom", "Un autre nom d'essai")])
    again = maker.made_again(world, after)
    assert {one for one in again if one.startswith("services/mediation")} == {
        "services/mediation-loin-35/index.html"
    }


def test_a_neighbour_that_comes_nearer_is_shown(maker: Maker) -> None:
    far = edited(START, [("set", "mediation-trois-44", "lieux", [at("saint-denis")])])
    near = edited(far, [("set", "mediation-trois-44", "lieux", [at("redon")])])
    again = maker.made_again(far, near)
    assert {"services/mediation-un-35/index.html", "communes/35238/index.html"} <= again


def test_a_change_of_the_program_the_theme_or_the_day_makes_everything_again(maker: Maker) -> None:
    maker.build(maker.directory(START), header="one day")
    _, found = maker.build(maker.directory(START), header="the next day")
    assert found.reused == frozenset()


def test_what_is_given_besides_the_directory_counts(maker: Maker) -> None:
    directory = maker.directory(START)
    before = [replace(one, given="one") for one in units(directory, maker.look)]
    after = [replace(before[0], given="two"), *before[1:]]
    with production(before, Workshop(directory, maker.folder / "a", "h")) as collect:
        former = Former(maker.folder / "a", collect().ledger)
    with production(after, Workshop(directory, maker.folder / "b", "h", former)) as collect:
        found = collect()
    assert found.ledger.units.keys() - found.reused == {before[0].name}


@pytest.mark.parametrize("harm", ["truncated", "changed", "removed", "a folder"])
def test_a_former_file_that_is_not_what_it_was_is_made_again(maker: Maker, harm: str) -> None:
    directory = maker.directory(START)
    folder, _ = maker.build(directory)
    page = folder / "services/mediation-un-35/index.html"
    content = page.read_bytes()
    page.unlink()
    if harm == "truncated":
        page.write_bytes(content[:-1])
    elif harm == "changed":
        page.write_bytes(content.replace(b"e", b"a", 1))
    elif harm == "a folder":
        page.mkdir()
    folder, found = maker.build(directory)
    assert on_disk(folder) == maker.clean(directory)
    again = found.ledger.units.keys() - found.reused
    assert again == {"services/mediation-un-35/index.html"}


def test_a_unit_of_which_one_file_was_changed_leaves_the_others_as_they_are(maker: Maker) -> None:
    """They are links: writing through one would change what is published."""

    def two(_: Directory) -> Iterator[Output]:
        yield from (Output("a.txt", b"first"), Output("b.txt", b"second"))

    directory = maker.directory(START)
    first, second = maker.folder / "1", maker.folder / "2"
    with production([Unit("two", two)], Workshop(directory, first, "h")) as collect:
        former = Former(first, collect().ledger)
    (first / "b.txt").write_bytes(b"changed")
    with production([Unit("two", two)], Workshop(directory, second, "h", former)) as collect:
        assert collect().reused == frozenset()
    assert on_disk(second) == {"a.txt": b"first", "b.txt": b"second"}
    assert not (first / "a.txt").samefile(second / "a.txt")
    assert (first / "a.txt").stat().st_nlink == 1


def test_what_stands_where_a_link_is_to_be_is_replaced_and_never_written_into(maker: Maker) -> None:
    def two(_: Directory) -> Iterator[Output]:
        yield from (Output("a.txt", b"first"), Output("b/c.txt", b"second"))

    directory = maker.directory(START)
    first, second, third = (maker.folder / one for one in "123")
    with production([Unit("two", two)], Workshop(directory, first, "h")) as collect:
        ledger = collect().ledger
    placing.write(third, "a.txt", b"of another edition")
    placing.link(str(third / "a.txt"), second, "a.txt")
    placing.write(second, "b", b"a file where a folder is to be")
    assert Former(first, ledger).lends(ledger.units["two"], second)
    assert on_disk(second) == {"a.txt": b"first", "b/c.txt": b"second"}
    assert on_disk(third) == {"a.txt": b"of another edition"}


def test_what_stood_there_before_and_is_sound_is_left_there(maker: Maker) -> None:
    def one(_: Directory) -> Iterator[Output]:
        yield Output("a.txt", b"first")

    directory = maker.directory(START)
    first, second = maker.folder / "1", maker.folder / "2"
    with production([Unit("one", one)], Workshop(directory, first, "h")) as collect:
        ledger = collect().ledger
    placing.write(second, "a.txt", b"first")
    before = (second / "a.txt").stat().st_ino
    assert Former(first, ledger).lends(ledger.units["one"], second)
    assert (second / "a.txt").stat().st_ino == before


@pytest.fixture
def other_disk(tmp_path: Path) -> Iterator[Path]:
    """A folder to which no hard link leads from where tests write."""
    memory = Path("/dev/shm")  # noqa: S108 (a disk of its own, on Linux)
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("no second disk: /dev/shm is none here")
    folder = Path(tempfile.mkdtemp(dir=memory))
    yield folder
    shutil.rmtree(folder)


def test_an_edition_on_another_disk_is_copied_and_not_made_again(
    maker: Maker, other_disk: Path
) -> None:
    """Parts come to the machine that joins them on whatever disk holds them."""
    directory = maker.directory(START)
    folder, found = maker.build(directory)
    there = shutil.copytree(folder, other_disk / "edition")
    maker.former = Former(there, found.ledger)
    copied, found = maker.build(directory)
    assert found.reused == found.ledger.units.keys()
    assert on_disk(copied) == on_disk(there) == maker.clean(directory)


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_a_ledger_with_any_byte_changed_is_refused(place: int, change: int) -> None:
    content = bytearray(Ledger("h", frozenset(), {}).to_bytes())
    content[place % len(content)] ^= change
    with pytest.raises(ValueError):  # noqa: PT011 (of JSON, of digits, of the seal)
        Ledger.from_bytes(bytes(content))


@pytest.mark.parametrize("length", [0, 1, 64, 65, 70])
def test_a_ledger_cut_short_is_refused(length: int) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (as above)
        Ledger.from_bytes(Ledger("h", frozenset(), {}).to_bytes()[:length])


@pytest.mark.parametrize("jobs", [2, 3, 8])
def test_several_processes_make_the_bytes_of_one(maker: Maker, jobs: int) -> None:
    directory = maker.directory(START)
    folder, found = maker.build(directory, jobs=jobs)
    assert on_disk(folder) == maker.clean(directory)
    names = [one.name for one in units(directory, maker.look)]
    assert list(found.ledger.units) == [*names, "donnees/descriptions"]

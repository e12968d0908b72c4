"""What the tests of the search share: the index as files, Node.js, visits in a browser."""

import gzip
import json
import random
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import playwright
import pytest
from playwright.sync_api import Browser, BrowserContext

from generator.search.asked import ACTIVITY_NAMES, ARTICLES, COMMON, LINKS
from generator.search.communes import commune_files
from generator.search.everyday import PHRASES
from generator.search.intent import Intent
from generator.search.words import word_files
from generator.territory import Territory
from generator.territory.regions import OTHER_NAMES
from tests.find.visits import Visit, watch
from tests.sites import Served

HERE = Path(__file__).parent
# Playwright brings its own Node.js: the tests need no other.
NODE = Path(playwright.__file__).parent / "driver" / "node"
Node = Callable[..., Any]
Enter = Callable[[Sequence[str]], list[list[str]]]


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> Path:
    """Write the files of an index under ``folder``, which comes back."""
    for path, content in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return folder


def weight(folder: Path, paths: Iterable[str]) -> int:
    """What these files weigh on the wire, compressed as static hosts do (gzip, level 9)."""
    return sum(len(gzip.compress((folder / path).read_bytes(), 9)) for path in paths)


def place_of(found: Intent) -> tuple[str, str, str]:
    """Where the terminal goes, as ``enter`` says it: a kind of place, its name, an activity or none."""
    named = found.area or next(iter(found.communes), None)
    if named is None:
        return "words", "", ""
    return type(named).__name__.lower(), named.nom, found.activity or ""


def random_sentences() -> list[str]:
    """Two thousand of one to six words or phrases of the tables, and names of towns, in any order."""
    choose = random.Random(7)  # noqa: S311 (the same texts each time)
    towns = [
        "Rennes",
        "Le Mans",
        "La Garde",
        "Saint-Prix",
        "Vers",
        "M'Tsangamouji",
        "Ligné",
        "69007",
    ]
    names = [name for name, _ in ACTIVITY_NAMES]
    tables = (names, PHRASES, LINKS, COMMON, tuple(ARTICLES), towns)
    return [
        " ".join(choose.choice(choose.choice(tables)) for _ in range(choose.randint(1, 6)))
        for _ in range(2000)
    ]


@pytest.fixture(scope="session")
def node() -> Node:
    """Run a script of this folder with a value on its standard input; gives what it answers."""

    def run(script: str, **given: Any) -> Any:
        done = subprocess.run(
            [NODE, HERE / script],
            input=json.dumps(given),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.fixture(scope="session")
def territory(project_root: Path) -> Territory:
    return Territory.load(project_root)


@pytest.fixture(scope="session")
def commune_index(territory: Territory, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_files(tmp_path_factory.mktemp("communes"), commune_files(territory))


@pytest.fixture(scope="session")
def enter(node: Node, commune_index: Path, territory: Territory) -> Enter:
    """What Enter does with texts, in the browser, where all régions have a page.

    For each, a kind (a place's, or ``words``), the names of places, and an activity or none.
    """
    folder = write_files(commune_index, word_files())
    regions = [
        {"nom": one.nom, "autres": OTHER_NAMES.get(one.code, ())} for one in territory.regions
    ]
    return lambda texts: node("intent.mjs", folder=str(folder), regions=regions, texts=texts)


@pytest.fixture(scope="session")
def suggest(node: Node, commune_index: Path) -> Callable[..., list[Mapping[str, Any]]]:
    """Answers of the box to texts: ``codes``, ``names`` and the files ``asked`` for."""

    def ask(texts: Iterable[str], *, fresh: bool = False) -> list[Mapping[str, Any]]:
        return node("communes.mjs", folder=str(commune_index), texts=list(texts), fresh=fresh)

    return ask


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(locale="fr-FR", viewport={"width": 360, "height": 740})
    yield made
    made.close()


@pytest.fixture
def real(context: BrowserContext, served_real_site: Served) -> Iterator[Visit]:
    visit = watch(context.new_page(), served_real_site)
    yield visit
    assert visit.complaints == []


@pytest.fixture
def fictional(context: BrowserContext, served_fictional_site: Served) -> Iterator[Visit]:
    visit = watch(context.new_page(), served_fictional_site)
    yield visit
    assert visit.complaints == []

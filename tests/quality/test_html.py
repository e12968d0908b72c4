"""Every page is HTML as the standard has it, and as careful people write it."""

import itertools
import json
import subprocess
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser as HTMLParser

from tests.page_types import PAGE_TYPES
from tests.quality.conftest import MODULES, nu_messages
from tests.sites import BuiltSite


def test_the_nu_checker_finds_nothing(real_site: BuiltSite, fictional_site: BuiltSite) -> None:
    assert nu_messages(real_site.folder, fictional_site.folder) == []


def test_html_validate_finds_nothing(
    real_site: BuiltSite, fictional_site: BuiltSite, tmp_path: Path
) -> None:
    program = MODULES / "html-validate" / "bin" / "html-validate.mjs"
    config = Path(__file__).parent / "html-validate.mjs"
    report = tmp_path / "report.json"
    options = ("--config", config, "--formatter", f"json={report}", "--ext", "html")
    done = subprocess.run(
        ["node", program, *options, real_site.folder, fictional_site.folder],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stderr == ""
    found = [
        f"{page['filePath']}:{one['line']}: {one['ruleId']}: {one['message']}"
        for page in json.loads(report.read_text("utf-8"))
        for one in page["messages"]
    ]
    assert found == []
    assert done.returncode == 0


def test_headings_are_in_order(real_site: BuiltSite, fictional_site: BuiltSite) -> None:
    """One title, and never a level that its parent does not announce."""
    for page in (*real_site.pages, *fictional_site.pages):
        body = HTMLParser(page.read_bytes()).body
        assert body is not None
        levels = [int(str(one.tag)[1]) for one in body.css("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, page
        jumps = [(above, below) for above, below in itertools.pairwise(levels) if below > above + 1]
        assert jumps == [], page


def test_every_page_has_its_landmarks_and_its_language(
    real_site: BuiltSite, fictional_site: BuiltSite
) -> None:
    for page in (*real_site.pages, *fictional_site.pages):
        tree = HTMLParser(page.read_bytes())
        assert [len(tree.css(one)) for one in ("body > header", "main", "body > footer")] == [
            1,
            1,
            1,
        ], page
        assert tree.root is not None
        assert tree.root.attributes.get("lang") == "fr", page


def test_every_table_says_what_its_rows_are(
    real_site: BuiltSite, fictional_site: BuiltSite
) -> None:
    for page in (*real_site.pages, *fictional_site.pages):
        for table in HTMLParser(page.read_bytes()).css("table"):
            assert table.css("caption") or table.attributes.get("aria-labelledby"), page
            assert table.css("th[scope]"), page


def test_no_template_escapes_the_examination(project_root: Path) -> None:
    """A new kind of page is a line of tests/page_types.py."""
    templates = {path.name for path in (project_root / "theme" / "templates").glob("*.html")}
    # moved.html sends elsewhere at once: it is read as a file only.
    assert templates - {"base.html", "moved.html"} == {name for name, _ in PAGE_TYPES.values()}

"""A folder for each generator, with the services as it wants them and pages framed as ours are."""

import json
import re
import shutil
import sys
import sysconfig
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
ELEVENTY = ROOT / "requirements/eleventy/node_modules/@11ty/eleventy/cmd.cjs"

_NOT_IN_RECORDS = re.compile(
    r'<aside class="notice limit".*?</aside>'
    r'|<section class="fact (?:fact--general|elsewhere|keep)".*?</section>'
    r'|<section class="fact" aria-labelledby="corriger".*?</section>',
    re.DOTALL,
)


@dataclass(frozen=True)
class Peer:
    """A generator: ``prepare`` fills its folder, ``command`` makes ``out`` there."""

    name: str
    command: Sequence[str | Path]
    prepare: Callable[[Path, "Content"], None]


@dataclass(frozen=True)
class Content:
    """What every generator is given: our records in YAML or in JSON, and the frame of our pages."""

    records: Path
    services: list[dict[str, Any]]
    top: str
    bottom: str

    @classmethod
    def of(cls, records: Path, site: Path) -> "Content":
        """From records and the site that we built of them: its data, and the frame of one page.

        The frame carries the styles, as our pages of services do. What ours says and no record holds
        (advice, the nearest services, the QR code) stands in it as one page has it: the others
        write as much without working it out. Nothing in the frame changes from page to page.
        """
        services = json.loads((site / "donnees/services.json").read_text("utf-8"))["services"]
        first = next(one["id"] for one in services if one["type"] == "mediation_familiale")
        page = (site / "services" / first / "index.html").read_text("utf-8")
        top, _, rest = page.partition("<main")
        top = re.sub(r"<title>.*?</title>", "<title>Un service</title>", top, flags=re.DOTALL)
        top = re.sub(r'<script type="application/ld\+json">.*?</script>', "", top, flags=re.DOTALL)
        main, _, bottom = rest.partition("</main>")
        return cls(
            records, services, top, "\n".join([*_NOT_IN_RECORDS.findall(main), "</main>", bottom])
        )

    def frame(self, folder: Path) -> None:
        """Write ``top.html`` and ``bottom.html``."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "top.html").write_text(self.top, "utf-8")
        (folder / "bottom.html").write_text(self.bottom, "utf-8")


def peers() -> list[Peer]:
    """Those that are installed (``make bench`` installs them all)."""
    found = [Peer("Pelican", [sys.executable, "-m", "pelican", "-q"], _pelican)]
    if ELEVENTY.exists():
        command: list[str | Path] = ["node", ELEVENTY, "--quiet", "--config=eleventy.config.cjs"]
        found.insert(0, Peer("Eleventy", command, _eleventy))
    # The program itself: what the package starts it with would count as well.
    programs = Path(sysconfig.get_path("purelib")).glob("hugo/binaries/hugo*")
    if program := next(programs, None):
        hugo: list[str | Path] = [program, "--quiet", "--destination", "out"]
        found[:0] = [
            Peer("Hugo, content adapter", hugo, _hugo),
            Peer("Hugo, a page file each", hugo, _hugo_pages),
            Peer("Hugo, one JSON file", hugo, _hugo_json),
        ]
    return found


def _hugo(folder: Path, content: Content) -> None:
    shutil.copytree(HERE / "hugo", folder)
    content.frame(folder / "layouts/partials")
    shutil.copytree(content.records, folder / "data/services")


def _hugo_pages(folder: Path, content: Content) -> None:
    """The record is the front matter, under a name of its own: ``type`` means something to Hugo."""
    shutil.copytree(HERE / "hugo", folder)
    content.frame(folder / "layouts/partials")
    (folder / "content/services/_content.gotmpl").unlink()
    for file in content.records.glob("*/*.yaml"):
        code = file.parent.name
        front = f"title: {file.stem}\ndepartement: '{code}'\ndepartements: ['{code}']\nservice:\n"
        record = textwrap.indent(file.read_text("utf-8"), "  ")
        page = folder / f"content/services/{file.stem}.md"
        page.write_text(f"---\n{front}{record}---\n", "utf-8")


def _hugo_json(folder: Path, content: Content) -> None:
    shutil.copytree(HERE / "hugo", folder)
    content.frame(folder / "layouts/partials")
    by_departement: dict[str, dict[str, Any]] = {}
    for one in content.services:
        by_departement.setdefault(one["departement"], {})[one["id"]] = one
    (folder / "data").mkdir()
    _write_json(folder / "data/services.json", by_departement)


def _eleventy(folder: Path, content: Content) -> None:
    shutil.copytree(HERE / "eleventy", folder)
    content.frame(folder / "parts")
    shutil.copytree(content.records, folder / "services")


def _pelican(folder: Path, content: Content) -> None:
    """The record in one line of JSON: sooner read than YAML, to Pelican's advantage."""
    shutil.copytree(HERE / "pelican", folder)
    content.frame(folder / "theme/templates")
    (folder / "theme/static").mkdir()
    (folder / "content").mkdir()
    for one in content.services:
        lines = [
            f"Title: {one['nom']}",
            f"Slug: {one['id']}",
            "Date: 2026-11-02",
            f"Tags: {one['departement']}",
            f"Service: {json.dumps(one, ensure_ascii=False)}",
            "",
            one.get("description", ""),
        ]
        (folder / f"content/{one['id']}.md").write_text("\n".join(lines), "utf-8")


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")

"""A folder for each generator, with the services as it wants them and pages framed as ours are."""

import json
import re
import shutil
import sys
import sysconfig
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
ELEVENTY = ROOT / "requirements/eleventy/node_modules/@11ty/eleventy/cmd.cjs"


@dataclass(frozen=True)
class Peer:
    """A generator: ``prepare`` fills its folder, ``command`` makes ``out`` there."""

    name: str
    command: Sequence[str | Path]
    prepare: Callable[[Path, "Content"], None]


@dataclass(frozen=True)
class Content:
    """What every generator is given: the services, and what surrounds a page of ours."""

    services: list[dict[str, Any]]
    top: str
    bottom: str

    @classmethod
    def of(cls, site: Path) -> "Content":
        """From a site that we built: its published data, and the frame of one of its pages.

        The frame carries the styles, as our pages of services do; nothing in it changes from page
        to page.
        """
        services = json.loads((site / "donnees/services.json").read_text("utf-8"))["services"]
        page = (site / "services" / services[0]["id"] / "index.html").read_text("utf-8")
        top, _, rest = page.partition("<main")
        top = re.sub(r"<title>.*?</title>", "<title>Un service</title>", top, flags=re.DOTALL)
        top = re.sub(r'<script type="application/ld\\+json">.*?</script>', "", top, flags=re.DOTALL)
        return cls(services, top, rest.partition("</main>")[2])

    def frame(self, folder: Path) -> None:
        """Write ``top.html`` and ``bottom.html``."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "top.html").write_text(self.top, "utf-8")
        (folder / "bottom.html").write_text(self.bottom, "utf-8")


def peers() -> list[Peer]:
    """Those that are installed (``make bench`` installs them all)."""
    found = [Peer("Pelican", [sys.executable, "-m", "pelican", "-q"], _pelican)]
    # The program itself: what the package starts it with would count as well.
    programs = Path(sysconfig.get_path("purelib")).glob("hugo/binaries/hugo*")
    if program := next(programs, None):
        command = [program, "--quiet", "--destination", "out"]
        found.insert(0, Peer("Hugo (content adapter)", command, _hugo))
        found.insert(1, Peer("Hugo (a file each)", command, _hugo_files))
    if ELEVENTY.exists():
        command = ["node", ELEVENTY, "--quiet", "--config=eleventy.config.cjs"]
        found.append(Peer("Eleventy", command, _eleventy))
    return found


def _hugo(folder: Path, content: Content) -> None:
    shutil.copytree(HERE / "hugo", folder)
    content.frame(folder / "layouts/partials")
    (folder / "data/services").mkdir(parents=True)
    _write_json(folder / "data/services/services.json", content.services)


def _hugo_files(folder: Path, content: Content) -> None:
    shutil.copytree(HERE / "hugo", folder)
    content.frame(folder / "layouts/partials")
    (folder / "content/services/_content.gotmpl").unlink()
    for one in content.services:
        front = {"title": one["nom"], "departements": _departements(one), "service": one}
        _write_json(folder / f"content/services/{one['id']}.md", front)


def _eleventy(folder: Path, content: Content) -> None:
    shutil.copytree(HERE / "eleventy", folder)
    content.frame(folder / "parts")
    _write_json(folder / "services.json", {"services": content.services})


def _pelican(folder: Path, content: Content) -> None:
    shutil.copytree(HERE / "pelican", folder)
    content.frame(folder / "theme/templates")
    (folder / "theme/static").mkdir()
    (folder / "content").mkdir()
    for one in content.services:
        lines = [
            f"Title: {one['nom']}",
            f"Slug: {one['id']}",
            "Date: 2026-11-02",
            f"Tags: {', '.join(_departements(one))}",
            f"Service: {json.dumps(one, ensure_ascii=False)}",
            "",
            one.get("description", ""),
        ]
        (folder / f"content/{one['id']}.md").write_text("\n".join(lines), "utf-8")


def _departements(service: dict[str, Any]) -> list[str]:
    return sorted({one["departement"] for one in service["lieux"]})


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")

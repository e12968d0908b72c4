"""Where things are: the folders and settings of one run. Imports nothing of the project but errors."""

import datetime
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from generator.errors import UsageError

MARK = "pelicanconf.py"
"""The file that marks the root of the project."""


@dataclass(frozen=True)
class Project:
    """The folders of a run, the day it is done for and the address the site will have.

    ``services`` holds the records; ``fictional`` says that they are samples, which wear the
    telephone numbers and domains reserved for fiction. ``site_url`` has no trailing slash.
    """

    root: Path
    services: Path
    output: Path
    today: datetime.date
    site_url: str
    fictional: bool = False

    @classmethod
    def find(
        cls,
        start: Path,
        *,
        services: Path | None = None,
        output: Path | None = None,
        today: datetime.date | None = None,
        site_url: str | None = None,
        fictional: bool = False,
    ) -> Self:
        """The project that ``start`` lies in, with defaults for what is not given.

        Raises ``UsageError`` when no parent of ``start`` is a project, or an address is not one.
        """
        start = start.resolve()
        root = next((one for one in (start, *start.parents) if (one / MARK).is_file()), None)
        if root is None:
            raise UsageError(
                f"{start} n'est pas dans un dossier du projet (aucun {MARK} dans ses parents). "
                "Lancez la commande depuis le dossier du projet, ou donnez --root."
            )
        return cls(
            root,
            (services or root / "data" / "services").absolute(),
            (output or root / "public").absolute(),
            today or current_day(),
            _checked_url(site_url or os.environ.get("SITEURL") or "http://127.0.0.1:8000"),
            fictional,
        )


def cache_folder() -> Path:
    """The folder for what can always be made again (XDG Base Directory Specification)."""
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    folder = Path(chosen) if Path(chosen).is_absolute() else Path("~/.cache").expanduser()
    return folder / "annuaire-mediation"


def current_day() -> datetime.date:
    """Today in France, or the day of ``SOURCE_DATE_EPOCH`` (reproducible-builds.org) when set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.datetime.now(ZoneInfo("Europe/Paris")).date()
    if not epoch.isdecimal():
        raise UsageError(f"SOURCE_DATE_EPOCH n'est pas un nombre de secondes : {epoch}")
    return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()


def _checked_url(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise UsageError(f"« {url} » n'est pas l'adresse d'un site (https://exemple.fr/dossier).")
    return url.rstrip("/")

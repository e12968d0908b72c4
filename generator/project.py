"""Where things are: the folders and settings of one run. Imports nothing of the project but errors."""

import datetime
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from zoneinfo import ZoneInfo

from generator.errors import UsageError

MARK = "pelicanconf.py"
"""The file that marks the root of the project."""

_LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
_SITE_URL = re.compile(
    rf"(?P<site>https?://{_LABEL}(?:\.{_LABEL})*(?::(?P<port>[0-9]{{1,5}}))?)"
    r"(?P<folder>(?:/(?!\.\.?(?:/|$))[a-z0-9._~-]+)*)/?",
    re.IGNORECASE | re.ASCII,
)
_LAST_PORT = 65_535


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
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError) as error:  # after the year 9999
        raise UsageError(f"SOURCE_DATE_EPOCH est trop loin dans l'avenir : {epoch}") from error


def _checked_url(url: str) -> str:
    """The address of a site, without its last slash. Raises ``UsageError`` when it is not one.

    It goes into every page, feed and file of data as it is: nothing in it may need to be encoded.
    """
    match = _SITE_URL.fullmatch(url)
    if match is None or int(match["port"] or 0) > _LAST_PORT:
        raise UsageError(
            f"« {url} » n'est pas l'adresse d'un site : on attend https://, un nom de domaine, et "
            "peut-être un dossier (https://exemple.fr/dossier), sans espace ni accent. Un domaine "
            "accentué s'écrit sous sa forme xn--."
        )
    return f"{match['site'].lower()}{match['folder']}"

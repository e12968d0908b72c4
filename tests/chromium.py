"""Where Chromium is on this machine, and how the tests start it.

Run as a script, it prints the path; it fails when no browser starts, or not Playwright itself.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = (
    "chromium-headless-shell",  # without its windows: a page opens in a third of the time
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)
APPLICATIONS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
ARGUMENTS = (
    "--disable-background-networking",  # the browser's own requests are none of the site's
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--no-first-run",
)


def find() -> Path | None:
    """The first Chromium that starts: the system's, or the one Playwright installed."""
    for name in (*NAMES, *APPLICATIONS):
        if (found := shutil.which(name)) and _starts(found):
            return Path(found)
    with sync_playwright() as playwright:
        bundled = playwright.chromium.executable_path
    return Path(bundled) if _starts(bundled) else None


def arguments() -> list[str]:
    """The command-line arguments for the browser; root has no sandbox to offer."""
    return [*ARGUMENTS, "--no-sandbox"] if os.geteuid() == 0 else [*ARGUMENTS]


def _starts(executable: str) -> bool:
    # Ubuntu installs a `chromium-browser` that only says where the snap is.
    try:
        return (
            subprocess.run([executable, "--version"], capture_output=True, check=False).returncode
            == 0
        )
    except OSError:
        return False


if __name__ == "__main__":
    path = find()
    with sync_playwright():
        pass  # its driver needs libraries of its own
    if path is None:
        sys.exit(1)
    sys.stdout.write(f"{path}\n")

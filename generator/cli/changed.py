"""Which files of the project changed since a state that git knows."""

import subprocess
from pathlib import Path

from generator.errors import UsageError

_INCOMPLETE = "le dépôt est peut-être incomplet (git fetch --unshallow)."


def changed_since(ref: str, root: Path) -> frozenset[str]:
    """The files under ``root`` that differ from ``ref``, relative to ``root``, with ``/``.

    Compared with the commit where the work left ``ref``, so that what others added there since does
    not count; files not yet committed and new ones do. Raises ``UsageError`` when git is missing,
    ``root`` is in no repository, or ``ref`` is not known there, or not whole.
    """
    if _git(root, "rev-parse", "--git-dir") is None:
        raise UsageError(f"{root} n'est pas dans un dépôt git : retirez --changed-from.")
    commit = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
    if commit is None:
        raise UsageError(
            f"git ne connaît pas « {ref} » ici. Donnez une branche, une étiquette ou un commit, "
            "par exemple --changed-from origin/main."
        )
    base = _git(root, "merge-base", commit.strip(), "HEAD")
    if base is None:
        raise UsageError(
            f"« {ref} » et l'état actuel n'ont pas d'origine commune ici ; {_INCOMPLETE}"
        )
    differing = _git(
        root, "diff", "--name-only", "-z", "--no-ext-diff", "--no-renames", "--relative",
        base.strip(), "--",
    )  # fmt: skip
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    if differing is None or new is None:
        raise UsageError(f"git ne sait pas dire ce qui a changé depuis « {ref} » ; {_INCOMPLETE}")
    return frozenset(filter(None, f"{differing}\0{new}".split("\0")))


def _git(root: Path, *arguments: str) -> str | None:
    """What git answers; None when it refuses."""
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program, each argument by itself)
            ["git", "-C", str(root), *arguments],  # noqa: S607 (git is where the user has it)
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except FileNotFoundError:
        raise UsageError("git n'est pas installé : --changed-from ne peut pas servir.") from None
    return done.stdout if done.returncode == 0 else None

"""``SHA256SUMS``: the digest of every file of ``donnees/`` and ``api/``, as ``sha256sum`` reads it."""

from generator.exports.export import Release

PATH = "donnees/SHA256SUMS"


def sha256sums(release: Release) -> bytes:
    """One line a file made so far, in the order of paths, which are relative to ``donnees/``."""
    lines = (
        f"{release.sha256(path)}  {_from_donnees(path)}\n"
        for path in sorted({*release.files, *release.sums})
        if path.startswith(("donnees/", "api/"))
    )
    return "".join(lines).encode()


def _from_donnees(path: str) -> str:
    return path.removeprefix("donnees/") if path.startswith("donnees/") else f"../{path}"

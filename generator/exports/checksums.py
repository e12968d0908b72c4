"""``SHA256SUMS``: the digest of every file of ``donnees/`` and ``api/``, as ``sha256sum`` reads it."""

import hashlib
import posixpath
from collections.abc import Mapping
from types import MappingProxyType

from generator.exports.export import Release

PATH = "donnees/SHA256SUMS"


def sha256sums(release: Release, apart: Mapping[str, str] = MappingProxyType({})) -> bytes:
    """One line a file made so far, in the order of paths, which are relative to ``donnees/``.

    ``apart`` holds the SHA-256 of the files that were made elsewhere, by path.
    """
    sums = {path: hashlib.sha256(content).hexdigest() for path, content in release.files.items()}
    sums.update(apart)
    lines = (
        f"{digest}  {posixpath.relpath(path, 'donnees')}\n"
        for path, digest in sorted(sums.items())
        if path.startswith(("donnees/", "api/"))
    )
    return "".join(lines).encode()

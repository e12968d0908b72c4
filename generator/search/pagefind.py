"""Index a finished site with Pagefind (docs/decisions/0004-pagefind-canonical.md)."""

import subprocess
import tempfile
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

# The package ships no types.
from pagefind_bin import get_executable  # type: ignore[import-untyped]

from generator.placing import write
from generator.search.pagefind_bundle import LANGUAGE, SearchIndexError, canonical_bundle

__all__ = ["SearchIndexError", "index_site", "write_bundle"]

_TYPOGRAPHIC = "’".encode()


def index_site(
    site: Path,
    pages: Collection[str],
    *,
    time_limit: float,
    exclude_selectors: Sequence[str] = (),
    jobs: int | None = None,
) -> dict[str, bytes]:
    """Index ``pages``, paths below the folder ``site``; each has a ``data-pagefind-body`` element.

    Returns the files of the search by path relative to the folder from which they will be served
    (`pagefind.js` is the one that pages import): the same bytes for the same pages, whatever the
    disk, the number of cores or the hour. Nothing is left in ``site``, where Pagefind works in a
    folder that is removed afterwards. ``time_limit`` is in seconds, ``exclude_selectors`` are CSS
    selectors of what is not indexed; ``jobs`` is how many processes work on what Pagefind wrote, as
    many as processors when None.

    Pagefind reads copies with straight apostrophes: it finds « aide » in « l'aide », and takes
    « l’aide » for one word. Who shows what it found sets them again (``find/dom.js``).

    Raises `SearchIndexError` when Pagefind fails, takes too long (it waits for ever on a disk
    without inodes), or leaves an index that is not whole, `WorkerLostError`, and OSError.
    """
    with tempfile.TemporaryDirectory(prefix=".pagefind-", dir=site) as work:
        copies, start, output = (Path(work, name) for name in ("copies", "start", "output"))
        for folder in (copies, start, output):
            folder.mkdir()
        for page in pages:
            write(copies, page, _to_be_read((site / page).read_bytes()))
        command = [
            str(get_executable()),
            *("--site", str(copies.resolve())),
            *("--output-path", str(output.resolve())),
            *("--force-language", LANGUAGE),
            "--quiet",
        ]
        for selector in exclude_selectors:
            command += ["--exclude-selectors", selector]
        _run(command, start, time_limit)
        return canonical_bundle(output, len(pages), jobs)


def _to_be_read(page: bytes) -> bytes:
    """What Pagefind reads of a page: its body, which is half of it, with straight apostrophes."""
    body = page[max(0, page.find(b"<body")) :]
    return b"<html>" + body.replace(_TYPOGRAPHIC, b"'")


def _run(command: Sequence[str], folder: Path, time_limit: float) -> None:
    """Run Pagefind from an empty folder, with an empty environment: it takes settings from both."""
    try:
        run = subprocess.run(  # noqa: S603 - our own arguments, no shell
            command,
            cwd=folder,
            env={},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=time_limit,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise SearchIndexError(
            f"Pagefind n'a pas fini d'indexer le site en {time_limit:g} secondes : vérifiez la "
            "place libre sur le disque, ou accordez-lui plus de temps."
        ) from late
    if run.returncode != 0:
        raise SearchIndexError(
            f"Pagefind s'est arrêté avec le code {run.returncode} : {_last_words(run.stdout)}"
        )


def _last_words(output: bytes) -> str:
    """Return the last line of what a program said, safe to show on one line."""
    lines = output.decode(errors="replace").split("\n")
    last = next((line.strip() for line in reversed(lines) if line.strip()), "aucun message")
    return "".join(character if character.isprintable() else "?" for character in last)


def write_bundle(bundle: Mapping[str, bytes], folder: Path) -> None:
    """Write the files of `index_site` into ``folder``, which must be absent or empty.

    Raises `SearchIndexError` otherwise: an older index would keep the text of removed pages.
    """
    if folder.exists() and any(folder.iterdir()):
        raise SearchIndexError(
            f"Le dossier de la recherche « {folder} » n'est pas vide : videz-le, puis recommencez."
        )
    for path, content in bundle.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

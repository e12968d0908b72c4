"""Dated snapshots of the data, kept outside the site and published under ``/donnees/archives/``.

A snapshot is what a publisher chose to keep of an edition, by the date of its data. It does not
freeze what must be forgotten: a record erased since, or that keeps an address hidden today, is taken
out of every earlier snapshot, on the disk as on the site.
"""

import csv
import datetime
import hashlib
import io
import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.errors import AnnuaireError, reason
from generator.exports.csv import write_csv
from generator.exports.json import line, listed, to_json

FILES: Mapping[str, str] = {"services.csv": "id", "lieux.csv": "service_id", "services.json": "id"}
"""What a snapshot holds, and where each of its files has the identifier of a service."""

FOLDER = "donnees/archives"
_SUMS = "SHA256SUMS"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

Snapshot = Mapping[str, bytes]
"""The files of an edition, by name."""


class ArchiveError(AnnuaireError):
    """The folder of the snapshots cannot be used."""


def read_snapshot(folder: Path) -> Snapshot:
    """The files that ``folder`` holds. Raises ``ArchiveError`` when one is missing or special."""
    found = {}
    for name in FILES:
        file = folder / name
        try:
            if file.is_symlink() or not file.is_file():
                raise ArchiveError(f"{file} manque, ou n'est pas un fichier ordinaire.")
            found[name] = file.read_bytes()
        except OSError as error:
            raise ArchiveError(f"{file} ne peut pas être lu : {reason(error)}.") from error
    return found


def with_snapshot(
    archive: Path, edition: Snapshot, date: datetime.date | None, gone: frozenset[str]
) -> dict[str, Snapshot]:
    """The snapshots of ``archive`` and that of this ``edition``, by date, in order.

    The earlier ones are without the services of ``gone``. A second edition of one date takes the
    place of the first. Raises ``ArchiveError``.
    """
    if date is None:
        raise ArchiveError("les fiches n'ont aucune date : leur cliché n'aurait pas de nom.")
    if archive.exists() and not archive.is_dir():
        raise ArchiveError(f"{archive} n'est pas un dossier.")
    names = sorted(one.name for one in archive.iterdir()) if archive.exists() else []
    kept = {name: without(read_snapshot(archive / name), gone) for name in names if _is_date(name)}
    return dict(sorted((kept | {date.isoformat(): edition}).items()))


def _is_date(name: str) -> bool:
    return _DATE.fullmatch(name) is not None


def without(snapshot: Snapshot, gone: frozenset[str]) -> Snapshot:
    """The snapshot without the services of ``gone``; the same bytes when it has none of them."""
    return {
        name: (_json_without if name.endswith(".json") else _csv_without)(
            content, gone, FILES[name]
        )
        for name, content in snapshot.items()
    }


def _csv_without(content: bytes, gone: frozenset[str], key: str) -> bytes:
    header, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
    rank = header.index(key)
    return write_csv(header, (row for row in rows if row[rank] not in gone))


def _json_without(content: bytes, gone: frozenset[str], key: str) -> bytes:
    document = json.loads(content)
    services = [one for one in document.pop("services") if one[key] not in gone]
    return listed(document | {"total": len(services)}, "services", map(line, services))


def archive_files(snapshots: Mapping[str, Snapshot]) -> Iterator[tuple[str, bytes]]:
    """Every file of the snapshots with its path on the site, their checksums, and their list."""
    for date, snapshot in snapshots.items():
        for name, content in {**snapshot, _SUMS: _sums(snapshot)}.items():
            yield f"{FOLDER}/{date}/{name}", content
    if snapshots:
        listing = [
            {"date": date, "fichiers": [f"{date}/{name}" for name in (*snapshot, _SUMS)]}
            for date, snapshot in snapshots.items()
        ]
        yield f"{FOLDER}/index.json", to_json({"total": len(listing), "archives": listing})


def _sums(snapshot: Snapshot) -> bytes:
    lines = (
        f"{hashlib.sha256(content).hexdigest()}  {name}\n"
        for name, content in sorted(snapshot.items())
    )
    return "".join(lines).encode()


def keep(archive: Path, snapshots: Mapping[str, Snapshot]) -> None:
    """Write the snapshots in ``archive``, each folder whole or as it was. Raises ``ArchiveError``."""
    try:
        archive.mkdir(parents=True, exist_ok=True)
        for date, snapshot in snapshots.items():
            if not _holds(archive / date, snapshot):
                _replace(archive / date, snapshot)
    except OSError as error:
        raise ArchiveError(
            f"le site est publié, mais son cliché n'a pas été gardé dans {archive} : "
            f"{reason(error)}."
        ) from error


def _holds(folder: Path, snapshot: Snapshot) -> bool:
    return all(
        (folder / name).is_file() and (folder / name).read_bytes() == content
        for name, content in snapshot.items()
    )


def _replace(folder: Path, snapshot: Snapshot) -> None:
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        for name, content in snapshot.items():
            (aside / name).write_bytes(content)
        aside.chmod(0o755)
        if folder.exists():
            shutil.rmtree(folder)
        aside.rename(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)

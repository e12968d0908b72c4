"""``conformance.json``: what each file follows, and that it was read back in this very build.

The validators named here are run by the tests, on real and on synthetic records. The build itself
reads each table and document again and counts what it finds: a file that cannot be read back, or
that has lost a line, stops the publication.
"""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any
from xml.etree import ElementTree

from generator.exports.export import Export, Release
from generator.exports.json import envelope, to_json


class ReadBackError(ValueError):
    """A file just made does not hold what went into it: a bug of ours."""


def conformance(release: Release) -> bytes:
    """A line for each single file made so far. Raises ``ReadBackError``."""
    files = [_line(export, content, release) for export, content in release.made]
    return to_json(envelope(release.directory, total=len(files), fichiers=files))


def _line(export: Export, content: bytes, release: Release) -> dict[str, Any]:
    line = {
        "chemin": export.path,
        "type": export.media_type,
        "norme": export.standard,
        "schema": _address(export.schema, release),
        "validateur": export.validator,
        "relu": _read_back(export, content, release),
    }
    return {name: value for name, value in line.items() if value not in ("", None)}


def _address(schema: str, release: Release) -> str:
    return release.absolute(schema) if schema and "://" not in schema else schema


def _read_back(export: Export, content: bytes, release: Release) -> dict[str, Any]:
    """What reading the file again found: how many records, where it has any."""
    suffix = PurePosixPath(export.path).suffix
    found = READERS[suffix](content)
    expected = _expected(export, release)
    if expected is not None and found != expected:
        raise ReadBackError(f"{export.path}: {found} records read back, {expected} written")
    return {"lisible": True} | ({} if found is None else {"enregistrements": found})


def _expected(export: Export, release: Release) -> int | None:
    """How many records the file must have; None for one that is no plain list of ours."""
    services = release.directory.services
    path = PurePosixPath(export.path)
    match path.stem, len(path.parts):
        case "services", 2:
            return len(services)
        case "lieux", 2:
            return sum(len(one.lieux) for one in services)
    return None


def _csv_rows(content: bytes) -> int:
    reader = csv.reader(io.TextIOWrapper(io.BytesIO(content), "utf-8", newline=""))
    width = len(next(reader))
    rows = 0
    for row in reader:
        if len(row) != width:
            raise ReadBackError("a row has not as many cells as the header")
        rows += 1
    return rows


def _json_items(content: bytes) -> int | None:
    """Items of the list that an enveloped document holds, checked against its ``total``."""
    document = json.loads(content, object_pairs_hook=_with_total)
    if document is None:
        return None
    if isinstance(document, list):
        return len(document)
    lists = [value for value in document.values() if isinstance(value, list)]
    if len(lists[-1]) != document["total"]:
        raise ReadBackError("the total is not that of the list")
    return len(lists[-1])


def _with_total(pairs: list[tuple[str, Any]]) -> dict[str, Any] | None:
    """An object that has a ``total``, nothing for any other: ten thousand are read and not kept."""
    document = dict(pairs)
    return document if "total" in document else None


def _ndjson_lines(content: bytes) -> int:
    return sum(json.loads(line) is not None for line in io.BytesIO(content) if line != b"\n")


def _zip_is_whole(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if damaged := archive.testzip():
            raise ReadBackError(f"{damaged} is damaged")


def _parquet_rows(content: bytes) -> int:
    from pyarrow import parquet  # noqa: PLC0415 (an optional extra, present if there is a file)

    rows: int = parquet.read_metadata(io.BytesIO(content)).num_rows
    return rows


def _atom_entries(content: bytes) -> int:
    return len(ElementTree.fromstring(content).findall("{http://www.w3.org/2005/Atom}entry"))  # noqa: S314 (made by us, in this very run)


READERS: Mapping[str, Callable[[bytes], int | None]] = {
    ".atom": _atom_entries,
    ".csv": _csv_rows,
    ".geojson": _json_items,
    ".json": _json_items,
    ".jsonld": _json_items,
    ".ndjson": _ndjson_lines,
    ".parquet": _parquet_rows,
    ".xlsx": _zip_is_whole,
}
"""How a file is read back, by its suffix."""

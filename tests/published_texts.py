"""Reads any published file as text, and what in it is about one service."""

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet

GZIPPED = b"\x1f\x8b"


def text_of(path: Path) -> str:
    """All the text of a file: Pagefind's files, spreadsheets and Parquet included."""
    content = path.read_bytes()
    if path.suffix == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "\n".join(archive.read(name).decode() for name in archive.namelist())
    if path.suffix == ".parquet":
        rows = pyarrow.parquet.read_table(path).to_pylist()
        return "\n".join(json.dumps(row, ensure_ascii=False, default=str) for row in rows)
    if content.startswith(GZIPPED):
        content = gzip.decompress(content)
    return content.decode("utf-8", "replace")


def about(path: Path, identifier: str) -> Iterator[str]:
    """The parts of a file that are about the service: all of it, or its rows, items and lines."""
    text = text_of(path)
    if identifier not in text and identifier not in path.parts:
        return
    if identifier in path.parts or path.stem == identifier:
        yield text
    elif path.suffix in {".json", ".geojson", ".jsonld"}:
        yield from items(json.loads(text), identifier)
    elif path.suffix == ".csv":
        rows = csv.reader(io.StringIO(text))
        yield from (" | ".join(row) for row in rows if any(identifier in cell for cell in row))
    elif path.suffix == ".xlsx":
        yield from (row for row in text.split("<row ") if identifier in row)
    elif path.suffix == ".html":
        yield from (one for one in text.split("<article") if identifier in one)
    else:
        yield from (line for line in text.splitlines() if identifier in line)


def items(value: Any, identifier: str) -> Iterator[str]:
    """The smallest objects that name the service by themselves."""
    if isinstance(value, dict):
        texts = [one for one in value.values() if isinstance(one, str)]
        if any(identifier in one for one in texts):
            yield json.dumps(value, ensure_ascii=False)
            return
        value = list(value.values())
    if isinstance(value, list):
        if any(isinstance(one, str) and identifier in one for one in value):
            yield json.dumps(value, ensure_ascii=False)
        for one in value:
            yield from items(one, identifier)

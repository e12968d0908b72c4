"""Parquet, when pyarrow is installed: ``pip install '.[parquet]'`` (it weighs 170 MB)."""

import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

from generator.exports.columns import Column, Kind
from generator.exports.tables import Table

PARTITION = "departement"
"""The column whose value is the name of a folder, after Apache Hive: ``departement=35``."""

AVAILABLE = find_spec("pyarrow") is not None
"""Whether the optional extra is installed; without it these files are neither made nor listed."""


def to_parquet(table: Table, metadata: dict[str, Any]) -> bytes:
    """The table with its types: lists as lists, dates as dates. ``metadata`` goes into the file."""
    import pyarrow as pa  # noqa: PLC0415 (an optional extra)
    from pyarrow import parquet  # noqa: PLC0415 (an optional extra)

    types = {
        Kind.TEXT: pa.string(),
        Kind.INTEGER: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.BOOLEAN: pa.bool_(),
        Kind.DATE: pa.date32(),
    }

    def field(column: Column) -> Any:
        item = types[column.facts.kind]
        return pa.field(
            column.name,
            pa.list_(item) if column.facts.many else item,
            nullable=not column.required,
            metadata={"title": column.title, "description": column.description},
        )

    schema = pa.schema(
        [field(column) for column in table.columns],
        metadata={key: str(value) for key, value in metadata.items() if value is not None},
    )
    values = zip(*table.rows, strict=True) if table.rows else ([] for _ in table.columns)
    arrays = [pa.array(column, type=one.type) for column, one in zip(values, schema, strict=True)]
    output = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, schema=schema), output, compression="zstd")
    return output.getvalue()


def by_departement(
    table: Table, path: str, metadata: dict[str, Any]
) -> Iterator[tuple[str, bytes]]:
    """The table in one file a département, without the column that their folders tell.

    ``path`` has ``{code}`` for that code; so does Apache Hive, whose readers (DuckDB, Arrow, Spark)
    put the column back. A row without département is in none.
    """
    column = [one.name for one in table.columns].index(PARTITION)
    columns = table.columns[:column] + table.columns[column + 1 :]
    rows: defaultdict[str, list[Any]] = defaultdict(list)
    for row in table.rows:
        if code := row[column]:
            rows[str(code)].append(row[:column] + row[column + 1 :])
    for code, own in sorted(rows.items()):
        part = replace(table, columns=columns, rows=own)
        yield path.format(code=code), to_parquet(part, metadata)

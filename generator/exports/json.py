"""Services in JSON: inside an envelope that says what it is, one service a line."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.directory import Directory
from generator.exports.licence import ATTRIBUTION, LICENCE, SCHEMA_VERSION
from generator.exports.places import located
from generator.exports.values import as_json
from generator.model.service import Service


def published(service: Service, directory: Directory) -> dict[str, Any]:
    """The service as every JSON file gives it: its places with département and position."""
    places = tuple(located(lieu, directory) for lieu in service.lieux)
    document: dict[str, Any] = as_json(service.model_copy(update={"lieux": places}))
    return document


def envelope(directory: Directory, **content: Any) -> dict[str, Any]:
    """What every document of the data begins with; ``generated_at`` is the date of the data."""
    return {
        "schema_version": SCHEMA_VERSION,
        "generated_at": directory.date.isoformat() if directory.date else None,
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
        **content,
    }


def dumped(value: Any) -> str:
    """``value`` on one line. Raises ``ValueError`` for a number JSON cannot hold."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def line(value: Any) -> bytes:
    """``value`` on one line of UTF-8: as text, one « œ » in all services would double their size."""
    return dumped(value).encode()


def to_json(document: Any) -> bytes:
    """A document people may read: UTF-8, one key a line, ending with a line break."""
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    return text.encode() + b"\n"


def listed(head: Mapping[str, Any], key: str, lines: Iterable[bytes]) -> bytes:
    """``head`` and, last, under ``key``, a list of values already written, one a line.

    One service a line keeps a diff readable, and is four times quicker to write than indentation.
    """
    return b"".join((_opening(head, key), *_list(lines), _CLOSING))


def with_text(head: Mapping[str, Any], key: str, text: bytes) -> bytes:
    """``head`` and, last, under ``key``, a value already written."""
    return b"".join((_opening(head, key), text, _CLOSING))


def lines_of(texts: Iterable[bytes]) -> bytes:
    """A list of values already written, one a line."""
    return b"".join(_list(texts))


_CLOSING = b"\n}\n"


def _opening(head: Mapping[str, Any], key: str) -> bytes:
    start = json.dumps(head, ensure_ascii=False, indent=1, allow_nan=False).removesuffix("\n}")
    return f'{start},\n "{key}": '.encode()


def _list(texts: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a list: joined once, and not a list joined into a document."""
    yield b"[\n"
    for rank, text in enumerate(texts):
        if rank:
            yield b",\n"
        yield text
    yield b"\n]"


def services_json(directory: Directory, texts: Mapping[str, bytes]) -> bytes:
    """Every service, closed ones included, in the directory's order."""
    return listed(envelope(directory, total=len(texts)), "services", texts.values())


def services_ndjson(texts: Mapping[str, bytes]) -> bytes:
    """One service a line and nothing else (https://github.com/ndjson/ndjson-spec)."""
    return b"\n".join((*texts.values(), b""))

"""Reads ``_headers`` as static hosts do, for the tests to serve a site under its own headers."""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase

Rules = Mapping[str, Mapping[str, str]]


def parse(text: str) -> Rules:
    """The headers of each path; in a path, ``*`` stands for anything. Raises ``ValueError``."""
    rules: dict[str, dict[str, str]] = {}
    headers: dict[str, str] = {}
    for line in text.splitlines():
        if line.startswith("/"):
            headers = rules.setdefault(line, {})
        elif line.strip():
            name, colon, value = line.strip().partition(": ")
            if not colon or name in headers:
                raise ValueError(line)
            headers[name] = value
    return rules


def matching(rules: Rules, path: str) -> Iterator[tuple[str, str]]:
    """Name and value of what is sent with ``path``, from every rule that matches."""
    for pattern, headers in rules.items():
        if fnmatchcase(path, pattern):
            yield from headers.items()

"""JSON for the browser: as few bytes as can be, always the same ones."""

import hashlib
import json
from collections.abc import Mapping


def compact_json(value: object) -> bytes:
    """``value`` as UTF-8 JSON without spaces, keys in the order given. Refuses NaN."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def folder_of(parent: str, files: Mapping[str, bytes]) -> str:
    """A folder under ``parent`` named after all that ``files`` hold: browsers may keep it for ever."""
    digest = hashlib.sha256()
    for name, content in files.items():
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return f"{parent}/{digest.hexdigest()[:12]}"

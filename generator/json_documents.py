"""JSON that others wrote: read, or refused with the reason in French."""

import json
import math
import re
from typing import Any, NoReturn

_HALF_OF_A_CHARACTER = re.compile("[\ud800-\udfff]")


class JsonError(ValueError):
    """The bytes are no JSON document; ``str()`` says why, in French."""


def read_json(content: bytes) -> Any:
    """What the document ``content`` holds; a byte order mark is let pass.

    Python reads more than JSON is (RFC 8259): numbers that are not finite (§ 6), and halves of
    characters, which can be written nowhere (§ 8.2). They are refused. Raises ``JsonError``.
    """
    try:
        text = content.decode("utf-8-sig")
        document = json.loads(text, parse_constant=_refuse, parse_float=_finite)
        # Decoded from UTF-8, half a character can only be there escaped.
        half = _halved(document) if "\\u" in text else None
    except JsonError:
        raise
    except json.JSONDecodeError as error:
        raise JsonError(f"ligne {error.lineno}, ce n'est pas du JSON en UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise JsonError("ce n'est pas du JSON en UTF-8") from error
    if half:
        raise JsonError(f"\\u{ord(half[0]):04x} n'y est que la moitié d'un caractère")
    return document


def _halved(document: Any) -> re.Match[str] | None:
    return _HALF_OF_A_CHARACTER.search(json.dumps(document, ensure_ascii=False))


def _finite(number: str) -> float:
    if math.isfinite(value := float(number)):
        return value
    raise JsonError(f"le nombre {number} est trop grand")


def _refuse(constant: str) -> NoReturn:
    raise JsonError(f"{constant} n'est pas un nombre de JSON")

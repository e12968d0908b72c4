"""The spaces of French typography. A leaf: it imports nothing of the project."""

import re

_BEFORE = re.compile(r" (?=[»:;!?])")
_AFTER = re.compile(r"(?<=«) ")


def no_break(text: str) -> str:
    """``text`` with no-break spaces where a French sentence must not be cut.

    Turns the plain space inside guillemets and before ``: ; ! ?`` into U+00A0; adds none.
    """
    return _AFTER.sub("\u00a0", _BEFORE.sub("\u00a0", text))

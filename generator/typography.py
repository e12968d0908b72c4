"""The spaces and capitals of French typography. A leaf: it imports nothing of the project."""

import re

_BEFORE = re.compile(r" (?=[»:;!?])")
_AFTER = re.compile(r"(?<=«) ")
_NAMES = ("Caf", "Siret")


def no_break(text: str) -> str:
    """``text`` with no-break spaces where a French sentence must not be cut.

    Turns the plain space inside guillemets and before ``: ; ! ?`` into U+00A0; adds none.
    """
    return _AFTER.sub("\u00a0", _BEFORE.sub("\u00a0", text))


def continued(text: str) -> str:
    """``text`` as it stands after a colon or a comma: no capital, unless a name or initials begin it.

    ``"Préfecture"`` gives ``"préfecture"``; ``"MSA"`` and ``"Caf"`` stay as they are.
    """
    if text[1:2].isupper() or text.startswith(_NAMES):
        return text
    return text[:1].lower() + text[1:]

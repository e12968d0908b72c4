"""The permanent identifier of a service: the name of its file, the address of its page."""

import re

MIN_LENGTH = 3
MAX_LENGTH = 80

_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# Addresses that the site or web hosts keep for themselves, and the device names of Windows, under
# which no file can be made (learn.microsoft.com, « Naming Files, Paths, and Namespaces »).
_RESERVED = frozenset(
    {
        *("404", "api", "donnees", "index", "pagefind", "robots", "well-known"),
        *("aux", "con", "nul", "prn"),
        *(f"{device}{number}" for device in ("com", "lpt") for number in range(10)),
    }
)


def is_valid_id(text: str) -> bool:
    """Whether ``text`` may name a service: the one rule, for file names and for references.

    3 to 80 lower-case letters without accent, digits and single hyphens between them; no name that
    the site, a web host or Windows reserves.
    """
    return (
        MIN_LENGTH <= len(text) <= MAX_LENGTH
        and _PATTERN.fullmatch(text) is not None
        and text not in _RESERVED
    )


def id_fault(text: str) -> str:
    """Say in French why `is_valid_id` refuses ``text``; empty when it does not."""
    if is_valid_id(text):
        return ""
    if text in _RESERVED:
        return "ce nom est réservé"
    if not _PATTERN.fullmatch(text):
        return "seuls sont permis les minuscules sans accent, les chiffres et des tirets entre eux"
    return f"il faut {MIN_LENGTH} à {MAX_LENGTH} caractères, ce nom en a {len(text)}"

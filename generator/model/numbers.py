"""Yes or no, whole numbers and degrees, as records write them."""

import re

from generator.model.refused import Refused, quoted

_YES = frozenset({"oui", "o", "yes", "y", "true", "vrai", "on", "1", "x"})
_NO = frozenset({"non", "n", "no", "false", "faux", "off", "0"})
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,8})")
_PADDED_INTEGER = re.compile(r"0+([1-9][0-9]{0,8})")
_DEGREES = re.compile(r"-?[0-9]{1,3}\.[0-9]{1,7}")
_LOOSE_DEGREES = re.compile(r"([+\-−]?)([0-9]{1,3})(?:[.,]([0-9]+))?°?")
_DECIMALS = 5
"""Decimals kept of a degree: about one metre, the accuracy of an address."""


def parse_yes_no(text: str) -> bool:
    """``oui`` is true and ``non`` false; nothing else is either.

    Raises ``Refused`` (``oui-non``), with the word that was probably meant.
    """
    if text == "oui":
        return True
    if text == "non":
        return False
    folded = text.strip().casefold()
    meant = "oui" if folded in _YES else "non" if folded in _NO else ""
    raise Refused(
        "oui-non",
        f"{quoted(text)} n'est ni {quoted('oui')} ni {quoted('non')}",
        f"Écrivez {quoted(meant)}"
        if meant
        else f"Écrivez {quoted('oui')} ou {quoted('non')}, ou retirez la ligne si on ne sait pas",
    )


def parse_integer(text: str, minimum: int, maximum: int) -> int:
    """A whole number in ASCII digits from ``minimum`` to ``maximum``, both included.

    Raises ``Refused`` (``nombre-entier``).
    """
    if not _INTEGER.fullmatch(text):
        padded = _PADDED_INTEGER.fullmatch(text.strip())
        raise Refused(
            "nombre-entier",
            f"{quoted(text)} n'est pas un nombre entier",
            f"Écrivez {quoted(padded[1])}"
            if padded
            else f"Écrivez des chiffres seulement, sans unité ni espace, par exemple "
            f"{quoted(str(maximum))}",
        )
    value = int(text)
    if not minimum <= value <= maximum:
        raise Refused(
            "nombre-entier",
            f"{quoted(text)} est hors des limites",
            f"Écrivez un nombre de {minimum} à {maximum}",
        )
    return value


def parse_latitude(text: str) -> float:
    """Degrees north (WGS 84), from -90 to 90, with a decimal point; rounded to 5 decimals.

    Raises ``Refused`` (``latitude``).
    """
    return _parse_degrees(text, "latitude", 90, "45.74846")


def parse_longitude(text: str) -> float:
    """Degrees east (WGS 84), from -180 to 180, with a decimal point; rounded to 5 decimals.

    Raises ``Refused`` (``longitude``).
    """
    return _parse_degrees(text, "longitude", 180, "4.84671")


def format_degrees(value: float) -> str:
    """Degrees as records write them: the shortest decimal form, never with an exponent.

    ``parse_latitude(format_degrees(x)) == x`` for any parsed ``x`` (``str(0.00001)`` is
    ``1e-05``, which a record may not hold).
    """
    text = f"{value:.{_DECIMALS}f}".rstrip("0")
    return text + "0" if text.endswith(".") else text


def _parse_degrees(text: str, rule: str, limit: int, example: str) -> float:
    if not _DEGREES.fullmatch(text):
        raise Refused(
            rule, f"{quoted(text)} n'est pas une {rule}", _degrees_hint(text, limit, example)
        )
    # Adding zero turns -0.0, which would be written with its sign, into 0.0.
    value = round(float(text), _DECIMALS) + 0.0
    if abs(value) > limit:
        raise Refused(
            rule,
            f"{quoted(text)} est hors des limites",
            f"Une {rule} va de -{limit} à {limit} degrés",
        )
    return value


def _degrees_hint(text: str, limit: int, example: str) -> str:
    match = _LOOSE_DEGREES.fullmatch(text.strip())
    if match and int(match[2]) < limit:
        sign = "-" if match[1] in ("-", "−") else ""
        decimals = (match[3] or "0")[:_DECIMALS]
        return f"Écrivez {quoted(f'{sign}{int(match[2])}.{decimals}')}"
    return f"Écrivez des degrés décimaux avec un point, par exemple {quoted(example)}"

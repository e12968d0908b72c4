"""Codes given by others: postal, INSEE and département codes, SIRET, RNA.

They are text, never numbers: a leading zero counts. Only their form is decided here; whether a
commune has this code is a check against the reference table.
"""

import re

from stdnum.exceptions import ValidationError
from stdnum.fr import siret as siret_number

from generator.model.refused import Refused, quoted

_POSTAL = re.compile(r"(?!00|99)[0-9]{5}")
_INSEE = re.compile(r"(?:0[1-9]|1[0-9]|2[AB1-9]|[3-8][0-9]|9[0-578])[0-9]{3}")
_DEPARTEMENT = re.compile(r"0[1-9]|1[0-9]|2[AB1-9]|[3-8][0-9]|9[0-5]|97[1-8]|98[678]")
_RNA = re.compile(r"W[0-9][0-9A-Z][0-9]{7}")
_SPACES = re.compile(r"[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")
_DIGITS = re.compile(r"[0-9]+")
_SIREN_LENGTH = 9
_SIRET_LENGTH = 14


def parse_postal_code(text: str) -> str:
    """A postal code: five digits.

    Raises ``Refused`` (``code-postal``), with the missing leading zero where that is the fault.
    """
    if _POSTAL.fullmatch(text):
        return text
    raise Refused(
        "code-postal",
        f"{quoted(text)} n'est pas un code postal",
        _five_digit_hint(text, _POSTAL, "69003"),
    )


def parse_insee_code(text: str) -> str:
    """The INSEE code of a commune, as in the Code officiel géographique: five characters.

    It begins with ``2A`` or ``2B`` in Corsica, ``97`` or ``98`` overseas. Raises ``Refused``
    (``code-insee``).
    """
    if _INSEE.fullmatch(text):
        return text
    if re.fullmatch(r"20[0-9]{3}", text):
        hint = (
            f"En Corse, ce code commence par 2A ou 2B, par exemple {quoted('2A004')} pour Ajaccio"
        )
    else:
        hint = _five_digit_hint(text.upper(), _INSEE, "69383")
    raise Refused("code-insee", f"{quoted(text)} n'est pas un code Insee de commune", hint)


def parse_departement_code(text: str) -> str:
    """The code of a département or overseas collectivity: ``01``, ``2A``, ``69``, ``974``, ``988``.

    Raises ``Refused`` (``code-departement``).
    """
    if _DEPARTEMENT.fullmatch(text):
        return text
    bare = text.strip().upper()
    if bare == "20":
        hint = f"Écrivez {quoted('2A')} (Corse-du-Sud) ou {quoted('2B')} (Haute-Corse)"
    elif _DEPARTEMENT.fullmatch(bare):
        hint = f"Écrivez {quoted(bare)}"
    elif _DEPARTEMENT.fullmatch("0" + bare):
        hint = f"Écrivez {quoted('0' + bare)}, avec le zéro, entre guillemets"
    else:
        hint = f"Écrivez un code comme {quoted('01')}, {quoted('2A')}, {quoted('69')} ou " + quoted(
            "974"
        )
    raise Refused("code-departement", f"{quoted(text)} n'est pas un code de département", hint)


def parse_siret(text: str) -> str:
    """A SIRET: fourteen digits with their Luhn check digit; spaces are removed.

    The establishments of La Poste have their own sum. Raises ``Refused`` (``siret``).
    """
    digits = _SPACES.sub("", text)
    if not _DIGITS.fullmatch(digits):
        raise _not_a_siret(text, "n'est pas un numéro Siret", "Un Siret s'écrit avec 14 chiffres")
    if len(digits) != _SIRET_LENGTH:
        message = f"compte {len(digits)} chiffres, un Siret en compte {_SIRET_LENGTH}"
        raise _not_a_siret(
            text,
            message,
            "C'est la longueur d'un Siren ; ajoutez les cinq chiffres de l'établissement"
            if len(digits) == _SIREN_LENGTH
            else "Recopiez-le depuis l'avis de situation de l'Insee",
        )
    if not digits.strip("0"):
        # The check digit of zeros is right, but nobody bears this number: it stands for "unknown".
        hint = "Retirez la ligne si le numéro n'est pas connu"
        raise _not_a_siret(text, "n'est le Siret de personne", hint)
    try:
        return str(siret_number.validate(digits))
    except ValidationError:
        raise _not_a_siret(
            text,
            "n'est pas un Siret valide, sa clé de contrôle ne correspond pas",
            "Un chiffre a sans doute été mal recopié ; comparez avec l'avis de situation de "
            "l'Insee",
        ) from None


def _not_a_siret(text: str, message: str, hint: str) -> Refused:
    return Refused("siret", f"{quoted(text)} {message}", hint)


def parse_rna(text: str) -> str:
    """A number of the Répertoire national des associations: ``W`` and nine characters.

    Nine digits as a rule (associations.gouv.fr, "Immatriculation"); the second is a letter where
    the département has one (``W2A…``, ``W9R…``). Spaces are removed. Raises ``Refused`` (``rna``).
    """
    compact = _SPACES.sub("", text)
    if _RNA.fullmatch(compact):
        return compact
    if _RNA.fullmatch(compact.upper()):
        hint = f"Écrivez {quoted(compact.upper())}"
    elif _RNA.fullmatch("W" + compact):
        hint = f"Écrivez {quoted('W' + compact)}, si c'est bien un numéro RNA"
    else:
        hint = (
            f"Ce numéro commence par W et compte dix caractères, comme {quoted('W691000000')}"
            " ; les associations d'Alsace et de Moselle n'en ont pas : retirez alors la ligne"
        )
    raise Refused("rna", f"{quoted(text)} n'est pas un numéro RNA", hint)


def _five_digit_hint(text: str, form: re.Pattern[str], example: str) -> str:
    compact = _SPACES.sub("", text)
    for candidate in (compact, "0" + compact):
        if form.fullmatch(candidate):
            why = ", avec le zéro, entre guillemets" if candidate != compact else ""
            return f"Écrivez {quoted(candidate)}{why}"
    found = re.findall(r"(?<![0-9A-Z])[0-9][0-9A-Z][0-9]{3}(?![0-9A-Z])", text)
    if len(found) == 1 and form.fullmatch(found[0]):
        return f"Écrivez le code seul, {quoted(found[0])}"
    return f"Écrivez un code de cinq caractères, comme {quoted(example)}"

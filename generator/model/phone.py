"""Telephone numbers a family can dial from France: kept in E.164, shown as French people read them.

The ten-digit plan is one for metropolitan France and the overseas départements: ``0590…`` reaches
Guadeloupe from Paris. The number itself says its country code, wherever the service is: the head
office of an association of Guadeloupe may well be in Lyon, and its ``04…`` is then ``+33 4…``.
Saint-Pierre-et-Miquelon, New Caledonia, French Polynesia and Wallis-et-Futuna have plans of their
own, of six or eight digits, written bare in their own records and after ``00`` elsewhere.

Sources: Arcep, décision 2018-0881 (national numbering plan, with the ranges kept for fiction);
libphonenumber for the numbers that exist.
"""

import re
from dataclasses import dataclass
from typing import Final

import phonenumbers
from phonenumbers import PhoneNumber, PhoneNumberType

from generator.model.refused import Refused, quoted

SHORT_NUMBERS: Final = {
    # service-public.fr, "Numéros d'urgence"
    "15": "Samu",
    "17": "Police secours",
    "18": "Pompiers",
    "112": "Numéro d'urgence européen",
    "114": "Urgences par SMS, pour les personnes sourdes ou qui ne peuvent pas parler",
    "115": "Samu social",
    "119": "Enfance en danger",
    "116000": "Enfants disparus",
    "116006": "Aide aux victimes",
    "116117": "Médecin de garde",
    "3919": "Violences Femmes Info",
    "3018": "Violences numériques et harcèlement",
    # mayotte.ars.sante.fr, "3114, le numéro national de prévention du suicide"
    "3114": "Prévention du suicide",
    # justice.gouv.fr, "Journée nationale de l'accès au droit", 24 May 2024
    "3039": "Accès au droit (point-justice)",
    # caf.fr, "Un numéro unique pour contacter la Caf", December 2020
    "3230": "Caf",
    "3238": "Pensions alimentaires (Aripa)",
}
"""The only short numbers accepted, with what answers there."""

_REGIONS: Final = {
    "971": "GP",
    "972": "MQ",
    "973": "GF",
    "974": "RE",
    "975": "PM",
    "976": "YT",
    "977": "BL",
    "978": "MF",
    "986": "WF",
    "987": "PF",
    "988": "NC",
}
_CODE_OF_REGION: Final = {
    "FR": "33",
    "GP": "590",
    "BL": "590",
    "MF": "590",
    "GF": "594",
    "MQ": "596",
    "RE": "262",
    "YT": "262",
    "PM": "508",
    "WF": "681",
    "NC": "687",
    "PF": "689",
}
_OVERSEAS_PREFIXES: Final = {
    "0262": ("262",),
    "0263": ("262",),
    "0269": ("262",),
    "0590": ("590",),
    "0594": ("594",),
    "0596": ("596",),
    "0639": ("262",),
    "0690": ("590",),
    "0691": ("590",),
    "0692": ("262",),
    "0693": ("262",),
    "0694": ("594",),
    "0696": ("596",),
    "0697": ("596",),
    "0708": ("508",),
    "0709": ("590", "594", "596"),
}
"""First digits of the ten-digit numbers that are not metropolitan, and their country codes."""

_OWN_PLAN: Final = frozenset({"508", "681", "687", "689"})
_FRENCH_CODES: Final = frozenset(_CODE_OF_REGION.values())
_FICTIONAL: Final = re.compile(r"0(?:19900|26191|35301|46571|53649|63998)[0-9]{4}")
_TRUNK = re.compile(r"\(0\)")
_SEPARATORS = re.compile(
    r"[ .\-\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{NON-BREAKING HYPHEN}]+"
)
_INTERNATIONAL = re.compile(r"(?:\+|00)([1-9][0-9]{4,16})")
_NATIONAL = re.compile(r"[0-9]{2,14}")
_NATIONAL_LENGTH = 10
_SHORT_FORM = re.compile(r"[0-9]{2,4}|11[0-9]{4}")
_TEN_DIGITS = re.compile(r"0[1-9](?: [0-9]{2}){4}")
_OWN_PLAN_FORM = re.compile(r"[0-9]{6,9}")
_MAX_DIGITS = 17
"""More ASCII digits than these are two numbers (``0033 (0)1 99 00 12 34`` has 14)."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number.

    ``e164`` is what a link dials: ``+33199001234``, or the bare digits of a short number, which
    has no international form. ``grouped`` is what people read: ``01 99 00 12 34``. ``label`` says
    who answers a short number, and is empty for the others.
    """

    e164: str
    grouped: str
    label: str = ""

    def __str__(self) -> str:
        return self.grouped

    @property
    def is_short(self) -> bool:
        """True for a short number, which exists in France only."""
        return not self.e164.startswith("+")

    @property
    def is_mobile(self) -> bool:
        """True for a mobile number, often that of one person."""
        if self.is_short:
            return False
        # The plan of ten digits says it in the first two, of the numbers kept for fiction too.
        if _TEN_DIGITS.fullmatch(self.grouped):
            return self.grouped.startswith(("06", "07"))
        number = phonenumbers.parse(self.e164)
        return phonenumbers.number_type(number) == PhoneNumberType.MOBILE

    @property
    def is_surcharged(self) -> bool:
        """True for a number that costs more than an ordinary call (081 and 082, "majorés")."""
        return self.grouped.startswith(("08 1", "08 2"))


def is_fictional(phone: Phone) -> bool:
    """True for the numbers Arcep keeps for films and books, which reach nobody."""
    return _FICTIONAL.fullmatch(phone.grouped.replace(" ", "")) is not None


def parse_phone(text: str, departement: str) -> Phone:
    """A number that can be dialled from France, as a service of ``departement`` would write it.

    ``departement`` is the code of the record's département or collectivity (``69``, ``974``);
    it settles what a six- or eight-digit number means. Accepted: digits grouped by spaces, dots or
    hyphens, ``+33``, ``0033``, ``(0)`` after a country code, short numbers of the list, numbers
    kept for fiction.

    Raises ``Refused``: ``telephone-unique`` (two numbers in one field), ``telephone-etranger``,
    ``telephone-surtaxe`` (089 and other premium rates: families must not pay to ask for help; law
    2018-727, art. 28, forbids them to public services), ``numero-court`` (not in the list),
    ``telephone`` for anything else.
    """
    compact = _SEPARATORS.sub("", text)
    if sum(c in "0123456789" for c in text) > _MAX_DIGITS:
        raise Refused(
            "telephone-unique",
            f"{quoted(text)} contient plusieurs numéros",
            "Gardez un seul numéro par champ ; un autre peut aller dans le téléphone d'un lieu ou "
            "dans les précisions",
        )
    if compact in SHORT_NUMBERS:
        grouped = f"{compact[:3]} {compact[3:]}" if compact.startswith("116") else compact
        return Phone(compact, grouped, SHORT_NUMBERS[compact])
    region = _REGIONS.get(departement, "FR")
    if international := _INTERNATIONAL.fullmatch(_TRUNK.sub("", compact)):
        return _parse_international(text, international[1], region)
    if not _NATIONAL.fullmatch(compact):
        raise Refused(
            "telephone",
            f"{quoted(text)} n'est pas un numéro de téléphone",
            f"Écrivez les chiffres seulement, par exemple {quoted('01 99 00 12 34')} ; une remarque "
            "va dans les précisions",
        )
    return _parse_national(text, compact, region)


def _parse_international(text: str, digits: str, region: str) -> Phone:
    """A number written with its country code, ``digits`` without ``+`` or ``00``."""
    code = next((code for code in sorted(_FRENCH_CODES) if digits.startswith(code)), None)
    if code is None:
        raise Refused(
            "telephone-etranger",
            f"{quoted(text)} n'est pas un numéro de téléphone français",
            "Donnez un numéro du service en France",
        )
    # Some write the leading zero after the country code as well.
    significant = digits.removeprefix(code).removeprefix("0")
    if code in _OWN_PLAN and (phone := _own_plan(text, code, digits.removeprefix(code), region)):
        return phone
    phone = _ten_digits(text, "0" + significant, region)
    # The numbers beginning with 08 and 09 belong to no territory: any of the codes will do.
    if phone and (phone.e164.startswith(f"+{code}") or significant[0] in "89"):
        return phone
    raise Refused(
        "telephone",
        f"{quoted(text)} n'existe pas sous cet indicatif",
        f"Écrivez {quoted(phone.grouped)}, si c'est bien ce numéro"
        if phone
        else "Vérifiez l'indicatif et les chiffres",
    )


def _parse_national(text: str, digits: str, region: str) -> Phone:
    """A number written without a country code."""
    home_code = _CODE_OF_REGION[region]
    if home_code in _OWN_PLAN and (phone := _own_plan(text, home_code, digits, region)):
        return phone
    if phone := _ten_digits(text, digits, region):
        return phone
    if _SHORT_FORM.fullmatch(digits):
        raise Refused(
            "numero-court",
            f"{quoted(text)} n'est pas un numéro court de la liste",
            "Donnez le numéro du service lui-même, à dix chiffres",
        )
    if phone := _ten_digits(text, "0" + digits, region):
        raise Refused(
            "telephone",
            f"{quoted(text)} a perdu son zéro",
            f"Écrivez {quoted(phone.grouped)}, entre guillemets",
        )
    if len(digits) != _NATIONAL_LENGTH:
        message = f"{quoted(text)} compte {len(digits)} chiffres, un numéro français en compte 10"
    else:
        message = f"{quoted(text)} n'est pas un numéro de téléphone attribué"
    raise Refused("telephone", message, "Comparez, chiffre par chiffre, avec la page du service")


def _ten_digits(text: str, digits: str, region: str) -> Phone | None:
    """The number of the ten-digit plan written ``digits``, or None when there is none."""
    if not re.fullmatch(r"0[1-9][0-9]{8}", digits):
        return None
    grouped = " ".join(re.findall("..", digits))
    if _FICTIONAL.fullmatch(digits):
        return Phone(f"+33{digits[1:]}", grouped)
    if digits.startswith("089"):
        raise _premium(text)
    codes = _OVERSEAS_PREFIXES.get(digits[:4], ("33",))
    if digits[1] in "89":
        codes = (_CODE_OF_REGION[region], "33")
    for code in codes:
        if phonenumbers.is_valid_number(PhoneNumber(int(code), int(digits))):
            return Phone(f"+{code}{digits[1:]}", grouped)
    return None


def _own_plan(text: str, code: str, digits: str, region: str) -> Phone | None:
    """The number of a six- or eight-digit plan, or None when there is none."""
    if not _OWN_PLAN_FORM.fullmatch(digits):
        return None
    number = phonenumbers.parse(f"+{code}{digits}")
    if not phonenumbers.is_valid_number(number):
        return None
    if phonenumbers.number_type(number) == PhoneNumberType.PREMIUM_RATE:
        raise _premium(text)
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    significant = e164.removeprefix(f"+{code}")
    first = 3 if len(significant) % 2 else 2
    grouped = " ".join([significant[:first], *re.findall("..", significant[first:])])
    return Phone(e164, grouped if _CODE_OF_REGION[region] == code else f"00 {code} {grouped}")


def _premium(text: str) -> Refused:
    return Refused(
        "telephone-surtaxe",
        f"{quoted(text)} est un numéro surtaxé",
        "Donnez un numéro au prix d'un appel ordinaire : les familles ne doivent pas payer pour "
        "demander de l'aide",
    )

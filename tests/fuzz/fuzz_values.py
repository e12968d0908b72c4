"""Fuzz the web-address and telephone rules: ``python tests/fuzz/fuzz_values.py -max_total_time=60``.

Any bytes give a value or ``Refused``, never another exception; a value read again is itself, and
no address hides its host from Python's own reader. Options are those of libFuzzer.
"""

import sys
from urllib.parse import urlsplit

import atheris

with atheris.instrument_imports(include=["generator.model"]):
    from generator.model.phone import parse_phone
    from generator.model.refused import Refused
    from generator.model.url import host_of, parse_url

DEPARTEMENTS = ("69", "971", "974", "975", "976", "986", "987", "988")


# Random bytes seldom look like either: half of the inputs are made of these pieces.
URL_PIECES = (
    *(
        "http://",
        "https://",
        "HTTPS://",
        "//",
        "www.",
        "a.example",
        "b.fr",
        "xn--",
        "xn--mdiation-e1a",
    ),
    *(
        "127.0.0.1",
        "0x7f",
        "[::1]",
        ":80",
        "u:p@",
        "%2e",
        "%00",
        "%C3%A9",
        "\u3002",
        "\uff0e",
        "\u212a",
    ),
    *".-_/?#@:%&;=+~!$'()*,<>[]|^`{}\\\" \t\naAzZ09é",
)
PHONE_PIECES = (
    *("+", "00", "(0)", "33", "262", "508", "590", "594", "596", "681", "687", "689", "01 99 00"),
    *(
        "0639",
        "0692",
        "0262",
        "0800",
        "089",
        "081",
        "116",
        "3919",
        " / ",
        " - ",
        "\u00a0",
        "\u202f",
    ),
    *"0123456789 .-+()/",
)


def check_url(text: str) -> None:
    """Read ``text`` as a web address and compare with what Python makes of it."""
    url = parse_url(text)
    if parse_url(url) != url:
        raise AssertionError(f"not itself when read again: {url!r}")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or parts.netloc != host_of(url):
        raise AssertionError(f"Python reads another address: {url!r}")


def check_phone(text: str, departement: str) -> None:
    """Read ``text`` as a telephone number, then read again what is shown of it."""
    phone = parse_phone(text, departement)
    if parse_phone(phone.grouped, departement) != phone:
        raise AssertionError(f"not itself when read again: {phone!r}")
    if not phone.e164.removeprefix("+").isdecimal():
        raise AssertionError(f"not a number to dial: {phone!r}")


def test_one_input(data: bytes) -> None:
    """Try one input of the fuzzer; its first byte chooses the rule and how the rest is read."""
    choice, rest = data[0] if data else 0, data[1:]
    pieces = URL_PIECES if choice % 2 else PHONE_PIECES
    if choice % 4 > 1:
        text = "".join(pieces[byte % len(pieces)] for byte in rest)
    else:
        text = rest.decode("utf-8", "replace")
    try:
        if choice % 2:
            check_url(text)
        else:
            check_phone(text, DEPARTEMENTS[choice // 4 % len(DEPARTEMENTS)])
    except Refused:
        return


if __name__ == "__main__":
    atheris.Setup(sys.argv, test_one_input)
    atheris.Fuzz()

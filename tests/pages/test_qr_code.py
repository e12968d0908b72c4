"""The drawing of an address is read as that address."""

import re

import pytest
import zxingcpp

from generator.pages.qr_code import QUIET_ZONE, QrCode, qr_code

ADDRESS = "https://annuaire.example/sous/dossier/services/mediation-douze-lieux/"
PIXELS = 4
"""Of the side of a module, on a screen."""


def picture(code: QrCode) -> memoryview:
    """What a camera sees of the drawing: white, and black where the path goes, a module wide."""
    assert re.fullmatch(r"(M\d+ \d+\.5(m\d+ 0|h\d+)*)+", code.path)
    side = code.size * PIXELS
    seen = bytearray(b"\xff" * side * side)
    x = y = 0
    for sign, first, second in re.findall(r"([Mmh])(\d+)(?: (\d+)(?:\.5)?)?", code.path):
        if sign == "M":
            x, y = int(first), int(second)
            continue
        if sign == "h":
            for row in range(y * PIXELS, (y + 1) * PIXELS):
                start = row * side + x * PIXELS
                seen[start : start + int(first) * PIXELS] = bytes(int(first) * PIXELS)
        x += int(first)
    return memoryview(bytes(seen)).cast("B", (side, side))


@pytest.mark.parametrize("address", [ADDRESS, "https://a.example/", ADDRESS * 3])
def test_a_reader_finds_the_address_in_the_drawing(address: str) -> None:
    (read,) = zxingcpp.read_barcodes(picture(qr_code(address)))
    assert read.text == address
    assert read.format == zxingcpp.BarcodeFormat.QRCode
    assert read.ec_level == "M"


def test_nothing_is_drawn_in_the_quiet_zone() -> None:
    code = qr_code(ADDRESS)
    seen = picture(code)
    margin = QUIET_ZONE * PIXELS
    side = code.size * PIXELS
    dark = [(y, x) for y in range(side) for x in range(side) if seen[y, x] == 0]
    assert {min(y for y, _ in dark), min(x for _, x in dark)} == {margin}
    assert {max(y for y, _ in dark), max(x for _, x in dark)} == {side - margin - 1}


def test_two_addresses_have_two_codes_and_one_address_has_one() -> None:
    assert qr_code(ADDRESS) == qr_code(ADDRESS)
    assert qr_code(ADDRESS) != qr_code(ADDRESS + "x")

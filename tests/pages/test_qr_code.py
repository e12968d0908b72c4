"""The drawing of an address is the QR code of that address."""

import re

import segno

from generator.pages.qr_code import QUIET_ZONE, qr_code

ADDRESS = "https://annuaire.example/sous/dossier/services/mediation-douze-lieux/"


def dark_modules(path: str) -> set[tuple[int, int]]:
    """The modules that the drawing covers, without its quiet zone."""
    runs = re.findall(r"M(\d+) (\d+)h(\d+)v1h-(\d+)z", path)
    assert "".join(f"M{x} {y}h{width}v1h-{back}z" for x, y, width, back in runs) == path
    assert all(width == back for _, _, width, back in runs)
    return {
        (int(y) - QUIET_ZONE, column - QUIET_ZONE)
        for x, y, width, _ in runs
        for column in range(int(x), int(x) + int(width))
    }


def test_the_drawing_has_the_modules_of_the_code() -> None:
    drawn = qr_code(ADDRESS)
    code = segno.make_qr(ADDRESS, error="m", mask=2, boost_error=False)
    matrix = tuple(code.matrix)
    expected = {(y, x) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert dark_modules(drawn.path) == expected
    assert drawn.size == len(matrix) + 2 * QUIET_ZONE


def test_two_addresses_have_two_codes_and_one_address_has_one() -> None:
    assert qr_code(ADDRESS) == qr_code(ADDRESS)
    assert qr_code(ADDRESS) != qr_code(ADDRESS + "x")

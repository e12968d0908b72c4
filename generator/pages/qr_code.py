"""The QR code of an address, as a drawing: for the printed sheet, which has no links."""

import re
from dataclasses import dataclass
from typing import Any, Final

import zxingcpp

QUIET_ZONE: Final = 4
"""White modules on each side (ISO/IEC 18004, 5.3.8)."""

_RUN: Final = re.compile(rb"(\xff*)(\x00+)")
"""Light modules of a row, if any, and the dark ones that follow them."""
_MOST_MODULES: Final = 177
"""The side of the largest code (version 40)."""
_HOP: Final = ("", *(f"m{modules} 0" for modules in range(1, _MOST_MODULES)))
_LINE: Final = tuple(f"h{modules}" for modules in range(_MOST_MODULES + 1))


@dataclass(frozen=True, slots=True)
class QrCode:
    """``size`` is the side in modules, quiet zone included.

    ``path`` is the SVG path of the dark ones, to be stroked one module wide: half the bytes of
    rectangles to be filled.
    """

    size: int
    path: str


def qr_code(text: str) -> QrCode:
    """The QR code of ``text``, level M: still read when 15 % is smudged or folded."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    # A buffer, for which there is a type from Python 3.12 only.
    drawn: Any = code.to_image(scale=1, add_quiet_zones=False)
    image = memoryview(drawn)
    side = image.shape[0] if image.shape else 0
    modules = image.tobytes()
    return QrCode(
        size=side + 2 * QUIET_ZONE,
        path="".join(_row(rank, modules, side) for rank in range(side)),
    )


def _row(rank: int, modules: bytes, side: int) -> str:
    """The dark runs of a row: from one to the next along the middle of the row."""
    runs = _RUN.findall(modules, rank * side, (rank + 1) * side)
    return f"M{QUIET_ZONE} {rank + QUIET_ZONE}.5" + "".join(
        [_HOP[len(light)] + _LINE[len(dark)] for light, dark in runs]
    )

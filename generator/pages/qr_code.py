"""The QR code of an address, as a drawing: for the printed sheet, which has no links."""

import re
from dataclasses import dataclass
from typing import Final

import zxingcpp

QUIET_ZONE: Final = 4
"""White modules on each side (ISO/IEC 18004, 5.3.8)."""

_DARK: Final = re.compile(rb"\x00+")


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
    image = memoryview(code.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]  # Python 3.11 has no type for a buffer
    side = image.shape[0] if image.shape else 0
    modules = image.tobytes()
    rows = (modules[start : start + side] for start in range(0, len(modules), side))
    return QrCode(
        size=side + 2 * QUIET_ZONE,
        path="".join(_runs(rank, row) for rank, row in enumerate(rows)),
    )


def _runs(rank: int, row: bytes) -> str:
    """The dark runs of a row: from one to the next along the middle of the row."""
    drawn = [f"M{QUIET_ZONE} {rank + QUIET_ZONE}.5"]
    end = 0
    for run in _DARK.finditer(row):
        if run.start() > end:
            drawn.append(f"m{run.start() - end} 0")
        end = run.end()
        drawn.append(f"h{end - run.start()}")
    return "".join(drawn)

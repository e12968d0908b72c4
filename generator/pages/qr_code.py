"""The QR code of an address, as a drawing: for the printed sheet, which has no links."""

import re
from dataclasses import dataclass
from typing import Final

import segno

QUIET_ZONE: Final = 4
"""White modules on each side (ISO/IEC 18004, 5.3.8)."""

_MASK: Final = 2
"""Any of the eight masks can be read; to try them all for the prettiest takes five times as long."""
_DARK: Final = re.compile(rb"\x01+")


@dataclass(frozen=True, slots=True)
class QrCode:
    """``size`` is the side in modules, quiet zone included; ``path`` the SVG path of the dark ones."""

    size: int
    path: str


def qr_code(text: str) -> QrCode:
    """The QR code of ``text``, level M: still read when 15 % is smudged or folded."""
    code = segno.make_qr(text, error="m", mask=_MASK, boost_error=False)
    return QrCode(
        size=len(code.matrix) + 2 * QUIET_ZONE,
        path="".join(_runs(rank, row) for rank, row in enumerate(code.matrix)),
    )


def _runs(rank: int, row: bytearray) -> str:
    """The dark runs of a row, each a rectangle one module high."""
    return "".join(
        f"M{run.start() + QUIET_ZONE} {rank + QUIET_ZONE}h{len(run[0])}v1h-{len(run[0])}z"
        for run in _DARK.finditer(row)
    )

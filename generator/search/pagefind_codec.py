"""The envelope of Pagefind's files: a signature before the content, compressed with gzip.

Read from Pagefind 1.5 (`pagefind/src/output/mod.rs`); its JavaScript refuses a file without it.
"""

import gzip
import struct
import zlib

_SIGNATURE = b"pagefind_dcd"
_GZIP_HEADER = bytes.fromhex("1f8b 08 00 00000000 00 ff")
"""No name, no date, unknown system: Python's own header differs by system."""
_LEVEL = 7
"""Five times sooner than 9, for files 3 % larger."""


def unwrap(file: bytes) -> bytes:
    """Return the content of a file. Raises ValueError when it is cut short or anything else."""
    try:
        content = gzip.decompress(file)
    except (EOFError, OSError, zlib.error) as fault:
        raise ValueError("not a whole gzip file") from fault
    if not content.startswith(_SIGNATURE):
        raise ValueError("no Pagefind signature")
    return content[len(_SIGNATURE) :]


def wrap(content: bytes) -> bytes:
    """Return the file that holds ``content``: the same bytes on every system with the same zlib."""
    signed = _SIGNATURE + content
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = deflate.compress(signed) + deflate.flush()
    return _GZIP_HEADER + body + struct.pack("<II", zlib.crc32(signed), len(signed) & 0xFFFFFFFF)

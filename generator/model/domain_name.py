"""Host names, as they stand in web and e-mail addresses: one strict form, in ASCII.

Letters, digits and hyphens in dotted labels (RFC 1123), ending with a top-level domain made of
letters. Below a site's own name an underscore is left in peace: such hosts exist, and every
program reads them alike. Browsers and Python read anything looser in different ways, and an
address that two readers understand differently is a trap; an IP address is never accepted.
"""

import re
from typing import Final

import idna

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_SUBDOMAIN = r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?"
_TOP_LEVEL = r"(?:[a-z]{2,63}|xn--[a-z0-9](?:[a-z0-9-]{0,57}[a-z0-9])?)"
HOST_PATTERN: Final = rf"(?:{_SUBDOMAIN}\.)*{_LABEL}\.{_TOP_LEVEL}"
"""A lower-case host of at least two labels."""

_HOST = re.compile(HOST_PATTERN)
_MAX_HOST = 253
# RFC 6761, 6762, 7686, 8375: never reachable from the public web. `.example` is left to
# `is_fictional_domain`, since sample records need it.
_UNREACHABLE = frozenset(
    {"arpa", "internal", "invalid", "lan", "local", "localhost", "onion", "test"}
)
_FICTIONAL = re.compile(r"(?:.*\.)?(?:example|example\.(?:com|net|org))", re.DOTALL)


def is_public_host(host: str) -> bool:
    """True for a lower-case dotted host name that could exist on the public web.

    An internationalised label (``xn--…``) must also decode, as in a browser (IDNA 2008).
    """
    if len(host) > _MAX_HOST or not _HOST.fullmatch(host):
        return False
    if host.rpartition(".")[2] in _UNREACHABLE:
        return False
    if has_punycode(host):
        try:
            idna.decode(host)
        except idna.IDNAError:
            return False
    return True


def is_fictional_domain(host: str) -> bool:
    """True for the names reserved for examples, and what is under them (RFC 2606, RFC 6761).

    They are ``.example``, ``example.com``, ``example.net`` and ``example.org``.
    """
    return _FICTIONAL.fullmatch(host.lower()) is not None


def has_punycode(host: str) -> bool:
    """True when a label of the host stands for other characters than it shows (``xn--…``)."""
    return any(label.startswith("xn--") for label in host.lower().split("."))

"""Web addresses: one anchored rule, in ASCII, that browsers and Python read alike.

``http`` or ``https``, a public dotted host, then path, query and fragment made of the characters
of RFC 3986. No user, password, port, IP address, backslash, space, quote or encoded control
character: each was seen to be read differently by two programs, or to hide where a link leads.
"""

import re
from urllib.parse import quote

from generator.model.domain_name import HOST_PATTERN, is_public_host
from generator.model.refused import Refused, quoted

MAX_LENGTH = 2000
"""Characters of the longest address accepted; some programs cut longer ones."""

# RFC 3986 without the apostrophe, which ends an attribute in single quotes, and without encoded
# control characters.
_CHARACTER = r"(?:[A-Za-z0-9\-._~!$&()*+,;=:@/]|%(?![01]|7[Ff])[0-9A-Fa-f]{2})"
_URL = re.compile(
    rf"(https?)://({HOST_PATTERN})((?:/{_CHARACTER}*)?(?:\?(?:{_CHARACTER}|\?)*)?"
    rf"(?:#(?:{_CHARACTER}|\?)*)?)"
)
_SCHEME_AND_HOST = re.compile(r"https?://[A-Za-z0-9._-]+", re.IGNORECASE | re.ASCII)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_AUTHORITY = re.compile(r"[A-Za-z]+://([^/?#\\]*)")
_SHOWN_WHOLE = 300
"""Characters of the longest address written out whole in a hint."""
_SAFE_IN_HINT = "/:?#@!$&()*+,;=~%"


def parse_url(text: str) -> str:
    """The web address, with scheme and host in lower case and the rest as written.

    Raises ``Refused`` (``adresse-web``); the hint gives the right writing when it is plain.
    """
    url = _accepted(text)
    if url is None:
        raise Refused("adresse-web", *_diagnosis(text))
    return url


def is_https(url: str) -> bool:
    """True when a parsed address is encrypted."""
    return url.startswith("https://")


def has_path(url: str) -> bool:
    """True when a parsed address is that of a page, and not of a whole site."""
    return bool(url.partition("://")[2].partition("/")[2])


def host_of(url: str) -> str:
    """The host of a parsed address."""
    return url.split("/", 3)[2].partition("?")[0].partition("#")[0]


def _accepted(text: str) -> str | None:
    """The address in its normal form, or None when it is not one."""
    url = text.strip(" ")
    if len(url) > MAX_LENGTH:
        return None
    url = _SCHEME_AND_HOST.sub(lambda match: match[0].lower(), url, count=1)
    match = _URL.fullmatch(url)
    return url if match and is_public_host(match[2]) else None


def _diagnosis(text: str) -> tuple[str, str]:
    """What is wrong with a refused address, and how to mend it."""
    url = text.strip()
    if len(url) > MAX_LENGTH:
        return (
            f"{quoted(url)} compte plus de {MAX_LENGTH} caractères",
            "Cherchez une adresse plus courte de la même page",
        )
    not_a_url = f"{quoted(url)} n'est pas une adresse web"
    scheme = _SCHEME.match(url)
    if not url.lower().startswith(("http://", "https://")):
        if mended := _accepted("https://" + url.lstrip("/")):
            return f"{not_a_url} complète", f"Écrivez {quoted(mended)}, si la page s'ouvre ainsi"
        if scheme and scheme[1].lower() not in ("http", "https"):
            return (
                f"{not_a_url}, elle commence par {quoted(scheme[0])}",
                f"Une adresse commence par {quoted('https://')} ou {quoted('http://')}",
            )
        return (
            not_a_url,
            f"Copiez-la depuis la barre d'adresse du navigateur, avec {quoted('https://')}",
        )
    return _host_diagnosis(url) or _character_diagnosis(url)


def _host_diagnosis(url: str) -> tuple[str, str] | None:
    """What is wrong with the part before the first slash, if something is."""
    match = _AUTHORITY.match(url)
    authority = match[1] if match else ""
    if "@" in authority:
        return (
            f"{quoted(url)} contient un nom d'utilisateur ou un mot de passe",
            f"Retirez ce qui précède {quoted('@')}",
        )
    if re.search(r":[0-9]*\Z", authority) and "[" not in authority:
        return (
            f"{quoted(url)} contient un numéro de port",
            f"Retirez {quoted(':' + authority.rpartition(':')[2])} après le nom du site",
        )
    if authority.isascii() and is_public_host(authority.lower()):
        return None
    return (
        f"{quoted(authority or url)} n'est pas un nom de site web",
        f"On attend un nom comme {quoted('www.association.example')}, sans accent ni espace",
    )


def _character_diagnosis(url: str) -> tuple[str, str]:
    """What is wrong with the part after the host."""
    found = next((c for c in url if not re.fullmatch(rf"{_CHARACTER}|[?#%]", c)), None)
    if found is None:
        return (
            f"{quoted(url)} contient un signe {quoted('%')} ou {quoted('#')} mal placé",
            "Copiez l'adresse depuis la barre d'adresse du navigateur",
        )
    mended = _accepted(quote(url, safe=_SAFE_IN_HINT))
    return (
        f"{quoted(url)} contient une espace"
        if found.isspace()
        else f"{quoted(url)} contient le caractère {quoted(found)}, qui n'y est pas admis",
        f"Écrivez {quoted(mended, MAX_LENGTH)}"
        if mended and len(url) <= _SHOWN_WHOLE
        else "Copiez l'adresse depuis la barre d'adresse du navigateur",
    )

"""The headers a host is asked to send with the pages, in the form static hosts read: ``_headers``.

`hosting/` says the same to nginx, Apache and Caddy; tests/site/test_hosting.py holds them together.
"""

from collections.abc import Iterator, Mapping

from generator.pages.site import Site

EVERYWHERE = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(self), camera=(), microphone=(), browsing-topics=()",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
}
"""Sent with every answer, errors included, after the policy of the pages."""

OPEN_DATA = {"Access-Control-Allow-Origin": "*"}
"""Sent besides with the open data: the page of anyone may read it.

`Cross-Origin-Resource-Policy` has nothing to undo there: browsers do not look at it in requests
made with CORS. So no header has two values for one address, which hosts combine differently.
"""

DIGESTED = {"Cache-Control": "public, max-age=31536000, immutable"}
"""Sent besides with the files whose name holds the digest of their content."""


def everywhere(site: Site) -> Mapping[str, str]:
    """What is sent with every answer of ``site``."""
    # A <meta> cannot forbid frames: the header repeats the policy of the pages and adds it.
    return {"Content-Security-Policy": f"{site.policy}; frame-ancestors 'none'", **EVERYWHERE}


def rules(site: Site) -> Mapping[str, Mapping[str, str]]:
    """What is sent where; a path ends with ``*`` and is relative to the root of the site."""
    return {
        "*": everywhere(site),
        "donnees/*": OPEN_DATA,
        "api/*": OPEN_DATA,
        "static/*": DIGESTED,
    }


def hosting_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """The path and content of the files that are for the host, not for visitors.

    The form of ``_headers`` is that of Netlify and Cloudflare Pages: a path, then its headers.
    """
    blocks = (
        "\n".join([site.to(path), *(f"  {name}: {value}" for name, value in headers.items())])
        for path, headers in rules(site).items()
    )
    yield "_headers", ("\n\n".join(blocks) + "\n").encode()

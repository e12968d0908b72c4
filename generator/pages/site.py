"""What every page shares: the site's address, its menu, its helplines, its assets."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from markupsafe import Markup


def content_security_policy(style: str) -> str:
    """What a page may load, and from where: itself. In each page, for hosts that send no headers.

    ``style`` is the one style sheet that a page may carry itself, allowed by its digest.
    """
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        "default-src 'none'; "
        "script-src 'self' 'wasm-unsafe-eval'; "  # Pagefind searches in WebAssembly
        f"style-src 'self' 'sha256-{digest}'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        "manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; "
        "require-trusted-types-for 'script'"  # a text never becomes markup nor code in the browser
    )


QUIT_URL = "https://meteofrance.com/"
"""Where the quit button leads: a page that says nothing of where one comes from."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the site: ``path`` is relative to its root, without a leading slash."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read, and when (French date)."""

    url: str
    title: str
    date: str


@dataclass(frozen=True, slots=True)
class Helpline:
    """A national number: ``number`` as shown, ``dial`` as dialled, and what it is for.

    ``by_sms`` says that one writes to it rather than call. ``emergency`` marks the numbers for a
    danger now; the others listen and advise. ``in_strips`` is false for one that is only told in
    full: strips stand beside words about violence, and have room for a few.
    """

    number: str
    dial: str
    name: str
    details: str
    source: Source
    by_sms: bool = False
    emergency: bool = False
    in_strips: bool = True

    @property
    def href(self) -> str:
        """The address that opens the telephone on this number."""
        return f"{'sms' if self.by_sms else 'tel'}:{self.dial}"


@dataclass(frozen=True)
class Site:
    """The site as every template knows it, under the name ``site``.

    ``url`` is absolute and has no trailing slash. ``assets`` maps the name of a static file to its
    path on the site (with the digest of its content). ``service_style`` is the style sheet that the
    page of a service carries, which ``policy`` allows. ``repository`` is the address of the public
    repository of the records, on a forge that edits ``<repository>/edit/main/<file>`` in the browser;
    empty while it is not known.
    """

    url: str
    name: str
    tagline: str
    menu: tuple[Link, ...]
    footer: tuple[Link, ...]
    helplines: tuple[Helpline, ...]
    assets: Mapping[str, str]
    policy: str
    service_style: Markup
    repository: str = ""
    quit_url: str = QUIT_URL

    @property
    def base(self) -> str:
        """The path the site is served under: empty, or such as ``/annuaire``."""
        return urlsplit(self.url).path.rstrip("/")

    def to(self, path: str) -> str:
        """The address of a page for a link: ``to("services/x/")`` is ``/annuaire/services/x/``."""
        return f"{self.base}/{path}"

    def absolute(self, path: str) -> str:
        """The whole address of a page, for feeds, canonical links and structured data."""
        return f"{self.url}/{path}"

    def asset(self, name: str) -> str:
        """The address of a static file of the theme. Raises ``KeyError`` when there is none."""
        return self.to(self.assets[name])

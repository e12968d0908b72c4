"""How to reach a service, in the order of the page: the telephone first."""

from dataclasses import dataclass

from generator.model.service import Service
from generator.model.url import host_of
from generator.pages.calls import Piece, with_calls
from generator.pages.cards import Call, call_of


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link to another site, and the host it leads to."""

    url: str
    host: str


@dataclass(frozen=True, slots=True)
class Contact:
    """The ways to reach a service, in the order of the page."""

    call: Call | None
    call_details: tuple[Piece, ...]
    appointment: WebLink | None
    website: WebLink | None
    website_is_its_own: bool
    email: str


def contact(service: Service) -> Contact:
    """The ways its record gives; without a number of its own, that of its first place with one."""
    given = service.contact
    return Contact(
        call=call_of(service),
        call_details=with_calls(given.telephone_precisions or "", service.departement),
        appointment=web_link(given.rendez_vous),
        website=web_link(given.site_web),
        website_is_its_own=service.own_site is not None,
        email=given.courriel or "",
    )


def web_link(url: str | None) -> WebLink | None:
    """``url`` with its host as people say it, without ``www.``; None when there is none."""
    return WebLink(url, host_of(url).removeprefix("www.")) if url else None

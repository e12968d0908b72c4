"""A visit of the search in a real browser."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Page

from tests.sites import Served


@dataclass
class Visit:
    """A page, what it asked for and what it complained of."""

    page: Page
    site: Served
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto(self.site.address + path)
        return self.page

    def type_and_enter(self, text: str) -> None:
        box = self.page.locator("input[role=combobox]")  # the list of départements is one too
        box.fill(text)
        box.press("Enter")

    @property
    def fragment(self) -> str:
        return unquote(urlsplit(self.page.url).fragment)


def watch(page: Page, site: Served) -> Visit:
    visit = Visit(page, site)
    page.on(
        "request",
        lambda one: visit.requests.append(f"{one.url} {one.post_data or ''} {one.headers}"),
    )
    page.on(
        "console", lambda said: visit.complaints.append(said.text) if said.type == "error" else None
    )
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    return visit

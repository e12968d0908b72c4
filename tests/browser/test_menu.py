"""The menu on a telephone."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext

from tests.sites import Served


def test_each_link_of_the_open_menu_is_as_wide_as_the_page_and_as_high_as_a_finger(
    new_context: Callable[..., BrowserContext], served_fictional_site: Served
) -> None:
    page = new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(f"{served_fictional_site.address}/")
    page.get_by_text("Menu", exact=True).click()
    links = page.get_by_role("navigation", name="Menu déplié").get_by_role("link").all()
    assert len(links) > 5
    for link in links:
        box = link.bounding_box()
        assert box is not None
        assert box["width"] > 320
        assert box["height"] >= 44

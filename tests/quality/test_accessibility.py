"""axe-core finds nothing wrong on any kind of page, however it is looked at."""

import itertools
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.page_types import PAGE_TYPES, open_page, unfold
from tests.sites import Served

SIGHTS: tuple[dict[str, Any], ...] = (
    {"color_scheme": "light", "forced_colors": "none"},
    {"color_scheme": "dark", "forced_colors": "none"},
    {"color_scheme": "light", "forced_colors": "active"},
)
SIZES = ((320, 640), (1280, 800))

RUN = """async () => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) =>
        `${id}: ${help}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`);
}"""


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_axe_finds_nothing(page: Page, served_fictional_site: Served, axe: str, name: str) -> None:
    open_page(page, served_fictional_site, name)
    unfold(page)
    page.evaluate(axe)
    found = []
    for sight, (width, height) in itertools.product(SIGHTS, SIZES):
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(**sight)
        found += [f"{width} px, {sight}: {one}" for one in page.evaluate(RUN)]
    assert not found, "\n".join(found)


def test_axe_does_find_what_is_wrong(page: Page, axe: str) -> None:
    page.set_content("<img src='data:,'><input>")
    page.evaluate(axe)
    found = page.evaluate(RUN)
    assert any(one.startswith("image-alt: ") for one in found)
    assert any("étiquette" in one.lower() or "formulaire" in one.lower() for one in found)

"""Ten results at a time: the next ones come where one stands, each once."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.find.visits import Visit


def addresses(results: Locator) -> list[str]:
    return results.locator("h3 a").evaluate_all("(all) => all.map(({ href }) => href)")


@pytest.mark.parametrize(
    ("fragment", "name"),
    [
        ("lieu=paris-75056&portee=2", "Afficher les suivants"),
        ("q=m%C3%A9diation", "Afficher la suite"),
    ],
)
def test_the_next_results_come_after_the_last_until_all_are_there(
    real: Visit, fragment: str, name: str
) -> None:
    page = real.open(f"/recherche/#{fragment}")
    more = page.get_by_role("button", name=name)
    results = page.locator("[data-find-list] > ol.results > li")
    expect(results).to_have_count(10)
    status = page.locator("[data-find-status]").inner_text()
    said = re.match(r"\d+", status)
    assert said, status
    first = addresses(results)
    more.focus()
    more.press("Enter")
    expect(results).to_have_count(20)
    expect(results.nth(10).locator("h3 a")).to_be_focused()
    assert addresses(results)[:10] == first
    shown = 20
    while shown < int(said[0]):
        more.click()
        shown = min(shown + 10, int(said[0]))
        expect(results).to_have_count(shown)
    expect(more).to_be_hidden()
    assert len(set(addresses(results))) == int(said[0])

"""What a search finds is seen at once, and stays where it is."""

import pytest
from playwright.sync_api import expect

from tests.find.visits import Visit


def test_what_was_found_is_on_the_screen_of_a_telephone_with_the_numbers_above_it(
    real: Visit,
) -> None:
    """360 × 740, from home and from the page itself; nothing has to be scrolled."""
    for path in ("/", "/recherche/"):
        page = real.open(path)
        real.type_and_enter("35000")
        expect(page.locator("article.card h3").first).to_be_in_viewport(ratio=1)
        numbers = page.get_by_role("link", name="3919").first
        expect(numbers).to_be_in_viewport(ratio=1)
        assert page.evaluate("scrollY") == 0
        box = page.get_by_role("combobox")
        expect(box).to_have_value("Rennes" if path == "/" else "35000")


def test_what_the_words_mean_is_on_the_screen_before_anything_else(real: Visit) -> None:
    """At 360 × 740, for somebody in danger: not « no result », and nothing to fill in."""
    page = real.open("/")
    real.type_and_enter("violences lyon")
    expect(page.get_by_role("link", name="Se protéger des violences")).to_be_in_viewport(ratio=1)
    expect(page.locator("[data-find-status]")).to_contain_text("ceci peut vous aider")
    expect(page.locator("[data-find-filters]")).to_be_hidden()


def test_filters_stay_where_one_of_them_leaves_nothing(real: Visit) -> None:
    page = real.open("/recherche/#q=zzzz&departement=23")
    expect(page.locator("[data-find-status]")).to_contain_text("Aucun résultat")
    expect(page.get_by_label("Département", exact=True)).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "fragment", ["lieu=rennes-35238", "lieu=rennes-35238&mots=divorce", "q=prix", "departement=69"]
)
def test_hardly_anything_moves_while_a_search_arrives(
    real: Visit, fragment: str, width: int
) -> None:
    """The score of layout shifts (Layout Instability API): 0.1 is good, we keep to half of it."""
    page = real.page
    page.set_viewport_size({"width": width, "height": 740})
    page.add_init_script(
        """window.moved = 0;
        new PerformanceObserver((list) => {
            for (const one of list.getEntries()) window.moved += one.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    real.open(f"/recherche/#{fragment}")
    page.locator("[data-find-list] h3").first.wait_for()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("moved") < 0.05


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["/", "/recherche/"])
def test_nothing_covers_or_cuts_the_suggestions(real: Visit, path: str, width: int) -> None:
    """Eight of them, the list of which is as high as it can be, over whatever follows the box."""
    page = real.page
    page.set_viewport_size({"width": width, "height": 1000})
    real.open(path)
    page.get_by_role("combobox").fill("nan")
    options = page.get_by_role("option")
    expect(options).to_have_count(8)
    covered = options.evaluate_all(
        """options => options.filter(option => {
            option.scrollIntoView({ block: "nearest" });
            const { left, top, width, height } = option.getBoundingClientRect();
            return !option.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        }).map(option => option.textContent)"""
    )
    assert covered == []
